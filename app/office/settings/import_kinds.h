// The lists that the office takes in, and what one of them would change.
//
// Looking changes nothing. What was looked at is taken by take(), with the rows that can be.
#pragma once

#include "app/exchange/sheet.h"
#include "app/office/web/visit.h"
#include "app/store/register.h"

#include <functional>
#include <string>
#include <vector>

namespace handbell::office {

struct ImportFile {
  std::string name;
  std::string bytes;
};

/// A mark of the other register that this one has otherwise (D50).
struct ImportDifference {
  std::string place;  ///< the page on which it is settled
  std::string words;
};

struct ImportLook {
  std::vector<std::string> remarks;
  std::vector<exchange::Refusal> refused;
  reg::ImportCount count;
  std::vector<ImportDifference> differences;
  std::function<Status(store::Register&)> take;
};

struct ImportKind {
  std::string key;    ///< "pupils"
  std::string title;  ///< "Pupils"
  std::vector<reg::Role> roles;
  const std::vector<exchange::Column>& (*columns)();
  Result<ImportLook> (*look)(const Visit&, store::Register&, const ImportFile&);
};

[[nodiscard]] const std::vector<ImportKind>& import_kinds();

}  // namespace handbell::office
