// What cannot wait stands at the top of Today until somebody saw to it.
#include "app/journal/door_book_codec.h"
#include "app/register/leave_cases.h"

#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Alerts : public OfficeTest {
 protected:
  void tell(const reg::PresenceEvent& event) {
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.tell(event, clock_.at()); }));
  }
  void class_did_not_see_amira() {
    clock_.set("2026-01-12T08:46:00");
    tap(1, "2026-01-12T08:40:00");
    tell(*reg::ClassSeen::from({"Owls",
                                instant("2026-01-12T08:45:00"),
                                {PupilId(2)},
                                {PupilId(1)},
                                1,
                                *reg::Author::parse("J Okoro, Class teacher")}));
  }
  void asked_for_amira(const char* at) {
    reg::ReleaseAsked asked;
    asked.pupil = PupilId(1);
    asked.at.wall = instant(at);
    asked.who = "grandparent";
    door_.write(asked, instant(at));
    deliver(1);
  }
  void give_card(std::optional<SchoolDay> revoked) {
    const reg::StaffMember patel{"rp",
                                 *NamePart::parse("R Patel"),
                                 *NamePart::parse("Office manager"),
                                 {reg::Role::office},
                                 {}};
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_staff({patel}); }));
    ASSERT_TRUE(writer_->ask([&](store::Register& held) {
      return held.put_staff_cards({{staff_card_, "rp", {}, on("2025-09-01"), revoked}});
    }));
  }
  void hand_over_amira(const char* at) {
    reg::DoorHandOver gone;
    gone.pupil = PupilId(1);
    gone.asked = instant("2026-01-12T09:00:00");
    gone.who = "grandparent";
    gone.by = journal::hash_of_card(staff_card_.bytes(), *register_->card_key());
    gone.key_version = 1;
    gone.at.wall = instant(at);
    const auto seq = door_.write(gone, gone.at.wall).seq;
    deliver(seq);
  }
  const CardNumber staff_card_ = *CardNumber::parse("04A1B2C3D4E580");

  std::vector<reg::Noted<reg::SeenTo>> seen_to() {
    return reg::standing<reg::SeenTo>(*writer_->ask(
        [](store::Register& held) { return held.day_notes(on("2026-01-12"), on("2026-01-12")); }));
  }
};

TEST_F(Alerts, a_quiet_day_has_none) {
  EXPECT_TRUE(view().alerts.empty());
  EXPECT_THAT(get("/today").body, Not(HasSubstr("Do this now")));
}

TEST_F(Alerts, a_child_who_should_be_elsewhere_came_D06) {
  enter(1, "V", "trip to the museum");
  tap(1, "2026-01-12T09:05:00");
  const auto seen = view();
  ASSERT_EQ(seen.alerts.size(), 1U);
  EXPECT_EQ(seen.alerts[0].key, "elsewhere-1-0905");
  EXPECT_EQ(seen.alerts[0].who, "Amira Khan (Owls)");
  EXPECT_EQ(seen.alerts[0].what, "came at 09:05 and is not expected on site.");
}

TEST_F(Alerts, a_child_whom_the_class_did_not_see_until_somebody_sees_to_it_D29) {
  class_did_not_see_amira();
  ASSERT_EQ(view().alerts.size(), 1U);
  EXPECT_EQ(view().alerts[0].key, "class-1-0845");
  EXPECT_THAT(get("/today").body, HasSubstr("id=\"seen-to-class-1-0845\""));
  EXPECT_EQ(post("/today/seen-to", "alert=class-1-0845").status, 303);
  EXPECT_THAT(get("/today").body, HasSubstr("Seen to: Amira Khan (Owls)."));
  EXPECT_TRUE(view().alerts.empty());
  ASSERT_EQ(view().seen_to.size(), 1U);
  EXPECT_EQ(view().seen_to[0].by, "R Patel, Office");
  EXPECT_EQ(view().seen_to[0].at, "08:46");
  EXPECT_EQ(post("/today/seen-to", "alert=class-1-0845").status, 303);
  EXPECT_EQ(seen_to().size(), 1U) << "what was seen to is kept once";
  EXPECT_EQ(seen_to()[0].what.pupil, PupilId(1));
}

TEST_F(Alerts, goes_away_by_itself_when_the_child_is_found) {
  class_did_not_see_amira();
  EXPECT_EQ(post("/today/seen", "seen=1").status, 303);
  EXPECT_TRUE(view().alerts.empty());
}

