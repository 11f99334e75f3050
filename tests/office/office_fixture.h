// An office for tests: a real register file, its writer, the page's own connection, and a server
// on a socket of a folder that goes away.
#pragma once

#include "app/net/client.h"
#include "app/office/office_site.h"

#include "counted_random.h"
#include "paper_enroller.h"
#include "small_school.h"
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>

namespace handbell::office {

class SettableClock final : public Clock {
 public:
  Moment now() override { return {at(), Steady{1}, true}; }
  [[nodiscard]] Instant at() const { return at_; }
  void set(const char* local) { at_ = instant(local); }
  void forward(Millis by) { at_ = at() + by; }

 private:
  std::atomic<Instant> at_{instant("2026-01-12T09:10:00")};
};

/// Whoever asks is the person that the test names.
class TestGate final : public Gate {
 public:
  [[nodiscard]] Admission admit(const net::Request&, const reg::Staff&, Instant) override {
    if (!visitor) return {};
    return {visitor, "session"};
  }
  [[nodiscard]] bool is_signed_in(const net::Request&) override { return signed_in; }
  [[nodiscard]] bool answers(const net::Request&, const net::Reply&) override { return false; }
  void become(const char* name, const char* position, std::vector<reg::Role> roles,
              std::vector<std::string> classes = {}) {
    visitor = Visitor{"", *reg::Author::from(name, position), std::move(roles), std::move(classes),
                      "t0ken"};
  }

