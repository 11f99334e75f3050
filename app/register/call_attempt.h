// Each call that the office makes about a morning: to a family, or to a class that has not sent its
// register (policy 5, stage one; D45, D23).
//
// Who was rung, when, and what came of it. A call changes no mark and no list by itself; only a
// class that answered by telephone counts as one that has sent its register. The calls stay in the
// log when the line of the list has long moved on.
#pragma once

#include "app/base/pupil_id.h"
#include "app/register/mark.h"

#include <optional>
#include <string>
#include <string_view>

namespace handbell::reg {

enum class CallResult : std::uint8_t {
  no_answer = 1,
  message_left = 2,
  spoke = 3,  ///< the words say what was said
  wrong_number = 4,
  coming = 5,          ///< the child will be here, at the time that was named
  class_answered = 6,  ///< who is there and who is missing, by telephone (D23)
};
[[nodiscard]] std::string_view text_of(CallResult result);   ///< "no_answer"
[[nodiscard]] std::string_view words_of(CallResult result);  ///< "no answer"
/// Fault: bad_choice.
[[nodiscard]] Result<CallResult> parse_call_result(std::string_view text);

struct CallAttempt {
  std::optional<PupilId> pupil;  ///< about whom; none: a class was rung
  std::string class_name;        ///< the class that was rung; else empty
  int contact = 0;               ///< the place in the pupil's list; 0: nobody of the list
  std::string rung;              ///< as the list named the adult then; may be empty
  Instant at;
  CallResult result = CallResult::no_answer;
  std::optional<Instant> expected;  ///< with `coming`
  std::string words;
  Author by;
  friend bool operator==(const CallAttempt&, const CallAttempt&) = default;
};

/// Of a pupil or of a class, with what belongs to the result. Faults: entry_incomplete,
/// entry_too_long.
[[nodiscard]] Status complete(const CallAttempt& attempt);

}  // namespace handbell::reg
