#include "app/reports/suggestion_answer.h"

#include "app/base/check.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::reports {

namespace {

bool sets_aside(SuggestionReply reply) {
  return reply == SuggestionReply::dismissed || reply == SuggestionReply::snoozed;
}

std::optional<SuggestionAnswered> answered(const reg::SuggestionAnswer& what) {
  const auto key = parse_suggestion_key(what.key);
  if (!key) return std::nullopt;
  const std::string who = fmt::format("{}, {}", what.by.text(), what.day.words());
  return SuggestionAnswered{what.pupil,
                            *key,
                            what.answer,
                            what.day,
                            what.until,
                            what.staff,
                            what.reason.empty() ? who : fmt::format("{} ({})", what.reason, who)};
}

bool holds(const SuggestionAnswered& answer, const Suggestion& suggestion, SchoolDay today) {
  if (!covers(answer.key, suggestion.key)) return false;
  if (answer.on < suggestion.since) return false;
  return answer.reply == SuggestionReply::dismissed || (answer.until && today < *answer.until);
}

}  // namespace

SuggestionState state_of(const Suggestion& suggestion, PupilId pupil,
                         const std::vector<SuggestionAnswered>& answers, SchoolDay today) {
  SuggestionState state;
  const SchoolDay begins = reg::first_day_of(reg::school_year_of(today));
  for (const auto& answer : answers) {
    const bool concerns =
        answer.pupil == pupil && ladder_of(answer.key) == ladder_of(suggestion.key);
    if (!concerns || answer.on < begins || today < answer.on) continue;
    if (answer.reply == SuggestionReply::assigned) {
      state.assigned_to = answer.staff;
      continue;
    }
    state.set_aside.reset();
    if (sets_aside(answer.reply) && holds(answer, suggestion, today)) state.set_aside = answer;
  }
  return state;
}

SuggestionAnswers standing_answers(const std::vector<reg::CaseNoteGiven>& notes) {
  SuggestionAnswers answers;
  for (const auto& given : reg::standing<reg::SuggestionAnswer>(notes)) {
    if (auto one = answered(given.what)) answers[one->pupil].push_back(std::move(*one));
  }
  return answers;
}

SuggestionState state_in(const SuggestionAnswers& answers, PupilId pupil,
                         const Suggestion& suggestion, SchoolDay today) {
  const auto own = answers.find(pupil);
  if (own == answers.end()) return {};
  return state_of(suggestion, pupil, own->second, today);
}

std::string until_words(const SuggestionAnswered& answer) {
  check(sets_aside(answer.reply));
  if (answer.reply == SuggestionReply::dismissed || !answer.until) return "until it gets worse";
  return "until " + answer.until->words() + ", or until it gets worse";
}

std::string_view worse_words(SuggestionKey key) {
  switch (key) {
    case SuggestionKey::stage_1:
      return "another absence begins, or this one reaches day three";
    case SuggestionKey::stage_2:
      return "another absence reaches day three";
    case SuggestionKey::stage_3:
      return "stage four is reached, or one absence goes into its second week";
    case SuggestionKey::stage_4:
      return "one absence goes into its second week, or the next school year has as much of it";
    case SuggestionKey::at_risk:
      return "10 % are missed";
    case SuggestionKey::persistent:
      return "half is missed, or the next school year has as much of it";
    case SuggestionKey::severe:
      return "the next school year has as much of it";
    case SuggestionKey::penalty:
      return "another session without leave meets the threshold";
    case SuggestionKey::unresolved:
      return "another absence stands without a reason";
    case SuggestionKey::la_leave:
      return "another ten days in a row without leave are reached";
    case SuggestionKey::la_illness:
      return "the next school year brings as many sessions of illness";
  }
  return {};
}

}  // namespace handbell::reports
