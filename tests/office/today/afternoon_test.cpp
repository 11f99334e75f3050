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
  void mark(int pupil, const char* code, const char* source, const char* by) {
    const auto done = writer_->ask([&](store::Register& held) {
      return held.enter({{PupilId(pupil),
                          {on("2026-01-12"), Half::pm},
                          reg::code_of(code),
                          {},
                          {},
                          "as told",
                          source,
                          *reg::Author::parse(by)}},
                        clock_.at());
    });
    ASSERT_TRUE(done) << sentence(done.error());
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
  const auto seen = view();
  ASSERT_FALSE(seen.waiting.empty());
  EXPECT_THAT(seen.waiting[0].token, testing::StartsWith("2026-01-12.pm.1.I.left"));
  EXPECT_NE(seen.waiting[0].token, "2026-01-12.pm.1.I.left") << "it names the entry";
  EXPECT_EQ(post("/accept", "day=2026-01-12&one=" + seen.waiting[0].token).status, 303);
  EXPECT_EQ(afternoon_of_child(1), "NI");
}

TEST_F(TodayAfternoon, a_mark_that_came_while_the_page_was_open_is_not_replaced_from_it) {
  two_went();
  clock_.set("2026-01-12T13:30:00");
  const auto form = all_tokens();
  mark(1, "N", "Class register", "J Okoro, Class teacher");
  mark(2, "O", "Office", "A Noor, Headteacher");
  EXPECT_EQ(post("/accept", form).status, 303);
  EXPECT_EQ(afternoon_of_child(1), "N");
  EXPECT_EQ(afternoon_of_child(2), "O");
  ASSERT_EQ(view().waiting.size(), 1U) << "the class's N may still be put right";
  EXPECT_EQ(post("/accept", all_tokens()).status, 303);
  EXPECT_EQ(afternoon_of_child(1), "NI");
}

TEST_F(TodayAfternoon, what_the_head_amended_after_it_was_accepted_is_not_proposed_again) {
  two_went();
  clock_.set("2026-01-12T13:30:00");
  EXPECT_EQ(post("/accept", all_tokens()).status, 303);
  mark(1, "N", "Office", "A Noor, Headteacher");
  mark(2, "O", "Office", "A Noor, Headteacher");
  EXPECT_TRUE(view().waiting.empty());
  EXPECT_EQ(afternoon_of_child(1), "IN");
  EXPECT_EQ(afternoon_of_child(2), "NO");
}

TEST_F(TodayAfternoon, the_DSL_is_shown_neither_the_code_nor_the_reason_of_who_left) {
  for (const int pupil : {1, 3}) move(pupil, reg::Direction::in, "2026-01-12T08:40:00");
  move(1, reg::Direction::out, "2026-01-12T11:20:00", "Sent home ill");
  move(3, reg::Direction::out, "2026-01-12T11:30:00", "Dentist");
  const reg::Notice told{PupilId(3),        {on("2026-01-12"), Half::pm},
                         reg::code_of("M"), instant("2026-01-12T08:00:00"),
                         "dentist",         *reg::Author::parse("R Patel, Office")};
  ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.note(told, clock_.at()); }));
  for (const char* now : {"2026-01-12T13:30:00", "2026-01-13T08:30:00"}) {
    clock_.set(now);
    const std::vector<std::string> pages{"/today", "/today/fragment", "/today?on=2026-01-12"};
    gate_.become("D Shah", "DSL", {reg::Role::dsl});
    for (const auto& address : pages) {
      const auto page = get(address).body;
      for (const char* secret : {"Sent home ill", "Dentist", "dentist", ".left", "Illness",
                                 "Medical", "Look at that day"}) {
        EXPECT_THAT(page, Not(HasSubstr(secret))) << address << " at " << now;
      }
    }
    gate_.become("R Patel", "Office", {reg::Role::office});
    const auto page = get("/today?on=2026-01-12").body;
    EXPECT_THAT(page, HasSubstr("2026-01-12.pm.1.I.left"));
    EXPECT_THAT(page, HasSubstr("2026-01-12.pm.3.M.left"));
  }
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
