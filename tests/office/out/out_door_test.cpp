// A child whom staff handed over at the door, on the page Out of school (D49).
#include "app/journal/door_book_codec.h"
#include "app/office/web/door_going.h"
#include "app/register/presence.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

#include <regex>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class GoneAtTheDoor : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    clock_.set("2026-01-12T13:06:00");
  }
  /// The number of the request.
  std::uint64_t asks() {
    reg::ReleaseAsked asked;
    asked.pupil = PupilId(1);
    asked.at.wall = instant("2026-01-12T13:00:30");
    asked.who = "mum";
    asked.why = "appointment";
    asked.back_today = true;
    const auto seq = door_.write(asked, asked.at.wall).seq;
    deliver(seq);
    return seq;
  }
  std::uint64_t asks_too(const char* who, const char* at) {
    reg::ReleaseAsked asked;
    asked.pupil = PupilId(1);
    asked.at.wall = instant(at);
    asked.who = who;
    const auto seq = door_.write(asked, asked.at.wall).seq;
    deliver(seq);
    return seq;
  }
  void answer(std::uint64_t request, reg::ReleaseStep step) {
    reg::ReleaseAnswer given{{},
                             PupilId(1),
                             {},
                             step,
                             clock_.at(),
                             {},
                             {},
                             {},
                             "not known",
                             "",
                             *reg::Author::parse("R Patel, Office manager")};
    if (step == reg::ReleaseStep::granted) given.checked = reg::IdentityCheck::photo_id;
    for (const auto& release : releases()) {
      if (release.ref.seq != request) continue;
      given.request = release.ref;
      given.asked = release.asked.at.wall;
    }
    ASSERT_TRUE(writer_->ask(
        [&](store::Register& held) { return held.answer_release(given, clock_.at()); }));
  }
  std::vector<reg::Release> releases() {
    return writer_->ask([](store::Register& held) {
      const auto day = on("2026-01-12");
      return releases_of({*held.events(day), *held.told(day)}, *held.release_answers(day));
    });
  }
  /// Whether Today is to say that the office had refused what the door did.
  bool refused() {
    const auto all = releases();
    const auto goings = writer_->ask([&](store::Register& held) { return door_goings(held, all); });
    EXPECT_TRUE(goings);
    EXPECT_EQ(goings->size(), 1U);
    return goings->at(0).refused;
  }
  reg::Place place(int pupil) {
    return writer_->ask([&](store::Register& held) {
      const reg::PresenceFacts known{*held.events(on("2026-01-12")), *held.told(on("2026-01-12"))};
      return reg::Presence(known, on("2026-01-12"), reg::presence_closes())
          .where(PupilId(pupil), clock_.at())
          .place;
    });
  }
};

TEST_F(GoneAtTheDoor, names_whose_card_handed_a_child_over_at_the_door_and_takes_it_back_D49) {
  const auto card = *CardNumber::parse("04A1B2C3D4E580");
  ASSERT_TRUE(writer_->ask([&](store::Register& held) {
    return held.put_staff({{"ab",
                            *NamePart::parse("A Begum"),
                            *NamePart::parse("Deputy head"),
                            {reg::Role::head},
                            {}}});
  }));
  ASSERT_TRUE(writer_->ask([&](store::Register& held) {
    return held.put_staff_cards({{card, "ab", {}, on("2025-09-01"), {}}});
  }));
  const auto asked = asks();
  reg::DoorHandOver gone;
  gone.pupil = PupilId(1);
  gone.request = asked;
  gone.who = "mum";
  gone.why = "appointment";
  gone.back_today = true;
  gone.checked = reg::IdentityCheck::photo_id;
  gone.by = journal::hash_of_card(card.bytes(), *register_->card_key());
  gone.key_version = 1;
  gone.at.wall = instant("2026-01-12T13:04:00");
  deliver(door_.write(gone, gone.at.wall).seq);
  const auto page = get("/out").body;
  expect_golden("out-door.html", page);
  EXPECT_THAT(page, HasSubstr("Handed over to mum at the door at 13:04 by A Begum, photo ID."));
  EXPECT_THAT(page, HasSubstr("Out since 13:04"));
  EXPECT_THAT(page, HasSubstr("If not back when the afternoon register is taken"));
  EXPECT_THAT(page, Not(HasSubstr("1 waiting")));
  EXPECT_EQ(place(1), reg::Place::out_expected);
  const std::regex field("name=\"entries\" value=\"(door-[^\"]*)\"");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(page, found, field));
  EXPECT_EQ(post("/out/undo", "entries=" + found[1].str()).status, 303);
  EXPECT_THAT(get("/out").body, HasSubstr("Mum asked at the door")) << "it waits again";
  EXPECT_THAT(get("/out").body, HasSubstr("1 waiting"));
  EXPECT_NE(place(1), reg::Place::out_expected);
  EXPECT_EQ(post("/out/undo", "entries=door-no-such-key").status, 303);
}

TEST_F(GoneAtTheDoor, on_a_request_beside_a_refused_one_is_against_the_office_unless_granted) {
  const auto refused_one = asks_too("another_adult", "2026-01-12T12:58:00");
  const auto asked = asks();
  reg::DoorHandOver gone;
  gone.pupil = PupilId(1);
  gone.key_version = 1;
  gone.request = asked;
  gone.who = "mum";
  gone.at.wall = instant("2026-01-12T13:04:00");
  deliver(door_.write(gone, gone.at.wall).seq);
  EXPECT_FALSE(refused()) << "nobody refused anything";
  answer(refused_one, reg::ReleaseStep::refused);
  EXPECT_TRUE(refused()) << "of the same child, and this one was not granted";
  answer(asked, reg::ReleaseStep::granted);
  EXPECT_FALSE(refused()) << "it was Mum who was let go with the child";
}

}  // namespace
}  // namespace handbell::office
