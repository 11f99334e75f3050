#include "app/register/afternoon.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/register/class_register.h"
#include "app/register/door_reason.h"
#include "app/register/mark_rule.h"
#include "app/register/presence_lists.h"
#include "app/register/presence_steps.h"
#include "app/register/settlement.h"
#include "app/register/store.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::reg {

namespace {

const Mark* afternoon_mark(const std::vector<Mark>& marks, PupilId pupil) {
  const auto found =
      std::ranges::find(marks, pupil, [](const Mark& mark) { return mark.what.pupil; });
  return found == marks.end() ? nullptr : &*found;
}

/// The child went alone or with an adult, and not with a group.
bool went_alone(const PresenceFacts& known, const EventRef& evidence) {
  return std::ranges::none_of(known.people, [&](const PresenceFact& fact) {
    return fact.ref == evidence && std::holds_alternative<GroupMovement>(fact.event);
  });
}

/// What a person decided about this child stands; what came with a list may be put right.
bool may_replace(const Mark& mark, Code code) {
  const auto& source = mark.what.source;
  const bool of_a_list = source == kClassRegister || source.starts_with(kImportOf);
  return of_a_list && mark.what.code.gives_way() && code != code_of("N");
}

bool is_away(const Whereabouts& where) {
  const bool gone = where.place == Place::out || where.place == Place::out_expected;
  return gone && where.since && !where.closed;
}

class Afternoon {
 public:
  Afternoon(const AfternoonFacts& facts, const School& school)
      : facts_(facts),
        school_(school),
        steps_(steps_of(facts.known)),
        presence_(facts.known, facts.session.day, presence_closes()) {}

  [[nodiscard]] std::optional<AfternoonLine> line_of(const PupilRecord& pupil) const {
    const auto about = facts_of(school_, pupil, facts_.session, std::nullopt);
    if (!about.expected || !about.on_roll || about.day != DayState::open) return std::nullopt;
    const TimeOfDay taken = about.window ? about.window->taken_by
                                         : TimeOfDay::from_ms(hours(kAfternoonWithoutTimes).count);
    const Instant at = from_local(facts_.session.day, taken);
    if (facts_.now < at) return std::nullopt;
    const auto where = presence_.where(pupil.id, at);
    if (!is_away(where) || !went_alone(facts_.known, where.evidence)) return std::nullopt;
    if (came_after(pupil.id, *where.since)) return std::nullopt;
    const auto code = code_for(about, where, taken);
    const auto* mark = afternoon_mark(facts_.marks, pupil.id);
    if (!code || (mark != nullptr && !may_replace(*mark, *code))) return std::nullopt;
    const std::string reason = where.reason.empty() ? "" : words_of_reason(where.reason);
    return AfternoonLine{pupil.id, facts_.session,
                         *code,    *where.since,
                         reason,   mark == nullptr ? std::nullopt : std::optional(*mark)};
  }

 private:
  static constexpr int kAfternoonWithoutTimes = 13;

  /// Whoever came later in the afternoon is the door's and the teacher's to mark.
  [[nodiscard]] bool came_after(PupilId pupil, Instant left) const {
    const auto own = steps_.find(pupil);
    if (own == steps_.end()) return false;
    return std::ranges::any_of(own->second, [&](const Step& step) {
      const bool in = step.kind == StepKind::claimed_in || step.kind == StepKind::sighted;
      return in && step.at && left < *step.at && *step.at <= facts_.now;
    });
  }

  static std::optional<Code> code_for(const PupilFacts& about, const Whereabouts& where,
                                      TimeOfDay taken) {
    const bool told = about.planned && about.planned->told_before_close;
    const bool known = told && about.planned->code == code_of("M");
    // What was told for this session says where the child is: nothing has to be proposed.
    if (told && !known) return std::nullopt;
    const auto left = to_local(*where.since);
    if (!left) return std::nullopt;
    const auto reason = known ? OutReason::appointment : out_reason_of(where.reason);
    return afternoon_proposal({left->time, {}, reason, known}, taken);
  }

  const AfternoonFacts& facts_;
  const School& school_;
  StepsByPupil steps_;
  Presence presence_;
};

Result<std::vector<MarkDraft>> drafts_of(const std::vector<AfternoonLine>& lines,
                                         const std::vector<PupilId>& only, const Author& by,
                                         const Staff& staff, SchoolDay day) {
  const auto roles = roles_of(by, staff.members, staff.acting, day);
  std::vector<MarkDraft> drafts;
  for (const auto& line : lines) {
    if (std::ranges::find(only, line.pupil) == only.end()) continue;
    if (Status theirs = may_set(line.code, roles); !theirs) return fail(theirs.error());
    const std::string why = line.reason.empty() ? "" : ": " + line.reason;
    drafts.push_back({line.pupil,
                      line.session,
                      line.code,
                      {},
                      {},
                      fmt::format("out since {}{}", local_hh_mm(line.left), why),
                      std::string(kSignOutSource),
                      signature(by, line.code, staff, day)});
  }
  return drafts;
}

}  // namespace

std::vector<AfternoonLine> afternoon_lines(const AfternoonFacts& facts, const School& school) {
  std::vector<AfternoonLine> lines;
  if (facts.known.people.empty() && facts.known.door.empty()) return lines;
  const Afternoon afternoon(facts, school);
  for (const auto& pupil : school.pupils) {
    if (auto line = afternoon.line_of(pupil)) lines.push_back(std::move(*line));
  }
  return lines;
}

std::string sentence(const AfternoonLine& line) {
  const std::string why = line.reason.empty() ? "" : fmt::format(" ({})", line.reason);
  const std::string stands = line.mark
                                 ? fmt::format(" {} stands, by {}.", line.mark->what.code.text(),
                                               line.mark->what.by.text())
                                 : "";
  return fmt::format("Out since {}{}, and not back when the afternoon register was taken (D18).{}",
                     local_hh_mm(line.left), why, stands);
}

Result<std::vector<AfternoonLine>> afternoon_lines(Store& store, SessionId session, Instant now) {
  if (session.half == Half::am) return std::vector<AfternoonLine>();
  const auto school = store.shared_school();
  if (!school) return fail(school.error());
  auto events = store.events(session.day);
  if (!events) return fail(events.error());
  auto told = store.told(session.day);
  if (!told) return fail(told.error());
  auto marks = store.marks(session);
  if (!marks) return fail(marks.error());
  return afternoon_lines({{std::move(*events), std::move(*told)}, std::move(*marks), session, now},
                         **school);
}

Result<std::vector<MarkDraft>> acceptance(Store& store, SessionId session,
                                          const std::vector<PupilId>& only, const Author& by,
                                          const Staff& staff, Instant at) {
  const auto today = to_local(at);
  if (!today) return fail(today.error());
  const auto left = afternoon_lines(store, session, at);
  if (!left) return fail(left.error());
  auto drafts = drafts_of(*left, only, by, staff, today->day);
  if (!drafts) return drafts;
  const auto lines = lines_of(store, session);
  if (!lines) return fail(lines.error());
  auto arrived = acceptance(*lines, only, by, staff, today->day);
  const bool none = !arrived && arrived.error().code == FaultCode::nothing_to_accept;
  if (!arrived && (!none || drafts->empty())) return arrived;
  if (arrived) drafts->insert(drafts->begin(), arrived->begin(), arrived->end());
  return drafts;
}

}  // namespace handbell::reg
