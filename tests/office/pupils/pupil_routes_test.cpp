// The pages about pupils: who finds whom, what stands in the year, and how a mark is amended.
#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Pupils : public OfficeTest {
 protected:
  static constexpr const char* kMark = "/pupils/mark?pupil=1&day=2026-01-12&session=am";

  std::vector<reg::Mark> history() {
    return *writer_->ask([](store::Register& held) {
      return held.history(PupilId(1), {on("2026-01-12"), Half::am});
    });
  }
  static std::string amendment(const std::string& more) {
    return "pupil=1&day=2026-01-12&session=am&" + more;
  }
};

TEST_F(Pupils, a_name_is_found_in_spite_of_a_mistake_and_stands_in_no_address) {
  EXPECT_THAT(get("/pupils").body, HasSubstr("By class"));
  const auto found = post("/pupils", "name=Amera");
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, HasSubstr("href=\"/pupils/one?pupil=1\">Amira Khan</a>"));
  EXPECT_THAT(found.body, Not(HasSubstr("Ben Ross")));
  EXPECT_THAT(post("/pupils", "name=nobody").body, HasSubstr("Nobody was found"));
  EXPECT_THAT(post("/pupils", "class=Owls").body, HasSubstr("Ben Ross"));
}

TEST_F(Pupils, a_search_that_cannot_be_done_says_why_and_keeps_what_was_typed) {
  const auto nothing = post("/pupils", "name=++");
  EXPECT_EQ(nothing.status, 422);
  EXPECT_THAT(nothing.body, HasSubstr("href=\"#name\">Type a part of the name.</a>"));
  const std::string long_name(300, 'x');
  const auto longer = post("/pupils", "name=" + long_name);
  EXPECT_EQ(longer.status, 422);
  EXPECT_THAT(longer.body, HasSubstr("value=\"" + long_name));
  EXPECT_THAT(post("/pupils", "name=%3Cscript%3E").body, Not(HasSubstr("<script>")));
  EXPECT_THAT(post("/pupils", "name=a%00b").body, Not(HasSubstr(std::string("a\0b", 3))));
}

TEST_F(Pupils, a_teacher_finds_and_opens_the_own_class_alone) {
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_THAT(post("/pupils", "name=Khan").body, HasSubstr("Amira Khan"));
  EXPECT_THAT(post("/pupils", "name=Lewis").body, HasSubstr("Nobody was found"));
  EXPECT_THAT(post("/pupils", "class=Ducklings").body, Not(HasSubstr("Cara")));
  EXPECT_EQ(get("/pupils/one?pupil=1").status, 200);
  const auto none = get("/pupils/one?pupil=99");
  EXPECT_EQ(none.status, 404);
  const auto other = get("/pupils/one?pupil=3");
  EXPECT_EQ(other.status, 404);
  EXPECT_EQ(other.body, none.body) << "whether there is such a child is not told";
  EXPECT_EQ(get("/pupils/mark?pupil=3&day=2026-01-12&session=am").status, 404);
  EXPECT_EQ(post("/pupils/mark", "pupil=3&day=2026-01-12&session=am&code=N&reason=x&seen=0").status,
            404);
  EXPECT_EQ(post("/pupils/card", "pupil=1&card=04A1B2C3D4E5F6").status, 404) << "the office's";
}

TEST_F(Pupils, no_page_of_theirs_is_there_for_a_governor_or_a_technician) {
  for (const auto role : {reg::Role::governor, reg::Role::technician}) {
    gate_.become("N Iqbal", "Somebody", {role});
    for (const char* page : {"/pupils", "/pupils/one?pupil=1", kMark}) {
      const auto answer = get(page);
      EXPECT_EQ(answer.status, 404) << page;
      EXPECT_THAT(answer.body, Not(HasSubstr("Khan")));
    }
  }
}

TEST_F(Pupils, the_year_shows_each_mark_and_the_figures_so_far) {
  tap(1, "2026-01-12T08:52:10", "L");
  enter(1, "/", "seen in class");
  enter(2, "I", "mother rang: fever");
  const auto page = get("/pupils/one?pupil=1").body;
  expect_golden("pupil.html", page);
  EXPECT_THAT(page, HasSubstr("1 of 1 sessions"));
  EXPECT_THAT(page, HasSubstr("100.0 %"));
}

