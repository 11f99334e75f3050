// How a slip printer is named in handbell.toml.
#include "drivers/printer/printer_name.h"

#include <gtest/gtest.h>

namespace handbell::printer {
namespace {

TEST(PrinterNames, each_way_is_understood) {
  EXPECT_EQ(parse_printer_name("usb:/dev/usb/lp0"),
            (PrinterName{Way::usb, "/dev/usb/lp0", 9100, 80}));
  EXPECT_EQ(parse_printer_name("tcp:192.168.1.40"),
            (PrinterName{Way::network, "192.168.1.40", 9100, 80}));
  EXPECT_EQ(parse_printer_name("tcp:printer.school:9101#58"),
            (PrinterName{Way::network, "printer.school", 9101, 58}));
  EXPECT_EQ(parse_printer_name("cups:front-door#80"),
            (PrinterName{Way::queue, "front-door", 9100, 80}));
  EXPECT_EQ(parse_printer_name("usb:/dev/usb/lp0#58")->dots(), 384);
}

TEST(PrinterNames, what_is_none_is_refused_with_how_to_write_it) {
  for (const char* text :
       {"", "usb:", "usb:lp0", "tcp:", "tcp:a:0", "tcp:a:65536", "tcp:a:x", "tcp:a b",
        "cups:", "cups:-d", "cups:a;b", "lpt:1", "usb:/dev/usb/lp0#72", "tcp:a#"}) {
    const auto name = parse_printer_name(text);
    ASSERT_FALSE(name) << text;
    EXPECT_EQ(name.error().code, FaultCode::bad_config);
    EXPECT_NE(sentence(name.error()).find("cups:QUEUE"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace handbell::printer
