// The groups of children by which a school looks at its attendance (policy 7; appendix 4): special
// needs, pupil premium, a social worker, another language at home, and groups of the school's own.
//
// They are flags for counting and nothing more: what lies behind one stands in the school's other
// systems (P23, P55). The four are seen by the roles alone that need them.
#pragma once

#include "app/register/school.h"

#include <string>
#include <string_view>
#include <vector>

namespace handbell::reports {

inline constexpr std::string_view kSend = "SEND";
inline constexpr std::string_view kPupilPremium = "pupil premium";
inline constexpr std::string_view kSocialWorker = "social worker";
inline constexpr std::string_view kOtherLanguage = "another language at home";

/// The keys between semicolons, without blanks at their ends, each once.
[[nodiscard]] std::vector<std::string> free_groups(std::string_view between_semicolons);

/// Every group of the child, the four under their names above.
[[nodiscard]] std::vector<std::string> groups_of(const reg::PupilRecord& pupil);
[[nodiscard]] bool is_in_group(const reg::PupilRecord& pupil, std::string_view group);
/// One of the four: not for everybody.
[[nodiscard]] bool is_guarded_group(std::string_view group);

/// The text of "Groups" with SEND or pupil premium set or not; all else stays as it is.
[[nodiscard]] std::string with_group(const std::string& between_semicolons, std::string_view group,
                                     bool is_in);

}  // namespace handbell::reports
