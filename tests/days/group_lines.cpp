// What people tell about where children are: groups that move, single children, errors.
#include "day_register.h"

namespace handbell::days {

namespace {

Answer moved(DayRegister& day, Result<reg::GroupMovement> movement, const std::string& words) {
  if (!movement) return refused(movement.error());
  if (Status told = day.tell(*movement); !told) return refused(told.error());
  return words;
}

const std::map<std::string, reg::GroupKind>& kinds() {
  static const std::map<std::string, reg::GroupKind> kKinds{
      {"breakfast club", reg::GroupKind::breakfast_club},
      {"trip", reg::GroupKind::trip},
      {"taxi", reg::GroupKind::transport},
      {"nursery session", reg::GroupKind::nursery_session},
      {"lunch group", reg::GroupKind::lunch},
      {"after-school club", reg::GroupKind::after_school_club},
      {"home time", reg::GroupKind::home_time}};
  return kKinds;
}

/// "trip to the museum leaves with Ms Day until 12:00: Amira, Ben; not ticked: Cara".
Answer moves(DayRegister& day, const Asked& asked) {
  const std::string& verb = asked.part(3);
  const bool in = verb == "comes in" || verb == "comes back" || verb == "begins";
  reg::MovementDraft draft{kinds().at(asked.part(1)),
                           in ? reg::Direction::in : reg::Direction::out,
                           asked.part(1) + asked.part(2),
                           day.now(),
                           {},
                           {},
                           {},
                           {},
                           author("office")};
  if (!asked.part(4).empty()) draft.in_charge = *NamePart::parse(asked.part(4));
  if (const auto until = TimeOfDay::parse(asked.part(5)); until) draft.back_by = day.at(*until);
  const auto ticked = day.roll().list(asked.part(6));
  if (!ticked) return unread(ticked.error());
  const auto missing = day.roll().list(asked.part(7).empty() ? "nobody" : asked.part(7));
  if (!missing) return unread(missing.error());
  draft.ticked = draft.list = *ticked;
  draft.list.insert(draft.list.end(), missing->begin(), missing->end());
  return moved(day, reg::GroupMovement::from(std::move(draft)), verb);
}

Answer single(DayRegister& day, const std::string& name, reg::SingleEntry entry) {
  const auto child = day.roll().find(name);
  if (!child) return unread(child.error());
  entry.pupil = *child;
  entry.at = day.now();
  const bool in = entry.direction == reg::Direction::in;
  if (Status told = day.tell(entry); !told) return refused(told.error());
  return in ? "seen" : "out";
}

Answer sees(DayRegister& day, const Asked& asked) {
  return single(day, asked.part(2),
                {{}, reg::Direction::in, {}, {}, {}, "", author(asked.part(1))});
}

Answer goes_home(DayRegister& day, const Asked& asked) {
  const auto adult = NamePart::parse(asked.part(2));
  if (!adult) return unread(sentence(adult.error()));
  return single(day, asked.part(1),
                {{}, reg::Direction::out, {}, *adult, {}, asked.part(3), author("office")});
}

/// The newest event of this child's card.
Answer takes_back(DayRegister& day, const Asked& asked) {
  const auto child = day.roll().find(asked.part(1));
  if (!child) return unread(child.error());
  const auto events = day.events();
  if (!events) return unread(sentence(events.error()));
  std::optional<reg::EventRef> newest;
  for (const auto& seen : *events) {
    const auto* came = std::get_if<reg::Arrived>(&seen.event);
    if (came != nullptr && came->pupil == *child) newest = seen.ref;
  }
  if (!newest) return unread("no card of " + asked.part(1) + " was seen");
  const reg::TakenBack back{*newest, day.now(), asked.part(2), author("office")};
  if (Status told = day.tell(back); !told) return refused(told.error());
  return "taken back";
}

}  // namespace

const std::vector<Sentence>& group_sentences() {
  static const std::vector<Sentence> kSentences{
      {"(breakfast club|trip|taxi|nursery session|lunch group|after-school club|home time)( .+?)?"
       " (comes in|comes back|begins|leaves|goes home|ends)(?: with (.+?))?"
       "(?: until (\\d\\d:\\d\\d))?: (.+?)(?:; not ticked: (.+))?",
       moves},
      {"(office|teacher of \\S+) sees (.+)", sees},
      {"(.+) goes home with (.+?): (.+)", goes_home},
      {"office takes back the card of (.+): (.+)", takes_back}};
  return kSentences;
}

}  // namespace handbell::days
