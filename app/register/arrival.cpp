#include "app/register/arrival.h"

#include "app/register/lateness.h"

#include <algorithm>
#include <array>

namespace handbell::reg {

namespace {

constexpr std::array<std::string_view, 10> kOutcomes{"on_time",
                                                     "late_before_close",
                                                     "late_after_close",
                                                     "teacher_mark_stands",
                                                     "conflict_present_mark",
                                                     "reason_code_stands",
                                                     "school_closed",
                                                     "not_on_roll",
                                                     "clock_unverified",
                                                     "times_unknown"};

Judgement without_mark(Outcome outcome, std::string decision, bool task) {
  Judgement judgement;
  judgement.outcome = outcome;
  judgement.decisions = {std::move(decision)};
  judgement.office_task = task;
  return judgement;
}

bool is_closed(const ArrivalFacts& facts) {
  const bool by_mark =
      facts.existing && (facts.existing->text() == "#" || facts.existing->text() == "Y4");
  return by_mark || facts.day != DayState::open;
}

/// The clock rule alone: no entry, no notice.
Judgement by_the_clock(const ArrivalFacts& facts) {
  Judgement judgement;
  switch (lateness(facts.first_contact, *facts.window)) {
    case Lateness::on_time:
      judgement.outcome = Outcome::on_time;
      judgement.decisions = {"D02"};
      return judgement;
    case Lateness::before_close:
      judgement.outcome = Outcome::late_before_close;
      judgement.proposal = code_of("L");
      break;
    case Lateness::after_close:
      judgement.outcome = Outcome::late_after_close;
      judgement.proposal = code_of("U");
      break;
  }
  judgement.effective = judgement.proposal;
  judgement.minutes_late = minutes_late(facts.first_contact, *facts.window);
  judgement.decisions = {"D01"};
  return judgement;
}

/// A teacher or the office wrote / \ L or U: nothing is overwritten (D03, D09).
Judgement against_arrival_entry(const ArrivalFacts& facts, Judgement clock) {
  const Code written = *facts.existing;
  const bool in_time_for_register = facts.first_contact.minute() <= facts.window->taken_by.minute();
  const bool present = written.text() == "/" || written.text() == "\\";
  const bool agree = present ? in_time_for_register : clock.proposal == written;
  clock.effective = written;
  if (agree || (!present && clock.outcome == Outcome::on_time)) {
    clock.outcome = Outcome::teacher_mark_stands;
    // Invariant: U against a child who was in on time is a question for a person.
    clock.office_task = !agree;
    clock.proposal.reset();
    clock.minutes_late.reset();
    clock.decisions = {agree ? "D03" : "D09"};
    return clock;
  }
  clock.outcome = Outcome::conflict_present_mark;
  clock.office_task = true;
  clock.decisions = {"D09"};
  return clock;
}

/// A child on a part-time timetable is not expected outside it, like one with X.
bool expected_elsewhere(Code reason) { return reason.means_elsewhere() || reason.text() == "C2"; }

void add_pattern_decision(Code reason, Judgement& judgement) {
  if (reason.text() == "X" || reason.text() == "C2") judgement.decisions.emplace_back("D20");
}

/// Another code was written or told beforehand, and the child comes before the close: attending
/// beats a planned absence (D05, D11, D20).
Judgement attends_after_all(Code reason, bool written, Judgement clock) {
  clock.decisions = {"D05"};
  if (clock.outcome == Outcome::on_time && written) clock.effective = reason;
  clock.office_task = written;
  // Trips and matches leave from school: their children may well come to the door first.
  const bool from_school = reason.text() == "V" || reason.text() == "P" || reason.text() == "W";
  if (expected_elsewhere(reason) && !from_school) {
    clock.office_task = true;
    clock.urgent = true;
    clock.decisions.emplace_back("D06");
    add_pattern_decision(reason, clock);
  }
  return clock;
}

/// ... and comes after the close: the code stands, U is the code of last resort (D04, D06, D11).
Judgement reason_stands(Code reason, bool written) {
  Judgement judgement;
  judgement.outcome = Outcome::reason_code_stands;
  judgement.effective = reason;
  if (!written) judgement.proposal = reason;
  const bool appointment = reason.text() == "M";
  judgement.office_task = !appointment;
  judgement.decisions = {appointment ? "D04" : "D06"};
  if (reason.text().front() == 'Y') judgement.decisions.emplace_back("D11");
  judgement.urgent = expected_elsewhere(reason);
  add_pattern_decision(reason, judgement);
  return judgement;
}

Judgement against_reason(const ArrivalFacts& facts, Code reason, bool written) {
  Judgement clock = by_the_clock(facts);
  if (clock.outcome != Outcome::late_after_close) {
    return attends_after_all(reason, written, std::move(clock));
  }
  return reason_stands(reason, written);
}

Judgement with_notices(const ArrivalFacts& facts) {
  if (facts.planned && facts.planned->told_before_close) {
    return against_reason(facts, facts.planned->code, false);
  }
  if (!facts.expected) {
    return against_reason(facts, code_of(facts.of_school_age ? "C2" : "X"), false);
  }
  Judgement judgement = by_the_clock(facts);
  if (facts.planned && judgement.outcome == Outcome::late_after_close) {
    judgement.office_task = true;
    judgement.decisions = {"D04"};
  }
  return judgement;
}

Judgement with_entry(const ArrivalFacts& facts) {
  const Code written = *facts.existing;
  if (written.gives_way()) {
    Judgement judgement = with_notices(facts);
    if (judgement.outcome == Outcome::on_time) {
      judgement.effective = written;
      judgement.office_task = true;
    }
    judgement.decisions.insert(judgement.decisions.begin(), "D10");
    return judgement;
  }
  if (written.is_attending() || written.text() == "U") {
    return against_arrival_entry(facts, by_the_clock(facts));
  }
  return against_reason(facts, written, true);
}

}  // namespace

std::string_view text_of(Outcome outcome) {
  return kOutcomes.at(static_cast<std::size_t>(outcome));
}

std::optional<Outcome> parse_outcome(std::string_view text) {
  const auto* const at = std::find(kOutcomes.begin(), kOutcomes.end(), text);
  if (at == kOutcomes.end()) return std::nullopt;
  return static_cast<Outcome>(at - kOutcomes.begin());
}

Judgement judge_arrival(const ArrivalFacts& facts) {
  const bool prospective = facts.existing && facts.existing->text() == "Z";
  if (!facts.on_roll || prospective) return without_mark(Outcome::not_on_roll, "D12", true);
  if (!facts.clock_trusted) return without_mark(Outcome::clock_unverified, "D17", true);
  if (is_closed(facts)) return without_mark(Outcome::school_closed, "D11", true);
  if (!facts.window) {
    Judgement judgement = without_mark(Outcome::times_unknown, "D08", false);
    judgement.effective = facts.existing;
    return judgement;
  }
  return facts.existing ? with_entry(facts) : with_notices(facts);
}

}  // namespace handbell::reg
