// "Arrived" and "Going out", typed by the office.
#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Desk : public OfficeTest {
 protected:
  std::vector<reg::PresenceFact> told() {
    return *writer_->ask([](store::Register& held) { return held.told(on("2026-01-12")); });
  }
  std::vector<reg::Mark> history(int pupil) {
    return *writer_->ask([&](store::Register& held) {
      return held.history(PupilId(pupil), {on("2026-01-12"), Half::am});
    });
  }
  void make_siblings() {
    auto rows = three_pupils();
    rows[0].family = rows[2].family = "khan";
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_pupils(rows); }));
  }
  void list_who_may(int pupil, const char* adult, const char* court_order = "") {
    const std::vector<reg::Contact> rows{
        {PupilId(pupil), 1, *NamePart::parse(adult), "Mother", true, {}, {}, true, court_order}};
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_contacts(rows); }));
  }
};

TEST_F(Desk, finds_the_child_by_a_part_of_the_name_that_stands_in_no_address) {
  const auto first = get("/today/arrived");
  EXPECT_EQ(first.status, 200);
  expect_golden("arrived-search.html", first.body);
  const auto found = post("/today/arrived/find", "name=amera");
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, HasSubstr("href=\"/today/arrived?child=1\""));
  EXPECT_THAT(found.body, HasSubstr("Nothing known of today"));
  EXPECT_THAT(post("/today/arrived/find", "name=1002").body, HasSubstr("child=2\""));
  EXPECT_THAT(post("/today/arrived/find", "name=nobody").body, HasSubstr("Nobody was found"));
  EXPECT_EQ(post("/today/arrived/find", "name=").status, 422);
  const auto list = get("/today/going?class=Ducklings").body;
  EXPECT_THAT(list, HasSubstr("href=\"/today/going?child=3\""));
  EXPECT_THAT(list, Not(HasSubstr("child=1\"")));
}

net::Request asking(const std::string& path, const std::string& child) {
  net::Request request;
  request.path = path + "?child=" + child;
  return request;
}

TEST_F(Desk, says_beside_each_child_what_the_time_earns_and_writes_it_D01_D22) {
  const auto page = send(asking("/today/arrived", "1"));
  EXPECT_EQ(page.status, 200);
  expect_golden("arrived.html", page.body);
  EXPECT_THAT(page.body, HasSubstr("U after 35 minutes"));
  const auto done =
      post("/today/arrived", "first=1&child=1&at=09%3A10&mark-1=suggested&seen-1=U.35.0");
  EXPECT_EQ(done.status, 303);
  ASSERT_EQ(history(1).size(), 1U);
  const auto mark = history(1)[0].what;
  EXPECT_EQ(mark.code, reg::code_of("U"));
  EXPECT_EQ(mark.minutes_late, 35);
  EXPECT_EQ(mark.arrived, instant("2026-01-12T09:10:00"));
  EXPECT_EQ(mark.by.text(), "R Patel, Office");
  ASSERT_EQ(told().size(), 1U);
  EXPECT_EQ(std::get<reg::SingleEntry>(told()[0].event).at, instant("2026-01-12T09:10:00"));
  EXPECT_THAT(get("/today").body, HasSubstr("Amira Khan (U) came at 09:10."));
}

TEST_F(Desk, shows_the_mark_of_another_time_before_it_writes_anything) {
  const auto look = post("/today/arrived",
                         "first=1&child=1&at=0852&said=overslept&mark-1=suggested&seen-1=U.35.0");
  EXPECT_EQ(look.status, 200);
  EXPECT_THAT(look.body, HasSubstr("Not written yet"));
  EXPECT_THAT(look.body, HasSubstr("L after 17 minutes"));
  EXPECT_TRUE(history(1).empty());
  EXPECT_TRUE(told().empty());
  const auto form = "first=1&child=1&at=08%3A52&said=overslept&mark-1=suggested&seen-1=L.17.0";
  EXPECT_EQ(post("/today/arrived", form).status, 303);
  EXPECT_THAT(history(1)[0].what.reason, HasSubstr("Said: Overslept."));
}

TEST_F(Desk, pressed_twice_it_is_written_once) {
  const auto form = "first=1&child=1&at=09%3A10&mark-1=suggested&seen-1=U.35.0";
  EXPECT_EQ(post("/today/arrived", form).status, 303);
  EXPECT_EQ(post("/today/arrived", form).status, 200) << "the page says what stands now";
  EXPECT_EQ(history(1).size(), 1U);
  EXPECT_EQ(told().size(), 1U);
}

