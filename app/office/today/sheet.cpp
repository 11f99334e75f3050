#include "app/office/today/sheet.h"

#include "app/base/hex.h"
#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/office/today/day_facts.h"
#include "app/office/today/desk.h"
#include "app/office/web/code_choice.h"
#include "app/register/register_line.h"
#include "app/reports/report_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace handbell::office {
namespace {

std::string code_seen(const Visitor& who, reg::Code code) {
  return sees_code(who, code) ? std::string(code.text()) : "•";
}

/// All that stands on the sheet, found by child.
class Sheet {
 public:
  Sheet(const Visit& visit, const reg::School& school, const DayFacts& facts)
      : visit_(visit),
        facts_(facts),
        presence_({facts.events, facts.told}, facts.day, reg::presence_closes()) {
    take(facts.morning, morning_);
    take(facts.afternoon, afternoon_);
    take_lines(reg::register_lines(facts.events, school, facts.morning, {facts.day, Half::am}));
    take_lines(reg::register_lines(facts.events, school, facts.afternoon, {facts.day, Half::pm}));
    for (const auto* marks : {&facts.morning, &facts.afternoon}) {
      for (const auto& mark : *marks) {
        if (mark.what.arrived) came(mark.what.pupil, mark.what.session.half, *mark.what.arrived);
      }
    }
  }

  [[nodiscard]] SheetLine line(const reg::PupilRecord& pupil) const {
    SheetLine line;
    line.name = child_name(pupil);
    line.morning = mark_in(morning_, pupil.id);
    line.afternoon = mark_in(afternoon_, pupil.id);
    for (const Half half : {Half::am, Half::pm}) {
      const auto at = came_.find({pupil.id, half});
      if (at == came_.end()) continue;
      line.came += (line.came.empty() ? "" : ", ") + local_hh_mm(at->second);
    }
    const auto waits = waiting_.find(pupil.id);
    if (waits != waiting_.end()) line.note = waits->second;
    if (facts_.day != visit_.today) return line;
    const auto where = presence_.where(pupil.id, visit_.now);
    if (where.since && !is_in(where.place)) {
      line.note += (line.note.empty() ? "" : "; ") + where_words(where);
    }
    return line;
  }

  [[nodiscard]] int waiting() const { return static_cast<int>(waiting_.size()); }

 private:
  using Marks = std::map<PupilId, const reg::Mark*>;

  static void take(const std::vector<reg::Mark>& marks, Marks& into) {
    for (const auto& mark : marks) into.emplace(mark.what.pupil, &mark);
  }

  void came(PupilId pupil, Half half, Instant at) { came_.try_emplace({pupil, half}, at); }

  void take_lines(const std::vector<reg::RegisterLine>& lines) {
    for (const auto& line : lines) {
      const auto& arrival = line.arrival;
      if (arrival.judgement.outcome == reg::Outcome::clock_unverified) continue;
      came(arrival.pupil, arrival.session.half, arrival.first_contact);
      const bool open =
          line.state == reg::LineState::pending || line.state == reg::LineState::conflict;
      if (!open || !arrival.judgement.proposal) continue;
      waiting_[arrival.pupil] = fmt::format("{} proposed, not yet accepted",
                                            code_seen(visit_.who, *arrival.judgement.proposal));
    }
  }

  [[nodiscard]] std::string mark_in(const Marks& marks, PupilId pupil) const {
    const auto found = marks.find(pupil);
    return found == marks.end() ? "" : code_seen(visit_.who, found->second->what.code);
  }

  const Visit& visit_;
  const DayFacts& facts_;
  reg::Presence presence_;
  Marks morning_;
  Marks afternoon_;
  std::map<std::pair<PupilId, Half>, Instant> came_;
  std::map<PupilId, std::string> waiting_;
};

/// "09:10 Amira Khan, morning: / became L, by R Patel, Office: was queueing at the close"
std::string amendment_words(const Visitor& who, const reg::PupilRecord& pupil,
                            const reg::Mark& mark, const reg::Mark* before) {
  const bool hidden =
      !sees_code(who, mark.what.code) || (before != nullptr && !sees_code(who, before->what.code));
  const std::string was = before == nullptr ? "a mark" : code_seen(who, before->what.code);
  return fmt::format("{} {}, {}: {} became {}, by {}{}", local_hh_mm(mark.at), child_name(pupil),
                     mark.what.session.half == Half::am ? "morning" : "afternoon", was,
                     code_seen(who, mark.what.code), mark.what.by.text(),
                     hidden ? "" : ": " + mark.what.reason);
}

Status add_amendments(const Visit& visit, store::Register& held, const reg::School& school,
                      SheetView& view) {
  const auto day = *SchoolDay::parse(view.day);
  const auto entries = held.entries(day, day);
  if (!entries) return fail(entries.error());
  for (const auto& mark : *entries) {
    const auto* pupil = mark.replaces == 0 ? nullptr : school.pupil(mark.what.pupil);
    if (pupil == nullptr) continue;
    const auto before = std::ranges::find(*entries, mark.replaces, &reg::Mark::entry);
    const auto list = std::ranges::find(view.classes, pupil->class_name, &SheetClass::name);
    if (list == view.classes.end()) continue;
    list->amendments.push_back(
        amendment_words(visit.who, *pupil, mark, before == entries->end() ? nullptr : &*before));
  }
  return {};
}

std::string printed_words(const Visit& visit) {
  return fmt::format("Printed on {} at {} by {}", visit.today.words(), local_hh_mm(visit.now),
                     visit.who.author.text());
}

}  // namespace

Result<SheetView> sheet_view(const Visit& visit, store::Register& held, SchoolDay day) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto facts = day_facts(held, day);
  if (!facts) return fail(facts.error());
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const auto witness = held.witness();
  if (!witness) return fail(witness.error());
  const Sheet sheet(visit, **school, *facts);
  SheetView view;
  view.day = day.text();
  view.date = day.words();
  view.legal_register = reg::legal_register(*settings, day);
  view.kept_as = fmt::format("Register {}, entry {}, link {}", to_hex(witness->history),
                             witness->head.seq, to_hex(witness->head.link));
  view.printed = printed_words(visit);
  view.waiting = sheet.waiting();
  for (const auto* pupil : reports::pupils_by_class(**school)) {
    if (!pupil->on_roll(day)) continue;
    if (view.classes.empty() || view.classes.back().name != pupil->class_name) {
      view.classes.push_back({pupil->class_name, {}, {}});
    }
    view.classes.back().lines.push_back(sheet.line(*pupil));
  }
  const Status amended = add_amendments(visit, held, **school, view);
  if (!amended) return fail(amended.error());
  return view;
}

}  // namespace handbell::office
