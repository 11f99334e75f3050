// A kiosk's messages over a real socket into a real register.
#include "app/office/kiosk_service.h"

#include "app/journal/book_request.h"
#include "app/journal/door_book_codec.h"
#include "app/journal/enrolment.h"
#include "app/net/client.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "small_school.h"
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <future>

namespace handbell::office {
namespace {

class FixedClock final : public Clock {
 public:
  Moment now() override { return {now_, Steady{1}, true}; }
  const Instant now_ = instant("2026-01-12T09:10:00");
};

class KioskServiceTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "handbell-office-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    auto file = store::RegisterFile::open(folder_ + "/register.db", random_);
    ASSERT_TRUE(file) << sentence(file.error());
    register_ = std::move(*file);
    ASSERT_TRUE(register_->put_pupils(three_pupils()));
    ASSERT_TRUE(register_->put_periods(one_year()));
    ASSERT_TRUE(register_->put_times(reg::policy_times(on("2025-09-01"))));
    ASSERT_TRUE(register_->put_cards(
        {{*CardNumber::parse("04A1B2C3D4E580"), PupilId(1), on("2025-09-01"), std::nullopt}}));
    ASSERT_TRUE(register_->enrol("Front door", key_));
    writer_ =
        std::make_unique<Writer>(*register_, [this](store::Register&) { (void)register_->rest(); });
    service_ = std::make_unique<KioskService>(*writer_, clock_, *register_->card_key(),
                                              [this] { ++changes_; });
    auto server = net::Server::start(
        {*net::Address::parse("unix:" + folder_ + "/k")},
        [this](const net::Request& r, const net::Reply& reply) { service_->handle(r, reply); });
    ASSERT_TRUE(server) << sentence(server.error());
    server_ = std::move(*server);
  }
  void TearDown() override {
    if (server_) server_->stop();
    writer_.reset();
    service_.reset();
    server_.reset();
    register_.reset();
    std::filesystem::remove_all(folder_);
  }
  Result<net::Response> post(const std::string& path, const Bytes& body) {
    net::Client client(*net::Address::parse("unix:" + folder_ + "/k"));
    net::Request request;
    request.method = "POST";
    request.path = path;
    request.body.assign(body.begin(), body.end());
    return client.send(request, std::chrono::milliseconds(5000));
  }
  static Bytes bytes_of(const net::Response& response) {
    return {response.body.begin(), response.body.end()};
  }

  std::string folder_;
  CountedRandom random_;
  FixedClock clock_;
  const journal::KioskKey key_{4, 2};
  std::atomic<int> changes_{0};
  std::unique_ptr<store::RegisterFile> register_;
  std::unique_ptr<Writer> writer_;
  std::unique_ptr<KioskService> service_;
  std::unique_ptr<net::Server> server_;
};

TEST_F(KioskServiceTest, takes_what_a_kiosk_sends_and_answers_how_far_it_is) {
  PaperKiosk door(1, 0xA1);
  door.tap(PupilId(1), instant("2026-01-12T08:41:00"), reg::code_of("L"));
  auto message = door.message(1);
  message.health.waiting = 3;  // this one, and two that come with the next message
  const auto response = post("/kiosk/v1/sync", encode(message, key_));
  ASSERT_TRUE(response) << sentence(response.error());
  ASSERT_EQ(response->status, 200);
  const auto answer = journal::decode_answer(bytes_of(*response), key_);
  ASSERT_TRUE(answer) << sentence(answer.error());
  EXPECT_EQ(answer->received, 1U);
  EXPECT_EQ(answer->wall, instant("2026-01-12T09:10:00"));
  server_.reset();
  writer_.reset();
  EXPECT_EQ(changes_, 1);
  EXPECT_EQ(register_->verify()->events, 1U);
  EXPECT_EQ(register_->kiosks()->at(0).health.waiting, 2U);
}

TEST_F(KioskServiceTest, gives_out_the_door_book_where_the_kiosks_is_not_the_newest) {
  const auto response = post("/kiosk/v1/book", encode(journal::BookRequest{1, 0, {}}, key_));
  ASSERT_EQ(response->status, 200);
  const auto book = journal::decode_door_book(bytes_of(*response), key_);
  ASSERT_TRUE(book) << sentence(book.error());
  EXPECT_EQ(book->pupils.size(), 3U);
  EXPECT_EQ(book->cards.size(), 1U);
}

