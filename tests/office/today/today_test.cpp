// What the page Today says of a register, through its own read-only connection.
#include "app/journal/door_book_codec.h"

#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;

class Today : public OfficeTest {};

TEST_F(Today, a_late_child_waits_with_its_minutes_and_its_class) {
  tap(1, "2026-01-12T08:52:10", "L");
  tap(2, "2026-01-12T09:00:00", "U");
  const auto seen = view();
  ASSERT_EQ(seen.waiting.size(), 2U);
  EXPECT_EQ(seen.waiting[0].name, "Amira Khan");
  EXPECT_EQ(seen.waiting[0].class_name, "Owls");
  EXPECT_EQ(seen.waiting[0].arrived, "08:52");
  EXPECT_EQ(seen.waiting[0].code, "L");
  EXPECT_EQ(seen.waiting[0].minutes_late, 17);
  EXPECT_EQ(seen.waiting[0].token, "2026-01-12.am.1.L.17");
  EXPECT_EQ(seen.waiting[1].code, "U");
  EXPECT_EQ(seen.tiles, (TodayTiles{1, 1, 2, 0, 0}));
  EXPECT_EQ(seen.closes, "Registers close at 09:00.");
}

TEST_F(Today, names_the_legal_register_of_the_day_as_soon_as_it_is_set_D50) {
  EXPECT_EQ(view().legal_register, "Handbell");
  const reg::Setting other{std::string(reg::kLegalRegister), "Other MIS", on("2026-01-12"),
                           "agreed", *reg::Author::parse("A Noor, Headteacher")};
  ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.change(other, clock_.at()); }));
  EXPECT_EQ(view().legal_register, "Other MIS");
  EXPECT_EQ(reader_->day(on("2026-01-09"))->legal_register, "Handbell");
  EXPECT_THAT(get("/today").body, HasSubstr("Legal register: Other MIS</p>"));
  EXPECT_THAT(get("/today?on=2026-01-09").body, HasSubstr("Legal register: Handbell</p>"));
}

TEST_F(Today, a_child_on_time_is_on_no_list) {
  tap(1, "2026-01-12T08:30:00");
  const auto seen = view();
  EXPECT_EQ(seen.tiles, TodayTiles{});
  EXPECT_TRUE(seen.notes.empty());
}

TEST_F(Today, a_name_in_another_script_stands_beside_the_one_on_the_roll) {
  auto rows = three_pupils();
  rows[0].preferred = *NamePart::parse("امیرہ");
  rows[1].preferred = *NamePart::parse("Bénédict Nguyễn");
  ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_pupils(rows); }));
  tap(1, "2026-01-12T08:52:10", "L");
  tap(2, "2026-01-12T08:53:10", "L");
  EXPECT_EQ(view().waiting.at(0).name, "Amira Khan (امیرہ)");
  EXPECT_EQ(view().waiting.at(1).name, "Bénédict Nguyễn Ross");
}

TEST_F(Today, register_and_door_stand_side_by_side_where_they_differ) {
  enter(1, "/", "seen in class");
  tap(1, "2026-01-12T08:52:10", "L");
  const auto seen = view();
  ASSERT_EQ(seen.conflicts.size(), 1U);
  EXPECT_EQ(seen.conflicts[0].entered, "/");
  EXPECT_EQ(seen.conflicts[0].entered_by, "J Okoro, Class teacher");
  EXPECT_EQ(seen.conflicts[0].code, "L");
  EXPECT_TRUE(seen.waiting.empty());
}

TEST_F(Today, a_late_mark_from_paper_stands_with_the_accepted_ones) {
  enter(2, "L", "the paper list");
  const auto seen = view();
  ASSERT_EQ(seen.accepted.size(), 1U);
  EXPECT_EQ(seen.accepted[0].name, "Ben Ross");
  EXPECT_EQ(seen.accepted[0].arrived, "");
  EXPECT_EQ(seen.tiles.before_close, 1);
}

TEST_F(Today, a_refused_card_is_told_with_its_last_holder_where_there_was_one) {
  const auto card = *CardNumber::parse("04A1B2C3D4E580");
  ASSERT_TRUE(writer_->ask([&](store::Register& held) {
    return held.put_cards({{card, PupilId(1), on("2025-09-01"), on("2026-01-05")}});
  }));
  for (const auto& name :
       {journal::hash_of_card(card.bytes(), *register_->card_key()), reg::CardHash{1, 2, 3}}) {
    reg::RefusedCard refused;
    refused.card = name;
    refused.at.wall = instant("2026-01-12T08:41:00");
    door_.write(refused, refused.at.wall);
  }
  deliver(1);
  const auto seen = view();
  ASSERT_EQ(seen.notes.size(), 2U);
  EXPECT_EQ(seen.tiles.sent, 2);
  const auto& known = seen.notes[0].who == "A card" ? seen.notes[1] : seen.notes[0];
  EXPECT_EQ(known.who, "Amira Khan (Owls)");
  EXPECT_EQ(known.sentence, "held a card that was revoked on Monday 5 January 2026.");
  EXPECT_EQ(known.when, "08:41");
}

