#include "app/reports/kept_back.h"

#include "app/reports/small_numbers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <set>

namespace handbell::reports {

namespace {

// 1. Children whom no line tells apart are one kind. A line is a row of noughts and ones, one for
//    each kind.
// 2. Whatever can be worked out from the lines shown is a sum of multiples of their rows.
// 3. The rows are kept reduced: each begins with a kind that no other row has. A few children are
//    told of just where a sum of rows is noughts and ones that stand for them; only rows that begin
//    with a kind of few children can be in it, so the largest kinds come first.
// 4. A column of sessions is the same with what each kind missed in place of how many it is; a kind
//    that missed nothing adds nothing, so it is left out.
// Numbers are counted modulo a prime, which is exact for sums of so few noughts and ones.
constexpr std::int64_t kPrime = 1'000'003;

using Numbers = std::vector<std::int64_t>;

std::int64_t inverse(std::int64_t value) {
  std::int64_t result = 1;
  for (std::int64_t power = kPrime - 2; power > 0; power /= 2) {
    if (power % 2 == 1) result = result * value % kPrime;
    value = value * value % kPrime;
  }
  return result;
}

/// What of `row` is left once `other`, which begins at `place`, is taken out of it there.
void take_out(Numbers& row, const Numbers& other, std::size_t place) {
  const std::int64_t times = row[place];
  if (times == 0) return;
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i] = ((row[i] - times * other[i]) % kPrime + kPrime) % kPrime;
  }
}

std::size_t beginning(const Numbers& row) {
  return static_cast<std::size_t>(
      std::ranges::find_if(row, [](std::int64_t each) { return each != 0; }) - row.begin());
}

/// Children who are in the same lines.
struct Kind {
  std::vector<std::size_t> members;
  std::set<const GroupLine*> lines;
};

std::vector<Kind> kinds_of(const std::vector<GroupLine*>& lines, const GroupLine& total) {
  std::map<std::size_t, std::vector<std::size_t>> in;  // which lines a member is in
  for (const std::size_t member : total.members) in[member];
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const std::size_t member : lines[i]->members) in[member].push_back(i);
  }
  std::map<std::vector<std::size_t>, std::vector<std::size_t>> alike;
  for (const auto& [member, lists] : in) alike[lists].push_back(member);
  std::vector<Kind> kinds;
  for (auto& [lists, members] : alike) {
    Kind kind{std::move(members), {&total}};
    for (const std::size_t line : lists) kind.lines.insert(lines[line]);
    kinds.push_back(std::move(kind));
  }
  return kinds;
}

/// How much a kind is of what is counted: children, or their sessions.
using Measure = std::function<int(const Kind&)>;

/// The lines shown of one column.
class ShownRows {
 public:
  ShownRows(const std::vector<Kind>& kinds, const Measure& measure) {
    for (const auto& kind : kinds) {
      if (const int much = measure(kind); much > 0) kinds_.push_back({&kind, much});
    }
    std::ranges::stable_sort(kinds_, std::greater(), &Weighed::much);
  }

  /// Whether the line could be shown beside the others.
  [[nodiscard]] bool bears(const GroupLine& line) const {
    const auto rows = rows_with(line);
    return rows.size() == rows_.size() || !tells_of_few(rows);
  }
  void take(const GroupLine& line) { rows_ = rows_with(line); }

 private:
  struct Weighed {
    const Kind* kind;
    int much;
  };

  /// As many as before where the others say it already.
  [[nodiscard]] std::vector<Numbers> rows_with(const GroupLine& line) const {
    Numbers rest;
    for (const auto& each : kinds_) rest.push_back(each.kind->lines.contains(&line) ? 1 : 0);
    auto rows = rows_;
    for (const auto& each : rows) take_out(rest, each, beginning(each));
    const std::size_t place = beginning(rest);
    if (place == rest.size()) return rows;
    const std::int64_t scale = inverse(rest[place]);
    for (auto& each : rest) each = each * scale % kPrime;
    for (auto& each : rows) take_out(each, rest, place);
    rows.push_back(std::move(rest));
    return rows;
  }

  [[nodiscard]] bool tells_of_few(const std::vector<Numbers>& rows) const {
    std::vector<const Numbers*> begin_few;
    for (const auto& row : rows) {
      if (is_small(kinds_[beginning(row)].much)) begin_few.push_back(&row);
    }
    return some_sum_tells(begin_few, 0, Numbers(kinds_.size(), 0), 0);
  }