TEST_F(Desk, brothers_and_sisters_come_together_and_each_is_judged_by_the_own_year_D13_D14) {
  make_siblings();
  const auto page = send(asking("/today/arrived", "1")).body;
  expect_golden("arrived-siblings.html", page);
  EXPECT_THAT(page, HasSubstr("Cara Lewis"));
  EXPECT_THAT(page, Not(HasSubstr("Ben Ross")));
  const auto done = post("/today/arrived",
                         "first=1&child=1&child=3&child=2&at=09%3A10&mark-1=suggested"
                         "&seen-1=U.35.0&mark-3=none&seen-3=U.25.0");
  ASSERT_EQ(done.status, 303) << done.body.substr(done.body.find("hb-desk__children"));
  EXPECT_EQ(told().size(), 2U) << "and nobody of another family";
  EXPECT_EQ(history(1).size(), 1U);
  EXPECT_TRUE(history(3).empty()) << "no mark was chosen for her";
}

TEST_F(Desk, a_teachers_mark_stands_unless_it_is_changed_with_a_reason_D09) {
  enter(1, "/", "seen in class");
  const auto page = send(asking("/today/arrived", "1")).body;
  expect_golden("arrived-differs.html", page);
  EXPECT_THAT(page, HasSubstr("The register has / by J Okoro, Class teacher"));
  const auto kept = "first=1&child=1&at=09%3A10&mark-1=none&seen-1=U.35.1";
  EXPECT_EQ(post("/today/arrived", kept).status, 303);
  EXPECT_EQ(history(1).size(), 1U);
  const auto bare = post("/today/arrived", "first=1&child=1&at=09%3A10&mark-1=U&seen-1=U.35.1");
  EXPECT_EQ(bare.status, 422);
  EXPECT_THAT(bare.body, HasSubstr("Say why the mark of Amira Khan is another one."));
  const auto changed = "first=1&child=1&at=09%3A10&mark-1=U&seen-1=U.35.1&why=was+at+the+desk";
  EXPECT_EQ(post("/today/arrived", changed).status, 303);
  ASSERT_EQ(history(1).size(), 2U);
  EXPECT_EQ(history(1)[1].what.reason, "was at the desk.");
}

TEST_F(Desk, refuses_what_cannot_be_and_keeps_what_was_typed) {
  const auto refused = [&](const std::string& form, const std::string& words) {
    const auto page = post("/today/arrived", form);
    EXPECT_EQ(page.status, 422) << form;
    EXPECT_THAT(page.body, HasSubstr(words)) << form;
    EXPECT_TRUE(told().empty());
    return page.body;
  };
  refused("first=1&child=1&at=", "Type the time as the clock shows it");
  refused("first=1&child=1&at=25%3A00", "Type the time as the clock shows it");
  refused("first=1&child=1&at=09%3A11", "still to come");
  refused("first=1&at=09%3A10", "Tick who came.");
  refused("first=1&child=1&at=x&why=%ff", "characters that are no text");
  refused("first=1&child=1&at=09%3A10&why=" + std::string(1001, 'x'), "1000");
  refused("first=1&child=1&at=09%3A10&mark-1=W&seen-1=U.35.0&why=x", "W");
  refused("first=1&child=1&at=09%3A10&mark-1=nonsense&seen-1=U.35.0&why=x", "nonsense");
  const auto kept = refused("first=1&child=1&at=%3Cb%3E&why=%3Cscript%3E", "Type the time");
  EXPECT_THAT(kept, HasSubstr("value=\"&lt;script&gt;\""));
  EXPECT_EQ(post("/today/arrived", "first=99&child=99&at=09%3A10").status, 404);
  EXPECT_EQ(send(asking("/today/arrived", "x")).status, 404);
}

TEST_F(Desk, who_goes_out_is_out_with_reason_adult_and_return_D18) {
  make_siblings();
  const auto page = send(asking("/today/going", "1"));
  EXPECT_EQ(page.status, 200);
  expect_golden("going.html", page.body);
  const auto done = post("/today/going",
                         "first=1&child=1&child=3&at=09%3A05&reason=appointment&with=Nadia+Khan"
                         "&back=11%3A30");
  ASSERT_EQ(done.status, 303) << done.body;
  ASSERT_EQ(told().size(), 2U);
  const auto entry = std::get<reg::SingleEntry>(told()[0].event);
  EXPECT_EQ(entry.direction, reg::Direction::out);
  EXPECT_EQ(entry.handed_to->text(), "Nadia Khan");
  EXPECT_EQ(entry.back_by, instant("2026-01-12T11:30:00"));
  EXPECT_FALSE(entry.reason.empty());
  EXPECT_THAT(get("/today").body, HasSubstr("Amira Khan and Cara Lewis went out at 09:05."));
  EXPECT_TRUE(marks().empty()) << "the mark stays as it is";
  const auto again = post("/today/going", "first=1&child=1&at=09%3A10");
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.body, HasSubstr("is out since 09:05 already"));
}

