#include "day_file.h"

#include "app/base/text.h"

#include <algorithm>
#include <array>
#include <regex>

namespace handbell::days {

namespace {

/// "Monday 12 January 2026" and nothing else, the weekday too.
std::optional<SchoolDay> day_in_words(const std::string& words) {
  const std::string year = words.size() < 4 ? "" : words.substr(words.size() - 4);
  const auto first = SchoolDay::parse(year + "-01-01");
  if (!first) return std::nullopt;
  for (int i = 0; i < 366; ++i) {
    if (first->plus(i).words() == words) return first->plus(i);
  }
  return std::nullopt;
}

/// The day and the decisions of "Monday 12 January 2026. Shows D01, D13."
bool read_heading(const std::string& line, DayFile& file) {
  static const std::regex kHeading(R"(([^.]+)\. Shows (D\d\d(, D\d\d)*)\.)");
  std::smatch found;
  if (!std::regex_match(line, found, kHeading)) return false;
  const auto day = day_in_words(found[1].str());
  if (!day) return false;
  file.day = *day;
  for (const auto& decision : split(found[2].str(), ',')) {
    file.decisions.push_back(trimmed(decision));
  }
  return true;
}

/// Questions that put a colon before what is expected.
bool is_question(const std::string& words) {
  static const std::regex kQuestion(R"(screen.*|register.*|the office is told.*)");
  return std::regex_match(words, kQuestion);
}

void cut_expected(DayLine& line) {
  if (line.says == "nothing is written") {
    line.says = "what is written";
    line.expected = "nothing";
    return;
  }
  const auto arrow = line.says.find("->");
  const auto colon = line.says.find(':');
  const bool asks = colon != std::string::npos && is_question(line.says.substr(0, colon));
  const auto cut = asks ? colon : arrow;
  if (cut == std::string::npos) return;
  line.expected = trimmed(line.says.substr(cut + (asks ? 1 : 2)));
  line.says = trimmed(line.says.substr(0, cut));
}

Reading<DayLine> read_line(const std::string& text) {
  static const std::regex kTimed(R"((\d\d:\d\d(:\d\d(\.\d\d\d)?)?) (.+))");
  DayLine line;
  line.says = text;
  std::smatch found;
  if (std::regex_match(text, found, kTimed)) {
    const auto at = TimeOfDay::parse(found[1].str());
    if (!at) return unread(sentence(at.error()));
    line.at = *at;
    line.says = found[4].str();
  }
  cut_expected(line);
  return line;
}

class Reader {
 public:
  explicit Reader(const std::string& name) { file_.name = name; }

  Reading<DayFile> read(const std::string& text) {
    for (const auto& row : split(text, '\n')) {
      ++number_;
      const std::string what = take(trimmed(row));
      if (!what.empty()) {
        return unread(file_.name + ":" + std::to_string(number_) + ": " + what);
      }
    }
    if (!known_.empty()) return unread(file_.name + ": nothing follows the last known line");
    if (file_.lines.empty()) return unread(file_.name + ": no line of the day");
    return std::move(file_);
  }

 private:
  /// What does not read; empty where all is well.
  std::string take(const std::string& row) {
    static const std::string kKnown = "known: ";
    if (row.empty() || row.starts_with("#")) return "";
    if (file_.title.empty()) {
      file_.title = row;
      return "";
    }
    if (file_.decisions.empty()) {
      return read_heading(row, file_) ? "" : "not \"Monday 12 January 2026. Shows D01, D02.\"";
    }
    if (row.starts_with(kKnown)) {
      known_ = row.substr(kKnown.size());
      return "";
    }
    auto line = read_line(row);
    if (!line) return line.error();
    return keep(std::move(*line));
  }

  std::string keep(DayLine line) {
    line.number = number_;
    line.known = std::exchange(known_, "");
    if (!line.known.empty() && !line.expected) return "known, but nothing is expected";
    if (line.at && last_ && *line.at < *last_) return "earlier than the line before";
    if (line.at) last_ = line.at;
    (last_ ? file_.lines : file_.school).push_back(std::move(line));
    return "";
  }

  DayFile file_;
  int number_ = 0;
  std::optional<TimeOfDay> last_;
  std::string known_;
};

}  // namespace

Reading<DayFile> read_day(const std::string& name, const std::string& text) {
  return Reader(name).read(text);
}

}  // namespace handbell::days
