// The page Reconcile: both sides beside each other, one click, nothing lost, nothing overwritten.
#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

#include <regex>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Reconcile : public OfficeTest {
 protected:
  /// What the page's form says it has seen of a child.
  std::string seen(const std::string& pupil) {
    const std::string body = get("/reconcile").body;
    const std::regex field("name=\"pupil\" value=\"" + pupil +
                           "\"><input type=\"hidden\" name=\"seen\" value=\"([^\"]*)\"");
    std::smatch found;
    return std::regex_search(body, found, field) ? found[1].str() : "";
  }
  static std::string of(const std::string& pupil, const std::string& seen,
                        const std::string& more) {
    return "day=2026-01-12&session=am&pupil=" + pupil + "&seen=" + seen + "&" + more;
  }
  std::vector<reg::Mark> history(int pupil) {
    return *writer_->ask([&](store::Register& held) {
      return held.history(PupilId(pupil), {on("2026-01-12"), Half::am});
    });
  }
  void conflict_of_amira() {
    enter(1, "/", "seen in class");
    tap(1, "2026-01-12T08:52:10", "L");
  }
  void conflict_of_ben() {
    enter(2, "N", "not in class");
    tap(2, "2026-01-12T09:04:00", "U");
  }
};

TEST_F(Reconcile, says_calmly_that_both_say_the_same) {
  const auto page = get("/reconcile");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Register and door say the same so far."));
  expect_golden("reconcile-empty.html", page.body);
}

TEST_F(Reconcile, sets_register_door_and_office_side_by_side_with_the_decision_in_words_D09) {
  conflict_of_amira();
  conflict_of_ben();
  const auto page = get("/reconcile").body;
  expect_golden("reconcile.html", page);
  EXPECT_THAT(page,
              HasSubstr("Suggest L: card at 08:52, before the register closed at 09:00 (D09)"));
  EXPECT_LT(page.find("Ben Ross"), page.find("Amira Khan")) << "who is to be found stands first";
  EXPECT_THAT(page, HasSubstr("Marked absent, but came to the door"));
  EXPECT_THAT(page, HasSubstr("At the door since 08:52, seen by nobody yet."));
}

TEST_F(Reconcile, one_click_settles_as_suggested_and_it_comes_back_no_more) {
  conflict_of_amira();
  const auto done = post("/reconcile/settle", of("1", seen("1"), "as=suggested"));
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(done.headers.at("Location"), "/reconcile");
  const auto now = history(1);
  ASSERT_EQ(now.size(), 2U);
  EXPECT_EQ(now.back().what.code, reg::code_of("L"));
  EXPECT_EQ(now.back().what.minutes_late, 17);
  EXPECT_EQ(now.back().what.reason, "came before the register closed");
  EXPECT_EQ(now.back().what.by.text(), "R Patel, Office");
  const auto page = get("/reconcile").body;
  EXPECT_THAT(page, HasSubstr("Settled: L for Amira Khan."));
  EXPECT_THAT(page, HasSubstr("Register and door say the same so far."));
  EXPECT_THAT(page, HasSubstr("R Patel, Office, at 09:10"));
  expect_golden("reconcile-settled.html", get("/reconcile").body);
}

TEST_F(Reconcile, the_teachers_mark_is_kept_with_a_reason_and_is_asked_about_no_more_D28) {
  conflict_of_amira();
  const auto page = get("/reconcile").body;
  EXPECT_THAT(page, HasSubstr("/: another child used the card"));
  EXPECT_EQ(post("/reconcile/settle", of("1", seen("1"), "as=chosen&way-am-1=4")).status, 303);
  const auto now = history(1);
  ASSERT_EQ(now.size(), 2U);
  EXPECT_EQ(now.back().what.code, reg::code_of("/"));
  EXPECT_EQ(now.back().what.reason, "another child used the card");
  EXPECT_THAT(get("/reconcile").body, HasSubstr("Register and door say the same so far."));
  EXPECT_TRUE(view().conflicts.empty()) << "and on Today no more";
}

TEST_F(Reconcile, own_words_and_another_mark_settle_too) {
  conflict_of_ben();
  const auto done =
      post("/reconcile/settle",
           of("2", seen("2"), "as=chosen&way-am-2=own&code-am-2=M&reason-am-2=dentist%2C+letter"));
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(history(2).back().what.code, reg::code_of("M"));
  EXPECT_EQ(history(2).back().what.reason, "dentist, letter");
}

