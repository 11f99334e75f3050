#include "app/office/today/arrived_form.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/web/code_choice.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace handbell::office {
namespace {

/// Comings that stand: pupil and minute.
using Comings = std::set<std::pair<PupilId, std::int64_t>>;

std::int64_t minute_of(Instant at) { return at.ms / minutes(1).count; }

Comings comings_told(const std::vector<reg::PresenceFact>& told) {
  std::set<reg::EventRef> back;
  for (const auto& fact : told) {
    const auto* taken = std::get_if<reg::TakenBack>(&fact.event);
    if (taken != nullptr) back.insert(taken->what);
  }
  Comings found;
  for (const auto& fact : told) {
    const auto* entry = std::get_if<reg::SingleEntry>(&fact.event);
    const bool in = entry != nullptr && entry->direction == reg::Direction::in;
    if (in && !back.contains(fact.ref)) found.emplace(entry->pupil, minute_of(entry->at));
  }
  return found;
}

/// The same mark stands already, as somebody presses twice.
bool stands_already(const ArrivedEntry& entry) {
  const auto& mark = entry.arrival.mark;
  return mark && mark->what.code == entry.mark->code && mark->what.arrived == entry.mark->arrived;
}

bool was_chosen_from(const Visit& visit, const reg::TypedArrival& arrival, reg::Code code) {
  const auto choices = mark_choices(visit.who, arrival);
  return std::ranges::any_of(choices,
                             [&](const Choice& each) { return each.value == code.text(); });
}

/// Reads the form, one part after the other.
class ArrivedReader {
 public:
  ArrivedReader(const Visit& visit, store::Register& held, const DeskFamily& family)
      : visit_(visit), held_(held), family_(family) {}

  Result<ArrivedTyped> read() {
    auto& errors = typed_.errors;
    const auto at = time_until_now(visit_, "at", errors);
    reason_.why = checked_text(visit_.typed("why"), "why", {}, errors);
    auto view = arrived_view(visit_, held_, family_, at.value_or(visit_.now));
    if (!view) return fail(view.error());
    typed_.view = std::move(*view);
    keep_typed();
    check_choice(typed_.view.said, typed_.view.reasons, "said", errors);
    if (family_.ticked.empty()) errors.add("child", "Tick who came.");
    if (!errors.empty()) return std::move(typed_);
    for (std::size_t i = 0; i < family_.children.size(); ++i) {
      if (!typed_.view.children[i].who.ticked) continue;
      const Status read = read_child(*family_.children[i], typed_.view.children[i], *at);
      if (!read) return fail(read.error());
    }
    return std::move(typed_);
  }

 private:
  void keep_typed() {
    auto& view = typed_.view;
    const auto lists = reg::with_built_in(family_.school->reasons);
    view.at = visit_.typed("at");
    view.said = visit_.typed("said");
    view.why = visit_.typed("why");
    reason_.said = reason_words(lists.late, view.said);
    for (auto& child : view.children) {
      const std::string mark = visit_.typed("mark-" + child.who.pupil);
      const bool same = visit_.typed("seen-" + child.who.pupil) == child.seen;
      const bool known = std::ranges::find(child.marks, mark, &Choice::value) != child.marks.end();
      if (same && known) child.mark = mark;
    }
  }

  Status read_child(const reg::PupilRecord& pupil, const ArrivedChild& child, Instant at) {
    const auto arrival = typed_arrival(held_, *family_.school, pupil, at);
    if (!arrival) return fail(arrival.error());
    if (visit_.typed("seen-" + child.who.pupil) != child.seen) {
      typed_.look_again = true;
      return {};
    }
    const auto choice = visit_.typed("mark-" + child.who.pupil);
    auto mark = chosen_mark(visit_, held_, *arrival, choice, reason_);
    if (mark) {
      typed_.entries.push_back({*arrival, std::move(*mark)});
      return {};
    }
    const bool needs_why = mark.error().code == FaultCode::entry_incomplete;
    if (needs_why) {
      typed_.errors.add("why",
                        fmt::format("Say why the mark of {} is another one.", child.who.name));
    } else {
      typed_.errors.add("mark-" + child.who.pupil, sentence(mark.error()));
    }
    return {};
  }

  const Visit& visit_;
  store::Register& held_;
  const DeskFamily& family_;
  reg::TypedReason reason_;
  ArrivedTyped typed_;
};

}  // namespace

Result<std::optional<reg::MarkDraft>> chosen_mark(const Visit& visit, store::Register& held,
                                                  const reg::TypedArrival& arrival,
                                                  const std::string& choice,
                                                  const reg::TypedReason& reason) {
  if (choice == "none") return std::nullopt;
  const auto suggested = arrival.suggested();
  const auto code =
      choice == "suggested" && suggested ? Result<reg::Code>(*suggested) : reg::Code::parse(choice);
  if (!code) return fail(code.error());
  if (choice != "suggested" && !was_chosen_from(visit, arrival, *code)) {
    return fail(FaultCode::code_not_theirs, std::string(code->text()));
  }
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  const auto by = reg::signature(visit.who.author, *code, **staff, visit.today);
  auto draft = reg::typed_mark(arrival, *code, reason, by);
  if (!draft) return fail(draft.error());
  const auto local = to_local(visit.now);
  if (!local) return fail(local.error());
  const SessionId begun{visit.today, reg::half_of(local->time)};
  const Status may = reg::may_enter(*draft, **school, visit.who.roles, begun);
  if (!may) return fail(may.error());
  return std::optional(std::move(*draft));
}

Status write_arrivals(const Visit& visit, store::Register& held,
                      const std::vector<ArrivedEntry>& entries) {
  if (entries.empty()) return {};
  const auto local = to_local(entries.front().arrival.at);
  if (!local) return fail(local.error());
  const auto told = held.told(local->day);
  if (!told) return fail(told.error());
  auto known = comings_told(*told);
  std::vector<reg::MarkDraft> drafts;
  for (const auto& entry : entries) {
    if (entry.mark && !stands_already(entry)) drafts.push_back(*entry.mark);
    if (!known.emplace(entry.arrival.pupil, minute_of(entry.arrival.at)).second) continue;
    const auto done = held.tell(reg::SingleEntry{entry.arrival.pupil,
                                                 reg::Direction::in,
                                                 entry.arrival.at,
                                                 {},
                                                 {},
                                                 "",
                                                 visit.who.author},
                                visit.now);
    if (!done) return fail(done.error());
  }
  if (drafts.empty()) return {};
  const auto entered = held.enter(drafts, visit.now);
  return entered ? Status() : Status(fail(entered.error()));
}

Result<ArrivedTyped> arrived_typed(const Visit& visit, store::Register& held,
                                   const DeskFamily& family) {
  return ArrivedReader(visit, held, family).read();
}

std::string arrived_words(const reg::School& school, const std::vector<ArrivedEntry>& entries) {
  std::vector<std::string> names;
  for (const auto& entry : entries) {
    const auto* pupil = school.pupil(entry.arrival.pupil);
    if (pupil == nullptr) continue;
    const std::string mark = entry.mark ? fmt::format(" ({})", entry.mark->code.text()) : "";
    names.push_back(child_name(*pupil) + mark);
  }
  const std::string at = entries.empty() ? "" : local_hh_mm(entries.front().arrival.at);
  return fmt::format("{} came at {}.", names_listed(names), at);
}

}  // namespace handbell::office