TEST_F(Today, a_child_that_came_while_the_clock_was_not_trusted_is_not_forgotten) {
  door_.tap(PupilId(1), instant("2026-01-12T08:52:00"), std::nullopt, false);
  deliver(1);
  const auto seen = view();
  ASSERT_EQ(seen.notes.size(), 1U);
  EXPECT_THAT(seen.notes[0].who, HasSubstr("Amira Khan"));
  EXPECT_THAT(seen.notes[0].sentence, HasSubstr("clock could not be trusted"));
}

TEST_F(Today, where_the_kiosk_judged_otherwise_a_note_says_so) {
  tap(1, "2026-01-12T08:52:00", "U");
  EXPECT_THAT(view().waiting.at(0).note, HasSubstr("the office knows better: L"));
}

TEST_F(Today, a_kiosk_is_working_while_it_speaks_and_silent_after_two_minutes) {
  EXPECT_EQ(view().kiosks.at(0).state, KioskState::never_heard);
  tap(1, "2026-01-12T08:30:00");
  EXPECT_EQ(view().kiosks.at(0).state, KioskState::working);
  EXPECT_EQ(view().kiosks.at(0).last_contact, "09:10");
  clock_.forward(minutes(2));
  EXPECT_EQ(view().kiosks.at(0).state, KioskState::working);
  clock_.forward(minutes(1));
  EXPECT_EQ(view().kiosks.at(0).state, KioskState::silent);
}

TEST_F(Today, a_kiosks_fault_stands_on_top_until_it_is_dealt_with) {
  tap(1, "2026-01-12T08:30:00");
  PaperKiosk cloned(1, 0xA1);
  cloned.tap(PupilId(2), instant("2026-01-12T08:31:00"), std::nullopt);
  ASSERT_TRUE(writer_->ask(
      [&](store::Register& held) { return held.apply(cloned.message(1), clock_.at()); }));
  const auto seen = view();
  ASSERT_EQ(seen.faults.size(), 1U);
  EXPECT_EQ(seen.faults[0].where, "Front door");
  EXPECT_EQ(seen.faults[0].since, "09:10");
  EXPECT_EQ(seen.kiosks.at(0).state, KioskState::fault);
}

TEST_F(Today, is_read_again_only_when_something_changed_or_the_minute_did) {
  tap(1, "2026-01-12T08:52:10", "L");
  const auto first = *reader_->today();
  EXPECT_EQ(*reader_->today(), first) << "the same reading, not another";
  clock_.forward(minutes(1));
  EXPECT_EQ((*reader_->today())->reading, first->reading) << "another minute, the same page";
  tap(2, "2026-01-12T08:53:10", "L");
  EXPECT_EQ((*reader_->today())->reading, first->reading + 1);
  EXPECT_EQ(first->view.waiting.size(), 1U) << "what was given out never changes";
}

TEST_F(Today, knows_days_without_school_and_days_before) {
  clock_.set("2026-02-17T09:10:00");
  EXPECT_EQ(view().closes, "School is closed on this day.");
  clock_.set("2026-08-17T09:10:00");
  EXPECT_EQ(view().closes, "No term covers this day: import the calendar.");
  const auto monday = *reader_->day(on("2026-01-12"));
  EXPECT_EQ(monday.previous, "2026-01-09");
  EXPECT_EQ(monday.next, "2026-01-13");
  EXPECT_FALSE(monday.is_today);
  clock_.set("2026-01-12T13:10:00");
  EXPECT_THAT(view().closes, HasSubstr("No times are set for the afternoon"));
}

TEST_F(Today, what_was_left_on_the_last_school_day_is_not_forgotten) {
  tap(1, "2026-01-12T08:52:10", "L");
  EXPECT_FALSE(view().left_over);
  clock_.set("2026-01-13T08:10:00");
  ASSERT_TRUE(view().left_over);
  EXPECT_EQ(view().left_over->day, "2026-01-12");
  EXPECT_EQ(view().left_over->waiting, 1);
  enter(1, "L", "accepted");
  EXPECT_FALSE(view().left_over);
  EXPECT_EQ(school_day_before(*register_->school(), on("2026-02-23")), on("2026-02-13"))
      << "over a weekend and half term";
}