  std::optional<Visitor> visitor;
  std::atomic<bool> signed_in = true;  ///< asked from the hub's thread
};

class OfficeTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "handbell-page-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    fill_register();
    write("web/office.css", "body { color: red }");
    write("web/office.js", "start()");
    auto files = WebFiles::load(folder_ + "/web");
    ASSERT_TRUE(files) << sentence(files.error());
    files_ = std::make_unique<WebFiles>(std::move(*files));
    auto reader = TodayReader::open(folder_ + "/register.db", random_, clock_, false);
    ASSERT_TRUE(reader) << sentence(reader.error());
    reader_ = std::move(*reader);
    hub_ = std::make_unique<LiveHub>(*reader_);
    writer_ = std::make_unique<Writer>(
        *register_, [this](store::Register&) { (void)register_->rest(); },
        [this](const auto& parts) { return register_->together(parts); });
    auto audit = store::AuditFile::open(folder_ + "/audit.db", random_);
    ASSERT_TRUE(audit) << sentence(audit.error());
    audit_file_ = std::move(*audit);
    audit_ = std::make_unique<AuditLog>(*audit_file_,
                                        [this](const std::string& line) { log_ += line + "\n"; });
    auto readers = Readers::open(folder_ + "/register.db", random_);
    ASSERT_TRUE(readers) << sentence(readers.error());
    readers_ = std::move(*readers);
    gate_.become("R Patel", "Office", {reg::Role::office});
    site_ = std::make_unique<OfficeSite>(SiteParts{
        *writer_,
        *readers_,
        *reader_,
        *hub_,
        *files_,
        gate_,
        *audit_,
        [this] { return clock_.at(); },
        [this](const std::string& line) { log_ += line + "\n"; },
        [this] { hub_->changed(); },
        rehearsal_,
        {},
        {},
        {folder_ + "/register.db", "unix:/run/handbell/kiosk.sock", &random_, &enroller_, &desk_}});
    auto server = net::Server::start({*net::Address::parse("unix:" + folder_ + "/page.sock")},
                                     [this](const net::Request& asked, const net::Reply& reply) {
                                       site_->handle(asked, reply);
                                     });
    ASSERT_TRUE(server) << sentence(server.error());
    server_ = std::move(*server);
  }

  void TearDown() override {
    server_->stop();
    readers_->finish();
    writer_.reset();
    hub_.reset();
    site_.reset();
    server_.reset();
    readers_.reset();
    audit_.reset();
    audit_file_.reset();
    reader_.reset();
    register_.reset();
    std::filesystem::remove_all(folder_);
  }

  void fill_register() {
    auto file = store::RegisterFile::open(folder_ + "/register.db", random_);
    ASSERT_TRUE(file) << sentence(file.error());
    register_ = std::move(*file);
    ASSERT_TRUE(register_->name_school("Oak Lane"));
    ASSERT_TRUE(register_->put_pupils(three_pupils()));
    ASSERT_TRUE(register_->put_periods(one_year()));
    ASSERT_TRUE(register_->put_times(reg::policy_times(on("2025-09-01"))));
    ASSERT_TRUE(register_->enrol("Front door", key_));
  }

  void write(const std::string& name, const std::string& text) const {
    const auto path = std::filesystem::path(folder_) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }

  /// A child comes to the door, and the office has it.
  void tap(int pupil, const char* at, const char* code = nullptr) {
    const auto proposal =
        code == nullptr ? std::nullopt : std::optional<reg::Code>(reg::code_of(code));
    const auto seq = door_.tap(PupilId(pupil), instant(at), proposal).seq;
    deliver(seq);
  }
  void deliver(std::uint64_t from) {
    const auto answer = writer_->ask(
        [&](store::Register& held) { return held.apply(door_.message(from), clock_.at()); });
    ASSERT_TRUE(answer) << sentence(answer.error());
    ASSERT_EQ(answer->fault, "");
  }
  void enter(int pupil, const char* code, const char* reason) {
    const auto by = reg::Author::from("J Okoro", "Class teacher");
    const auto done = writer_->ask([&](store::Register& held) {
      return held.enter({{PupilId(pupil),
                          {on("2026-01-12"), Half::am},
                          reg::code_of(code),
                          std::nullopt,
                          std::nullopt,
                          reason,
                          "Class teacher",
                          *by}},
                        clock_.at());
    });
    ASSERT_TRUE(done) << sentence(done.error());
  }
  TodayView view() {
    const auto page = reader_->today();
    EXPECT_TRUE(page);
    return (*page)->view;
  }
  std::vector<reg::Mark> marks() {
    return *writer_->ask([](store::Register& held) {
      return held.marks({on("2026-01-12"), Half::am});
    });
  }

  net::Response send(net::Request request) {
    request.headers.try_emplace("host", "127.0.0.1:8400");
    net::Client client(*net::Address::parse("unix:" + folder_ + "/page.sock"));
    const auto response = client.send(request, std::chrono::milliseconds(10'000));
    EXPECT_TRUE(response) << sentence(response.error());
    return response ? *response : net::Response{0, "", "", {}};
  }
  net::Response get(const std::string& target) {
    net::Request request;
    request.path = target;
    return send(request);
  }
  /// As a form of our own page that this person was shown.
  net::Response post(const std::string& path, const std::string& form,
                     const std::map<std::string, std::string>& headers = {}) {
    net::Request request;
    request.method = "POST";
    request.path = path;
    request.headers = headers;
    request.body = "token=t0ken&" + form;
    return send(request);
  }

  CountedRandom random_;
  testing_support::PaperEnroller enroller_;
  Steady desk_clock_{1};  ///< of the desk's readers
  CardDesk desk_{[this] { return desk_clock_; }, [this] { hub_->pages_changed(); }};
  bool rehearsal_ = false;  ///< set before SetUp()
  SettableClock clock_;
  journal::KioskKey key_{4, 2};
  PaperKiosk door_{1, 0xA1};
  std::string folder_;
  std::string log_;
  std::unique_ptr<store::RegisterFile> register_;
  std::unique_ptr<WebFiles> files_;
  std::unique_ptr<TodayReader> reader_;
  std::unique_ptr<Readers> readers_;
  std::unique_ptr<store::AuditFile> audit_file_;
  std::unique_ptr<AuditLog> audit_;
  TestGate gate_;
  std::unique_ptr<LiveHub> hub_;
  std::unique_ptr<Writer> writer_;
  std::unique_ptr<OfficeSite> site_;
  std::unique_ptr<net::Server> server_;
};

}  // namespace handbell::office
