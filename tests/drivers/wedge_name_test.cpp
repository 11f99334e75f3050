#include "drivers/card/wedge_name.h"

#include <gtest/gtest.h>

namespace handbell::card {
namespace {

TEST(ReaderNames, that_no_reader_can_have_are_told_before_anything_starts) {
  EXPECT_TRUE(check_reader_names({"pn532_uart:/dev/handbell-reader", "pcsc:ACR1252",
                                  "wedge:/dev/input/by-id/usb-x-event-kbd#10D", "wedge:/dev/x"}));
  for (const char* wrong : {"wedge:", "wedge:keyboard", "wedge:/dev/x#9D", "wedge:/dev/x#"}) {
    const auto checked = check_reader_names({"pcsc:", wrong});
    ASSERT_FALSE(checked) << wrong;
    EXPECT_EQ(checked.error().code, FaultCode::bad_config) << wrong;
  }
}

}  // namespace
}  // namespace handbell::card
