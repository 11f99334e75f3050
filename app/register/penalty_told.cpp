#include "app/register/penalty_told.h"

#include "app/register/choice_words.h"

namespace handbell::reg {

namespace {

constexpr ChoiceList<6> kNoticeStates{{{"issued", "issued"},
                                       {"paid_early", "paid within 21 days"},
                                       {"paid", "paid"},
                                       {"unpaid", "not paid after 28 days"},
                                       {"withdrawn", "withdrawn"},
                                       {"prosecuted", "prosecuted"}}};
constexpr std::size_t kLongestParent = 200;

}  // namespace

std::string_view text_of(NoticeState state) { return entry_of(kNoticeStates, state).key; }
std::string_view words_of(NoticeState state) { return entry_of(kNoticeStates, state).words; }

Result<NoticeState> parse_notice_state(std::string_view text) {
  return parse_choice<NoticeState>(kNoticeStates, text);
}

std::string parent_key(std::string_view name) { return folded(trimmed(name)); }

Status complete(const NoticeTold& notice) {
  if (notice.parent.empty() || notice.parent_key.empty()) {
    return fail(FaultCode::entry_incomplete, "the parent whom the notice is for");
  }
  if (notice.told_how.empty()) return fail(FaultCode::entry_incomplete, "how we were told");
  if (notice.told < notice.issued) {
    return fail(FaultCode::dates_crossed, "The notice was issued on " + notice.issued.words() +
                                              ", after we were told on " + notice.told.words());
  }
  if (Status fits = text_fits(notice.parent, "a name", kLongestParent); !fits) return fits;
  if (Status fits = text_fits(notice.parent_key, "a name", kLongestParent); !fits) return fits;
  return text_fits(notice.told_how, "how we were told", kLongestReason / 2);
}

}  // namespace handbell::reg
