// Who left and was not back for the afternoon's register waits on Today, and a person accepts
// (D18).
#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class TodayAfternoon : public OfficeTest {
 protected:
  void tell(const reg::PresenceEvent& event) {
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.tell(event, clock_.at()); }));
  }
  void move(int pupil, reg::Direction direction, const char* at, const char* reason = "") {
    tell(reg::SingleEntry{PupilId(pupil),
                          direction,
                          instant(at),
                          {},
                          {},
                          reason,
                          *reg::Author::parse("R Patel, Office")});
  }
  void two_went() {
    for (const int pupil : {1, 2}) move(pupil, reg::Direction::in, "2026-01-12T08:40:00");
    move(1, reg::Direction::out, "2026-01-12T11:20:00", "Sent home ill");
    move(2, reg::Direction::out, "2026-01-12T11:40:00", "Family");
  }
  std::string afternoon_of_child(int pupil) {
    const auto history = *writer_->ask([pupil](store::Register& held) {
      return held.history(PupilId(pupil), {on("2026-01-12"), Half::pm});
    });
    std::string codes;
    for (const auto& mark : history) codes += std::string(mark.what.code.text());
    return codes;
  }
  std::string all_tokens() {
    std::string form = "day=2026-01-12&all=yes";
    for (const auto& line : view().waiting) form += "&seen=" + line.token;
    return form;
  }
};

TEST_F(TodayAfternoon, waits_from_the_afternoons_register_on_and_is_accepted_singly_D18) {
  two_went();
  clock_.set("2026-01-12T12:30:00");
  EXPECT_TRUE(view().waiting.empty()) << "they may come back yet";
  clock_.set("2026-01-12T13:30:00");
  const auto seen = view();
  ASSERT_EQ(seen.waiting.size(), 2U);
  EXPECT_EQ(seen.tiles.waiting, 2);
  EXPECT_EQ(seen.waiting[0].token, "2026-01-12.pm.1.I.left");
  EXPECT_EQ(seen.waiting[1].code, "N");
  const auto page = get("/today").body;
  expect_golden("today-afternoon.html", page);
  EXPECT_THAT(page, HasSubstr("Out since 11:20 (Sent home ill), and not back when the afternoon "
                              "register was taken (D18)."));
  EXPECT_THAT(page, HasSubstr("Accept all 2"));
  EXPECT_EQ(afternoon_of_child(1), "") << "never by itself";
  EXPECT_EQ(post("/accept", "day=2026-01-12&one=2026-01-12.pm.1.I.left").status, 303);
  EXPECT_THAT(get("/today").body, HasSubstr("1 mark was accepted."));
  EXPECT_EQ(afternoon_of_child(1), "I");
  EXPECT_EQ(afternoon_of_child(2), "");
  const auto mark = writer_
                        ->ask([](store::Register& held) {
                          return held.history(PupilId(1), {on("2026-01-12"), Half::pm});
                        })
                        ->back();
  EXPECT_EQ(mark.what.reason, "out since 11:20: Sent home ill");
  EXPECT_EQ(mark.what.by.text(), "R Patel, Office");
}

TEST_F(TodayAfternoon, is_accepted_together_with_all_that_waits) {
  two_went();
  tap(3, "2026-01-12T08:52:00", "L");
  clock_.set("2026-01-12T13:30:00");
  ASSERT_EQ(view().waiting.size(), 3U);
  EXPECT_EQ(post("/accept", all_tokens()).status, 303);
  EXPECT_THAT(get("/today").body, HasSubstr("3 marks were accepted."));
  EXPECT_EQ(afternoon_of_child(1), "I");
  EXPECT_EQ(afternoon_of_child(2), "N");
  EXPECT_TRUE(view().waiting.empty());
}

TEST_F(TodayAfternoon, what_changed_since_it_was_seen_is_left) {
  two_went();
  clock_.set("2026-01-12T13:30:00");
  const auto form = all_tokens();
  move(1, reg::Direction::in, "2026-01-12T12:50:00");
  EXPECT_EQ(post("/accept", form).status, 303);
  EXPECT_THAT(get("/today").body,
              HasSubstr("1 mark was accepted. 1 proposal had changed meanwhile and still waits."));
  EXPECT_EQ(afternoon_of_child(1), "");
  EXPECT_EQ(post("/accept", form).status, 303) << "pressed twice";
  EXPECT_EQ(afternoon_of_child(2), "N");
}

TEST_F(TodayAfternoon, an_N_of_the_class_is_put_right_and_what_was_stays) {
  two_went();
  clock_.set("2026-01-12T13:30:00");
  ASSERT_TRUE(writer_->ask([&](store::Register& held) {
    return held.enter({{PupilId(1),
                        {on("2026-01-12"), Half::pm},
                        reg::code_of("N"),
                        {},
                        {},
                        "register",
                        "Class register",
                        *reg::Author::parse("J Okoro, Class teacher")}},
                      clock_.at());
  }));
  EXPECT_THAT(get("/today").body, HasSubstr("N stands, by J Okoro, Class teacher."));
  EXPECT_EQ(post("/accept", "day=2026-01-12&one=2026-01-12.pm.1.I.left").status, 303);
  EXPECT_EQ(afternoon_of_child(1), "NI");
}

TEST_F(TodayAfternoon, the_day_after_it_is_not_forgotten) {
  two_went();
  clock_.set("2026-01-13T08:30:00");
  EXPECT_THAT(get("/today").body, HasSubstr("2 children of Monday 12 January 2026 still wait."));
  EXPECT_THAT(get("/today?on=2026-01-12").body, HasSubstr("2026-01-12.pm.2.N.left"));
  EXPECT_EQ(post("/accept", "day=2026-01-12&one=2026-01-12.pm.2.N.left").status, 303);
  EXPECT_EQ(afternoon_of_child(2), "N");
}

TEST_F(TodayAfternoon, is_accepted_by_office_and_head_alone) {
  two_went();
  clock_.set("2026-01-12T13:30:00");
  for (const auto role : {reg::Role::champion, reg::Role::dsl, reg::Role::teacher}) {
    gate_.become("X Somebody", "Deputy", {role}, {"Owls"});
    EXPECT_EQ(post("/accept", "day=2026-01-12&one=2026-01-12.pm.1.I.left").status, 404);
  }
  EXPECT_EQ(afternoon_of_child(1), "");
}

}  // namespace
}  // namespace handbell::office
