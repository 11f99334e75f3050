#include "app/exchange/crosscheck_export.h"

#include "exchange_school.h"
#include "golden.h"
#include <rapidcheck.h>

namespace handbell::exchange {
namespace {

void set(reg::YearLine& line, const char* day, const char* morning, const char* afternoon) {
  line.set({on(day), Half::am}, {reg::code_of(morning), std::nullopt});
  line.set({on(day), Half::pm}, {reg::code_of(afternoon), std::nullopt});
}

TEST(CrosscheckExport, counts_each_reason_in_each_span_of_the_census_F9) {
  reg::YearLine amira(PupilId(1), 2025);
  set(amira, "2025-09-08", "/", "\\");
  set(amira, "2025-09-09", "I", "I");
  set(amira, "2025-09-10", "U", "\\");
  set(amira, "2025-12-31", "#", "X");
  set(amira, "2026-01-05", "V", "\\");
  reg::YearLine ben(PupilId(2), 2025);
  set(ben, "2026-04-05", "L", "\\");
  set(ben, "2026-04-06", "N", "O");
  const auto text = write_crosscheck({ben, amira}, *reg::census_periods(2025), school());
  ASSERT_TRUE(text) << sentence(text.error());
  expect_golden("crosscheck.csv", *text);
}

TEST(CrosscheckExport, of_a_pupil_who_is_not_there_is_a_fault) {
  const auto none = write_crosscheck({reg::YearLine(PupilId(9), 2025)}, {}, school());
  EXPECT_EQ(none.error(), (Fault{FaultCode::pupil_unknown, "9"}));
}

TEST(CrosscheckExport, reasons_add_up_to_the_authorised_and_the_unauthorised) {
  EXPECT_TRUE(rc::check([] {
    reg::YearLine line(PupilId(1), 2025);
    for (int i = 0; i < 60; ++i) {
      const auto row = *rc::gen::inRange<std::uint8_t>(0, 38);
      line.set({on("2025-09-08").plus(i), Half::am}, {*reg::Code::from_row(row), std::nullopt});
    }
    const reg::CensusPeriod all{"Year", on("2025-09-01"), on("2026-07-31")};
    const auto sheet = Sheet::parse("c.csv", *write_crosscheck({line}, {all}, school()),
                                    {{"SessionsAuthorised", {}, true},
                                     {"SessionsUnauthorised", {}, true},
                                     {"Reason", {}, true},
                                     {"Sessions", {}, true}});
    int sessions = 0;
    for (std::size_t i = 0; i < sheet->size(); ++i)
      sessions += std::stoi(sheet->cell(i, "Sessions"));
    RC_ASSERT(sessions == std::stoi(sheet->cell(0, "SessionsAuthorised")) +
                              std::stoi(sheet->cell(0, "SessionsUnauthorised")));
  }));
}

}  // namespace
}  // namespace handbell::exchange