TEST_F(KioskServiceTest, tells_the_doors_whom_staff_may_hand_over_and_by_which_cards_D49) {
  const reg::ReleaseKey key{2, {7}};
  ASSERT_TRUE(writer_->ask([&](store::Register& held) -> Status {
    const auto staff = held.put_staff({{"ab",
                                        *NamePart::parse("A Begum"),
                                        *NamePart::parse("Deputy head"),
                                        {reg::Role::head},
                                        {}}});
    if (!staff) return fail(staff.error());
    const auto card = held.put_staff_cards(
        {{*CardNumber::parse("04A1B2C3D4E5F6"), "ab", {}, on("2025-09-01"), std::nullopt, key}});
    if (!card) return fail(card.error());
    const auto contact = [](int pupil, int order, bool may) {
      return reg::Contact{
          PupilId(pupil), order, *NamePart::parse("Nadia Khan"), "", true, {}, {}, may, ""};
    };
    const auto put =
        held.put_contacts({contact(1, 1, true), contact(2, 1, true), contact(2, 2, false)});
    return put ? Status() : Status(fail(put.error()));
  }));
  const auto response = post("/kiosk/v1/book", encode(journal::BookRequest{1, 0, {}}, key_));
  ASSERT_EQ(response->status, 200);
  const auto book = journal::decode_door_book(bytes_of(*response), key_);
  ASSERT_TRUE(book) << sentence(book.error());
  EXPECT_FALSE(book->pupils[0].office_only);
  EXPECT_TRUE(book->pupils[1].office_only) << "somebody may not collect";
  EXPECT_TRUE(book->pupils[2].office_only) << "nobody may";
  ASSERT_EQ(book->staff_cards.size(), 1U);
  EXPECT_EQ(book->staff_cards[0].release, key);
}

