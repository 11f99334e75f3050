#include "app/base/reader_health.h"

#include <gtest/gtest.h>

namespace handbell {
namespace {

const ReaderHealth kFront{"front", ReaderState::ready, ReaderTrouble::none};
const ReaderHealth kSide{"side", ReaderState::missing, ReaderTrouble::permission};

TEST(ReaderHealth, is_told_to_the_office_and_read_again) {
  EXPECT_EQ(readers_text({}), "none");
  EXPECT_EQ(readers_text({kFront}), "ready");
  EXPECT_EQ(readers_text({kSide}), "missing permission");
  EXPECT_EQ(readers_text({kFront, kSide}), "front=ready;side=missing permission");
  EXPECT_EQ(parse_readers_text(readers_text({kFront, kSide})), (std::vector{kFront, kSide}));
}

TEST(ReaderHealth, of_many_readers_fits_what_a_message_holds) {
  const std::vector<ReaderHealth> many(100, kSide);
  const auto told = readers_text(many);
  EXPECT_LE(told.size(), kLongestReadersText);
  for (const auto& reader : parse_readers_text(told)) EXPECT_EQ(reader, kSide);
}

TEST(ReaderHealth, that_cannot_be_read_is_left_out) {
  EXPECT_TRUE(parse_readers_text("").empty());
  EXPECT_TRUE(parse_readers_text("none").empty());
  EXPECT_TRUE(parse_readers_text("front=brilliant;;=;ready because").empty());
}

TEST(ReaderHealth, has_a_slip_printer_beside_the_readers) {
  EXPECT_EQ(readers_words("front=ready;slip-printer=faulty no_paper"),
            "front: working, slip-printer: no paper");
  EXPECT_FALSE(all_ready("front=ready;slip-printer=faulty no_paper"));
  EXPECT_EQ(remedy_of({"slip-printer", ReaderState::faulty, ReaderTrouble::no_paper}),
            "Put in a new roll and close the lid.");
}

TEST(ReaderHealth, has_words_for_the_office) {
  EXPECT_EQ(readers_words("ready"), "working");
  EXPECT_EQ(readers_words("front=ready;side=missing"), "front: working, side: not plugged in");
  EXPECT_EQ(readers_words(""), "not known");
  EXPECT_EQ(readers_words("none"), "none connected");
  EXPECT_TRUE(all_ready("a=ready;b=ready"));
  EXPECT_FALSE(all_ready("a=ready;b=busy"));
  EXPECT_FALSE(all_ready("none"));
  EXPECT_FALSE(all_ready(""));
}

TEST(ReaderHealth, that_is_not_well_says_what_to_do) {
  for (const auto state : {ReaderState::missing, ReaderState::busy, ReaderState::faulty}) {
    EXPECT_FALSE(remedy_of({"x", state, ReaderTrouble::none}).empty()) << name_of(state);
  }
  for (const auto trouble : {ReaderTrouble::permission, ReaderTrouble::kernel,
                             ReaderTrouble::pcscd_holds, ReaderTrouble::pcscd_absent}) {
    const ReaderHealth reader{"x", ReaderState::missing, trouble};
    EXPECT_FALSE(remedy_of(reader).empty()) << name_of(trouble);
    EXPECT_NE(words_of(reader), words_of({"x", ReaderState::missing, {}})) << name_of(trouble);
  }
  EXPECT_TRUE(remedy_of(kFront).empty());
}

TEST(ReaderName, is_what_people_know_of_its_connection) {
  EXPECT_EQ(name_of_reader("pn532_uart:/dev/handbell-reader"), "handbell-reader");
  EXPECT_EQ(name_of_reader("pn532_uart:/dev/handbell-reader:115200"), "handbell-reader");
  EXPECT_EQ(name_of_reader("pcsc:ACS ACR1252"), "ACS-ACR1252");
  EXPECT_EQ(name_of_reader("pn532_uart:/dev/handbell-reader-at-pci-0000_00_14_0-usb-0_2"),
            "pci-0000_00_14_0-usb-0_2");
  EXPECT_EQ(names_of_readers({"pcsc:", "wedge:/dev/a", "pcsc:"}),
            (std::vector<std::string>{"pcsc", "a", "pcsc-2"}));
  EXPECT_EQ(name_of_reader("pcsc:"), "pcsc");
  EXPECT_EQ(name_of_reader("wedge:/dev/input/by-id/usb-reader#10D"), "usb-reader");
  EXPECT_EQ(name_of_reader("pn53x_usb"), "pn53x_usb");
  EXPECT_EQ(name_of_reader("pcsc:a;b=c"), "a-b-c");
}

}  // namespace
}  // namespace handbell
