#include "app/reports/case_text.h"

#include <fmt/format.h>

namespace handbell::reports {

namespace {

std::string when_words(const reg::Meeting& meeting) {
  return meeting.day.words() + (meeting.at ? " at " + meeting.at->shown() : "");
}

/// "by telephone", "in Room 2".
std::string place_words(const reg::Meeting& meeting) {
  const bool whole = meeting.place.starts_with("by ") || meeting.place.starts_with("in ") ||
                     meeting.place.starts_with("at ");
  return whole ? meeting.place : "(" + meeting.place + ")";
}

/// What the e-mail says of the year so far.
std::string rate_sentence(const CaseTextFacts& facts) {
  if (facts.year.possible() == 0) {
    return fmt::format("Up to {} there was no session yet this school year.", facts.as_of.words());
  }
  return fmt::format("So far this school year, up to {}, it is {}.", facts.as_of.words(),
                     rate_words(facts.year));
}

}  // namespace

std::string rate_words(const AttendanceCount& count) {
  if (count.possible() == 0) return "no session yet";
  return fmt::format("{} % ({} of {} sessions)", count.attendance().text(), count.attended(),
                     count.possible());
}

std::string title_of(const reg::Meeting& meeting) {
  std::string kind(words_of(meeting.kind));
  kind.front() = static_cast<char>(kind.front() - 'a' + 'A');
  return kind + " of " + meeting.day.words();
}

CaseText email_after(const reg::Meeting& meeting, const CaseTextFacts& facts) {
  std::string words = fmt::format(
      "Dear parent or carer,\n\nthank you for speaking with us on {} {} about {}'s attendance.\n\n"
      "{}\n\nThis is what we agreed:\n\n{}\n",
      when_words(meeting), place_words(meeting), facts.first_name, rate_sentence(facts),
      meeting.strategies);
  if (meeting.review) {
    words += fmt::format("\nWe will look at it together again on {}.\n", meeting.review->words());
  }
  words += "\nPlease tell us at any time if something makes it hard to be in school.";
  if (!facts.reply_to.empty()) words += fmt::format(" You can write to {}.", facts.reply_to);
  words += fmt::format("\n\nWith kind regards\n{}\n{}\n", meeting.by.text(), facts.school);
  return {
      fmt::format("{}'s attendance: what we agreed on {}", facts.first_name, meeting.day.words()),
      words};
}

CaseText cpoms_note(const reg::Meeting& meeting, const reg::Author& arranged_by,
                    const CaseTextFacts& facts) {
  std::string words = fmt::format(
      "Pupil: {} ({})\nCategories: Attendance; Communication\nAssigned to: {}\n\n{}, {}.\n"
      "Present: {}\nAttendance up to {}: {}\nAgreed: {}\n",
      facts.child, facts.class_name, arranged_by.name(), title_of(meeting), place_words(meeting),
      meeting.present, facts.as_of.words(), rate_words(facts.year), meeting.strategies);
  if (meeting.review) words += fmt::format("Review: {}\n", meeting.review->words());
  words += fmt::format("Recorded by {}\n", meeting.by.text());
  return {title_of(meeting), words, arranged_by.name()};
}

}  // namespace handbell::reports