TEST_F(Pupils, a_code_that_tells_of_health_is_shown_to_those_alone_who_may_set_it) {
  enter(1, "I", "mother rang: fever");
  EXPECT_THAT(get(kMark).body, HasSubstr("fever"));
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  const auto mark = get(kMark).body;
  EXPECT_THAT(mark, Not(HasSubstr("fever")));
  EXPECT_THAT(mark, Not(HasSubstr("llness")));
  EXPECT_THAT(mark, HasSubstr("Absent, known"));
  const auto year = get("/pupils/one?pupil=1").body;
  EXPECT_THAT(year, HasSubstr("absent, known"));
  EXPECT_THAT(year, Not(HasSubstr("llness")));
  EXPECT_EQ(post("/pupils/mark", amendment("code=N&reason=not+here&seen=1")).status, 404)
      << "what one may not see one does not change";
}

TEST_F(Pupils, an_amendment_keeps_what_was_what_is_why_when_and_who_D21) {
  enter(1, "N", "not in class");
  const auto first = history().back().entry;
  const auto done =
      post("/pupils/mark", amendment("code=I&reason=Mother+rang&seen=" + std::to_string(first)));
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(done.headers.at("Location"), kMark);
  const auto now = history();
  ASSERT_EQ(now.size(), 2U);
  EXPECT_EQ(now.back().what.by.text(), "R Patel, Office");
  EXPECT_EQ(now.back().replaces, first);
  const auto page = get(kMark).body;
  EXPECT_THAT(page, HasSubstr("I was entered for Amira Khan."));
  EXPECT_THAT(page, HasSubstr("Mother rang"));
  EXPECT_THAT(page, HasSubstr("2026-01-12 09:10"));
}

TEST_F(Pupils, what_somebody_else_entered_meanwhile_is_named_and_not_overwritten) {
  const std::string mine = amendment("code=U&reason=came+late&seen=0");
  enter(1, "/", "seen in class");
  const auto refused = post("/pupils/mark", mine);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("J Okoro, Class teacher has entered / Present"));
  EXPECT_THAT(refused.body, HasSubstr("came late</textarea>"));
  EXPECT_EQ(history().size(), 1U);
}

TEST_F(Pupils, a_mark_that_may_not_be_comes_back_with_what_was_typed) {
  for (const auto& [form, words] : {std::pair{"code=&reason=x", "Choose a mark."},
                                    {"code=Q9&reason=x", "Q9"},
                                    {"code=I&reason=", "Say why"},
                                    {"code=C&reason=holiday", "C"},
                                    {"code=%5C&reason=x", "afternoon"}}) {
    const auto refused = post("/pupils/mark", amendment(std::string(form) + "&seen=0"));
    EXPECT_EQ(refused.status, 422) << form;
    EXPECT_THAT(refused.body, HasSubstr("There is a problem")) << form;
    EXPECT_THAT(refused.body, HasSubstr(words)) << form;
  }
  const auto longer =
      post("/pupils/mark", amendment("code=I&seen=0&reason=" + std::string(1001, 'x')));
  EXPECT_EQ(longer.status, 422);
  EXPECT_EQ(post("/pupils/mark", "pupil=1&day=2026-02-30&session=am&code=I&reason=x&seen=0").status,
            404);
  EXPECT_EQ(post("/pupils/mark", "pupil=1&day=2026-01-13&session=am&code=I&reason=x&seen=0").status,
            422)
      << "tomorrow";
  EXPECT_TRUE(history().empty());
}

TEST_F(Pupils, a_card_is_issued_by_its_number_and_revoked) {
  EXPECT_EQ(post("/pupils/card", "pupil=1&whose=own&card=04A1B2C3D4E5F6").status, 303);
  const auto page = get("/pupils/one?pupil=1").body;
  EXPECT_THAT(page, HasSubstr("own card"));
  const auto taken = post("/pupils/card", "pupil=2&whose=own&card=04A1B2C3D4E5F6");
  EXPECT_EQ(taken.status, 422);
  EXPECT_EQ(post("/pupils/card", "pupil=1&whose=own&card=xyz").status, 422);
  EXPECT_EQ(post("/pupils/card/revoke", "pupil=2&card=04A1B2C3D4E5F6").status, 303);
  EXPECT_THAT(get("/pupils/one?pupil=2").body, HasSubstr("nobody&#39;s already"))
      << "not Ben's to give back";
  EXPECT_EQ(post("/pupils/card/revoke", "pupil=1&card=04A1B2C3D4E5F6").status, 303);
  EXPECT_THAT(get("/pupils/one?pupil=1").body, HasSubstr("2026-01-12</td>"));
  EXPECT_EQ(post("/pupils/card", "pupil=2&whose=own&card=04A1B2C3D4E5F6").status, 303);
}

}  // namespace
}  // namespace handbell::office
