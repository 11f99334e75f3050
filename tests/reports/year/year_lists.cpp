#include "year_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace handbell::reports {

namespace {

std::string reasons_of(const PupilSuggestions& of, const Suggestion& each) {
  const bool away = ladder_of(each.key) == SuggestionLadder::away;
  const bool rate = ladder_of(each.key) == SuggestionLadder::rate;
  std::string words;
  for (const auto reason : of.stages.reasons) {
    const bool is_its = stage_of(reason) <= 2 ? away : rate;
    if (is_its) words += " " + std::string(text_of(reason));
  }
  return words;
}

std::string figures_of(const Suggestion& each) {
  return each.whole == 0 ? std::to_string(each.part) : fmt::format("{}/{}", each.part, each.whole);
}

std::string child_of(const ReportSource& source, PupilId id) {
  const auto& pupil = *source.school().pupil(id);
  return fmt::format("{}, {}", pupil.full_name(), pupil.class_name);
}

std::string of_key(const ReportSource& source, const std::vector<PupilSuggestions>& all,
                   SuggestionKey key) {
  std::string lines;
  int count = 0;
  for (const auto& of : all) {
    for (const auto& each : of.suggestions) {
      if (each.key != key) continue;
      ++count;
      lines += fmt::format("  {} {}{}{}{}\n", child_of(source, of.pupil), figures_of(each),
                           each.is_new ? " new" : "", of.is_quiet() ? " (small numbers)" : "",
                           reasons_of(of, each));
    }
  }
  return fmt::format("{}: {}\n{}", text_of(key), count, lines);
}

std::string sentences_of(const ReportSource& source, const std::vector<PupilSuggestions>& all,
                         SuggestionLadder ladder) {
  std::string lines;
  for (const auto& of : all) {
    const auto* each = of.of(ladder);
    if (each == nullptr) continue;
    lines += fmt::format("  {}: {}\n", child_of(source, of.pupil), each->sentences.front());
  }
  return lines;
}

std::string sheets(const ReportSource& source, const std::vector<PupilSuggestions>& all) {
  std::map<std::string, std::vector<std::string>> by_kind;
  for (const auto& of : all) {
    for (const auto& each : of.suggestions) {
      const std::string kind(sheet_of(each.key));
      if (!kind.empty()) by_kind[kind].push_back(child_of(source, of.pupil));
    }
  }
  std::string text;
  for (auto& [kind, names] : by_kind) {
    std::sort(names.begin(), names.end());
    text += fmt::format("sheet {}: {}\n", kind, names.size());
    for (const auto& name : names) text += "  " + name + "\n";
  }
  return text;
}

}  // namespace

ReportSource source_of(const SimulatedYear& year) {
  std::map<std::pair<PupilId, int>, reg::YearLine> lines;
  for (const auto& mark : year.marks) {
    const int of = reg::school_year_of(mark.session.day);
    lines.try_emplace({mark.pupil, of}, mark.pupil, of)
        .first->second.set(mark.session, {mark.code, mark.minutes_late});
  }
  std::vector<reg::YearLine> all;
  for (auto& [place, line] : lines) all.push_back(std::move(line));
  return ReportSource::of(year.school, std::move(all));
}

std::vector<std::string> plain_lines(const ReportSource& source, SchoolDay today) {
  auto all = suggestions(source, today);
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.pupil < b.pupil; });
  std::vector<std::string> lines;
  for (const auto& of : all) {
    for (const auto& each : of.suggestions) {
      lines.push_back(fmt::format("{} {} {}{}{}{}", of.pupil.number(), text_of(each.key),
                                  figures_of(each), each.is_new ? " new" : "",
                                  of.stages.small_numbers ? " small" : "", reasons_of(of, each)));
    }
  }
  return lines;
}

std::string golden_text(const ReportSource& source, SchoolDay today) {
  const auto all = suggestions(source, today);
  std::string text = today.words() + "\n\n";
  for (const auto key : kSuggestionKeys) text += of_key(source, all, key);
  text += "\nthreshold of a penalty notice\n";
  text += sentences_of(source, all, SuggestionLadder::penalty);
  text += "\nreasons that are due\n";
  text += sentences_of(source, all, SuggestionLadder::unresolved);
  return text + "\n" + sheets(source, all);
}

}  // namespace handbell::reports
