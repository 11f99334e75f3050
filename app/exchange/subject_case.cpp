#include "app/exchange/subject_case.h"

#include "app/base/school_time.h"

#include <algorithm>

namespace handbell::exchange {

namespace {

/// What a note says of others than the child.
struct CaseTold {
  std::string what;
  std::string state;
  std::string adult;  ///< of the family, whom it is with or for; empty: of nobody in particular
  std::string words{};
  std::string review{};
};

std::string day_text(const std::optional<SchoolDay>& day) { return day ? day->text() : ""; }

CaseTold told_in(const reg::CaseContact& what) {
  return {"Contact " + std::string(words_of(what.how)), "", what.with, what.words};
}
CaseTold told_in(const reg::Meeting& what) {
  return {std::string(words_of(what.kind)), std::string(words_of(what.state)), what.present,
          what.strategies, day_text(what.review)};
}
CaseTold told_in(const reg::Contract& what) {
  return {"attendance contract", std::string(words_of(what.state)), "",
          "Parents will: " + what.parents_will + " School will: " + what.school_will +
              (what.words.empty() ? "" : " " + what.words),
          what.review.text()};
}
CaseTold told_in(const reg::CaseDecision& what) {
  std::string words = what.decision + " " + what.reason;
  for (std::size_t i = 0; i < reg::kConsiderations; ++i) {
    const auto& one = what.considered.at(i);
    if (one.answer == reg::Considered::unset) continue;
    words += " " + std::string(reg::question_of(i)) +
             (one.answer == reg::Considered::yes ? " Yes. " : " No. ") + one.words;
  }
  return {"decision about " + std::string(words_of(what.about)), "", "", words};
}
CaseTold told_in(const reg::NoticeTold& what) {
  return {"penalty notice", std::string(words_of(what.state)), what.parent,
          "Told on " + what.told.text() + ": " + what.told_how};
}
CaseTold told_in(const reg::SuggestionAnswer& what) {
  return {"answer to the suggestion " + what.key, std::string(words_of(what.answer)), "",
          what.reason, day_text(what.until)};
}
CaseTold told_in(const reg::TextSent& what) {
  return {std::string(words_of(what.kind)), "", "", what.title};
}

CaseTold told_in(const reg::Concern& what) {
  std::string whom;
  for (const auto each : what.whom) whom += " " + std::string(words_of(each)) + ".";
  return {"concern", std::string(words_of(what.state)), "",
          what.words + (whom.empty() ? "" : " For:" + whom)};
}

/// The name stands first, and ends there: "Jo Khan" is not "Jo Khanna".
bool begins_with_name(std::string_view adults, std::string_view name) {
  if (!adults.starts_with(name)) return false;
  return adults.size() == name.size() ||
         std::string_view(" ,;(").find(adults[name.size()]) != std::string_view::npos;
}

/// One of those who are named there, "Nadia Khan, mother" or "R Patel, Nadia Khan".
bool names_asker(std::string_view adults, const SubjectReader& reader) {
  if (reader.asker.empty()) return false;
  while (!adults.empty()) {
    const auto first = adults.find_first_not_of(' ');
    adults.remove_prefix(std::min(first, adults.size()));
    if (begins_with_name(adults, reader.asker)) return true;
    adults.remove_prefix(std::min(adults.find(','), adults.size()));
    if (!adults.empty()) adults.remove_prefix(1);
  }
  return false;
}

bool is_of_another(const CaseTold& told, const SubjectReader& reader) {
  return !told.adult.empty() && !names_asker(told.adult, reader);
}

}  // namespace

SubjectTable case_table(const std::vector<reg::CaseNoteGiven>& notes, const SubjectReader& reader) {
  SubjectTable table{"case",
                     "What was done about absence",
                     {{"Entry"},
                      {"Date"},
                      {"What"},
                      {"State"},
                      {"With or for", true},
                      {"Words", true},
                      {"Looked at again"},
                      {"Recorded by", true},
                      {"Position", true},
                      {"Recorded at"},
                      {"Taken back"}},
                     {}};
  for (const auto& given : notes) {
    if (child_of(given.what) != reader.pupil) continue;
    auto told = std::visit([](const auto& what) { return told_in(what); }, given.what);
    if (is_of_another(told, reader)) {
      told.adult = kKeptBack;
      if (!told.words.empty()) told.words = kKeptBack;
    }
    const auto& by = author_of(given.what);
    table.rows.push_back({std::to_string(given.entry), day_of(given.what).text(), told.what,
                          told.state, told.adult, told.words, told.review, by.name(), by.position(),
                          with_offset(given.typed), given.back ? "yes" : "no"});
  }
  return table;
}

}  // namespace handbell::exchange
