// Who may go when staff hand a child over, and what stays of it where the disk, the office or
// another adult says otherwise (D49).
#include "release_door.h"

#include <cstring>
#include <new>

namespace handbell::kiosk {
namespace {

using S = reg::DoorReleaseState;

TEST(HandOver, whom_the_office_refused_does_not_go_on_what_it_granted_to_another_adult) {
  ReleaseDoor door;
  door.ask(4, "Another adult");
  door.ask(4, "Dad");
  door.open_list();
  door.choose("Dev P");
  door.choose("Another adult");
  door.choose("Photo ID");
  const Instant refused = door.state.asked[0].at;
  const Instant granted = door.state.asked[1].at;
  door.send(BookChanged{answered({{PupilId(4), refused, S::refused, door.now.wall},
                                  {PupilId(4), granted, S::granted, door.now.wall}})});
  ASSERT_EQ(door.kind(), ScreenKind::staff_give);
  door.press("give");
  EXPECT_EQ(door.handed_over(), 0U);
  EXPECT_EQ(door.kind(), ScreenKind::see_office);
  EXPECT_EQ(door.refusals(), std::vector{reg::WhyRefused::restricted});
  EXPECT_FALSE(door.state.staff);
  door.wait(kResultStays);
  door.give("Dev P");
  ASSERT_EQ(door.handed_over(), 1U) << "Dad, who was granted it";
  EXPECT_EQ(door.all<reg::DoorHandOver>()[0].who, "dad");
  EXPECT_EQ(door.all<reg::DoorHandOver>()[0].asked, granted);
}

TEST(HandOver, whose_request_is_not_known_here_goes_on_that_one_alone) {
  ReleaseDoor door;
  const Instant first = door.now.wall - minutes(20);
  const Instant second = door.now.wall - minutes(10);
  const auto book_of = [&](S of_first, S of_second) {
    return BookChanged{answered({{PupilId(4), first, of_first, door.now.wall},
                                 {PupilId(4), second, of_second, door.now.wall}})};
  };
  door.send(book_of(S::granted, S::granted));
  door.open_list();
  door.choose("Dev P");
  door.choose("Grandparent");
  door.choose("Photo ID");
  door.send(book_of(S::granted, S::refused));
  door.press("give");
  EXPECT_EQ(door.handed_over(), 0U) << "the other one is somebody else's";
  EXPECT_EQ(door.kind(), ScreenKind::see_office);
}

TEST(HandOver, whoever_is_granted_it_while_the_pages_are_open_goes) {
  ReleaseDoor door;
  door.ask(4, "Dad");
  door.open_list();
  door.choose("Dev P");
  door.choose("Photo ID");
  const Instant asked = door.state.asked[0].at;
  door.send(BookChanged{answered({{PupilId(4), asked, S::granted, door.now.wall}})});
  door.press("give");
  EXPECT_EQ(door.handed_over(), 1U);
}

TEST(HandOver, by_a_door_book_of_another_day_nobody_goes) {
  ReleaseDoor door;
  door.ask(4);
  auto old = families();
  old->made = door.now.wall - hours(24);
  door.send(BookChanged{old});
  door.open_list();
  EXPECT_EQ(door.screen(), refused_screen()) << "a court order may be newer";
  EXPECT_TRUE(door.refusals().empty());
  door.wait(kResultStays);
  door.send(BookChanged{families()});
  door.open_list();
  EXPECT_EQ(door.names(), std::vector<std::string>{"Dev P"});
}

/// Given, but the disk answers when the screen has sent everybody to the office.
struct LateDoor : ReleaseDoor {
  LateDoor() {
    ask(4);
    open_list();
    choose("Dev P");
    choose("Known to staff");
    send(Pressed{"give"});
    pass(kAnswerBy);
    send(Tick{});
    EXPECT_EQ(kind(), ScreenKind::not_recorded);
    kept.push_back(state.writing->event);
    written();
    given = seq;
  }
  bool takes_back() const {
    const auto& writing = state.writing;
    const auto* back = writing ? std::get_if<reg::Withdrawn>(&writing->event) : nullptr;
    return back != nullptr && back->seq == given;
  }
  std::uint64_t given = 0;
};

TEST(HandOver, what_came_too_late_is_taken_back_however_often_the_disk_is_full) {
  LateDoor door;
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(door.takes_back());
    door.send(WriteFailed{door.state.writing->request, WriteFault::full});
    EXPECT_FALSE(door.state.writing);
    EXPECT_EQ(door.seen(4), Seen::out);
    door.wait(kResultStays);
    EXPECT_FALSE(door.takes_back()) << "not before a minute has passed";
    door.card_of(1);
    door.wait(kResultStays);
    ASSERT_TRUE(next_deadline(door.state));
    EXPECT_LE(*next_deadline(door.state), door.state.back_again) << "the kiosk wakes for it";
    door.pass(kClockAgain);
    door.send(Tick{});
  }
  ASSERT_TRUE(door.takes_back());
  door.answer();
  EXPECT_TRUE(door.state.backs_owed.empty());
  EXPECT_EQ(door.seen(4), Seen::in);
  door.wait(kResultStays);
  door.open_list();
  EXPECT_EQ(door.names(), std::vector<std::string>{"Dev P"}) << "the request stands again";
}

TEST(HandOver, what_a_failed_disk_did_not_take_back_the_next_start_does) {
  LateDoor door;
  ASSERT_TRUE(door.takes_back());
  door.send(WriteFailed{door.state.writing->request, WriteFault::failed});
  EXPECT_EQ(door.state.backs_owed, std::vector{door.given});
  std::vector<PastEvent> past;
  for (const auto& event : door.kept) past.push_back({past.size() + 1, event});
  const auto owed = door.state.backs_owed;
  const auto evidence = door.state.evidence;
  door.state = restored(5, families(), past);
  door.state.evidence = evidence;
  still_take_back(door.state, {owed[0], 99});
  EXPECT_EQ(door.state.backs_owed, owed) << "nothing but what stands";
  EXPECT_EQ(door.seen(4), Seen::out);
  door.send(Tick{});
  ASSERT_TRUE(door.takes_back());
  door.answer();
  EXPECT_EQ(door.seen(4), Seen::in);
  past.push_back({past.size() + 1, reg::Withdrawn{door.given, {}}});
  State third = restored(5, families(), past);
  still_take_back(third, owed);
  EXPECT_TRUE(third.backs_owed.empty()) << "once";
}

TEST(HandOver, settles_what_was_asked_for_the_child_until_then) {
  ReleaseDoor door;
  door.ask(4, "Mum");
  door.ask(4, "Dad");
  const Instant dads = door.state.asked[1].at;
  door.give("Dev P", {"Mum", "Known to staff"});
  EXPECT_EQ(door.kind(), ScreenKind::may_go);
  door.wait(kResultStays);
  door.card_of(4);
  EXPECT_EQ(door.kind(), ScreenKind::welcome_back);
  door.wait(kResultStays);
  door.send(BookChanged{answered({{PupilId(4), dads, S::granted, door.now.wall},
                                  {PupilId(4), dads - minutes(1), S::granted, door.now.wall}})});
  EXPECT_EQ(door.kind(), ScreenKind::idle) << "nobody waits for that answer";
  door.open_list();
  EXPECT_EQ(door.screen(), refused_screen()) << "nobody is asked for";
  EXPECT_TRUE(door.refusals().empty());
  door.wait(kResultStays);
  door.ask(4, "Mum");
  door.open_list();
  EXPECT_EQ(door.names(), std::vector<std::string>{"Dev P"}) << "asked anew";
}

TEST(HandOver, that_people_took_back_counts_at_this_door_no_more) {
  ReleaseDoor door;
  door.ask(4);
  const Instant asked = door.state.asked[0].at;
  door.give("Dev P");
  const Instant at = door.all<reg::DoorHandOver>()[0].at.wall;
  door.wait(kResultStays);
  door.send(BookChanged{families()});
  EXPECT_EQ(door.seen(4), Seen::out) << "the office has not heard of it yet";
  door.send(BookChanged{answered({{PupilId(4), asked, S::handed_over, at}})});
  EXPECT_EQ(door.seen(4), Seen::out);
  door.send(BookChanged{families()});
  EXPECT_EQ(door.seen(4), Seen::in);
  door.open_list();
  EXPECT_EQ(door.names(), std::vector<std::string>{"Dev P"}) << "the request stands again";
}

TEST(HandOver, back_while_the_digits_wait_for_the_proof_tries_no_PIN) {
  ReleaseDoor door;
  door.tap_staff();
  door.type("294761");
  door.press("back");
  EXPECT_EQ(door.kind(), ScreenKind::staff_pin);
  EXPECT_EQ(door.screen().digits_typed, 0);
  door.prove();
  EXPECT_EQ(door.effect<TryPin>(), nullptr) << "no digits are no wrong PIN";
  door.type("294761");
  ASSERT_TRUE(door.tried);
  EXPECT_EQ(door.tried->digits.view(), "294761");
  EXPECT_TRUE(door.refusals().empty());
}

/// What the memory of digits holds after `end`.
template <class End>
std::string left_by(End end) {
  alignas(PinDigits) unsigned char room[sizeof(PinDigits)]{};
  auto* digits = new (room) PinDigits("294761");
  end(*digits);
  return {reinterpret_cast<const char*>(room), sizeof room};
}

TEST(HandOver, digits_leave_nothing_in_the_memory_that_held_them) {
  const std::string none(sizeof(PinDigits), '\0');
  EXPECT_NE(left_by([](PinDigits&) {}).find("294761"), std::string::npos);
  EXPECT_EQ(left_by([](PinDigits& digits) { digits.clear(); }), none);
  EXPECT_EQ(left_by([](PinDigits& digits) { digits.~PinDigits(); }), none);
  PinDigits to;
  EXPECT_EQ(left_by([&](PinDigits& digits) { to = std::move(digits); }), none);
  EXPECT_EQ(to.view(), "294761");
  EXPECT_EQ(left_by([](PinDigits& digits) { const PinDigits other = std::move(digits); }), none);
  PinDigits many("12345678901234567890");
  EXPECT_EQ(many.view(), "1234567890123456");
}

}  // namespace
}  // namespace handbell::kiosk
