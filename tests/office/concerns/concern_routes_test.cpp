// The page Concerns: the office hands one on, whom it is for takes it up and says what became of
// it.
#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using reg::Role;
using testing::HasSubstr;
using testing::Not;

class ConcernsPage : public OfficeTest {
 protected:
  net::Response raise(const std::string& form) { return post("/concerns/raise", form); }
  void raised() {
    gate_.become("R Patel", "Office manager", {Role::office});
    ASSERT_EQ(raise("pupil=1&words=Late+each+Monday.&whom=class_teacher&whom=senco").status, 303);
  }
  /// Of the newest concern.
  std::string number() {
    const auto notes =
        writer_->ask([](store::Register& held) { return held.case_notes({}); }).value();
    for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
      const auto* concern = std::get_if<reg::Concern>(&note->what);
      if (concern != nullptr && concern->of == 0) return std::to_string(note->entry);
    }
    return "";
  }
  std::vector<reg::Reading> reads() {
    auto rows = *audit_->read(Instant{0}, instant("2026-01-13T00:00:00"), 100);
    std::erase_if(rows, [](const auto& row) { return row.kind != reg::ReadKind::case_read; });
    return rows;
  }
  void become_teacher(const char* class_name) {
    gate_.become("J Okoro", "Class teacher", {Role::teacher}, {class_name});
  }
};

TEST_F(ConcernsPage, a_concern_is_handed_on_taken_up_and_closed_with_what_became_of_it) {
  raised();
  EXPECT_THAT(get("/concerns").body, HasSubstr("The concern about Amira Khan was handed on."));
  become_teacher("Owls");
  const auto page = get("/concerns");
  EXPECT_THAT(page.body, HasSubstr("Late each Monday."));
  EXPECT_THAT(page.body, HasSubstr("class teacher, SENDCo"));
  expect_golden("concerns.html", page.body);
  EXPECT_EQ(post("/concerns/take-up", "concern=" + number()).status, 303);
  EXPECT_THAT(get("/concerns").body, HasSubstr("J Okoro, Class teacher, Monday 12 January 2026"));
  const auto empty = post("/concerns/close", "concern=" + number() + "&words-" + number() + "=");
  expect_golden("concern_close_refused.html", empty.body);
  EXPECT_EQ(post("/concerns/close",
                 "concern=" + number() + "&words-" + number() + "=A+neighbour+brings+her.")
                .status,
            303);
  const auto closed = get("/concerns").body;
  EXPECT_THAT(closed, HasSubstr("A neighbour brings her."));
  EXPECT_THAT(closed, Not(HasSubstr("Close it")));
  expect_golden("concerns_closed.html", closed);
  gate_.become("R Patel", "Office manager", {Role::office});
  EXPECT_THAT(get("/concerns").body, HasSubstr("A neighbour brings her."))
      << "who raised it reads it";
}

TEST_F(ConcernsPage, is_read_by_whom_it_is_for_and_by_nobody_else) {
  raised();
  for (const Role role : {Role::champion, Role::head, Role::dsl}) {
    gate_.become("L Wojcik", "Somebody", {role});
    EXPECT_THAT(get("/concerns").body, HasSubstr("Late each Monday.")) << "and tells the SENDCo";
  }
  become_teacher("Foxes");
  EXPECT_THAT(get("/concerns").body, Not(HasSubstr("Late each Monday.")));
  EXPECT_EQ(post("/concerns/take-up", "concern=" + number()).status, 404);
  EXPECT_EQ(get("/concerns/new?pupil=1").status, 404) << "no child of the own class";
  gate_.become("Other", "Office", {Role::office});
  EXPECT_THAT(get("/concerns").body, Not(HasSubstr("Late each Monday.")));
  EXPECT_EQ(post("/concerns/close", "concern=" + number() + "&words-" + number() + "=x").status,
            404);
  for (const Role role : {Role::governor, Role::technician}) {
    gate_.become("Somebody", "Else", {role});
    EXPECT_EQ(get("/concerns").status, 404);
  }
}

TEST_F(ConcernsPage, each_read_is_in_the_audit) {
  raised();
  become_teacher("Owls");
  (void)get("/concerns");
  ASSERT_EQ(reads().size(), 1U);
  EXPECT_EQ(reads().front().by.name(), "J Okoro");
  EXPECT_EQ(reads().front().pupil, PupilId(1)) << "whose it is";
  (void)get("/concerns");
  EXPECT_EQ(reads().size(), 2U) << "and the next one";
  EXPECT_EQ(post("/concerns/close", "concern=" + number() + "&words-" + number() + "=").status,
            422);
  EXPECT_EQ(reads().size(), 3U) << "a form that comes back shows it as well";
  become_teacher("Foxes");
  (void)get("/concerns");
  EXPECT_EQ(reads().size(), 3U) << "nothing was shown";
}

TEST_F(ConcernsPage, a_button_that_is_pressed_twice_hands_it_on_once) {
  raised();
  EXPECT_EQ(raise("pupil=1&words=Late+each+Monday.&whom=senco&whom=class_teacher").status, 303);
  EXPECT_THAT(get("/concerns").body, HasSubstr("That was handed on already."));
  EXPECT_EQ(writer_->ask([](store::Register& held) { return held.case_notes({}); })->size(), 1U);
}

TEST_F(ConcernsPage, what_is_missing_comes_back_with_what_was_typed) {
  gate_.become("R Patel", "Office manager", {Role::office});
  const auto nobody = raise("pupil=1&words=Late+each+Monday.");
  EXPECT_EQ(nobody.status, 422);
  EXPECT_THAT(nobody.body, HasSubstr("Tick who should know."));
  EXPECT_THAT(nobody.body, HasSubstr("Late each Monday."));
  expect_golden("concern_refused.html", nobody.body);
  EXPECT_EQ(raise("pupil=1&words=&whom=dsl").status, 422);
  EXPECT_EQ(raise("pupil=1&words=x&whom=caretaker").status, 422);
  EXPECT_EQ(raise("pupil=99&words=x&whom=dsl").status, 404);
  EXPECT_EQ(number(), "");
  raised();
  gate_.become("L Wojcik", "Champion", {Role::champion});
  const auto empty = post("/concerns/close", "concern=" + number() + "&words-" + number() + "=");
  EXPECT_EQ(empty.status, 422);
  EXPECT_THAT(empty.body, HasSubstr("Write what became of it."));
}

TEST_F(ConcernsPage, taken_up_twice_is_said_and_written_once) {
  raised();
  gate_.become("L Wojcik", "Champion", {Role::champion});
  EXPECT_EQ(post("/concerns/take-up", "concern=" + number()).status, 303);
  EXPECT_EQ(post("/concerns/take-up", "concern=" + number()).status, 303);
  EXPECT_THAT(get("/concerns").body, HasSubstr("Somebody had taken it up already."));
  EXPECT_EQ(writer_->ask([](store::Register& held) { return held.case_notes({}); })->size(), 2U);
}

TEST_F(ConcernsPage, shows_that_nothing_is_open) {
  expect_golden("concerns_none.html", get("/concerns").body);
}

}  // namespace
}  // namespace handbell::office
