#include "app/paper/letter_field.h"

#include <algorithm>
#include <limits>

namespace handbell::paper {
namespace {

using Fields = std::vector<LetterField>;

const Fields& everywhere() {
  static const Fields kFields{
      {"school", "the school's name", FieldShape::words, "Oak Lane Infant School"},
      {"today", "the day on which it is made", FieldShape::words, "Monday 12 January 2026"},
      {"made_by", "who makes it, with the position", FieldShape::words, "A Noor, Headteacher"}};
  return kFields;
}

const Fields& of_child() {
  static const Fields kFields{
      {"first_name", "the name by which the child is called", FieldShape::words, "Zoë"},
      {"class", "the child's class", FieldShape::words, "Owls"}};
  return kFields;
}

const Fields& of_attendance() {
  static const Fields kFields{
      {"full_name", "first name and surname", FieldShape::words, "Zoë O'Neill"},
      {"year_group", "N1, N2, R, 1 or 2", FieldShape::words, "1"},
      {"school_year", "the school year that is counted", FieldShape::words, "2025/26"},
      {"as_of", "the last day that is counted", FieldShape::words, "Monday 12 January 2026"},
      {"rate", "attendance in per cent, one decimal, without the sign", FieldShape::words, "93.4"},
      {"target", "what the school aims at, in per cent", FieldShape::words, "96.5"},
      {"attended", "sessions attended in the school year so far", FieldShape::words, "152"},
      {"possible", "sessions that were possible", FieldShape::words, "163"},
      {"absent", "sessions missed", FieldShape::words, "11"},
      {"last_year_rate", "last school year's attendance, or that it is not known",
       FieldShape::words, "95.1 %"},
      {"figures", "class, attendance and last year's, one below the other", FieldShape::facts, ""}};
  return kFields;
}

const Fields& of_meeting() {
  static const Fields kFields{
      {"strategies", "what the newest meeting agreed, or lines to write on", FieldShape::list, ""},
      {"meeting_day", "of the planned meeting", FieldShape::words, "Tuesday 20 January 2026"},
      {"meeting_time", "of the planned meeting", FieldShape::words, "15:30"},
      {"meeting_place", "where it is, or by telephone", FieldShape::words, "Room 2"},
      {"review_day", "on which it is looked at again", FieldShape::words,
       "Tuesday 24 February 2026"}};
  return kFields;
}

const Fields& of_contract() {
  static const Fields kFields{
      {"parents_will", "what parents promise, or lines to write on", FieldShape::list, ""},
      {"school_will", "what the school promises, or lines to write on", FieldShape::list, ""},
      {"review_day", "on which it is looked at again", FieldShape::words,
       "Tuesday 24 February 2026"}};
  return kFields;
}

const Fields& of_lateness() {
  static const Fields kFields{
      {"late_times", "how often, in words", FieldShape::words, "7 times"},
      {"minutes_lost", "in words", FieldShape::words, "1 hour 5 minutes"},
      {"late_sessions", "day by day: when and how many minutes", FieldShape::table, ""}};
  return kFields;
}

const Fields& of_penalty() {
  static const Fields kFields{
      {"window", "whether the threshold is met, in which weeks", FieldShape::words,
       "10 unauthorised sessions within 6 school weeks."},
      {"counted_sessions", "each session that counts, with its code", FieldShape::table, ""},
      {"notices", "each that the school was told of, and what stands next", FieldShape::list, ""}};
  return kFields;
}

const Fields& of_year() {
  static const Fields kFields{{"year_figures",
                               "possible, attended, authorised, unauthorised, lates, per cent",
                               FieldShape::facts, ""}};
  return kFields;
}

const Fields& of_governors() {
  static const Fields kFields{
      {"period", "the days that are counted", FieldShape::words,
       "Autumn term: Wednesday 3 September 2025 to Friday 19 December 2025."},
      {"waiting", "how many marks wait or have no reason yet", FieldShape::words,
       "3 of 120 sessions are counted as the door proposes."},
      {"by_year", "by year group", FieldShape::table, ""},
      {"by_class", "by class", FieldShape::table, ""},
      {"by_group", "by group, as pupil premium", FieldShape::table, ""},
      {"by_code", "by reason", FieldShape::table, ""},
      {"persistent", "persistent and severe absence", FieldShape::table, ""},
      {"terms", "term against term", FieldShape::table, ""},
      {"notes", "the national figure beside ours, and what is left out", FieldShape::list, ""}};
  return kFields;
}

void add(Fields& all, const Fields& more) { all.insert(all.end(), more.begin(), more.end()); }

/// How many letters have to be changed, added or left out (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row[b.size()];
}

}  // namespace

std::vector<LetterField> fields_of(LetterKind kind) {
  Fields all;
  const bool slip = kind == LetterKind::late_slip || kind == LetterKind::leaver_slip;
  if (is_of_child(kind)) add(all, of_child());
  if (is_of_child(kind) && !slip) add(all, of_attendance());
  if (kind == LetterKind::meeting || kind == LetterKind::invitation) add(all, of_meeting());
  if (kind == LetterKind::contract) add(all, of_contract());
  if (kind == LetterKind::lateness) add(all, of_lateness());
  if (kind == LetterKind::penalty) add(all, of_penalty());
  if (kind == LetterKind::annual) add(all, of_year());
  if (kind == LetterKind::governor) add(all, of_governors());
  if (kind == LetterKind::late_slip) {
    all.push_back({"arrived", "when the child came", FieldShape::words, "08:52"});
  }
  if (kind == LetterKind::leaver_slip) {
    all.push_back({"left", "when the child went", FieldShape::words, "11:40"});
  }
  add(all, everywhere());
  return all;
}

const LetterField* find_field(const std::vector<LetterField>& fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &LetterField::name);
  return found == fields.end() ? nullptr : &*found;
}

std::string nearest_field(const std::vector<LetterField>& fields, std::string_view name) {
  // What is longer than any field is near to none; so much of it is looked at.
  const auto looked_at = name.substr(0, 60);
  return std::string(std::ranges::min_element(fields, {}, [&](const LetterField& field) {
                       return distance(field.name, looked_at);
                     })->name);
}

}  // namespace handbell::paper