  /// `few`: what the rows in `sum` begin with; all of it would be told of.
  [[nodiscard]] bool some_sum_tells(const std::vector<const Numbers*>& rows, std::size_t from,
                                    const Numbers& sum, int few) const {
    if (few > 0 && tells(sum)) return true;
    for (std::size_t i = from; i < rows.size(); ++i) {
      const int more = few + kinds_[beginning(*rows[i])].much;
      if (!is_small(more)) continue;
      Numbers next = sum;
      for (std::size_t k = 0; k < next.size(); ++k) next[k] = (next[k] + (*rows[i])[k]) % kPrime;
      if (some_sum_tells(rows, i + 1, next, more)) return true;
    }
    return false;
  }

  [[nodiscard]] bool tells(const Numbers& row) const {
    int behind = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i] > 1) return false;
      if (row[i] == 1) behind += kinds_[i].much;
    }
    return is_small(behind);
  }

  std::vector<Weighed> kinds_;
  std::vector<Numbers> rows_;
};

std::vector<GroupLine*> lines_in(const Sections& sections) {
  std::vector<GroupLine*> lines;
  for (auto* section : sections) {
    for (auto& line : *section) lines.push_back(&line);
  }
  return lines;
}

/// Two numbers that are each other's rest: whoever sees one sees the other.
struct Parts {
  int one = 0;
  int other = 0;
  [[nodiscard]] int smaller() const { return smaller_part(one, other); }
};

struct Column {
  Parts (*parts)(const AttendanceCount&);
  bool GroupLine::*hidden;
  bool (*is_open)(const GroupLine&);  ///< what it is a part of is shown
};

constexpr std::array<Column, 3> kColumns{
    {{[](const AttendanceCount& count) {
        return Parts{count.attended(), count.absent()};
      },
      &GroupLine::hides_rest, [](const GroupLine& line) { return !line.withheld; }},
     {[](const AttendanceCount& count) {
        return Parts{count.authorised(), count.unauthorised()};
      },
      &GroupLine::hides_split,
      [](const GroupLine& line) { return !line.withheld && !line.hides_rest; }},
     {[](const AttendanceCount& count) {
        return Parts{count.late(), 0};
      },
      &GroupLine::hides_late, [](const GroupLine& line) { return !line.withheld; }}}};

/// The whole first, then from the largest to the smallest.
void hide_column(const Column& column, std::vector<GroupLine*> lines,
                 const std::vector<Kind>& kinds, const std::vector<CountedPupil>& pupils) {
  const auto sessions_of = [&](int Parts::*part) {
    return [&, part](const Kind& kind) {
      int sessions = 0;
      for (const std::size_t member : kind.members) {
        sessions += column.parts(pupils[member].count).*part;
      }
      return sessions;
    };
  };
  ShownRows one(kinds, sessions_of(&Parts::one));
  ShownRows other(kinds, sessions_of(&Parts::other));
  std::ranges::stable_sort(lines.begin() + 1, lines.end(), std::greater(),
                           [&](const auto* line) { return column.parts(line->count).smaller(); });
  for (auto* line : lines) {
    const bool small = is_small(column.parts(line->count).smaller());
    const bool shown = column.is_open(*line) && !small && one.bears(*line) && other.bears(*line);
    line->*column.hidden = !shown;
    if (!shown) continue;
    one.take(*line);
    other.take(*line);
  }
}

}  // namespace

void keep_lines_back(const Sections& sections, GroupLine& total) {
  auto lines = lines_in(sections);
  const auto kinds = kinds_of(lines, total);
  ShownRows shown(kinds, [](const Kind& kind) { return static_cast<int>(kind.members.size()); });
  total.withheld = total.pupils() < kFewestShown;
  if (!total.withheld) shown.take(total);
  std::ranges::stable_sort(lines, std::greater(), [](const auto* line) { return line->pupils(); });
  for (auto* line : lines) {
    if (line->pupils() == 0) continue;
    line->withheld = total.withheld || line->pupils() < kFewestShown || !shown.bears(*line);
    if (!line->withheld) shown.take(*line);
  }
}

void keep_numbers_back(const std::vector<CountedPupil>& pupils, const Sections& sections,
                       GroupLine& total) {
  auto lines = lines_in(sections);
  const auto kinds = kinds_of(lines, total);
  lines.insert(lines.begin(), &total);
  for (const auto& column : kColumns) hide_column(column, lines, kinds, pupils);
}

}  // namespace handbell::reports
