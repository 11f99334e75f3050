#include "app/register/suggestion_answer.h"

#include "app/register/choice_words.h"

namespace handbell::reg {

namespace {

constexpr ChoiceList<4> kSuggestionReplies{{{"dismissed", "dismissed"},
                                            {"snoozed", "put off"},
                                            {"assigned", "assigned"},
                                            {"reopened", "opened again"}}};
constexpr std::size_t kLongestKey = 40;
constexpr std::size_t kLongestStaffId = 100;

}  // namespace

std::string_view text_of(SuggestionReply reply) { return entry_of(kSuggestionReplies, reply).key; }
std::string_view words_of(SuggestionReply reply) {
  return entry_of(kSuggestionReplies, reply).words;
}

Result<SuggestionReply> parse_suggestion_reply(std::string_view text) {
  return parse_choice<SuggestionReply>(kSuggestionReplies, text);
}

Status complete(const SuggestionAnswer& answer) {
  if (answer.key.empty()) return fail(FaultCode::entry_incomplete, "which suggestion it answers");
  const bool snoozed = answer.answer == SuggestionReply::snoozed;
  const bool assigned = answer.answer == SuggestionReply::assigned;
  if (answer.until.has_value() != snoozed) {
    return fail(FaultCode::entry_incomplete, "until when it is put off");
  }
  if (answer.staff.empty() == assigned) return fail(FaultCode::entry_incomplete, "who sees to it");
  if (answer.answer == SuggestionReply::dismissed && answer.reason.empty()) {
    return fail(FaultCode::entry_incomplete, "a reason");
  }
  if (answer.until && *answer.until <= answer.day) {
    return fail(FaultCode::dates_crossed, "It would be put off until " + answer.until->words() +
                                              ", which is not after " + answer.day.words());
  }
  if (Status fits = text_fits(answer.key, "the name of a suggestion", kLongestKey); !fits) {
    return fits;
  }
  if (Status fits = text_fits(answer.staff, "an id", kLongestStaffId); !fits) return fits;
  return text_fits(answer.reason, "a reason");
}

}  // namespace handbell::reg
