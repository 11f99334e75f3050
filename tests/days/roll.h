// The children of a day by their names, as the lines of a .day file call them.
//
// A child is named in full, or by the first name alone where nobody else has it. Ids are those of
// the register: 1 and up, in the order in which the file names them.
#pragma once

#include "app/base/pupil_id.h"

#include "day_file.h"

#include <string>
#include <utility>
#include <vector>

namespace handbell::days {

struct RollChild {
  std::string forename;
  std::string surname;
  std::string class_name;
  [[nodiscard]] std::string full_name() const { return forename + " " + surname; }
};

class Roll {
 public:
  /// "Amira Khan": the first word is the forename. What does not read: one word, a name taken.
  [[nodiscard]] Reading<PupilId> add(const std::string& name, const std::string& class_name);

  [[nodiscard]] Reading<PupilId> find(const std::string& name) const;
  /// "Amira Khan, Ben and Cara Lewis", "nobody".
  [[nodiscard]] Reading<std::vector<PupilId>> list(const std::string& names) const;
  /// As list(), and "all", "all but Amira, Ben": of this class.
  [[nodiscard]] Reading<std::vector<PupilId>> in_class(const std::string& class_name,
                                                       const std::string& names) const;
  /// The child whose name `text` begins with, and what stands behind it.
  [[nodiscard]] Reading<std::pair<PupilId, std::string>> leading(const std::string& text) const;

  [[nodiscard]] const RollChild& child(PupilId id) const;
  /// The first name, or both where two share it.
  [[nodiscard]] std::string called(PupilId id) const;
  /// "Amira, Ben", or "nobody".
  [[nodiscard]] std::string called(const std::vector<PupilId>& ids) const;
  [[nodiscard]] std::vector<PupilId> of_class(const std::string& class_name) const;
  [[nodiscard]] std::vector<PupilId> everybody() const;

 private:
  std::vector<RollChild> children_;
};

}  // namespace handbell::days