TEST_F(Alerts, a_child_left_behind_by_the_group_D47) {
  clock_.set("2026-01-12T09:05:00");
  tell(reg::SingleEntry{PupilId(1),
                        reg::Direction::in,
                        instant("2026-01-12T08:40:00"),
                        {},
                        {},
                        "",
                        *reg::Author::parse("R Patel, Office")});
  tell(*reg::GroupMovement::from({reg::GroupKind::trip,
                                  reg::Direction::out,
                                  "Museum",
                                  instant("2026-01-12T09:00:00"),
                                  {PupilId(1), PupilId(2)},
                                  {PupilId(2)},
                                  *NamePart::parse("J Okoro"),
                                  {},
                                  *reg::Author::parse("J Okoro, Class teacher")}));
  ASSERT_EQ(view().alerts.size(), 1U);
  EXPECT_EQ(view().alerts[0].what, "was not ticked when Museum left at 09:00.");
}

TEST_F(Alerts, whom_the_close_put_out_D29) {
  tap(1, "2026-01-12T08:40:00");
  clock_.set("2026-01-12T18:05:00");
  ASSERT_EQ(view().alerts.size(), 1U);
  EXPECT_EQ(view().alerts[0].key, "close-1-1800");
}

TEST_F(Alerts, an_adult_at_the_door_whom_nobody_answered_for_two_minutes_D49) {
  clock_.set("2026-01-12T09:02:00");
  asked_for_amira("2026-01-12T09:00:00");
  EXPECT_TRUE(view().alerts.empty());
  ASSERT_EQ(view().releases.size(), 1U);
  EXPECT_EQ(view().releases[0].since, "09:00");
  clock_.set("2026-01-12T09:03:00");
  ASSERT_EQ(view().alerts.size(), 1U);
  EXPECT_EQ(view().alerts[0].page, "/out");
  EXPECT_THAT(get("/today").body, HasSubstr("Answer on Out of school"));
}

TEST_F(Alerts, a_child_whom_the_door_handed_over_though_the_office_knows_better_D49) {
  clock_.set("2026-01-12T09:03:00");
  give_card(std::nullopt);
  const auto may_collect = [this](bool may) {
    ASSERT_TRUE(writer_->ask([&](store::Register& held) {
      return held.put_contacts(
          {{PupilId(1), 1, *NamePart::parse("Nadia Khan"), "Mother", true, {}, {}, may, ""}});
    }));
  };
  may_collect(true);
  asked_for_amira("2026-01-12T09:00:00");
  hand_over_amira("2026-01-12T09:02:00");
  EXPECT_TRUE(view().alerts.empty()) << "as it should be";
  EXPECT_TRUE(view().releases.empty()) << "and nobody waits any more";
  ASSERT_EQ(view().notes.size(), 1U);
  EXPECT_EQ(view().notes[0].who, "Amira Khan (Owls)");
  EXPECT_EQ(view().notes[0].sentence,
            "was handed over to grandparent at the door at 09:02 by R Patel, known to staff.");
  may_collect(false);
  ASSERT_EQ(view().alerts.size(), 1U);
  EXPECT_EQ(view().alerts[0].key, "restricted-1-0902");
  EXPECT_EQ(view().alerts[0].what,
            "was handed over at the door at 09:02 by R Patel, though the office alone hands this "
            "child over.");
  EXPECT_EQ(view().alerts[0].page, "/out");
  EXPECT_EQ(post("/today/seen-to", "alert=restricted-1-0902").status, 303);
  EXPECT_TRUE(view().alerts.empty());
  may_collect(true);
  give_card(on("2026-01-10"));
  ASSERT_EQ(view().alerts.size(), 1U) << "the card was revoked before";
  EXPECT_EQ(view().alerts[0].key, "nobodys-1-0902");
  EXPECT_THAT(view().alerts[0].what, HasSubstr("by a staff card that is not known now."));
}

