// What a teacher says of a child, and what becomes of it.
#include "app/register/class_register.h"

#include "app/register/mark_rule.h"

#include "presence_day.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

const SessionId kMorning{*SchoolDay::parse("2026-01-12"), Half::am};

ClassChild child(PupilId pupil = kAmira) {
  ClassChild made;
  made.pupil = pupil;
  return made;
}

Mark mark(const char* code, const char* source = "Office") {
  return {7,
          at("08:20"),
          {kAmira, kMorning, code_of(code), std::nullopt, std::nullopt, "told", source, office()}};
}

ClassChild marked(const char* code, const char* source = "Office") {
  auto made = child();
  made.mark = mark(code, source);
  return made;
}

ClassChild told(const char* code) {
  auto made = child();
  made.planned = PlannedCode{code_of(code), true};
  return made;
}

/// Came to the door; what the kiosk would propose.
ClassChild at_door(const char* time, const char* code = nullptr) {
  auto made = child();
  SessionArrival came;
  came.pupil = kAmira;
  came.session = kMorning;
  came.first_contact = at(time);
  came.arrived = at(time);
  if (code != nullptr) came.judgement.proposal = code_of(code);
  if (code != nullptr) came.judgement.minutes_late = 17;
  made.arrival = came;
  made.where.place = Place::at_door;
  made.where.since = at(time);
  return made;
}

ClassChild seen(ClassChild made) {
  made.where.place = Place::on_site;
  return made;
}

Sending by_teacher(const char* time = "08:38", const char* reason = "") {
  return {*Author::parse("J Okoro, Class teacher"),
          {Role::teacher},
          at(time),
          at("09:00") <= at(time),
          reason};
}

ClassRegister owls(std::vector<ClassChild> children) {
  ClassRegister made;
  made.class_name = "Owls";
  made.session = kMorning;
  made.children = std::move(children);
  return made;
}

ClassRegister owls_sent(ClassChild only, bool was_seen) {
  auto made = owls({only});
  const Children here = was_seen ? Children{kAmira} : Children{};
  const Children away = was_seen ? Children{} : Children{kAmira};
  made.sent =
      SentRegister{{"office", 3}, {"Owls", at("08:38"), here, away, was_seen ? 1 : 0, office()}};
  return made;
}

/// The code that the answer leads to; empty: nothing is written.
std::string written(const ClassChild& about, InClass said, const Sending& how = by_teacher()) {
  const auto draft = mark_of(owls({about}), about, said, how);
  return draft ? std::string(draft->code.text()) : "";
}

std::string offered(const ClassChild& about) {
  const auto said = preset(about);
  return said ? std::string(text_of(*said)) : "";
}

TEST(ClassRegister, present_is_offered_for_whom_nothing_else_is_known_of) {
  EXPECT_EQ(offered(child()), "present");
  EXPECT_EQ(offered(told("M")), "not-here");
  EXPECT_EQ(offered(marked("I")), "not-here");
  EXPECT_EQ(offered(marked("L")), "late");
  auto elsewhere = child();
  elsewhere.expected = false;
  EXPECT_EQ(offered(elsewhere), "");
  auto gone = child();
  gone.where.place = Place::out_expected;
  gone.where.since = at("11:00");
  EXPECT_EQ(offered(gone), "not-here");
}

TEST(ClassRegister, nothing_is_offered_for_a_child_at_the_door_until_somebody_saw_him_D10) {
  EXPECT_EQ(offered(at_door("08:30")), "");
  EXPECT_EQ(offered(seen(at_door("08:30"))), "present");
  EXPECT_EQ(offered(seen(at_door("08:52", "L"))), "late");
}

TEST(ClassRegister, each_answer_has_its_code) {
  EXPECT_EQ(written(child(), InClass::present), "/");
  EXPECT_EQ(written(child(), InClass::late), "L");
  EXPECT_EQ(written(child(), InClass::not_here), "N");
  auto afternoon = owls({child()});
  afternoon.session.half = Half::pm;
  EXPECT_EQ(mark_of(afternoon, child(), InClass::present, by_teacher())->code, code_of("\\"));
}

TEST(ClassRegister, what_the_office_entered_stays_D06) {
  for (const char* code : {"I", "M", "C", "R", "V", "E", "X", "L", "/", "U"}) {
    for (const auto said : {InClass::present, InClass::late, InClass::not_here}) {
      EXPECT_EQ(written(marked(code), said), "") << code;
    }
  }
}

TEST(ClassRegister, n_and_o_give_way_to_what_the_class_sees_D10) {
  for (const char* code : {"N", "O"}) {
    EXPECT_EQ(written(marked(code), InClass::present), "/");
    EXPECT_EQ(written(marked(code), InClass::late), "L");
    EXPECT_EQ(written(marked(code), InClass::not_here), "");
  }
}

TEST(ClassRegister, its_own_marks_are_corrected_by_it) {
  EXPECT_EQ(written(marked("/", "Class register"), InClass::not_here), "N");
  EXPECT_EQ(written(marked("/", "Class teacher"), InClass::late), "L");
  EXPECT_EQ(written(marked("L", "Class register"), InClass::present), "/");
  EXPECT_EQ(written(marked("/", "Class register"), InClass::present), "");
  EXPECT_EQ(written(marked("N", "Class register"), InClass::not_here), "");
}

TEST(ClassRegister, who_was_said_to_stay_away_gets_no_n_and_attends_when_he_is_here_D05) {
  EXPECT_EQ(written(told("M"), InClass::not_here), "");
  EXPECT_EQ(written(told("M"), InClass::present), "/");
  EXPECT_TRUE(is_away_known(told("M")));
  EXPECT_FALSE(is_away_known(marked("N")));
  EXPECT_FALSE(is_away_known(child()));
}

