#include "app/register/call_attempt.h"

#include "app/base/text.h"
#include "app/register/contact.h"

#include <algorithm>
#include <array>

namespace handbell::reg {

namespace {

constexpr std::array<std::string_view, 6> kCallResults{
    "no_answer", "message_left", "spoke", "wrong_number", "coming", "class_answered"};

Status names_who_was_rung(const CallAttempt& attempt) {
  if (attempt.pupil.has_value() == !attempt.class_name.empty()) {
    return fail(FaultCode::entry_incomplete, "a pupil or a class");
  }
  const bool answered = attempt.result == CallResult::class_answered;
  if (answered && attempt.pupil) return fail(FaultCode::entry_incomplete, "which class answered");
  const bool listed = attempt.contact >= 0 && attempt.contact <= kMostContacts;
  if (!listed || (!attempt.pupil && attempt.contact > 0)) {
    return fail(FaultCode::entry_incomplete, "a place in the list of contacts");
  }
  return {};
}

}  // namespace

std::string_view text_of(CallResult result) {
  return kCallResults.at(static_cast<std::size_t>(result) - 1);
}

std::string_view words_of(CallResult result) {
  constexpr std::array<std::string_view, 6> kWords{"no answer",         "message left",
                                                   "spoke to somebody", "wrong number",
                                                   "will come",         "the class answered"};
  return kWords.at(static_cast<std::size_t>(result) - 1);
}

Result<CallResult> parse_call_result(std::string_view text) {
  const auto at = std::ranges::find(kCallResults, ascii_lower(text));
  if (at != kCallResults.end()) return static_cast<CallResult>(at - kCallResults.begin() + 1);
  return fail(FaultCode::bad_choice, "\"" + std::string(text) +
                                         "\" is none of: no_answer, message_left, spoke, "
                                         "wrong_number, coming, class_answered");
}

Status complete(const CallAttempt& attempt) {
  if (Status named = names_who_was_rung(attempt); !named) return named;
  if (attempt.expected.has_value() != (attempt.result == CallResult::coming)) {
    return fail(FaultCode::entry_incomplete, "when the child will be here");
  }
  if (attempt.result == CallResult::spoke && attempt.words.empty()) {
    return fail(FaultCode::entry_incomplete, "what was said");
  }
  if (Status fits = text_fits(attempt.class_name, "the name of a class", 100); !fits) return fits;
  if (Status fits = text_fits(attempt.rung, "the name of a contact", 200); !fits) return fits;
  return text_fits(attempt.words, "a reason");
}

}  // namespace handbell::reg