TEST_F(Today, a_class_that_has_not_sent_its_register_is_named_until_it_has_D23) {
  clock_.set("2026-01-12T08:39:00");
  EXPECT_TRUE(view().missing.empty());
  clock_.set("2026-01-12T08:50:00");
  const auto missing = view().missing;
  ASSERT_EQ(missing.size(), 2U);
  EXPECT_EQ(missing[0].class_name, "Ducklings");
  EXPECT_TRUE(missing[0].red);
  EXPECT_EQ(missing[1].since, "08:40");
  EXPECT_THAT(
      get("/today").body,
      HasSubstr("Ring Owls: </strong>the morning&#39;s register has been due since 08:40."));
  EXPECT_TRUE(reader_->day(on("2026-01-09"))->missing.empty());
  post("/register/send",
       "class=Owls&day=2026-01-12&session=am&child-1=present&child-2=present"
       "&headcount=2&known=0&upto=0");
  EXPECT_EQ(view().missing.size(), 1U);
  clock_.set("2026-01-12T13:30:00");
  EXPECT_TRUE(view().missing.empty()) << "no times are set for the afternoon";
}

TEST(Token, reads_back_and_refuses_what_is_none) {
  const auto seen = parse_token("2026-01-12.pm.17.L.12");
  ASSERT_TRUE(seen);
  EXPECT_EQ(*seen, (SeenProposal{{on("2026-01-12"), Half::pm}, PupilId(17), "L.12"}));
  for (const char* wrong : {"", "2026-01-12.pm.17.L", "2026-02-30.pm.17.L.12",
                            "2026-01-12.xx.1.L.1", "2026-01-12.pm.x.L.12", "a.b.c.d.e"}) {
    EXPECT_FALSE(parse_token(wrong)) << wrong;
  }
}

TEST_F(Today, a_child_who_is_asked_for_waits_in_the_notes_until_he_has_gone_D49) {
  const Instant at = instant("2026-01-12T08:50:00");
  reg::ReleaseAsked asked;
  asked.pupil = PupilId(1);
  asked.at.wall = at;
  asked.who = "grandparent";
  asked.why = "appointment";
  asked.back_today = true;
  door_.write(asked, at);
  deliver(1);
  const auto seen = view();
  ASSERT_EQ(seen.releases.size(), 1U);
  EXPECT_TRUE(seen.releases[0].urgent);
  EXPECT_EQ(seen.releases[0].name, "Amira Khan");
  EXPECT_EQ(seen.releases[0].asked_by, "grandparent, Appointment");
  EXPECT_TRUE(seen.releases[0].back_today);
  reg::SingleEntry out{PupilId(1),
                       reg::Direction::out,
                       instant("2026-01-12T08:51:00"),
                       {},
                       {},
                       "",
                       *reg::Author::parse("R Patel, Office")};
  ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.tell(out, out.at); }));
  EXPECT_TRUE(view().releases.empty());
}

TEST_F(Today, who_is_asked_for_without_a_time_waits_on_the_day_of_receipt_without_one_D17) {
  reg::ReleaseAsked asked;
  asked.pupil = PupilId(1);
  asked.at = {Instant{0}, Steady{1000}, 7, false, false};
  asked.who = "mum";
  door_.write(asked, Instant{0});
  deliver(1);
  ASSERT_EQ(view().releases.size(), 1U);
  EXPECT_EQ(view().releases[0].since, "");
  ASSERT_EQ(view().alerts.size(), 1U);
  EXPECT_EQ(view().alerts[0].key, "asked-1-1") << "the same in every minute";
  EXPECT_EQ(reader_->day(on("2026-01-09"))->notes.size(), 0U);
  clock_.set("2026-01-13T09:10:00");
  EXPECT_TRUE(view().releases.empty());
}

/// R Patel holds the card 04A1B2C3.
void give_staff_card(Writer& writer, std::optional<SchoolDay> revoked) {
  const reg::StaffMember patel{"rp",
                               *NamePart::parse("R Patel"),
                               *NamePart::parse("Office manager"),
                               {reg::Role::office},
                               {}};
  ASSERT_TRUE(writer.ask([&](store::Register& held) { return held.put_staff({patel}); }));
  const reg::StaffCardRecord card{
      *CardNumber::parse("04A1B2C3"), "rp", {}, on("2025-09-01"), revoked};
  const auto put = writer.ask([&](store::Register& held) { return held.put_staff_cards({card}); });
  ASSERT_TRUE(put) << sentence(put.error());
}