TEST_F(Reconcile, a_form_that_cannot_be_comes_back_with_what_was_typed) {
  conflict_of_ben();
  const std::string long_reason(1001, 'x');
  for (const auto& [typed, words] : std::vector<std::pair<std::string, std::string>>{
           {"as=chosen", "Choose what is right and why."},
           {"as=chosen&way-am-2=99", "Choose what is right and why."},
           {"as=chosen&way-am-2=own&code-am-2=&reason-am-2=x", "Choose a mark."},
           {"as=chosen&way-am-2=own&code-am-2=Q9&reason-am-2=x", "Q9"},
           {"as=chosen&way-am-2=own&code-am-2=C&reason-am-2=x", "C"},
           {"as=chosen&way-am-2=own&code-am-2=N&reason-am-2=x", "what became of the child"},
           {"as=chosen&way-am-2=own&code-am-2=L&reason-am-2=", "Say why"},
           {"as=chosen&way-am-2=own&code-am-2=L&reason-am-2=" + long_reason, "1000"},
           {"as=chosen&way-am-2=own&code-am-2=%5C&reason-am-2=x", "afternoon"}}) {
    const auto refused = post("/reconcile/settle", of("2", seen("2"), typed));
    EXPECT_EQ(refused.status, 422) << typed.substr(0, 80);
    EXPECT_THAT(refused.body, HasSubstr("There is a problem")) << typed.substr(0, 80);
    EXPECT_THAT(refused.body, HasSubstr(words)) << typed.substr(0, 80);
  }
  const auto kept = post("/reconcile/settle", of("2", seen("2"),
                                                 "as=chosen&way-am-2=own&code-am-2=&reason-am-2="
                                                 "%3Cscript%3Ealert(1)%3C/script%3E%01"));
  EXPECT_THAT(kept.body, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_THAT(kept.body, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(kept.body, HasSubstr("<details class=\"govuk-details hb-settle__more\" open>"));
  expect_golden("reconcile-refused.html", kept.body);
  EXPECT_EQ(history(2).size(), 1U) << "nothing was entered";
}

TEST_F(Reconcile, the_second_of_two_people_is_told_what_the_first_did) {
  conflict_of_amira();
  const std::string both = seen("1");
  EXPECT_EQ(post("/reconcile/settle", of("1", both, "as=suggested")).status, 303);
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  const auto second = post("/reconcile/settle", of("1", both, "as=chosen&way-am-1=4"));
  EXPECT_EQ(second.status, 422);
  EXPECT_THAT(second.body, HasSubstr("R Patel, Office has meanwhile entered L (came before the "
                                     "register closed). Nothing was changed by you."));
  EXPECT_EQ(history(1).size(), 2U);
}

TEST_F(Reconcile, a_mark_that_the_teacher_changed_meanwhile_is_not_overwritten) {
  conflict_of_ben();
  const std::string before = seen("2");
  enter(2, "/", "was in the library");
  const auto refused = post("/reconcile/settle", of("2", before, "as=suggested"));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("the register now has / by J Okoro, Class teacher"));
  EXPECT_EQ(history(2).back().what.code, reg::code_of("/"));
}

TEST_F(Reconcile, undo_is_another_entry_and_asks_again) {
  conflict_of_amira();
  EXPECT_EQ(post("/reconcile/settle", of("1", seen("1"), "as=suggested")).status, 303);
  const auto entry = std::to_string(history(1).back().entry);
  const auto done = post("/reconcile/undo", of("1", "", "entry=" + entry));
  EXPECT_EQ(done.status, 303);
  const auto now = history(1);
  ASSERT_EQ(now.size(), 3U);
  EXPECT_EQ(now.back().what.code, reg::code_of("/"));
  EXPECT_EQ(now.back().what.reason, "undo: came before the register closed");
  EXPECT_EQ(now.back().what.by.text(), "R Patel, Office");
  EXPECT_NE(seen("1"), "") << "it is asked about again";
  const auto twice = post("/reconcile/undo", of("1", "", "entry=" + entry));
  EXPECT_EQ(twice.status, 422);
  EXPECT_THAT(twice.body, HasSubstr("Nothing was undone."));
  EXPECT_EQ(history(1).size(), 3U);
}

TEST_F(Reconcile, nothing_but_a_settlement_is_undone) {
  enter(1, "N", "not in class");
  enter(1, "I", "mother rang");
  const auto entry = std::to_string(history(1).back().entry);
  EXPECT_EQ(post("/reconcile/undo", of("1", "", "entry=" + entry)).status, 422);
  EXPECT_EQ(history(1).size(), 2U);
}

TEST_F(Reconcile, what_is_no_child_or_no_day_is_not_there) {
  for (const char* form : {"day=2026-02-30&session=am&pupil=1", "day=2026-01-12&session=xx&pupil=1",
                           "day=2026-01-12&session=am&pupil=99", "day=&session=&pupil="}) {
    EXPECT_EQ(post("/reconcile/settle", form).status, 404) << form;
    EXPECT_EQ(post("/reconcile/undo", form).status, 404) << form;
  }
  EXPECT_EQ(get("/reconcile?on=2026-02-30").status, 404);
  EXPECT_EQ(get("/reconcile?on=2026-01-13").status, 404) << "tomorrow";
  const auto same = post("/reconcile/settle", of("1", "x", "as=suggested"));
  EXPECT_EQ(same.status, 422) << "nothing differs for this child";
}

TEST_F(Reconcile, an_earlier_day_with_open_ones_is_named_with_its_count) {
  conflict_of_amira();
  clock_.set("2026-01-13T08:30:00");
  const auto page = get("/reconcile").body;
  EXPECT_THAT(page,
              HasSubstr("href=\"/reconcile?on=2026-01-12\">Monday 12 January 2026</a>: 1 child"));
  EXPECT_THAT(get("/reconcile?on=2026-01-12").body, HasSubstr("Suggest L"));
  const auto seen_then = seen("1");
  EXPECT_EQ(seen_then, "") << "not of today";
}

TEST_F(Reconcile, is_there_for_the_office_and_the_head_alone) {
  conflict_of_amira();
  const std::string both = seen("1");
  for (const auto role : {reg::Role::teacher, reg::Role::champion, reg::Role::dsl,
                          reg::Role::governor, reg::Role::technician}) {
    gate_.become("N Iqbal", "Somebody", {role}, {"Owls"});
    EXPECT_EQ(get("/reconcile").status, 404);
    EXPECT_EQ(post("/reconcile/settle", of("1", both, "as=suggested")).status, 404);
    EXPECT_EQ(post("/reconcile/undo", of("1", both, "entry=1")).status, 404);
  }
  EXPECT_EQ(history(1).size(), 1U);
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  EXPECT_EQ(get("/reconcile").status, 200);
}

}  // namespace
}  // namespace handbell::office
