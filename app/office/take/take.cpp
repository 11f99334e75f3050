#include "app/office/take/take.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/take/take_row.h"
#include "app/register/leave_cases.h"
#include "app/reports/missing_register.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace handbell::office {
namespace {

constexpr std::int64_t kNoon = hours(12).count;

Instant begins(SessionId session) {
  return from_local(session.day, TimeOfDay::from_ms(session.half == Half::am ? 0 : kNoon));
}

/// The last moment of the half, or now.
Instant until_now(SessionId session, Instant now) {
  const auto noon = from_local(session.day, TimeOfDay::from_ms(kNoon)) - Millis{1};
  return session.half == Half::am ? std::min(now, noon) : now;
}

const reg::Mark* mark_at(const std::vector<reg::Mark>& marks, PupilId pupil) {
  const auto found =
      std::ranges::find(marks, pupil, [](const auto& mark) { return mark.what.pupil; });
  return found == marks.end() ? nullptr : &*found;
}

struct DaySeen {
  std::vector<reg::Mark> marks;
  std::vector<reg::RegisterLine> lines;
  std::vector<reg::PresenceFact> told;
  reg::Presence presence;
};

Result<DaySeen> read_day(store::Register& held, const reg::School& school, SessionId session) {
  auto events = held.events(session.day);
  if (!events) return fail(events.error());
  auto marks = held.marks(session);
  if (!marks) return fail(marks.error());
  auto told = held.told(session.day);
  if (!told) return fail(told.error());
  auto lines = reg::register_lines(*events, school, *marks, session);
  reg::Presence presence({std::move(*events), *told}, session.day, reg::presence_closes());
  return DaySeen{std::move(*marks), std::move(lines), std::move(*told), std::move(presence)};
}

reg::ClassChild child_of(const reg::School& school, const reg::PupilRecord& pupil,
                         const DaySeen& seen, SessionId session, Instant now) {
  reg::ClassChild child;
  child.pupil = pupil.id;
  if (const auto* mark = mark_at(seen.marks, pupil.id)) child.mark = *mark;
  const auto facts = reg::facts_of(school, pupil, session, std::nullopt);
  child.expected = facts.expected && facts.on_roll && facts.day == reg::DayState::open;
  child.planned = facts.planned;
  const auto line =
      std::ranges::find(seen.lines, pupil.id, [](const auto& each) { return each.arrival.pupil; });
  if (line != seen.lines.end()) child.arrival = line->arrival;
  child.where = seen.presence.where(pupil.id, now);
  return child;
}

std::string session_words(SessionId session) {
  return session.day.words() + (session.half == Half::am ? ", morning" : ", afternoon");
}

std::string times_words(const TakeFacts& facts) {
  if (!facts.window) return "No times are set for this session.";
  return fmt::format("Taken by {}, closes at {}.", facts.window->taken_by.hh_mm(),
                     facts.window->closes.hh_mm());
}

std::string closed_words(const TakeFacts& facts) {
  if (!facts.begun) return "The afternoon has not begun: its register can be taken from 12:00.";
  return facts.meets ? "" : "Nobody of this class is expected in this session.";
}

TakeNote alert_of(const TakeFacts& facts, Instant now) {
  if (facts.taken.sent) return {};
  for (const auto& missing :
       reports::missing_registers(*facts.school, facts.taken.session, {}, now)) {
    if (missing.class_name != facts.taken.class_name) continue;
    return missing.red ? TakeNote{"This register has not been sent. The office is waiting for it: "
                                  "send it now.",
                                  "red"}
                       : TakeNote{"This register has not been sent. It is due now.", "amber"};
  }
  return {};
}

std::string newest_entry(const reg::ClassRegister& taken) {
  std::uint64_t newest = 0;
  for (const auto& child : taken.children) {
    if (child.mark) newest = std::max(newest, child.mark->entry);
  }
  return std::to_string(newest);
}

/// The other half of today, where it has begun.
std::string other_address(const Visit& visit, const AskedClass& asked) {
  const Half other = asked.half == Half::am ? Half::pm : Half::am;
  if (other == Half::pm && half_at(visit.now) == Half::am) return "";
  return address_of({asked.class_name, other});
}

std::optional<reg::InClass> offered(const TakeFacts& facts, const reg::ClassChild& child,
                                    const TypedRegister* typed) {
  if (typed != nullptr) {
    const auto found = typed->said.find(child.pupil);
    return found == typed->said.end() ? std::nullopt : std::optional(found->second);
  }
  return facts.taken.sent ? reg::standing(facts.taken, child) : reg::preset(child);
}

TakeNote state_of(const std::optional<reg::SentRegister>& sent,
                  const std::vector<reports::MissingRegister>& missing, const std::string& name) {
  if (sent) {
    return {fmt::format("Sent at {} by {}", local_hh_mm(sent->what.at), sent->what.by.text()),
            "green"};
  }
  const auto late = std::ranges::find(missing, name, &reports::MissingRegister::class_name);
  if (late == missing.end()) return {"Not sent yet", "grey"};
  return late->red ? TakeNote{"Not sent: ring the class", "red"} : TakeNote{"Not sent", "orange"};
}

int children_in(const reg::School& school, const std::string& class_name, SchoolDay day) {
  return static_cast<int>(std::ranges::count_if(school.pupils, [&](const auto& pupil) {
    return pupil.class_name == class_name && pupil.on_roll(day);
  }));
}

}  // namespace

