#include "app/office/today/today_presence.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/register/presence_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace handbell::office {
namespace {

using ByPupil = std::map<PupilId, reg::Mark>;

ByPupil by_pupil(const std::vector<reg::Mark>& marks) {
  ByPupil all;
  for (const auto& mark : marks) all.emplace(mark.what.pupil, mark);
  return all;
}

void add_at_door(const TodayFacts& facts, const reg::Presence& presence, TodayView& view) {
  for (const auto& claim : reg::at_the_door(presence, facts.now)) {
    const auto* pupil = facts.school.pupil(claim.pupil);
    if (pupil == nullptr) continue;
    DoorLine line;
    line.pupil = std::to_string(pupil->id.number());
    line.name = child_name(*pupil);
    line.class_name = pupil->class_name;
    line.red = claim.red;
    if (claim.since) line.since = local_hh_mm(*claim.since);
    const auto missing = presence.where(pupil->id, facts.now).missing_since;
    if (missing) line.why = "The class did not see the child at " + local_hh_mm(*missing) + ".";
    view.at_door.push_back(std::move(line));
  }
}

std::string out_note(const reg::Whereabouts& where) {
  std::string note = where.place == reg::Place::elsewhere ? "away with the school" : "";
  for (const auto& more : {where.with, where.reason}) {
    if (!more.empty()) note += (note.empty() ? "" : ", ") + more;
  }
  return note;
}

void add_out(const TodayFacts& facts, const reg::Presence& presence, TodayView& view) {
  for (const auto& due : reg::due_back(presence, facts.now)) {
    const auto* pupil = facts.school.pupil(due.child.pupil);
    if (pupil == nullptr) continue;
    const auto& where = due.child.where;
    view.out.push_back({std::to_string(pupil->id.number()), child_name(*pupil), pupil->class_name,
                        where.since ? local_hh_mm(*where.since) : "",
                        where.back_by ? local_hh_mm(*where.back_by) : "", out_note(where),
                        due.overdue});
  }
}

/// Whether this session asks where a child is: the afternoon asks nothing of who was in before.
class Unknown {
 public:
  Unknown(const TodayFacts& facts, const std::vector<reg::RegisterLine>& lines, SessionId session)
      : facts_(facts),
        session_(session),
        morning_(by_pupil(facts.of_day.morning)),
        afternoon_(by_pupil(facts.of_day.afternoon)) {
    for (const auto& line : lines) came_.insert(line.arrival.pupil);
  }

  [[nodiscard]] bool is(const reg::PupilRecord& pupil, const reg::Whereabouts& where) const {
    const bool afternoon = session_.half == Half::pm;
    const auto before = morning_.find(pupil.id);
    const bool was_in =
        afternoon && before != morning_.end() && before->second.what.code.is_attending();
    const bool marked = (afternoon ? afternoon_ : morning_).contains(pupil.id);
    const bool heard = where.since || is_in(where.place) || came_.contains(pupil.id);
    return is_expected(pupil) && !marked && !was_in && !heard;
  }

 private:
  [[nodiscard]] bool is_expected(const reg::PupilRecord& pupil) const {
    const auto known = reg::facts_of(facts_.school, pupil, session_, std::nullopt);
    return known.day == reg::DayState::open && known.on_roll && known.expected && !known.planned;
  }

  const TodayFacts& facts_;
  SessionId session_;
  ByPupil morning_;
  ByPupil afternoon_;
  std::set<PupilId> came_;
};

void add_unknown(const TodayFacts& facts, const std::vector<reg::RegisterLine>& lines,
                 const reg::Presence& presence, TodayView& view) {
  const auto local = to_local(facts.now);
  if (!local) return;
  const Unknown unknown(facts, lines, {facts.of_day.day, reg::half_of(local->time)});
  std::map<std::string, std::vector<std::string>> classes;
  for (const auto& pupil : facts.school.pupils) {
    if (!unknown.is(pupil, presence.where(pupil.id, facts.now))) continue;
    classes[pupil.class_name].push_back(child_name(pupil));
    ++view.presence.unknown;
  }
  for (auto& [name, children] : classes) view.unknown.push_back({name, std::move(children)});
}

std::string told_words(const reg::SingleEntry& entry) {
  const std::string at = " at " + local_hh_mm(entry.at);
  if (entry.direction == reg::Direction::in) return "Came or was seen" + at;
  std::string words = "Went out" + at;
  if (entry.handed_to) words += " with " + entry.handed_to->text();
  if (entry.back_by) words += ", back by " + local_hh_mm(*entry.back_by);
  return words;
}

/// Newest first: an error is seen at once.
void add_told(const TodayFacts& facts, TodayView& view) {
  std::set<reg::EventRef> back;
  for (const auto& fact : facts.of_day.told) {
    const auto* taken = std::get_if<reg::TakenBack>(&fact.event);
    if (taken != nullptr) back.insert(taken->what);
  }
  for (const auto& fact : facts.of_day.told) {
    const auto* entry = std::get_if<reg::SingleEntry>(&fact.event);
    const auto* pupil = entry == nullptr ? nullptr : facts.school.pupil(entry->pupil);
    if (pupil == nullptr || back.contains(fact.ref)) continue;
    view.told.insert(view.told.begin(), {std::to_string(fact.ref.seq), child_name(*pupil),
                                         pupil->class_name, told_words(*entry), entry->by.text()});
  }
}

}  // namespace

void add_presence(const TodayFacts& facts, const std::vector<reg::RegisterLine>& lines,
                  TodayView& view) {
  if (!view.is_today) return;
  const reg::Presence presence({facts.of_day.events, facts.of_day.told}, facts.of_day.day,
                               reg::presence_closes());
  view.presence.on_site = static_cast<int>(std::ranges::count_if(
      presence.everybody(facts.now), [](const auto& child) { return is_in(child.where.place); }));
  add_at_door(facts, presence, view);
  add_out(facts, presence, view);
  view.presence.out = static_cast<int>(view.out.size());
  add_unknown(facts, lines, presence, view);
  add_told(facts, view);
}

}  // namespace handbell::office
