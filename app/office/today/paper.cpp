#include "app/office/today/paper.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/register/pupil_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace handbell::office {
namespace {

std::vector<std::string> words_in(const std::string& line) {
  std::string spaced = line;
  std::ranges::replace(spaced, '\t', ' ');
  std::vector<std::string> words;
  for (const auto& word : split(spaced, ' ')) {
    const auto mark = word.find_first_of(",;");  // "08:52;" is a time all the same
    const auto end = mark == 0 ? word.size() : mark;
    for (const auto& each : {word.substr(0, end), word.substr(std::min(end, word.size()))}) {
      if (!trimmed(each).empty()) words.push_back(trimmed(each));
    }
  }
  return words;
}

/// Where the time stands: a word that looks like one before a bare number.
std::size_t place_of_time(const std::vector<std::string>& words) {
  const auto with_mark = [](const std::string& word) {
    return word.find_first_of(":.") != std::string::npos && typed_time(word);
  };
  const auto found = std::ranges::find_if(words, with_mark);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  return words.size() > 1 && typed_time(words.front()) ? 0 : words.size();
}

bool is_blank(const PaperRow& row) {
  return row.child.empty() && row.at.empty() && row.why.empty();
}

std::string typed_in(const net::Fields& form, std::string_view name, std::size_t row) {
  return std::string(trimmed(net::field(form, fmt::format("{}-{}", name, row))));
}

std::string several(const std::vector<const reg::PupilRecord*>& found) {
  constexpr std::size_t kNamed = 4;
  std::vector<std::string> names;
  for (const auto* pupil : found) {
    if (names.size() < kNamed) {
      names.push_back(fmt::format("{} is {}", child_and_class(*pupil), pupil->admission_number));
    }
  }
  return fmt::format("Several may be meant: type the admission number. {}{}.",
                     fmt::join(names, ", "), found.size() > kNamed ? ", and more" : "");
}

/// Looks at every row, one after the other.
class PaperReader {
 public:
  PaperReader(const Visit& visit, store::Register& held, const reg::School& school)
      : visit_(visit), held_(held), school_(school), typed_(empty_paper(visit)) {}

  Result<PaperTyped> read() {
    read_day();
    for (const auto& row : paper_rows(visit_.form)) {
      ++number_;
      typed_.lines.push_back({row, "", "", "", "", false, {}});
      const Status read = read_row(typed_.lines.back());
      if (!read) return fail(read.error());
    }
    if (typed_.lines.empty()) typed_.errors.add("child-1", "Type at least one child and a time.");
    if (typed_.lines.size() == kMostPaperRows) {
      typed_.errors.add("lines", fmt::format("A list has at most {} children: write these down, "
                                             "then begin another.",
                                             kMostPaperRows - 1));
    }
    return std::move(typed_);
  }

 private:
  void read_day() {
    if (!visit_.typed("day").empty()) typed_.day_typed = visit_.typed("day");
    const auto day = SchoolDay::parse(typed_.day_typed);
    if (!day || visit_.today < *day) {
      typed_.errors.add("day", "Type the day of the list: today, or a school day before.");
    } else if (school_.calendar.state(*day) != reg::DayState::open) {
      typed_.errors.add("day", "The school was closed on " + day->words() + ".");
    } else {
      typed_.day = *day;
    }
  }

  void wrong(std::string_view field, const std::string& words) {
    typed_.errors.add(fmt::format("{}-{}", field, number_),
                      fmt::format("Row {}: {}", number_, words));
  }

  std::optional<Instant> time_of_row(const PaperRow& row) {
    const auto time = typed_time(row.at);
    if (!time) {
      wrong("at", "Type the time as the clock showed it, such as 08:52.");
      return std::nullopt;
    }
    const Instant at = from_local(typed_.day, *time);
    if (visit_.now < at) wrong("at", "That time is still to come.");
    return visit_.now < at ? std::nullopt : std::optional(at);
  }

  bool why_fits(const PaperRow& row) {
    const bool fits = is_plain_text(row.why) && reg::text_fits(row.why, "The reason");
    if (!fits) wrong("why", "The reason is too long, or has characters that are no text.");
    return fits;
  }