TEST_F(Today, says_whose_card_took_an_arrival_back_at_the_door_and_why) {
  give_staff_card(*writer_, {});
  const auto hash =
      journal::hash_of_card(CardNumber::parse("04A1B2C3")->bytes(), *register_->card_key());
  const auto came = door_.tap(PupilId(1), instant("2026-01-12T08:52:00"), reg::code_of("L")).seq;
  reg::DoorMoment at;
  at.wall = instant("2026-01-12T08:58:00");
  const auto back = door_.write(reg::Withdrawn{came, at}, at.wall).seq;
  door_.write(reg::ReasonGiven{{back}, "wrong_child", at, hash}, at.wall);
  deliver(1);
  ASSERT_EQ(view().notes.size(), 1U);
  EXPECT_EQ(view().notes[0].who, "Amira Khan (Owls)");
  EXPECT_EQ(view().notes[0].when, "08:58");
  EXPECT_EQ(view().notes[0].sentence, "was taken back at the door by R Patel: Wrong child.");
  give_staff_card(*writer_, on("2026-01-12"));
  EXPECT_EQ(view().notes[0].sentence,
            "was taken back at the door by a staff card that is not known now: Wrong child.");
}

TEST_F(Today, three_wrong_pins_are_an_urgent_note_that_names_the_card) {
  give_staff_card(*writer_, {});
  const auto hash =
      journal::hash_of_card(CardNumber::parse("04A1B2C3")->bytes(), *register_->card_key());
  reg::DoorMoment at;
  at.wall = instant("2026-01-12T08:58:00");
  door_.write(reg::PinRefused{hash, at}, at.wall);
  door_.write(reg::PinRefused{reg::CardHash{9}, {}}, at.wall);
  deliver(1);
  ASSERT_EQ(view().notes.size(), 1U) << "the other is of 1970";
  EXPECT_TRUE(view().notes[0].urgent);
  EXPECT_EQ(view().notes[0].who, "R Patel's card");
  EXPECT_EQ(view().notes[0].when, "08:58");
  EXPECT_EQ(view().notes[0].sentence, "had three wrong PINs at the door.");
  door_.write(reg::PinRefused{reg::CardHash{9}, at}, at.wall);
  deliver(3);
  ASSERT_EQ(view().notes.size(), 2U);
  EXPECT_EQ(view().notes[1].who, "A staff card that is not known now");
}

TEST_F(Today, says_the_true_reason_for_which_a_staff_card_released_nobody) {
  give_staff_card(*writer_, {});
  const auto hash =
      journal::hash_of_card(CardNumber::parse("04A1B2C3")->bytes(), *register_->card_key());
  reg::DoorMoment at;
  at.wall = instant("2026-01-12T08:58:00");
  for (int why = 1; why <= 7; ++why) {
    door_.write(reg::StaffRefused{hash, at, static_cast<reg::WhyRefused>(why)}, at.wall);
  }
  deliver(1);
  const auto notes = view().notes;
  ASSERT_EQ(notes.size(), 7U);
  std::set<std::string> sentences;
  for (const auto& note : notes) {
    EXPECT_EQ(note.who, "R Patel's card");
    EXPECT_EQ(note.when, "08:58");
    sentences.insert(note.sentence);
  }
  EXPECT_EQ(sentences.size(), 7U) << "each has its own words here, and one screen at the door";
  EXPECT_TRUE(sentences.contains("released no child: it did not prove itself. It may be a copy."));
  EXPECT_TRUE(notes[0].urgent);
  EXPECT_FALSE(notes[6].urgent) << "taken off too soon, no key, or the office's child";
}

TEST_F(Today, a_late_child_whom_an_adult_chose_without_a_card_is_to_be_checked_D25) {
  reg::Arrived came;
  came.pupil = PupilId(1);
  came.at.wall = came.first_contact = instant("2026-01-12T08:52:00");
  came.means = reg::ArrivalMeans::lookup;
  came.outcome = reg::Outcome::late_before_close;
  came.proposal = reg::code_of("L");
  const auto seq = door_.write(came, came.at.wall).seq;
  door_.write(reg::ReasonGiven{{seq}, "traffic", came.at}, came.at.wall);
  deliver(1);
  const auto seen = view();
  ASSERT_EQ(seen.waiting.size(), 1U);
  EXPECT_EQ(seen.waiting[0].note, "No card, check. Said at the door: Traffic.");
}

}  // namespace
}  // namespace handbell::office
