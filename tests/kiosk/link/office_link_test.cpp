// The kiosk's journal and the office's register, each on its own disk and thread, over a socket.
#include "app/kiosk/link/office_link.h"

#include "app/kiosk/link/book_link.h"
#include "app/office/kiosk_service.h"
#include "app/store/register_file.h"
#include "app/store/site_clock.h"
#include "app/store/site_random.h"

#include "small_school.h"
#include <gtest/gtest.h>

#include <filesystem>

namespace handbell::kiosk {
namespace {

/// An office whose clock went back to the year 2000.
class ClockOf2000 final : public Clock {
 public:
  Moment now() override { return {Instant{946'684'800'000}, store::steady_now(), false}; }
};

class OfficeLinkTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "handbell-link-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    identity_.number = 1;
    identity_.office = "unix:" + folder_ + "/office.sock";
    identity_.key = {7, 7};
    auto file = store::RegisterFile::open(folder_ + "/register.db", random_);
    ASSERT_TRUE(file);
    register_ = std::move(*file);
    ASSERT_TRUE(register_->put_pupils(three_pupils()));
    ASSERT_EQ(*register_->enrol("Front door", identity_.key), 1U);
    auto journal = store::JournalFile::open(folder_ + "/journal.db", random_);
    ASSERT_TRUE(journal);
    journal_ = std::move(*journal);
    owner_ = std::make_unique<store::Owner<store::JournalFile>>(
        *journal_, [](store::JournalFile& held) { (void)held.rest(); });
  }
  void TearDown() override {
    link_.reset();
    book_link_.reset();
    owner_.reset();
    close_office();
    std::filesystem::remove_all(folder_);
  }

  void open_office() { open_office(office_clock_); }
  void open_office(Clock& clock) {
    writer_ = std::make_unique<office::Writer>(*register_, [](store::Register&) {});
    service_ = std::make_unique<office::KioskService>(*writer_, clock, journal::KioskKey{1}, [] {});
    auto server = net::Server::start(
        {*net::Address::parse(identity_.office)},
        [this](const net::Request& r, const net::Reply& reply) { service_->handle(r, reply); });
    ASSERT_TRUE(server) << sentence(server.error());
    server_ = std::move(*server);
  }
  void close_office() {
    if (server_) server_->stop();
    writer_.reset();
    service_.reset();
    server_.reset();
  }
  void start_link() {
    auto link = OfficeLink::start(*owner_, identity_, clock_, random_, {});
    ASSERT_TRUE(link);
    link_ = std::move(*link);
  }
  void start_book_link() {
    BookNews news;
    news.book = [this](std::shared_ptr<const reg::DoorBook> book) {
      const std::lock_guard lock(mutex_);
      book_ = std::move(book);
    };
    const std::string path = folder_ + "/door.book";
    auto link = BookLink::start(identity_, path, kept_book(path, identity_.key).book, news);
    ASSERT_TRUE(link);
    book_link_ = std::move(*link);
  }
  bool has_book_of(std::size_t pupils) {
    for (int i = 0; i < 2000; ++i) {
      {
        const std::lock_guard lock(mutex_);
        if (book_ && book_->pupils.size() == pupils) return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
  }
  void tap(int count) {
    for (int i = 0; i < count; ++i) {
      reg::Arrived arrived;
      arrived.pupil = PupilId(1 + i % 3);
      arrived.at.wall = instant("2026-01-12T08:41:00") + Millis{i};
      arrived.first_contact = arrived.at.wall;
      const auto written = owner_->ask([&](store::JournalFile& file) {
        return file.append(journal::draft_of(arrived, arrived.at.wall));
      });
      ASSERT_TRUE(written);
      link_->wake();
    }
  }
  std::uint64_t received() {
    return owner_->ask([](store::JournalFile& file) { return file.receipt(); });
  }
  bool reaches(std::uint64_t wanted) {
    for (int i = 0; i < 2000 && received() < wanted; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return received() == wanted;
  }

  std::string folder_;
  store::SiteRandom random_;
  store::SiteClock clock_;
  store::SiteClock office_clock_;
  journal::KioskIdentity identity_;
  std::unique_ptr<store::RegisterFile> register_;
  std::unique_ptr<store::JournalFile> journal_;
  std::unique_ptr<store::Owner<store::JournalFile>> owner_;
  std::unique_ptr<office::Writer> writer_;
  std::unique_ptr<office::KioskService> service_;
  std::unique_ptr<net::Server> server_;
  std::unique_ptr<OfficeLink> link_;
  std::unique_ptr<BookLink> book_link_;
  std::mutex mutex_;
  std::shared_ptr<const reg::DoorBook> book_;
};

TEST_F(OfficeLinkTest, every_tap_reaches_the_register_once) {
  open_office();
  start_link();
  tap(300);
  EXPECT_TRUE(reaches(300));
  link_.reset();
  close_office();
  EXPECT_EQ(register_->verify()->events, 300U);
}

TEST_F(OfficeLinkTest, the_door_book_comes_down_and_again_as_soon_as_the_school_changes) {
  start_book_link();  // before there is an office
  open_office();
  ASSERT_TRUE(has_book_of(3));
  const auto added = writer_->ask(
      [](store::Register& held) { return held.put_pupils({pupil_named("Dara", "Okafor", 4)}); });
  ASSERT_TRUE(added);
  service_->school_changed();
  EXPECT_TRUE(has_book_of(4));
  book_link_.reset();
  EXPECT_EQ(kept_book(folder_ + "/door.book", identity_.key).book->version, book_->version);
  EXPECT_EQ(kept_book(folder_ + "/door.book", journal::KioskKey{9}).book->version, 0U);
}

TEST_F(OfficeLinkTest, what_was_tapped_while_the_office_was_gone_comes_when_it_is_back) {
  start_link();
  tap(20);
  EXPECT_EQ(received(), 0U);
  open_office();
  EXPECT_TRUE(reaches(20));
  close_office();
  tap(5);
  open_office();
  EXPECT_TRUE(reaches(25));
  link_.reset();
  close_office();
  EXPECT_EQ(register_->verify()->events, 25U);
}

TEST_F(OfficeLinkTest, an_office_whose_clock_is_wrong_makes_no_tap_look_a_week_old_D51) {
  ClockOf2000 wrong;
  open_office(wrong);
  start_link();
  tap(10);
  ASSERT_TRUE(reaches(10));
  const auto gone = owner_->ask([this](store::JournalFile& file) {
    reg::DoorMoment now;
    now.wall = clock_.now().wall;
    (void)file.rest();
    return file.prune(now);
  });
  EXPECT_EQ(*gone, 0U);
}

TEST_F(OfficeLinkTest, an_office_set_back_beyond_what_the_kiosk_keeps_takes_the_taps_of_today_D51) {
  open_office();
  start_link();
  tap(10);
  ASSERT_TRUE(reaches(10));
  const auto gone = owner_->ask([this](store::JournalFile& file) {
    reg::DoorMoment later;
    later.wall = clock_.now().wall + hours(24 * 8);
    (void)file.rest();
    return file.prune(later);
  });
  ASSERT_EQ(*gone, 10U);
  close_office();
  auto older = store::RegisterFile::open(folder_ + "/older.db", random_);
  ASSERT_TRUE(older);
  ASSERT_TRUE((*older)->put_pupils(three_pupils()));
  ASSERT_EQ(*(*older)->enrol("Front door", identity_.key), 1U);
  register_ = std::move(*older);
  tap(2);
  open_office();
  EXPECT_TRUE(reaches(13));
  link_.reset();
  close_office();
  EXPECT_EQ(*register_->verify(), (store::VerifiedCount{0, 3, 1, 10}));
  EXPECT_NE((*register_->kiosks())[0].fault.find("Entries 1 to 10"), std::string::npos);
}

}  // namespace
}  // namespace handbell::kiosk
