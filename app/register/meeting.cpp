#include "app/register/meeting.h"

#include "app/register/choice_words.h"

namespace handbell::reg {

namespace {

constexpr ChoiceList<3> kMeetingKinds{{{"support", "attendance meeting"},
                                       {"contract", "contract meeting"},
                                       {"other", "other meeting"}}};
constexpr ChoiceList<3> kMeetingStates{
    {{"planned", "planned"}, {"held", "held"}, {"cancelled", "cancelled"}}};
constexpr std::size_t kLongestPlace = 200;
constexpr std::size_t kLongestPresent = 500;

/// What each step of a meeting says.
Status says_enough(const Meeting& meeting) {
  const bool held = meeting.state == MeetingState::held;
  if (meeting.place.empty()) return fail(FaultCode::entry_incomplete, "where the meeting is");
  if (held && meeting.present.empty()) return fail(FaultCode::entry_incomplete, "who was there");
  if (held && meeting.strategies.empty())
    return fail(FaultCode::entry_incomplete, "what was agreed");
  if (meeting.state == MeetingState::cancelled && meeting.strategies.empty()) {
    return fail(FaultCode::entry_incomplete, "why it was cancelled");
  }
  return {};
}

}  // namespace

std::string_view text_of(MeetingKind kind) { return entry_of(kMeetingKinds, kind).key; }
std::string_view words_of(MeetingKind kind) { return entry_of(kMeetingKinds, kind).words; }

Result<MeetingKind> parse_meeting_kind(std::string_view text) {
  return parse_choice<MeetingKind>(kMeetingKinds, text);
}

std::string_view text_of(MeetingState state) { return entry_of(kMeetingStates, state).key; }
std::string_view words_of(MeetingState state) { return entry_of(kMeetingStates, state).words; }

Result<MeetingState> parse_meeting_state(std::string_view text) {
  return parse_choice<MeetingState>(kMeetingStates, text);
}

Status complete(const Meeting& meeting) {
  if (Status enough = says_enough(meeting); !enough) return enough;
  if (meeting.review && *meeting.review <= meeting.day) {
    return fail(FaultCode::dates_crossed, "The review on " + meeting.review->words() +
                                              " has to be after the meeting on " +
                                              meeting.day.words());
  }
  if (Status fits = text_fits(meeting.place, "a place", kLongestPlace); !fits) return fits;
  if (Status fits = text_fits(meeting.present, "who was there", kLongestPresent); !fits)
    return fits;
  return text_fits(meeting.strategies, "what was agreed", kLongestStrategies);
}

}  // namespace handbell::reg
