// Questions about what the office has to do: who to look at, whom to ring, what the afternoon gets.
#include "app/base/school_time.h"
#include "app/register/sign_out.h"
#include "app/reports/call_list.h"

#include "day_register.h"

namespace handbell::days {

namespace {

/// Arrivals whose time nobody knows yet: they belong to no session (D17).
std::vector<PupilId> untimed(DayRegister& day, const std::vector<reg::SeenEvent>& events) {
  const auto school = day.store().school();
  if (!school) return {};
  const reg::FactsOf facts = [&](PupilId id, SessionId session) {
    const auto* pupil = school->pupil(id);
    return pupil == nullptr ? std::nullopt
                            : std::optional(facts_of(*school, *pupil, session, std::nullopt));
  };
  std::vector<PupilId> children;
  for (const auto& arrival : judge_events(events, facts)) {
    const bool unknown = arrival.judgement.outcome == reg::Outcome::clock_unverified;
    if (unknown) children.push_back(arrival.pupil);
  }
  return children;
}

/// In the order of the roll.
Answer told(DayRegister& day, const Asked& asked) {
  const bool at_once = !asked.part(1).empty();
  const auto lines = day.lines(day.session());
  const auto events = day.events();
  if (!lines || !events) return unread("the register cannot be read");
  std::set<PupilId> children;
  for (const auto& line : *lines) {
    const auto& judgement = line.arrival.judgement;
    const bool look = judgement.office_task && line.state != reg::LineState::accepted;
    const bool stands = judgement.office_task && line.mark && judgement.effective;
    const bool wanted = at_once ? judgement.urgent : !judgement.urgent && (look || stands);
    if (wanted) children.insert(line.arrival.pupil);
  }
  if (!at_once) {
    for (const PupilId child : untimed(day, *events)) children.insert(child);
  }
  return day.roll().called(std::vector<PupilId>(children.begin(), children.end()));
}

bool is_seen(const reg::Presence& presence, PupilId pupil, Instant now) {
  const auto place = presence.where(pupil, now).place;
  return place == reg::Place::on_site || place == reg::Place::elsewhere;
}

reports::CallFacts call_facts(DayRegister& day, const reg::School& school,
                              const reg::PupilRecord& pupil) {
  const auto session = day.session();
  reports::CallFacts facts;
  facts.pupil = pupil.id;
  facts.class_name = pupil.class_name;
  const auto known = facts_of(school, pupil, session, std::nullopt);
  facts.expected = known.on_roll && known.expected && known.day == reg::DayState::open;
  facts.reason_entered = known.planned.has_value();
  if (const auto mark = day.mark(pupil.id, session); mark) facts.mark = mark->what.code;
  return facts;
}

std::string in_words(const DayRegister& day, const reports::CallLine& line) {
  const std::string who = line.pupil ? day.roll().called(*line.pupil) : line.class_name;
  const std::string since = line.tapped ? " " + to_local(*line.tapped)->time.hh_mm() : "";
  switch (line.kind) {
    case reports::CallKind::ring_class:
      return "ring class " + who;
    case reports::CallKind::unseen:
      return "look for " + who;
    case reports::CallKind::ring_family:
      return "ring the family of " + who + (line.n_offered ? " (N offered)" : "");
    case reports::CallKind::at_the_door:
      return who + " at the door" + since;
  }
  return "";
}

Answer call_list(DayRegister& day, const Asked& /*asked*/) {
  const auto school = day.store().school();
  const auto presence = day.presence();
  const auto lines = day.lines(day.session());
  const auto sent = day.registers_sent();
  if (!school || !presence || !lines || !sent) return unread("the register cannot be read");
  reports::CallQuestion question{{}, *sent, day.at(*TimeOfDay::parse("09:00")), day.now()};
  for (const auto& pupil : school->pupils) {
    auto facts = call_facts(day, *school, pupil);
    facts.seen = is_seen(*presence, pupil.id, day.now());
    for (const auto& line : *lines) {
      if (line.arrival.pupil != pupil.id) continue;
      facts.at_the_door = true;
      facts.tapped = line.arrival.arrived;
    }
    question.pupils.push_back(std::move(facts));
  }
  std::string text;
  for (const auto& line : reports::call_list(question)) {
    text += (text.empty() ? "" : ", ") + in_words(day, line);
  }
  return text.empty() ? "nobody" : text;
}

reg::OutReason reason_of(const std::string& words) {
  if (words == "appointment") return reg::OutReason::appointment;
  return words == "sent home ill" ? reg::OutReason::sent_home_ill : reg::OutReason::other;
}

/// What a child who left gets in the afternoon, if the register is taken now (D18).
Answer afternoon_of(DayRegister& day, const Asked& asked) {
  const auto child = day.roll().find(asked.part(1));
  const auto presence = day.presence();
  const auto school = day.store().school();
  if (!child) return unread(child.error());
  if (!presence || !school) return unread("the register cannot be read");
  const auto at = presence->where(*child, day.now());
  if (is_in(at.place) || !at.since) return "the teacher marks";
  const auto known = facts_of(*school, *school->pupil(*child), {day.school().day, Half::pm}, {});
  const bool told =
      known.planned && known.planned->told_before_close && known.planned->code == reg::code_of("M");
  const reg::SignOut gone{to_local(*at.since)->time, std::nullopt, reason_of(at.reason), told};
  const auto code = reg::afternoon_proposal(gone, to_local(day.now())->time);
  return code ? std::string(code->text()) : "the teacher marks";
}

}  // namespace

const std::vector<Sentence>& task_sentences() {
  static const std::vector<Sentence> kSentences{{"the office is told( at once)?", told},
                                                {"call list", call_list},
                                                {"the afternoon of (.+)", afternoon_of}};
  return kSentences;
}

}  // namespace handbell::days
