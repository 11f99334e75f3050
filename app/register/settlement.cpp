#include "app/register/settlement.h"

#include "app/base/school_time.h"

#include <fmt/format.h>

namespace handbell::reg {

namespace {

bool waits_for_a_person(const RegisterLine& line) {
  const bool open = line.state == LineState::pending || line.state == LineState::conflict;
  return open && line.arrival.judgement.proposal.has_value();
}

std::string_view means_words(ArrivalMeans means) {
  switch (means) {
    case ArrivalMeans::card:
      return "card";
    case ArrivalMeans::lookup:
      return "looked up by an adult";
    case ArrivalMeans::sibling:
      return "came with brother or sister";
    case ArrivalMeans::staff:
      return "entered by staff at the door";
  }
  return "card";
}

std::string decision_of(const Judgement& judgement) {
  return judgement.decisions.empty() ? "D09" : judgement.decisions.front();
}

std::string when_words(const RegisterLine& line, const Window& window) {
  const auto& arrival = line.arrival;
  const bool in_time = arrival.first_contact < from_local(arrival.session.day, window.closes);
  const bool others = arrival.first_contact < arrival.arrived;
  const std::string family =
      others ? ", the family's first at " + local_hh_mm(arrival.first_contact) : "";
  return fmt::format("{} at {}{}, {} the register closed at {}", means_words(arrival.means),
                     local_hh_mm(arrival.arrived), family, in_time ? "before" : "after",
                     window.closes.hh_mm());
}

}  // namespace

bool settles(const Mark& mark, const SessionArrival& arrival) {
  return mark.what.source != kFrontDoorSource && mark.what.arrived == arrival.first_contact;
}

std::optional<Suggestion> suggestion_for(const RegisterLine& line, const School& school) {
  const auto* pupil = school.pupil(line.arrival.pupil);
  if (!waits_for_a_person(line) || pupil == nullptr) return std::nullopt;
  const auto window = school.times.window(pupil->group, line.arrival.session);
  if (!window) return std::nullopt;
  const Code code = *line.arrival.judgement.proposal;
  const std::string decision = decision_of(line.arrival.judgement);
  return Suggestion{
      code, decision,
      fmt::format("Suggest {}: {} ({}).", code.text(), when_words(line, *window), decision)};
}

std::vector<ReadyReason> ready_reasons(const RegisterLine& line) {
  static const Code kLate = code_of("L");
  static const Code kAfterClose = code_of("U");
  if (!waits_for_a_person(line)) return {};
  const Code suggested = *line.arrival.judgement.proposal;
  std::vector<ReadyReason> ready;
  if (suggested == kLate) ready.push_back({kLate, "came before the register closed"});
  if (suggested == kAfterClose) {
    ready.push_back({kAfterClose, "came after the register had closed"});
    ready.push_back({kLate, "was queueing at the close"});
  }
  if (line.state != LineState::conflict || !line.mark) return ready;
  const Code kept = line.mark->what.code;
  ready.push_back({suggested, "another child was marked by mistake"});
  ready.push_back({kept, "was in class when the register was taken; the card came later"});
  ready.push_back({kept, "went out and came back through the door"});
  ready.push_back({kept, "another child used the card"});
  return ready;
}

Result<MarkDraft> settlement(const RegisterLine& line, Code code, const std::string& reason,
                             const Author& by) {
  if (!waits_for_a_person(line)) {
    return fail(FaultCode::nothing_to_settle, line.arrival.session.text());
  }
  if (reason.empty()) return fail(FaultCode::entry_incomplete, "a reason");
  if (code.gives_way()) {
    return fail(FaultCode::entry_incomplete, "a code that says what became of the child");
  }
  const bool suggested = code == *line.arrival.judgement.proposal;
  return MarkDraft{line.arrival.pupil,
                   line.arrival.session,
                   code,
                   suggested ? line.arrival.judgement.minutes_late : std::nullopt,
                   line.arrival.first_contact,
                   reason,
                   "Office",
                   by};
}

}  // namespace handbell::reg