TEST_F(Alerts, a_child_whom_the_door_handed_over_though_the_office_had_refused_D49) {
  clock_.set("2026-01-12T09:03:00");
  give_card(std::nullopt);
  ASSERT_TRUE(writer_->ask([&](store::Register& held) {
    return held.put_contacts(
        {{PupilId(1), 1, *NamePart::parse("Nadia Khan"), "Mother", true, {}, {}, true, ""}});
  }));
  asked_for_amira("2026-01-12T09:00:00");
  const auto key = writer_->ask([](store::Register& held) {
    return releases_of({*held.events(on("2026-01-12")), *held.told(on("2026-01-12"))},
                       *held.release_answers(on("2026-01-12")));
  });
  reg::ReleaseAnswer no{key.at(0).ref,
                        PupilId(1),
                        key.at(0).asked.at.wall,
                        reg::ReleaseStep::refused,
                        instant("2026-01-12T09:01:00"),
                        {},
                        {},
                        {},
                        "Nobody is known",
                        "",
                        *reg::Author::parse("R Patel, Office")};
  ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.answer_release(no, no.at); }));
  hand_over_amira("2026-01-12T09:02:00");
  ASSERT_EQ(view().alerts.size(), 1U);
  EXPECT_EQ(view().alerts[0].key, "refused-1-0902");
  EXPECT_THAT(view().alerts[0].what, HasSubstr("though the office had refused it."));
}

TEST_F(Alerts, a_child_who_was_expected_from_an_appointment_half_an_hour_ago_D18) {
  const auto book = [this](int pupil, std::optional<TimeOfDay> leaves) {
    const auto booked = writer_->ask([&](store::Register& held) {
      return reg::book_appointment(held,
                                   {{PupilId(pupil)},
                                    {on("2026-01-12"), Half::am},
                                    {on("2026-01-12"), Half::pm},
                                    reg::LeaveKind::appointment,
                                    {},
                                    "dentist",
                                    "mother",
                                    instant("2026-01-12T07:30:00"),
                                    leaves,
                                    at_time("10:30"),
                                    *reg::Author::parse("R Patel, Office")},
                                   {reg::Role::office}, instant("2026-01-12T08:00:00"));
    });
    ASSERT_TRUE(booked) << sentence(booked.error());
  };
  book(1, std::nullopt);
  book(2, at_time("09:30"));
  clock_.set("2026-01-12T10:59:00");
  EXPECT_TRUE(view().alerts.empty());
  clock_.set("2026-01-12T11:01:00");
  const auto seen = view();
  ASSERT_EQ(seen.alerts.size(), 1U) << "who never came is the call list's";
  EXPECT_EQ(seen.alerts[0].key, "expected-1-1030");
  EXPECT_EQ(seen.alerts[0].what, "was expected at 10:30 from an appointment and has not come.");
  EXPECT_THAT(get("/today").body, Not(HasSubstr("dentist")));
  const auto go = [this](reg::Direction direction, const char* at) {
    tell(reg::SingleEntry{
        PupilId(2), direction, instant(at), {}, {}, "", *reg::Author::parse("R Patel, Office")});
  };
  go(reg::Direction::in, "2026-01-12T08:40:00");
  go(reg::Direction::out, "2026-01-12T09:30:00");
  tap(1, "2026-01-12T11:02:00");
  clock_.set("2026-01-12T11:03:00");
  ASSERT_EQ(view().alerts.size(), 1U) << "the one came, the other left and is not back";
  EXPECT_EQ(view().alerts[0].key, "expected-2-1030");
  EXPECT_EQ(post("/today/seen-to", "alert=expected-2-1030").status, 303);
  EXPECT_TRUE(view().alerts.empty());
}

TEST_F(Alerts, an_evacuation_stands_first_and_ends_where_it_is_ended) {
  class_did_not_see_amira();
  ASSERT_TRUE(writer_->ask([&](store::Register& held) {
    return held.put_evacuation({true, clock_.at(), *reg::Author::parse("R Patel, Office")});
  }));
  const auto seen = view();
  ASSERT_EQ(seen.alerts.size(), 2U);
  EXPECT_EQ(seen.alerts[0].who, "Leave the building");
  EXPECT_TRUE(seen.alerts[0].button.empty());
  EXPECT_EQ(post("/today/seen-to", "alert=" + seen.alerts[0].key).status, 303);
  EXPECT_EQ(view().alerts.size(), 2U);
}

TEST_F(Alerts, nobody_but_office_and_head_sees_to_one_and_nonsense_writes_nothing) {
  class_did_not_see_amira();
  EXPECT_EQ(post("/today/seen-to", "alert=%3Cscript%3E").status, 303);
  gate_.become("C Hampton", "Champion", {reg::Role::champion});
  EXPECT_EQ(post("/today/seen-to", "alert=class-1-0845").status, 404);
  EXPECT_TRUE(seen_to().empty());
}

}  // namespace
}  // namespace handbell::office
