// Where the children are on the page Today, and one touch for each.
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class TodayPresence : public OfficeTest {
 protected:
  std::vector<reg::PresenceFact> told() {
    return *writer_->ask([](store::Register& held) { return held.told(on("2026-01-12")); });
  }
  void tell(const reg::PresenceEvent& event) {
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.tell(event, clock_.at()); }));
  }
};

TEST_F(TodayPresence, who_came_stands_at_the_door_until_somebody_saw_the_child_D10) {
  clock_.set("2026-01-12T09:05:00");
  tap(1, "2026-01-12T08:55:01", "L");
  tap(2, "2026-01-12T08:55:00", "L");
  auto seen = view();
  ASSERT_EQ(seen.at_door.size(), 2U);
  EXPECT_EQ(seen.at_door[0].name, "Ben Ross");
  EXPECT_TRUE(seen.at_door[0].red) << "ten minutes";
  EXPECT_FALSE(seen.at_door[1].red);
  EXPECT_EQ(seen.presence, (PresenceTiles{2, 1, 0})) << "Cara is expected, and not heard of";
  EXPECT_EQ(post("/today/seen", "seen=2").status, 303);
  EXPECT_THAT(get("/today").body, HasSubstr("Ben Ross was seen at 09:05."));
  seen = view();
  ASSERT_EQ(seen.at_door.size(), 1U);
  EXPECT_EQ(seen.presence.on_site, 2);
  EXPECT_TRUE(marks().empty()) << "seeing is no mark";
  ASSERT_EQ(told().size(), 1U);
  EXPECT_EQ(std::get<reg::SingleEntry>(told()[0].event).by.text(), "R Patel, Office");
}

TEST_F(TodayPresence, what_somebody_saw_already_is_not_told_twice) {
  tap(1, "2026-01-12T08:55:01", "L");
  EXPECT_EQ(post("/today/seen", "seen=1").status, 303);
  EXPECT_EQ(post("/today/seen", "seen=1").status, 303);
  EXPECT_THAT(get("/today").body, HasSubstr("Amira Khan was seen already."));
  EXPECT_EQ(told().size(), 1U);
}

TEST_F(TodayPresence, a_child_whom_the_class_did_not_see_is_red_at_once) {
  clock_.set("2026-01-12T08:46:00");
  tap(1, "2026-01-12T08:40:00");
  const auto sent = reg::ClassSeen::from({"Owls",
                                          instant("2026-01-12T08:45:00"),
                                          {PupilId(2)},
                                          {PupilId(1)},
                                          1,
                                          *reg::Author::parse("J Okoro, Class teacher")});
  tell(*sent);
  const auto seen = view();
  ASSERT_EQ(seen.at_door.size(), 1U);
  EXPECT_TRUE(seen.at_door[0].red);
  EXPECT_EQ(seen.at_door[0].why, "The class did not see the child at 08:45.");
}

TEST_F(TodayPresence, who_is_out_is_named_with_the_time_and_comes_back_by_one_touch) {
  tell(reg::SingleEntry{PupilId(1), reg::Direction::out, instant("2026-01-12T09:00:00"),
                        *NamePart::parse("Sara Khan"), instant("2026-01-12T09:08:00"), "dentist",
                        *reg::Author::parse("R Patel, Office")});
  const auto seen = view();
  ASSERT_EQ(seen.out.size(), 1U);
  EXPECT_TRUE(seen.out[0].overdue);
  EXPECT_EQ(seen.out[0].note, "Sara Khan, dentist");
  EXPECT_EQ(seen.presence.out, 1);
  EXPECT_EQ(post("/today/seen", "back=1").status, 303);
  EXPECT_TRUE(view().out.empty());
  EXPECT_EQ(view().presence.on_site, 1);
}

TEST_F(TodayPresence, an_error_is_taken_back_by_another_entry_once) {
  EXPECT_EQ(post("/today/seen", "seen=1").status, 303);
  ASSERT_EQ(view().told.size(), 1U);
  const std::string entry = view().told[0].entry;
  EXPECT_EQ(post("/today/seen", "undo=" + entry).status, 303);
  EXPECT_TRUE(view().told.empty());
  EXPECT_EQ(view().presence.on_site, 0);
  EXPECT_EQ(told().size(), 2U) << "both stay";
  EXPECT_EQ(post("/today/seen", "undo=" + entry).status, 303);
  EXPECT_EQ(told().size(), 2U);
}

TEST_F(TodayPresence, of_whom_nothing_is_known_stands_by_class) {
  auto seen = view();
  ASSERT_EQ(seen.unknown.size(), 2U);
  EXPECT_EQ(seen.unknown[1].class_name, "Owls");
  EXPECT_EQ(seen.unknown[1].names, (std::vector<std::string>{"Amira Khan", "Ben Ross"}));
  enter(1, "I", "mother rang");
  tap(2, "2026-01-12T08:55:01", "L");
  seen = view();
  EXPECT_EQ(seen.presence.unknown, 1) << "a mark or an arrival is enough";
  clock_.set("2026-01-12T13:30:00");
  EXPECT_EQ(view().presence.unknown, 2) << "the morning's illness says nothing of the afternoon";
  clock_.set("2026-01-17T09:10:00");
  EXPECT_EQ(view().presence.unknown, 0) << "a Saturday";
}

TEST_F(TodayPresence, is_touched_by_the_office_and_the_head_alone) {
  tap(1, "2026-01-12T08:55:01", "L");
  for (const char* form : {"seen=99", "seen=", "seen=%3Cb%3E", "undo=x", ""}) {
    const auto answer = post("/today/seen", form);
    EXPECT_TRUE(answer.status == 404 || std::string(form) == "undo=x") << form;
  }
  gate_.become("N Iqbal", "Senior attendance champion", {reg::Role::champion});
  EXPECT_EQ(post("/today/seen", "seen=1").status, 404);
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(post("/today/seen", "seen=1").status, 404);
  EXPECT_TRUE(told().empty());
  EXPECT_TRUE(reader_->day(on("2026-01-09"))->unknown.empty()) << "another day asks nothing";
}

}  // namespace
}  // namespace handbell::office
