// One of each kind of what a school writes down about a child's case, for tests.
#pragma once

#include "app/register/case_note.h"

#include <vector>

namespace handbell {

inline const Instant kCaseTyped{1'768'208'400'000};  ///< Monday 12 January 2026, 09:00

namespace some_case {

inline reg::Author champion() {
  return *reg::Author::from("Łucja Wójcik", "senior attendance champion");
}
inline reg::Author head() { return *reg::Author::from("Zoë O'Neill", "headteacher"); }
inline const SchoolDay kDay = *SchoolDay::parse("2026-01-09");
inline const TimeOfDay kAt = TimeOfDay::from_ms(hours(15).count + minutes(30).count);

inline std::vector<reg::CaseNote> talks_and_meetings(PupilId pupil) {
  const auto by = champion();
  return {
      reg::CaseContact{pupil, kDay, kAt, "Nadia Khan, mother", reg::ContactHow::home_visit,
                       "Nobody slept: the baby is ill. Breakfast club offered.", by},
      reg::CaseContact{
          pupil, kDay, {}, "Education welfare", reg::ContactHow::local_authority, "Told them.", by},
      reg::Meeting{pupil,
                   reg::MeetingKind::support,
                   reg::MeetingState::planned,
                   0,
                   kDay.plus(5),
                   kAt,
                   "by telephone",
                   "Nadia Khan, Łucja Wójcik",
                   "",
                   {},
                   by},
      reg::Meeting{pupil,
                   reg::MeetingKind::contract,
                   reg::MeetingState::held,
                   0,
                   kDay,
                   {},
                   "Room 2",
                   "نادية خان",
                   "Walk with a neighbour; a call at 8:00.",
                   kDay.plus(28),
                   by},
      reg::Meeting{pupil,
                   reg::MeetingKind::other,
                   reg::MeetingState::cancelled,
                   7,
                   kDay,
                   kAt,
                   "Room 2",
                   "",
                   "The family is away.",
                   {},
                   by}};
}

inline std::vector<reg::CaseNote> contracts_and_decisions(PupilId pupil) {
  const auto by = champion();
  return {
      reg::Contract{pupil, 0, reg::ContractState::agreed, kDay, "Be at the door by 8:30.",
                    "Meet him at the gate.", kDay, kDay.plus(42), "", by},
      reg::Contract{pupil,
                    7,
                    reg::ContractState::failed,
                    kDay,
                    "Be at the door by 8:30.",
                    "Meet him at the gate.",
                    {},
                    kDay,
                    "Four more days were missed.",
                    by},
      reg::CaseDecision{pupil,
                        kDay,
                        reg::DecisionAbout::penalty,
                        {{{reg::Considered::yes, "12 sessions in 10 weeks"},
                          {reg::Considered::no, ""},
                          {reg::Considered::yes, "a contract was not tried"},
                          {reg::Considered::yes, "no duty stands against it"}}},
                        "No notice is asked for.",
                        "A contract first.",
                        head()},
      reg::CaseDecision{
          pupil, kDay, reg::DecisionAbout::close, {}, "Closed.", "Above 97 % since October.", by},
      reg::NoticeTold{pupil, reg::parent_key("Nadia Khan"), "Nadia Khan", kDay,
                      reg::NoticeState::issued, 0, kDay.plus(1), "letter of the authority",
                      head()}};
}

/// Kept a school year and the next.
inline std::vector<reg::CaseNote> answers_ticks_and_concerns(PupilId pupil) {
  const auto by = champion();
  return {
      reg::SuggestionAnswer{pupil, "stage-3", reg::SuggestionReply::snoozed, kDay, kDay.plus(14),
                            "", "meeting set", by},
      reg::SuggestionAnswer{
          pupil, "at-risk", reg::SuggestionReply::assigned, kDay, {}, "s-4", "", by},
      reg::TextSent{pupil, 0, reg::SentKind::cpoms, "Attendance meeting", "Łucja Wójcik", kDay, by},
      reg::Concern{pupil,
                   0,
                   reg::ConcernState::raised,
                   kDay,
                   {reg::ConcernFor::class_teacher, reg::ConcernFor::senco},
                   "Late each Monday since the holidays.",
                   by},
      reg::Concern{
          pupil, 7, reg::ConcernState::closed, kDay, {}, "A neighbour brings her now.", head()}};
}

}  // namespace some_case

/// Of the child with this number, on roll since before October 2025.
inline std::vector<reg::CaseNote> one_of_each_case_note(int child = 1) {
  const PupilId pupil(child);
  auto all = some_case::talks_and_meetings(pupil);
  for (auto& note : some_case::contracts_and_decisions(pupil)) all.push_back(std::move(note));
  for (auto& note : some_case::answers_ticks_and_concerns(pupil)) all.push_back(std::move(note));
  return all;
}

}  // namespace handbell