TEST_F(Desk, a_child_whom_not_everybody_may_collect_goes_by_Out_of_school_alone_D49) {
  list_who_may(2, "Ann Ross", "no contact with the father");
  const auto page = send(asking("/today/going", "2")).body;
  EXPECT_THAT(page, HasSubstr("Not everybody may collect Ben Ross."));
  EXPECT_THAT(page, HasSubstr("href=\"/out/child?pupil=2\""));
  EXPECT_THAT(page, Not(HasSubstr("no contact with the father")));
  const auto refused = post("/today/going", "first=2&child=2&at=09%3A10");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Use Out of school for Ben Ross"));
  EXPECT_TRUE(told().empty());
}

TEST_F(Desk, a_child_whom_somebody_asks_for_at_the_door_is_answered_there_and_not_let_go_here_D49) {
  reg::ReleaseAsked asked;
  asked.pupil = PupilId(1);
  asked.at.wall = instant("2026-01-12T09:05:00");
  asked.who = "mum";
  deliver(door_.write(asked, asked.at.wall).seq);
  EXPECT_THAT(send(asking("/today/going", "1")).body,
              HasSubstr("Somebody asks for Amira Khan already."));
  const auto refused = post("/today/going", "first=1&child=1&at=09%3A10&with=Nadia+Khan");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Use Out of school for Amira Khan"));
  EXPECT_THAT(refused.body, HasSubstr("href=\"/out/child?pupil=1\""));
  EXPECT_THAT(refused.body, HasSubstr("value=\"Nadia Khan\"")) << "what was typed stays";
  EXPECT_TRUE(told().empty());
}

TEST_F(Desk, where_somebody_is_listed_the_adult_has_a_name_and_stands_on_the_list_D49) {
  list_who_may(1, "Nadia Khan");
  EXPECT_THAT(send(asking("/today/going", "1")).body, HasSubstr("Who collects? Full name"));
  const auto nameless = post("/today/going", "first=1&child=1&at=09%3A10&reason=appointment");
  EXPECT_EQ(nameless.status, 422);
  EXPECT_THAT(nameless.body, HasSubstr("Type who collects Amira Khan."));
  EXPECT_THAT(nameless.body, HasSubstr("href=\"/presence/child?pupil=1#left\""))
      << "a child may go alone";
  const auto unlisted = post("/today/going", "first=1&child=1&at=09%3A10&with=Mr+Omar+Khan");
  EXPECT_EQ(unlisted.status, 422);
  EXPECT_THAT(unlisted.body,
              HasSubstr("Mr Omar Khan is not among those who may collect Amira Khan."));
  EXPECT_THAT(unlisted.body, HasSubstr("href=\"/out/child?pupil=1\""));
  EXPECT_THAT(unlisted.body, HasSubstr("value=\"Mr Omar Khan\""));
  EXPECT_TRUE(told().empty());
  EXPECT_EQ(post("/today/going", "first=1&child=1&at=09%3A10&with=nadia+khan").status, 303);
  EXPECT_EQ(told().size(), 1U);
}

TEST_F(Desk, refuses_a_going_that_cannot_be) {
  const auto refused = [&](const std::string& form, const std::string& words) {
    const auto page = post("/today/going", form);
    EXPECT_EQ(page.status, 422) << form;
    EXPECT_THAT(page.body, HasSubstr(words)) << form;
  };
  refused("first=1&at=09%3A10", "Tick who goes.");
  refused("first=1&child=1&at=10%3A00", "still to come");
  refused("first=1&child=1&at=09%3A10&back=09%3A00", "before the child went");
  refused("first=1&child=1&at=09%3A10&back=soon", "such as 13:00");
  refused("first=1&child=1&at=09%3A10&with=" + std::string(81, 'x'), "There is a problem");
  refused("first=1&child=1&at=09%3A10&with=a%01b", "There is a problem");
  EXPECT_TRUE(told().empty());
}

TEST_F(Desk, is_the_offices_and_the_heads_alone) {
  gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {"Owls"});
  EXPECT_EQ(send(asking("/today/arrived", "1")).status, 404);
  EXPECT_EQ(post("/today/arrived", "first=1&child=1&at=09%3A10").status, 404);
  EXPECT_EQ(post("/today/going", "first=1&child=1&at=09%3A10").status, 404);
}

}  // namespace
}  // namespace handbell::office
