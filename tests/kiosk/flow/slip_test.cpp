// A slip for the teacher of each child who came late, where the door has a printer.
#include "door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

class Slips : public testing::Test {
 protected:
  Slips() { put_printer(true); }
  void put_printer(bool there) {
    DoorSettings settings;
    settings.prints_slips = there;
    door_.state.settings = std::make_shared<DoorSettings>(settings);
  }
  /// What is printed for this card, once the disk has it.
  std::vector<PrintSlip> slips_of(int pupil) {
    door_.hold(card(pupil));
    EXPECT_TRUE(printed().empty()) << "not before the disk has it";
    if (door_.state.writing) door_.written();
    return printed();
  }
  [[nodiscard]] std::vector<PrintSlip> printed() const {
    std::vector<PrintSlip> found;
    for (const Effect& effect : door_.effects) {
      if (const auto* slip = std::get_if<PrintSlip>(&effect)) found.push_back(*slip);
    }
    return found;
  }

  Door door_;
};

TEST_F(Slips, say_name_class_and_the_time_of_the_tap) {
  door_.at("2026-01-12T08:52:40");
  EXPECT_EQ(slips_of(1), (std::vector{PrintSlip{"Zoya K", "Owls", *TimeOfDay::parse("08:52:40")}}));
  door_.at("2026-01-12T09:10:00");
  EXPECT_EQ(slips_of(3).size(), 1U) << "also after the close";
}

TEST_F(Slips, are_printed_once_and_for_who_is_late_alone) {
  door_.at("2026-01-12T08:30:00");
  EXPECT_TRUE(slips_of(2).empty()) << "on time";
  door_.at("2026-01-12T08:52:00");
  EXPECT_EQ(slips_of(1).size(), 1U);
  door_.pass(minutes(2));
  EXPECT_TRUE(slips_of(1).empty()) << "in already";
}

TEST_F(Slips, name_nobody_who_stands_on_no_screen_D12_D53) {
  for (const int pupil : {4, 5, 6, 7, 99}) EXPECT_TRUE(slips_of(pupil).empty()) << pupil;
}

TEST_F(Slips, need_a_printer) {
  put_printer(false);
  EXPECT_TRUE(slips_of(1).empty());
}

TEST_F(Slips, are_none_where_the_disk_took_nothing) {
  door_.hold(card(1));
  door_.send(WriteFailed{door_.state.writing->request, WriteFault::full});
  EXPECT_TRUE(printed().empty());
}

TEST_F(Slips, what_is_wrong_with_the_printer_is_for_staff_alone) {
  door_.send(PrinterNews{"Slip printer: no paper. Put in a new roll and close the lid."});
  EXPECT_TRUE(door_.screen().faults.empty());
  EXPECT_EQ(door_.tap(1).kind, ScreenKind::late) << "and no child waits for it";
}

}  // namespace
}  // namespace handbell::kiosk