std::vector<std::string> classes_of(const Visit& visit, const reg::School& school) {
  std::set<std::string> classes;
  for (const auto& pupil : school.pupils) {
    if (pupil.on_roll(visit.today) && visit.who.sees_class(pupil.class_name)) {
      classes.insert(pupil.class_name);
    }
  }
  return {classes.begin(), classes.end()};
}

Half half_at(Instant at) {
  const auto local = to_local(at);
  return local ? reg::half_of(local->time) : Half::am;
}

std::string address_of(const AskedClass& asked) {
  return fmt::format("/register?class={}&session={}", net::encoded(asked.class_name),
                     text_of(asked.half));
}

std::string stands_words(reg::InClass said) {
  return said == reg::InClass::not_here ? "not here" : std::string(text_of(said));
}

Result<TakeFacts> read_class(const Visit& visit, store::Register& held, const AskedClass& asked) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const SessionId session{visit.today, asked.half};
  const auto seen = read_day(held, **school, session);
  if (!seen) return fail(seen.error());
  auto appointments = reg::appointments_between(held, visit.today, visit.today);
  if (!appointments) return fail(appointments.error());
  TakeFacts facts{*school,      {asked.class_name, session, {}, {}},
                  std::nullopt, true,
                  true,         std::move(*appointments)};
  std::vector<const reg::PupilRecord*> pupils;
  for (const auto& pupil : (*school)->pupils) {
    const bool theirs = pupil.class_name == asked.class_name && pupil.on_roll(visit.today);
    if (theirs) pupils.push_back(&pupil);
  }
  std::ranges::stable_sort(pupils, {}, [](const auto* pupil) {
    return std::pair(folded(pupil->surname.text()), folded(pupil->called().text()));
  });
  for (const auto* pupil : pupils) {
    facts.taken.children.push_back(child_of(**school, *pupil, *seen, session, visit.now));
    const auto window = (*school)->times.window(pupil->group, session);
    const bool later = window && (!facts.window || facts.window->taken_by < window->taken_by);
    if (later) facts.window = window;
  }
  facts.begun = begins(session) <= visit.now;
  facts.meets = std::ranges::any_of(facts.taken.children, &reg::ClassChild::expected);
  facts.taken.sent = reg::register_sent(seen->told, asked.class_name, begins(session),
                                        until_now(session, visit.now));
  return facts;
}

Result<std::vector<ClassLine>> class_lines(const Visit& visit, store::Register& held, Half half) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto told = held.told(visit.today);
  if (!told) return fail(told.error());
  const SessionId session{visit.today, half};
  const auto missing = reports::missing_registers(**school, session, {}, visit.now);
  std::vector<ClassLine> lines;
  for (const auto& name : classes_of(visit, **school)) {
    const auto sent =
        reg::register_sent(*told, name, begins(session), until_now(session, visit.now));
    lines.push_back({address_of({name, half}), name, children_in(**school, name, visit.today),
                     state_of(sent, missing, name)});
  }
  return lines;
}

TakeView take_view(const Visit& visit, const TakeFacts& facts, const AskedClass& asked,
                   const TypedRegister* typed) {
  TakeView view;
  view.class_name = asked.class_name;
  view.address = address_of(asked);
  view.day = visit.today.text();
  view.half = std::string(text_of(asked.half));
  view.session = session_words(facts.taken.session);
  view.times = times_words(facts);
  view.other = other_address(visit, asked);
  if (classes_of(visit, *facts.school).size() > 1) view.classes = "/register";
  view.closed = closed_words(facts);
  view.alert = alert_of(facts, visit.now);
  if (facts.taken.sent) view.sent = count_of(facts.taken);
  view.again = asked.again && facts.taken.sent;
  view.known = std::to_string(facts.taken.sent ? facts.taken.sent->ref.seq : 0);
  view.upto = newest_entry(facts.taken);
  for (const auto& child : facts.taken.children) {
    TakeRow row = row_of(facts, child, visit.now);
    const auto said = offered(facts, child, typed);
    if (said) row.said = std::string(text_of(*said));
    if (typed != nullptr && typed->doubts.contains(child.pupil)) {
      row.doubt = typed->doubts.at(child.pupil);
    }
    row.error = visit.frame.errors.of("said-" + row.id);
    view.rows.push_back(std::move(row));
  }
  if (typed == nullptr) return view;
  view.headcount = typed->headcount;
  view.reason = typed->reason;
  return view;
}

ChangeView change_view(const Visit& visit, const TakeFacts& facts, const AskedClass& asked,
                       const reg::ClassChild& child) {
  ChangeView view;
  view.row = row_of(facts, child, visit.now);
  const auto said = reg::standing(facts.taken, child);
  view.stands = said ? stands_words(*said) : "nothing yet";
  view.class_name = asked.class_name;
  view.address = address_of(asked);
  view.day = visit.today.text();
  view.half = std::string(text_of(asked.half));
  view.session = session_words(facts.taken.session);
  view.upto = std::to_string(child.mark ? child.mark->entry : 0);
  return view;
}

TakeSent count_of(const reg::ClassRegister& taken) {
  TakeSent sent{local_hh_mm(taken.sent->what.at), taken.sent->what.by.text(), 0, 0, 0};
  for (const auto& child : taken.children) {
    const auto said = reg::standing(taken, child);
    if (!said) continue;
    int& figure = *said == reg::InClass::present ? sent.present
                  : *said == reg::InClass::late  ? sent.late
                                                 : sent.not_here;
    ++figure;
  }
  return sent;
}

}  // namespace handbell::office
