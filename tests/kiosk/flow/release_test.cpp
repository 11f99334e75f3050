// The office's answers reach the door where they were asked for (D49).
#include "family_door.h"
#include <gtest/gtest.h>

namespace handbell::kiosk {
namespace {

using reg::DoorReleaseState;

struct AskingDoor : FamilyDoor {
  explicit AskingDoor(const std::string& local = "2026-01-12T11:00:00") : FamilyDoor(local) {}
  /// The child is in, and a mother asks for him by his card.
  void ask_for(int child) {
    card_of(child);
    wait(kResultStays);
    wait(kChoiceStays);
    press("going_out");
    card_of(child);
    choose("Mum");
    choose("Family");
    choose("Not today");
    asked_ = all<reg::ReleaseAsked>().back();
  }
  void office_says(DoorReleaseState said, Millis ago = {}) {
    auto next = std::make_shared<reg::DoorBook>(*state.book);
    std::erase_if(next->releases, [&](const auto& r) { return r.asked == asked_.at.wall; });
    next->releases.push_back({asked_.pupil, asked_.at.wall, said, now.wall - ago});
    ++next->version;
    send(BookChanged{next});
    last_ = effects;
  }
  std::vector<SoundName> heard() const {
    std::vector<SoundName> sounds;
    for (const Effect& effect : last_) {
      if (const auto* sound = std::get_if<Sound>(&effect)) sounds.push_back(sound->name);
    }
    return sounds;
  }

 private:
  reg::ReleaseAsked asked_;
  std::vector<Effect> last_;
};

TEST(Release, granted_says_that_someone_comes_with_the_first_name_for_8_s_once) {
  AskingDoor door;
  door.ask_for(4);
  door.wait(minutes(1));
  ASSERT_EQ(door.kind(), ScreenKind::idle);
  door.office_says(DoorReleaseState::granted);
  EXPECT_EQ(door.kind(), ScreenKind::someone_comes);
  ASSERT_TRUE(door.screen().child);
  EXPECT_EQ(door.screen().child->shown_name, "Dev P");
  EXPECT_EQ(door.heard(), std::vector{SoundName::in});
  door.wait(kResultStays);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  auto same = std::make_shared<reg::DoorBook>(*door.state.book);
  same->school_name = "Renamed";
  door.send(BookChanged{same});
  EXPECT_EQ(door.kind(), ScreenKind::idle) << "nothing twice";
}

TEST(Release, granted_while_the_request_is_still_on_the_screen_takes_its_place) {
  AskingDoor door;
  door.ask_for(4);
  ASSERT_EQ(door.kind(), ScreenKind::someone_comes);
  EXPECT_FALSE(door.screen().child);
  door.office_says(DoorReleaseState::granted);
  EXPECT_EQ(door.kind(), ScreenKind::someone_comes);
  EXPECT_TRUE(door.screen().child);
}

TEST(Release, refused_sends_to_the_office_without_a_name) {
  AskingDoor door;
  door.ask_for(4);
  door.wait(minutes(1));
  door.office_says(DoorReleaseState::refused);
  FamilyDoor unknown("2026-01-12T11:00:00");
  unknown.card_of(99);
  Screen wanted = unknown.screen();
  wanted.clock = door.screen().clock;
  EXPECT_EQ(door.screen(), wanted) << "exactly the words of an unknown card";
  EXPECT_EQ(door.heard(), std::vector{SoundName::office});
}

TEST(Release, leaves_alone_who_chooses_and_who_reads_a_result_D54) {
  AskingDoor granted;
  granted.ask_for(4);
  granted.wait(minutes(1));
  granted.press("no_card");
  granted.office_says(DoorReleaseState::granted);
  EXPECT_EQ(granted.kind(), ScreenKind::pick_class);
  ASSERT_TRUE(granted.screen().newcomer);
  EXPECT_EQ(granted.screen().newcomer->shown_name, "Dev P");
  EXPECT_TRUE(granted.screen().newcomer_released) << "not \"you are in\"";
  granted.wait(kResultStays);
  EXPECT_FALSE(granted.screen().newcomer);
  AskingDoor refused;
  refused.ask_for(4);
  refused.wait(minutes(1));
  refused.card_of(7);
  const auto result = refused.kind();
  refused.office_says(DoorReleaseState::refused);
  EXPECT_EQ(refused.kind(), result);
  EXPECT_TRUE(refused.screen().newcomer_to_office);
  EXPECT_FALSE(refused.screen().newcomer);
  EXPECT_EQ(refused.heard(), std::vector{SoundName::office});
}

TEST(Release, of_a_never_shown_child_has_no_name_D53) {
  AskingDoor door;
  door.ask_for(4);
  door.wait(minutes(1));
  auto never = families();
  never->pupils[3].never_show = true;
  door.send(BookChanged{never});
  door.office_says(DoorReleaseState::granted);
  EXPECT_EQ(door.kind(), ScreenKind::someone_comes);
  EXPECT_FALSE(door.screen().child);
  door.wait(kResultStays);
  door.press("no_card");
  door.office_says(DoorReleaseState::refused);
  EXPECT_TRUE(door.screen().newcomer_to_office);
}

TEST(Release, that_was_asked_at_another_door_says_nothing_here) {
  AskingDoor door;
  auto book = families();
  book->releases = {{PupilId(4), door.now.wall, DoorReleaseState::granted, door.now.wall},
                    {PupilId(7), door.now.wall, DoorReleaseState::refused, door.now.wall}};
  door.send(BookChanged{book});
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  EXPECT_FALSE(door.screen().newcomer_to_office);
}

TEST(Release, older_than_ten_minutes_is_no_news_after_a_new_start) {
  AskingDoor door;
  door.ask_for(4);
  std::vector<PastEvent> past;
  for (const auto& event : door.kept) past.push_back({past.size() + 1, event});
  for (const auto& [ago, kind] : {std::pair{minutes(11), ScreenKind::idle},
                                  std::pair{minutes(9), ScreenKind::someone_comes}}) {
    AskingDoor again = door;
    again.state = restored(5, families(), past);
    again.state.settings = all_settings();
    again.state.evidence.time_service_synced = true;
    again.pass(minutes(20));
    again.office_says(DoorReleaseState::granted, ago);
    EXPECT_EQ(again.kind(), kind);
  }
}

TEST(Release, handed_over_makes_the_child_out_without_an_entry_and_a_card_then_is_welcome_back) {
  AskingDoor door;
  door.ask_for(4);
  door.wait(minutes(1));
  door.office_says(DoorReleaseState::granted);
  door.wait(minutes(1));
  const auto before = door.kept.size();
  door.office_says(DoorReleaseState::handed_over);
  EXPECT_EQ(door.kind(), ScreenKind::idle);
  EXPECT_EQ(door.kept.size(), before) << "the office has written it";
  door.wait(hours(1));
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::welcome_back);
  ASSERT_EQ(door.all<reg::Passed>().size(), 1U);
  EXPECT_FALSE(door.all<reg::Passed>()[0].out);
  door.wait(minutes(2));
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::already_in) << "once is enough";
}

