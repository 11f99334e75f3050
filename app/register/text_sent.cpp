#include "app/register/text_sent.h"

#include "app/register/choice_words.h"

namespace handbell::reg {

namespace {

constexpr ChoiceList<3> kSentKinds{
    {{"email", "e-mail sent"}, {"cpoms", "logged in CPOMS"}, {"letter", "letter sent"}}};
constexpr std::size_t kLongestTitle = 200;

}  // namespace

std::string_view text_of(SentKind kind) { return entry_of(kSentKinds, kind).key; }
std::string_view words_of(SentKind kind) { return entry_of(kSentKinds, kind).words; }

Result<SentKind> parse_sent_kind(std::string_view text) {
  return parse_choice<SentKind>(kSentKinds, text);
}

Status complete(const TextSent& sent) {
  if (sent.title.empty()) return fail(FaultCode::entry_incomplete, "what was sent");
  if (Status fits = text_fits(sent.title, "a title", kLongestTitle); !fits) return fits;
  return text_fits(sent.assignee, "a name", kLongestTitle);
}

}  // namespace handbell::reg
