#include "app/office/presence/day_log.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/office/presence/group_form.h"
#include "app/office/presence/presence.h"
#include "app/office/presence/presence_words.h"
#include "app/office/web/collecting.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

constexpr Millis kLateFrom = hours(16);

bool is_here(const reg::Whereabouts& where) {
  return is_in(where.place) || where.place == reg::Place::elsewhere;
}

CloseLine close_line(const reg::PupilRecord& pupil, const reg::Whereabouts& where,
                     const FactWords& words) {
  const std::string company = company_words(where);
  return {std::to_string(pupil.id.number()), child_name(pupil), pupil.class_name,
          place_words(where) + (company.empty() ? "" : ", " + company), words.of(where.evidence)};
}

void add_here(const PresenceDay& day, PresenceDayView& view) {
  const FactWords words(day.facts);
  const auto put_out = day.presence.put_out_by_close(day.at);
  for (const auto* pupil : day.pupils) {
    const auto was = std::ranges::find(put_out, pupil->id, &reg::ChildAt::pupil);
    const auto now = day.where(pupil->id);
    const bool back_since = view.closed && is_here(now);
    if (was != put_out.end() && !back_since) {
      view.here.push_back(close_line(*pupil, was->where, words));
    } else if (view.late && is_here(now)) {
      view.here.push_back(close_line(*pupil, now, words));
    }
  }
}

class Log {
 public:
  Log(const Visit& visit, const PresenceDay& day)
      : visit_(visit), day_(day), back_(taken_back_by_people(day.facts)) {
    for (const auto& fact : day.facts.people) {
      std::visit([&](const auto& event) { take(fact.ref, event); }, fact.event);
    }
    std::ranges::stable_sort(lines_, std::greater{}, [](const auto& each) { return each.first; });
  }

  [[nodiscard]] std::vector<LogLine> newest_first() && {
    std::vector<LogLine> lines;
    for (auto& [at, line] : lines_) lines.push_back(std::move(line));
    return lines;
  }

 private:
  void add(const reg::EventRef& ref, Instant at, const reg::Author& by, LogLine line) {
    line.entry = std::to_string(ref.seq);
    line.time = local_hh_mm(at);
    line.by = by.text();
    line.taken_back = back_.contains(ref);
    line.may_undo = !line.taken_back && may_take_back(visit_.who, by);
    lines_.emplace_back(at, std::move(line));
  }

  void take(const reg::EventRef& ref, const reg::GroupMovement& moved) {
    const auto& what = moved.what();
    const auto sees = [this](PupilId id) { return day_.pupil(id) != nullptr; };
    const auto listed = std::ranges::count_if(what.list, sees);
    if (listed == 0) return;
    LogLine line;
    line.what = fmt::format("{} {}: {} of {} ticked", group_words(what),
                            movement_verb(what.kind, what.direction),
                            std::ranges::count_if(what.ticked, sees), listed);
    line.address = fmt::format("/presence/moved?entry={}", ref.seq);
    add(ref, what.at, what.by, std::move(line));
  }

  void take(const reg::EventRef& ref, const reg::SingleEntry& entry) {
    const auto* pupil = day_.pupil(entry.pupil);
    if (pupil == nullptr) return;
    LogLine line;
    line.what = fmt::format("{}: {}", child_and_class(*pupil), single_words(entry));
    line.address =
        fmt::format("/presence/child?pupil={}&on={}", pupil->id.number(), day_.day.text());
    add(ref, entry.at, entry.by, std::move(line));
  }

  void take(const reg::EventRef& /*ref*/, const reg::ClassSeen& /*seen*/) {}
  void take(const reg::EventRef& /*ref*/, const reg::TakenBack& /*error*/) {}

  const Visit& visit_;
  const PresenceDay& day_;
  std::set<reg::EventRef> back_;
  std::vector<std::pair<Instant, LogLine>> lines_;
};

std::string joined_by(const std::vector<std::string>& words, const char* between) {
  std::string all;
  for (const auto& each : words) all += (all.empty() ? "" : between) + each;
  return all;
}

void add_collecting(const Visit& visit, const PresenceDay& day, const LeavingLists& leaving,
                    PresenceDayView& view) {
  for (auto& line : view.here) {
    const auto* pupil = day.pupil(line.pupil);
    if (pupil == nullptr) continue;
    line.alone = leaves_alone(leaving, pupil->id);
    if (!answers_for_restricted(visit.who)) continue;
    const auto words = collect_words(leaving.lists, *pupil);
    line.may_collect = joined_by(words.may_collect, "; ");
    line.may_not = joined_by(words.may_not, "; ");
  }
}

/// Why one press does not say that this child was collected; empty: it does.
std::string against_collecting(const LeavingLists& leaving, const reg::PupilRecord& pupil,
                               const std::optional<NamePart>& adult) {
  const std::string name = child_name(pupil);
  if (leaving.asked.contains(pupil.id)) {
    return name + " is asked for: answer that request on the page Out of school.";
  }
  if (reg::restriction_of(pupil.id, leaving.lists, adult)) {
    return name +
           " does not go with everybody: mend the adult's name, or answer on the "
           "child's own page of this day.";
  }
  if (!adult && asks_who_collects(leaving, pupil.id)) return "Type who collected " + name + ".";
  return "";
}

}  // namespace

PresenceDayView presence_day_view(const Visit& visit, const PresenceDay& day,
                                  const LeavingLists& leaving) {
  PresenceDayView view;
  view.day = day.day.text();
  view.date = day.day.words();
  view.is_today = day.is_today;
  view.previous = day.day.plus(-1).text();
  if (!day.is_today) view.next = day.day.plus(1).text();
  view.closes_at = local_hh_mm(day.presence.close());
  view.late = from_local(day.day, TimeOfDay::from_ms(kLateFrom.count)) <= day.at;
  view.closed = day.presence.close() <= day.at;
  view.may_tell = may_tell_presence(visit.who);
  add_here(day, view);
  add_collecting(visit, day, leaving, view);
  view.log = Log(visit, day).newest_first();
  view.time = visit.typed("time");
  view.with = visit.typed("with");
  return view;
}

std::optional<reg::SingleEntry> typed_collected(const Visit& visit, const PresenceDay& day,
                                                const LeavingLists& leaving,
                                                const reg::PupilRecord& pupil, FormErrors& errors) {
  const auto at = typed_moment(visit, "time", day.day, errors);
  std::optional<NamePart> adult;
  if (const std::string with = visit.typed("with"); !with.empty()) {
    const auto name = NamePart::parse(with);
    if (name) adult = *name;
    if (!name) errors.add("with", sentence(name.error()));
  }
  if (!at || !errors.empty()) return std::nullopt;
  if (const auto wrong = against_collecting(leaving, pupil, adult); !wrong.empty()) {
    errors.add("with", wrong);
    return std::nullopt;
  }
  return reg::SingleEntry{pupil.id,    reg::Direction::out, *at, adult, {},
                          "collected", visit.who.author};
}

bool may_be_collected(const PresenceDay& day, PupilId pupil, Instant at) {
  const auto where = day.presence.where(pupil, at);
  return is_here(where) || where.closed;
}

}  // namespace handbell::office