TEST(Release, handed_over_counts_also_after_a_new_start_and_at_the_other_door) {
  AskingDoor door;
  door.ask_for(4);
  door.wait(minutes(1));
  door.office_says(DoorReleaseState::handed_over);
  std::vector<PastEvent> past;
  for (const auto& event : door.kept) past.push_back({past.size() + 1, event});
  AskingDoor again = door;
  again.state = restored(5, door.state.book, past);
  again.state.evidence.time_service_synced = true;
  again.pass(minutes(1));
  again.card_of(4);
  EXPECT_EQ(again.kind(), ScreenKind::welcome_back);
  // Back at this door before the program began anew: he is in.
  past.push_back({past.size() + 1, again.kept.back()});
  AskingDoor third = again;
  third.pass(minutes(5));
  third.state = restored(5, door.state.book, past);
  third.state.evidence.time_service_synced = true;
  third.card_of(4);
  EXPECT_EQ(third.kind(), ScreenKind::already_in);
  AskingDoor other;
  other.state.book = door.state.book;
  other.state = restored(6, door.state.book, {});
  other.state.evidence.time_service_synced = true;
  other.pass(hours(1));
  other.card_of(4);
  EXPECT_EQ(other.kind(), ScreenKind::welcome_back);
}

TEST(Release, a_hand_over_that_was_an_error_leaves_the_child_in) {
  AskingDoor door;
  door.ask_for(4);
  door.office_says(DoorReleaseState::handed_over);
  door.wait(minutes(5));
  door.send(BookChanged{families()});
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::already_in);
}

TEST(Release, says_nothing_while_the_building_is_left) {
  AskingDoor door;
  door.ask_for(4);
  door.wait(minutes(1));
  door.send(Evacuation{true});
  door.office_says(DoorReleaseState::granted);
  EXPECT_EQ(door.kind(), ScreenKind::evacuate);
  EXPECT_TRUE(door.heard().empty());
}

}  // namespace
}  // namespace handbell::kiosk