TEST_F(KioskServiceTest, keeps_who_has_the_newest_door_book_waiting_until_there_is_another) {
  const Instant made = clock_.now().wall;
  const auto version = register_->school()->version;
  const auto ask = [&] {
    return post("/kiosk/v1/book", encode(journal::BookRequest{1, version, made}, key_));
  };
  auto waits = std::async(std::launch::async, ask);
  EXPECT_EQ(waits.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
  service_->school_changed();  // something else changed
  EXPECT_EQ(waits.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
  auto second = std::async(std::launch::async, ask);
  EXPECT_EQ(waits.get()->status, 204) << "the kiosk asked again";
  ASSERT_TRUE(writer_->ask([](store::Register& held) { return held.name_school("Oak Lane"); }));
  service_->school_changed();
  const auto response = second.get();
  ASSERT_EQ(response->status, 200);
  EXPECT_EQ(journal::decode_door_book(bytes_of(*response), key_)->school_name, "Oak Lane");
}

TEST_F(KioskServiceTest, wakes_waiting_doors_to_say_leave_the_building) {
  const auto version = register_->school()->version;
  auto waits = std::async(std::launch::async, [&] {
    return post("/kiosk/v1/book",
                encode(journal::BookRequest{1, version, clock_.now().wall}, key_));
  });
  EXPECT_EQ(waits.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
  ASSERT_TRUE(writer_->ask([this](store::Register& held) {
    return held.put_evacuation(
        {true, clock_.now().wall, *reg::Author::parse("A Noor, Headteacher")});
  }));
  service_->school_changed();
  ASSERT_EQ(waits.wait_for(std::chrono::seconds(1)), std::future_status::ready);
  EXPECT_TRUE(journal::decode_door_book(bytes_of(*waits.get()), key_)->evacuation);
}

TEST_F(KioskServiceTest, tells_the_other_doors_at_once_whom_one_of_them_handed_over_D49) {
  const journal::KioskKey other{5, 1};
  ASSERT_TRUE(register_->enrol("Back door", other));
  const auto version = register_->school()->version;
  auto waits = std::async(std::launch::async, [&] {
    return post("/kiosk/v1/book",
                encode(journal::BookRequest{2, version, clock_.now().wall}, other));
  });
  EXPECT_EQ(waits.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
  PaperKiosk door(1, 0xA1);
  door.tap(PupilId(1), instant("2026-01-12T08:41:00"), reg::code_of("L"));
  ASSERT_EQ(post("/kiosk/v1/sync", encode(door.message(1), key_))->status, 200);
  EXPECT_EQ(waits.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout)
      << "an arrival stands in no book";
  reg::DoorHandOver gone;
  gone.pupil = PupilId(2);
  gone.key_version = 1;
  gone.asked = instant("2026-01-12T09:04:00");
  gone.at.wall = instant("2026-01-12T09:05:00");
  door.write(gone, gone.at.wall);
  const auto taken = post("/kiosk/v1/sync", encode(door.message(1), key_));
  ASSERT_TRUE(taken) << sentence(taken.error());
  ASSERT_EQ(taken->status, 200);
  ASSERT_EQ(waits.wait_for(std::chrono::seconds(4)), std::future_status::ready);
  const auto response = waits.get();
  ASSERT_TRUE(response) << sentence(response.error());
  ASSERT_EQ(response->status, 200);
  const auto releases = journal::decode_door_book(bytes_of(*response), other)->releases;
  ASSERT_EQ(releases.size(), 1U);
  EXPECT_EQ(releases[0].pupil, PupilId(2));
  EXPECT_EQ(releases[0].state, reg::DoorReleaseState::handed_over);
}

TEST_F(KioskServiceTest, tells_the_doors_what_was_answered_today_and_no_adult_D49) {
  const Instant at = clock_.now().wall;
  const reg::ReleaseAnswer handed{{"A1", 7},
                                  PupilId(2),
                                  at - minutes(9),
                                  reg::ReleaseStep::handed_over,
                                  at,
                                  {},
                                  *NamePart::parse("Ann Ross"),
                                  {},
                                  "Dentist",
                                  "",
                                  *reg::Author::parse("R Patel, Office manager")};
  ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.answer_release(handed, at); }));
  const auto response = post("/kiosk/v1/book", encode(journal::BookRequest{1, 0, {}}, key_));
  ASSERT_EQ(response->status, 200);
  const auto book = journal::decode_door_book(bytes_of(*response), key_);
  ASSERT_TRUE(book) << sentence(book.error());
  EXPECT_EQ(book->releases,
            (std::vector<reg::DoorRelease>{
                {PupilId(2), at - minutes(9), reg::DoorReleaseState::handed_over, at}}));
  for (const char* hidden : {"Ann", "Patel", "Dentist"}) {
    EXPECT_EQ(response->body.find(hidden), std::string::npos) << hidden;
  }
}

TEST_F(KioskServiceTest, gives_out_the_next_fortnights_plans_each_day) {
  const auto version = register_->school()->version;
  const Instant yesterday = clock_.now().wall - hours(24);
  const auto response =
      post("/kiosk/v1/book", encode(journal::BookRequest{1, version, yesterday}, key_));
  ASSERT_EQ(response->status, 200);
  EXPECT_EQ(journal::decode_door_book(bytes_of(*response), key_)->made, clock_.now().wall);
}

TEST_F(KioskServiceTest, enrols_the_kiosk_that_holds_a_code_once) {
  const auto code = journal::EnrolCode::made(random_);
  const Instant ends = instant("2026-01-12T09:40:00");
  ASSERT_TRUE(register_->invite({"Back door", {5}, ends}));
  ASSERT_TRUE(register_->invite({"Side door", code.key(), ends}));
  const auto request = journal::EnrolRequest::made(random_);
  EXPECT_EQ(post("/kiosk/v1/enrol", encode(request, {1}))->status, 403) << "another code";
  const auto response = post("/kiosk/v1/enrol", encode(request, code.key()));
  ASSERT_EQ(response->status, 200);
  const auto answer = journal::decode_enrol_answer(bytes_of(*response), request);
  ASSERT_TRUE(answer) << sentence(answer.error());
  EXPECT_EQ(answer->number, 2U);
  EXPECT_EQ(answer->card_key, *register_->card_key());
  EXPECT_EQ(post("/kiosk/v1/enrol", encode(request, code.key()))->status, 403) << "used";
  EXPECT_EQ(post("/kiosk/v1/book", encode(journal::BookRequest{2, 0, {}}, request.key))->status,
            200);
}

TEST_F(KioskServiceTest, answers_strangers_with_403_and_no_reason) {
  PaperKiosk door(1, 0xA1);
  door.tap(PupilId(1), instant("2026-01-12T08:41:00"), reg::code_of("L"));
  const journal::KioskKey wrong{9};
  for (const auto& body : {encode(door.message(1), wrong), Bytes{}, Bytes{1, 2, 3},
                           encode(PaperKiosk(7, 1).message(1), key_)}) {
    const auto response = post("/kiosk/v1/sync", body);
    EXPECT_EQ(response->status, 403);
    EXPECT_EQ(response->body, "");
  }
  EXPECT_EQ(post("/kiosk/v1/book", encode(journal::BookRequest{1, 0, {}}, wrong))->status, 403);
  EXPECT_EQ(post("/kiosk/v1/marks", {})->status, 404);
  EXPECT_EQ(changes_, 0);
}

}  // namespace
}  // namespace handbell::office
