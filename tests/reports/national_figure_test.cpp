#include "app/reports/national_figure.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reports {
namespace {

TEST(NationalFigure, is_typed_as_it_was_published) {
  EXPECT_EQ(*parse_national("94.7"), 947);
  EXPECT_EQ(*parse_national(" 94.7 % "), 947);
  EXPECT_EQ(*parse_national("94,7"), 947);
  EXPECT_EQ(*parse_national("95"), 950);
  EXPECT_EQ(*parse_national("100"), 1000);
  EXPECT_EQ(*parse_national("50.0"), 500);
}

TEST(NationalFigure, of_947_per_cent_and_the_like_is_refused_in_one_sentence) {
  for (const char* typed : {"947", "947 %", "100.1", "49.9", "94.75", "-94.7", "", "%", "ninety",
                            "9e1", "94.", ".7", "0094.7", "９４.７"}) {
    const auto value = parse_national(typed);
    ASSERT_FALSE(value) << typed;
    EXPECT_EQ(value.error().code, FaultCode::national_figure);
  }
  EXPECT_EQ(sentence(parse_national("947 %").error()),
            "947 % is no national attendance; type it as it was published, between 50.0 and 100.0 "
            "per cent with one decimal.");
}

reg::Setting typed_in(const char* value, const char* from, const char* source) {
  return {std::string(reg::kNationalFigure), value, on(from), source,
          *reg::Author::from("P Nowak", "Champion")};
}

TEST(NationalFigure, counts_from_its_day_on) {
  const std::vector<reg::Setting> settings{typed_in("94.7", "2025-09-01", "DfE, 2025/26 to date"),
                                           typed_in("94.9", "2026-03-01", "DfE, spring")};
  EXPECT_FALSE(national_on(settings, on("2025-08-31")));
  EXPECT_EQ(national_on(settings, on("2026-02-28"))->text(), "94.7 %");
  EXPECT_EQ(national_on(settings, on("2026-03-01"))->source, "DfE, spring");
}

TEST(NationalFigure, is_compared_in_whole_numbers) {
  const NationalFigure national{947, "DfE", on("2025-09-01")};
  EXPECT_EQ(compared(Fraction::of(9469, 10000), national),
            "The school's 94.7 % is below the national 94.7 % (DfE).");
  EXPECT_EQ(compared(Fraction::of(947, 1000), national),
            "The school's 94.7 % is equal to the national 94.7 % (DfE).");
  EXPECT_EQ(compared(Fraction::of(95, 100), national),
            "The school's 95.0 % is above the national 94.7 % (DfE).");
  EXPECT_EQ(compared(Fraction::of(0, 0), national), "The national figure is 94.7 % (DfE).");
}

}  // namespace
}  // namespace handbell::reports
