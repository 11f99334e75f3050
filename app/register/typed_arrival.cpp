#include "app/register/typed_arrival.h"

#include "app/base/school_time.h"

#include <algorithm>

namespace handbell::reg {

namespace {

ArrivalFacts typed_facts(const PupilFacts& known, SessionId session, TimeOfDay time) {
  ArrivalFacts facts;
  facts.session = session;
  facts.first_contact = time;
  facts.window = known.window;
  facts.day = known.day;
  facts.on_roll = known.on_roll;
  facts.expected = known.expected;
  facts.of_school_age = known.of_school_age;
  facts.existing = known.existing;
  facts.planned = known.planned;
  return facts;
}

std::string ended(std::string sentence) {
  const bool ends = !sentence.empty() && (sentence.back() == '.' || sentence.back() == '!');
  return ends ? sentence : sentence + ".";
}

/// N and O say that nobody had seen the child: they are answered, not contradicted (D10).
bool gives_way(const std::optional<Mark>& mark) { return !mark || mark->what.code.gives_way(); }

}  // namespace

bool TypedArrival::differs() const {
  const bool another = judgement.proposal && mark && *judgement.proposal != mark->what.code;
  return !gives_way(mark) && another;
}

std::optional<Code> TypedArrival::suggested() const {
  return gives_way(mark) ? judgement.proposal : std::nullopt;
}

TypedArrival judge_typed(const School& school, const PupilRecord& pupil, Instant at,
                         const std::optional<Mark>& mark) {
  TypedArrival typed;
  typed.pupil = pupil.id;
  typed.at = at;
  typed.mark = mark;
  const auto local = to_local(at);
  if (!local) {
    typed.judgement.outcome = Outcome::clock_unverified;
    return typed;
  }
  typed.session = {local->day, half_of(local->time)};
  const auto existing = mark ? std::optional<Code>(mark->what.code) : std::nullopt;
  const auto facts =
      typed_facts(facts_of(school, pupil, typed.session, existing), typed.session, local->time);
  typed.judgement = judge_arrival(facts);
  typed.sentence = reg::sentence(typed.judgement, facts);
  return typed;
}

Result<MarkDraft> typed_mark(const TypedArrival& arrival, Code code, const TypedReason& reason,
                             const Author& by) {
  const bool as_suggested = arrival.suggested() == code;
  if (!as_suggested && reason.why.empty()) return fail(FaultCode::entry_incomplete, "a reason");
  std::string words = as_suggested ? arrival.sentence : ended(reason.why);
  if (as_suggested && !reason.why.empty()) words += " " + ended(reason.why);
  if (!reason.said.empty()) words += " Said: " + ended(reason.said);
  const bool by_the_clock = arrival.judgement.proposal == code;
  return MarkDraft{arrival.pupil, arrival.session,
                   code,          by_the_clock ? arrival.judgement.minutes_late : std::nullopt,
                   arrival.at,    std::move(words),
                   "Office",      by};
}

std::vector<const PupilRecord*> siblings_of(const School& school, const PupilRecord& pupil,
                                            SchoolDay day) {
  std::vector<const PupilRecord*> found;
  if (pupil.family.empty() || pupil.hide_siblings) return found;
  for (const auto& other : school.pupils) {
    const bool same = other.family == pupil.family && other.id != pupil.id;
    if (same && !other.hide_siblings && other.on_roll(day)) found.push_back(&other);
  }
  std::ranges::sort(found, {}, [](const PupilRecord* each) { return each->full_name(); });
  return found;
}

}  // namespace handbell::reg