  Status read_row(PaperLine& line) {
    const auto meant = child_meant(school_, line.row.child, typed_.day);
    if (meant.pupil == nullptr) wrong("child", meant.wrong);
    const auto at = time_of_row(line.row);
    const bool fits = why_fits(line.row);
    if (meant.pupil == nullptr) return {};
    line.name = child_name(*meant.pupil);
    line.class_name = meant.pupil->class_name;
    if (!children_.insert(meant.pupil->id).second) {
      wrong("child", line.name + " stands in the list already.");
      return {};
    }
    return at && fits ? judge(line, *meant.pupil, *at) : Status();
  }

  Status judge(PaperLine& line, const reg::PupilRecord& pupil, Instant at) {
    const auto arrival = typed_arrival(held_, school_, pupil, at);
    if (!arrival) return fail(arrival.error());
    line.words = words_of_typed(visit_.who, *arrival);
    line.standing = standing_words(visit_.who, *arrival);
    line.urgent = arrival->judgement.urgent;
    line.marks = mark_choices(visit_.who, *arrival);
    // Another child or another time in the row is another thing to look at.
    const auto seen = fmt::format("{}.{}.{}", pupil.id.number(), at.ms, seen_of_typed(*arrival));
    const bool same = line.row.seen == seen;
    if (!same) {
      typed_.look_again = true;
      line.row.mark = line.marks.front().value;
    }
    line.row.seen = seen;
    auto mark = chosen_mark(visit_, held_, *arrival, line.row.mark, {"", line.row.why});
    if (mark) {
      typed_.entries.push_back({*arrival, std::move(*mark)});
      return {};
    }
    const bool needs_why = mark.error().code == FaultCode::entry_incomplete;
    wrong(needs_why ? "why" : "mark",
          needs_why ? "Say why the mark is another one." : sentence(mark.error()));
    return {};
  }

  const Visit& visit_;
  store::Register& held_;
  const reg::School& school_;
  std::size_t number_ = 0;
  std::set<PupilId> children_;
  PaperTyped typed_;
};

}  // namespace

PaperRow paper_row_of(const std::string& line) {
  auto words = words_in(line);
  const auto place = place_of_time(words);
  PaperRow row;
  if (place < words.size()) {
    row.at = words[place];
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(place));
  }
  const std::string rest = fmt::format("{}", fmt::join(words, " "));
  const auto comma = rest.find_first_of(",;");
  row.child = trimmed(rest.substr(0, comma));
  if (comma != std::string::npos) row.why = trimmed(rest.substr(comma + 1));
  return row;
}

std::vector<PaperRow> paper_rows(const net::Fields& form) {
  std::vector<PaperRow> rows;
  for (std::size_t i = 1; i <= kMostPaperRows; ++i) {
    PaperRow row{typed_in(form, "child", i), typed_in(form, "at", i), typed_in(form, "why", i),
                 typed_in(form, "mark", i), typed_in(form, "seen", i)};
    if (!is_blank(row)) rows.push_back(std::move(row));
  }
  for (const auto& line : split(net::field(form, "lines"), '\n')) {
    auto row = paper_row_of(std::string(trimmed(line)));
    if (!is_blank(row) && rows.size() < kMostPaperRows) rows.push_back(std::move(row));
  }
  return rows;
}

PaperChild child_meant(const reg::School& school, const std::string& typed, SchoolDay day) {
  if (typed.empty()) return {nullptr, "Type the child's name or admission number."};
  const auto* named = school.named(typed);
  if (named != nullptr && named->on_roll(day)) return {named, ""};
  auto found = code_points(typed) > 200 ? std::vector<const reg::PupilRecord*>()
                                        : reg::find_pupils(school, typed, day);
  std::erase_if(found, [&](const auto* each) { return !each->on_roll(day); });
  const auto exactly = [&](const reg::PupilRecord* each) {
    const std::string roll = each->forename.text() + " " + each->surname.text();
    return folded(each->full_name()) == folded(typed) || folded(roll) == folded(typed);
  };
  if (std::ranges::count_if(found, exactly) == 1) {
    return {*std::ranges::find_if(found, exactly), ""};
  }
  if (found.size() == 1) return {found.front(), ""};
  if (found.empty()) return {nullptr, "Nobody on roll was found: try the admission number."};
  return {nullptr, several(found)};
}

PaperTyped empty_paper(const Visit& visit) {
  PaperTyped typed;
  typed.day = visit.today;
  typed.day_typed = visit.today.text();
  return typed;
}

Result<PaperTyped> paper_typed(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  return PaperReader(visit, held, **school).read();
}

}  // namespace handbell::office