TEST(ClassRegister, late_takes_the_minutes_that_the_door_saw) {
  const auto about = seen(at_door("08:52", "L"));
  const auto draft = mark_of(owls({about}), about, InClass::late, by_teacher());
  ASSERT_TRUE(draft);
  EXPECT_EQ(draft->minutes_late, 17);
  EXPECT_EQ(draft->arrived, at("08:52"));
  EXPECT_EQ(draft->source, "Class register");
  EXPECT_EQ(mark_of(owls({about}), about, InClass::present, by_teacher())->minutes_late,
            std::nullopt)
      << "a teacher's / against the door's 08:52 is the office's to settle (D09)";
}

TEST(ClassRegister, who_came_after_the_close_waits_for_the_office_D01) {
  EXPECT_EQ(written(seen(at_door("09:05", "U")), InClass::late, by_teacher("09:10")), "");
  auto office_sends = by_teacher("09:10");
  office_sends.roles = {Role::office};
  EXPECT_EQ(written(seen(at_door("09:05", "U")), InClass::late, office_sends), "U");
}

TEST(ClassRegister, late_after_the_close_is_u_once_the_register_was_sent_D01) {
  const auto about = marked("N", "Class register");
  const auto sent = owls_sent(about, false);
  EXPECT_EQ(mark_of(sent, about, InClass::late, by_teacher("08:50", "came"))->code, code_of("L"));
  const auto draft = mark_of(sent, about, InClass::late, by_teacher("09:00", "came"));
  EXPECT_EQ(draft->code, code_of("U"));
  EXPECT_EQ(draft->reason, "came");
  EXPECT_FALSE(may_set(draft->code, {Role::teacher}));
  EXPECT_EQ(written(child(), InClass::late, by_teacher("09:10")), "L") << "it is only sent late";
}

TEST(ClassRegister, who_is_in_doubt_is_named_with_why_D48) {
  auto nobody_said = child(kBen);
  auto away = told("M");
  away.pupil = kCara;
  auto gone = child(kDev);
  gone.where.place = Place::out;
  gone.where.since = at("08:30");
  auto saw = seen(at_door("08:30"));
  saw.pupil = kElla;
  auto elsewhere = child(kFinn);
  elsewhere.expected = false;
  const Answers said{{kAmira, InClass::present},
                     {kCara, InClass::present},
                     {kDev, InClass::late},
                     {kElla, InClass::not_here}};
  const auto found =
      doubts(owls({at_door("08:50"), nobody_said, away, gone, saw, elsewhere}), said);
  const std::vector<std::pair<PupilId, Doubt>> expected{{kAmira, Doubt::unseen},
                                                        {kBen, Doubt::not_said},
                                                        {kCara, Doubt::away_but_here},
                                                        {kDev, Doubt::gone_but_here},
                                                        {kElla, Doubt::door_saw}};
  EXPECT_EQ(found, expected);
  EXPECT_TRUE(doubts(owls({child()}), {{kAmira, InClass::present}}).empty());
}

TEST(ClassRegister, what_stands_is_what_was_sent_with_what_became_of_it) {
  const auto stands = [](const ClassChild& about, bool was_seen) {
    const auto said = standing(owls_sent(about, was_seen), about);
    return said ? std::string(text_of(*said)) : "";
  };
  EXPECT_EQ(standing(owls({child()}), child()), std::nullopt) << "nothing was sent";
  EXPECT_EQ(stands(marked("/", "Class register"), true), "present");
  EXPECT_EQ(stands(marked("L", "Class register"), true), "late");
  EXPECT_EQ(stands(marked("N", "Class register"), false), "not-here");
  EXPECT_EQ(stands(child(), false), "not-here") << "away, known: no mark yet";
  EXPECT_EQ(stands(marked("I"), true), "present") << "the office's mark stays, the child is here";
  EXPECT_EQ(stands(marked("N", "Class register"), true), "not-here") << "put right later";
  EXPECT_EQ(stands(marked("L"), false), "late") << "came later, the office accepted it";
}

TEST(ClassRegister, the_newest_that_was_not_taken_back_is_the_one_that_counts) {
  PresenceDay day;
  const auto first = day.register_sent("Owls", "08:38", {kAmira});
  day.register_sent("Foxes", "08:39", {kDev});
  const auto later = day.register_sent("Owls", "08:45", {kAmira, kBen});
  const auto sent = [&] {
    return register_sent(day.facts().people, "Owls", at("00:00"), at("11:59"));
  };
  EXPECT_EQ(sent()->ref, later);
  day.take_back(later, "08:50");
  EXPECT_EQ(sent()->ref, first);
  day.take_back(first, "08:51");
  EXPECT_FALSE(sent());
  day.register_sent("Owls", "13:10", {kAmira});
  EXPECT_FALSE(sent()) << "the afternoon's is another";
}

TEST(ClassRegister, its_sighting_has_everybody_of_whom_something_was_said_D29) {
  const Answers said{{kAmira, InClass::present}, {kBen, InClass::late}, {kCara, InClass::not_here}};
  const auto draft = sighting(owls({}), said, 2, by_teacher());
  EXPECT_EQ(draft.seen, (Children{kAmira, kBen}));
  EXPECT_EQ(draft.not_seen, Children{kCara});
  EXPECT_TRUE(ClassSeen::from(draft));
}

TEST(ClassRegister, an_answer_is_one_of_three_words) {
  for (const auto said : {InClass::present, InClass::late, InClass::not_here}) {
    EXPECT_EQ(parse_in_class(text_of(said)), said);
  }
  for (const char* text : {"", "Present", "N", "not here", "late\n"}) {
    EXPECT_FALSE(parse_in_class(text)) << text;
  }
}

}  // namespace
}  // namespace handbell::reg
