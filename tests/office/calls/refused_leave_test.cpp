// Leave was refused and the child is away: the page Calls suggests G, and a person enters it.
#include "app/register/leave_cases.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class RefusedLeave : public OfficeTest {
 protected:
  template <class Work>
  void ask(Work&& work) {
    const auto done = writer_->ask(std::forward<Work>(work));
    ASSERT_TRUE(done) << sentence(done.error());
  }
  /// The class has sent its register, and neither child was there.
  void owls_away() {
    for (const int pupil : {1, 2}) enter(pupil, "N", "register");
    const reg::ClassDraft draft{"Owls", instant("2026-01-12T08:58:00"),
                                {},     {PupilId(1), PupilId(2)},
                                0,      *reg::Author::parse("J Okoro, Teacher")};
    ask([&](store::Register& held) {
      return held.tell(*reg::ClassSeen::from(draft), instant("2026-01-12T08:58:00"));
    });
  }
  std::vector<reg::Mark> history(int pupil) {
    return *writer_->ask([&](store::Register& held) {
      return held.history(PupilId(pupil), {on("2026-01-12"), Half::am});
    });
  }
};

TEST_F(RefusedLeave, where_leave_was_refused_G_is_suggested_in_words_and_entered_by_whoever_may) {
  const reg::LeaveRequest request{{PupilId(1)},
                                  {on("2026-01-09"), Half::am},
                                  {on("2026-01-12"), Half::pm},
                                  reg::LeaveKind::exceptional,
                                  {},
                                  "wedding",
                                  "Nadia Khan, mother",
                                  instant("2026-01-05T09:00:00"),
                                  {},
                                  {},
                                  *reg::Author::from("R Patel", "Office")};
  ask([&](store::Register& held) -> Status {
    const auto entries = held.write({request}, instant("2026-01-05T09:00:00"));
    if (!entries) return fail(entries.error());
    const auto no = reg::decision_on(
        entries->front(), request, {reg::LeaveAnswer::refused, {}, {}, "in term time"},
        {reg::Role::head}, *reg::Author::from("A Noor", "Headteacher"));
    const auto done = held.decide_leave(*no, {}, instant("2026-01-06T09:00:00"));
    return done ? Status{} : fail(done.error());
  });
  owls_away();
  const auto office = get("/calls").body;
  EXPECT_THAT(office, HasSubstr("Leave for today was refused by A Noor, Headteacher."));
  EXPECT_THAT(office, HasSubstr("The headteacher or the champion enters it."));
  EXPECT_THAT(office, Not(HasSubstr("refused-other-1")));
  const std::string accept =
      "pupil=1&refused=1&refused-other-1=G&refused-who-1=0&refused-until-1=today&"
      "refused-said-1=leave+refused";
  EXPECT_EQ(post("/calls/absence", accept).status, 422) << "G is not the office's to set";
  EXPECT_EQ(history(1).back().what.code, reg::code_of("N"));
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  const auto page = get("/calls").body;
  expect_golden("calls-leave-refused.html", page);
  EXPECT_THAT(page, HasSubstr("Enter G: leave was refused"));
  EXPECT_EQ(history(1).back().what.code, reg::code_of("N")) << "never by itself";
  EXPECT_EQ(post("/calls/absence", accept).status, 303);
  EXPECT_EQ(history(1).back().what.code, reg::code_of("G"));
  EXPECT_EQ(history(1).back().what.by.text(), "A Noor, Headteacher");
  EXPECT_THAT(get("/calls").body, Not(HasSubstr("Enter G")));
}

TEST_F(RefusedLeave, where_the_afternoon_was_granted_only_the_morning_becomes_G) {
  const reg::LeaveRequest request{{PupilId(1)},
                                  {on("2026-01-12"), Half::am},
                                  {on("2026-01-13"), Half::pm},
                                  reg::LeaveKind::exceptional,
                                  {},
                                  "wedding",
                                  "Nadia Khan, mother",
                                  instant("2026-01-05T09:00:00"),
                                  {},
                                  {},
                                  *reg::Author::from("R Patel", "Office")};
  ask([&](store::Register& held) -> Status {
    const auto entries = held.write({request}, instant("2026-01-05T09:00:00"));
    if (!entries) return fail(entries.error());
    const auto part =
        reg::decision_on(entries->front(), request,
                         {reg::LeaveAnswer::partly, SessionId{on("2026-01-12"), Half::pm},
                          SessionId{on("2026-01-13"), Half::pm}, "from noon on"},
                         {reg::Role::head}, *reg::Author::from("A Noor", "Headteacher"));
    const auto done = held.decide_leave(*part, {}, instant("2026-01-06T09:00:00"));
    return done ? Status{} : fail(done.error());
  });
  owls_away();
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  EXPECT_THAT(get("/calls").body,
              HasSubstr("Leave was granted for other sessions, and not for this morning,"));
  EXPECT_EQ(post("/calls/absence",
                 "pupil=1&refused=1&refused-other-1=G&refused-who-1=0&refused-until-1=today&"
                 "refused-said-1=leave+refused")
                .status,
            303);
  EXPECT_EQ(history(1).back().what.code, reg::code_of("G"));
  const auto noted =
      *writer_->ask([&](store::Register& held) { return held.notices(on("2026-01-12")); });
  for (const auto& given : noted) {
    EXPECT_FALSE(given.what.session.half == Half::pm && given.what.code == reg::code_of("G"));
  }
}

}  // namespace
}  // namespace handbell::office
