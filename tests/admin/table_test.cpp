#include "app/admin/table.h"

#include <gtest/gtest.h>

namespace handbell::admin {
namespace {

TEST(Table, a_reason_of_two_lines_is_one_row_for_people_and_as_it_is_for_programs) {
  const Table table{{"name", "reason"}, {{"Zoya K", "Bus was late.\nTold by the driver."}}};
  EXPECT_EQ(rendered(table, Format::table),
            "name    reason\nZoya K  Bus was late. Told by the driver.\n");
  EXPECT_NE(rendered(table, Format::csv).find("\"Bus was late.\nTold by the driver.\""),
            std::string::npos);
}

}  // namespace
}  // namespace handbell::admin
