#include "app/base/person_name.h"

#include "app/base/text.h"

#include <algorithm>

namespace handbell {

Result<NamePart> NamePart::parse(std::string_view text) {
  auto nfc = composed(trimmed(text));
  const bool fits = nfc && !nfc->empty() && code_points(*nfc) <= kLongest;
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (!fits || std::any_of(nfc->begin(), nfc->end(), is_control)) {
    return fail(FaultCode::bad_name, std::string(text));
  }
  return NamePart(std::move(*nfc));
}

std::string shown_as(const NamePart& called, const NamePart& surname) {
  return called.text() + " " + first_letter(surname.text());
}

}  // namespace handbell
