// A talk or a message between the school and those around a child about its attendance: by
// telephone, at the gate, a letter, a visit at home, another service, the local authority (policy 5
// and 6; appendix 4).
//
// The calls of a morning stand in their own log (call_attempt.h) and are shown beside these; here
// stands what was said about how the child is to come to school.
#pragma once

#include "app/base/pupil_id.h"
#include "app/base/time_of_day.h"
#include "app/register/mark.h"

#include <optional>
#include <string>
#include <string_view>

namespace handbell::reg {

/// The numbers are part of the format.
enum class ContactHow : std::uint8_t {
  phone = 1,
  in_person = 2,
  letter = 3,
  email = 4,
  home_visit = 5,
  other_service = 6,
  local_authority = 7,
};
inline constexpr ContactHow kLastContactHow = ContactHow::local_authority;
[[nodiscard]] std::string_view text_of(ContactHow how);                     ///< "home_visit"
[[nodiscard]] std::string_view words_of(ContactHow how);                    ///< "home visit"
[[nodiscard]] Result<ContactHow> parse_contact_how(std::string_view text);  ///< Fault: bad_choice

struct CaseContact {
  PupilId pupil;
  SchoolDay day;
  std::optional<TimeOfDay> at;  ///< a whole minute; none: nobody remembers
  std::string with;             ///< "Nadia Khan, mother"
  ContactHow how = ContactHow::phone;
  std::string words;  ///< what was said and agreed
  Author by;
  friend bool operator==(const CaseContact&, const CaseContact&) = default;
};

/// Faults: entry_incomplete, entry_too_long.
[[nodiscard]] Status complete(const CaseContact& contact);

}  // namespace handbell::reg
