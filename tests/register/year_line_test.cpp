#include "app/register/year_line.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace handbell::reg {
namespace {

SchoolDay day(int year, int month, int number) {
  return *SchoolDay::from_parts(year, month, number);
}

TEST(YearLine, the_school_year_runs_from_1_September_to_31_August) {
  EXPECT_EQ(school_year_of(day(2026, 8, 31)), 2025);
  EXPECT_EQ(school_year_of(day(2026, 9, 1)), 2026);
  EXPECT_EQ(last_day_of(2025), day(2026, 8, 31));
  EXPECT_EQ(last_day_of(2199), day(2199, 12, 31)) << "the last day there is";
}

TEST(YearLine, another_years_sessions_have_nothing) {
  YearLine line(PupilId(1), 2025);
  line.set({day(2025, 9, 1), Half::am}, {code_of("/"), std::nullopt});
  EXPECT_FALSE(line.at({day(2026, 9, 1), Half::am}));
  EXPECT_FALSE(line.at({day(2025, 8, 31), Half::pm}));
  EXPECT_FALSE(line.at({day(2025, 9, 1), Half::pm}));
}

TEST(YearLine, a_code_that_is_none_or_half_a_cell_is_refused) {
  for (const auto& bytes : {std::vector<std::uint8_t>{1}, std::vector<std::uint8_t>{63, 0}}) {
    const auto line = YearLine::from_bytes(PupilId(7), 2025, bytes);
    ASSERT_FALSE(line);
    EXPECT_EQ(line.error().code, FaultCode::entry_garbled);
  }
  EXPECT_FALSE(YearLine::from_bytes(PupilId(7), 2025, std::vector<std::uint8_t>(1466)));
}

RC_GTEST_PROP(YearLine, whatever_was_set_is_read_back_in_order_also_from_its_bytes, ()) {
  YearLine line(PupilId(3), 2027);  // with a 29 February
  std::map<SessionId, Standing> set;
  const auto count = *rc::gen::inRange(0, 40);
  for (int i = 0; i < count; ++i) {
    const SessionId session{first_day_of(2027).plus(*rc::gen::inRange(0, 366)),
                            *rc::gen::element(Half::am, Half::pm)};
    Standing standing{*Code::from_row(*rc::gen::inRange<std::uint8_t>(0, 38)), std::nullopt};
    if (*rc::gen::arbitrary<bool>()) standing.minutes_late = *rc::gen::inRange(0, 1023);
    line.set(session, standing);
    set.insert_or_assign(session, standing);
  }
  const auto read = YearLine::from_bytes(PupilId(3), 2027, line.bytes());
  RC_ASSERT(read && *read == line);
  const SchoolDay from = first_day_of(2027).plus(*rc::gen::inRange(-3, 366));
  const SchoolDay to = from.plus(*rc::gen::inRange(0, 366));
  std::vector<std::pair<SessionId, Standing>> seen;
  read->each(from, to, [&](SessionId at, const Standing& what) { seen.emplace_back(at, what); });
  std::vector<std::pair<SessionId, Standing>> expected;
  for (const auto& one : set) {
    if (from <= one.first.day && one.first.day <= to) expected.push_back(one);
  }
  RC_ASSERT(seen == expected);
}

}  // namespace
}  // namespace handbell::reg
