// The site of the office's fixture behind the real gate, with a clock that a test sets.
#pragma once

#include "app/office/access/access_gate.h"
#include "app/office/access/access_routes.h"
#include "app/office/access/password.h"
#include "app/office/access/people_reader.h"
#include "app/office/access/totp.h"
#include "app/store/account_invitation.h"
#include "app/store/secret_code.h"

#include "../golden.h"
#include "../office_fixture.h"
#include <gmock/gmock.h>

#include <mutex>

namespace handbell::office {

/// What a browser keeps.
struct Browser {
  std::string peer = "127.0.0.1";
  std::map<std::string, std::string> cookies{};
  std::string token{};  ///< of the last page with a form
};

inline std::string between(const std::string& text, const std::string& from,
                           const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) return "";
  const auto begin = at + from.size();
  return text.substr(begin, text.find(to, begin) - begin);
}

class DoorTest : public OfficeTest {
 protected:
  static constexpr const char* kPassword = "brown+goats+climb";

  void SetUp() override {
    OfficeTest::SetUp();
    accounts_ = std::move(*store::Accounts::open(store::accounts_path(folder_)));
    sessions_ = std::move(*Sessions::open(*accounts_));
    auto people =
        PeopleReader::open(folder_ + "/register.db", random_, [this] { return clock_.at(); });
    ASSERT_TRUE(people);
    people_ = std::move(*people);
    access_ = std::make_unique<Access>(
        AccessParts{*accounts_, *sessions_, workers_, secrets_, [this] { return real(); },
                    [this] { return people_->people(); },
                    [this](const reg::StaffMember& member) {
                      return writer_->ask([member](store::Register& held) -> Status {
                        const auto put = held.put_staff({member});
                        return put ? Status() : fail(put.error());
                      });
                    },
                    [] { return PageFrame(); },
                    [this](const std::string& line) { log_ += line + "\n"; }, audit_.get()});
    door_ = std::make_unique<AccessGate>(*access_);
    behind_ = std::make_unique<OfficeSite>(
        SiteParts{*writer_,
                  *readers_,
                  *reader_,
                  *hub_,
                  *files_,
                  *door_,
                  *audit_,
                  [this] { return clock_.at(); },
                  [this](const std::string& line) { log_ += line + "\n"; },
                  [this] { hub_->changed(); },
                  false,
                  {},
                  access_routes(*access_)});
    auto server = net::Server::start({*net::Address::parse("unix:" + folder_ + "/door.sock")},
                                     [this](const net::Request& asked, const net::Reply& reply) {
                                       net::Request from = asked;
                                       from.peer = asked.header("x-peer");
                                       from.secure = asked.header("x-secure") == "yes";
                                       behind_->handle(from, reply);
                                     });
    ASSERT_TRUE(server);
    door_server_ = std::move(*server);
  }
  void TearDown() override {
    door_server_->stop();
    workers_.finish();
    OfficeTest::TearDown();
  }

  Moment real() {
    const std::lock_guard lock(clock_mutex_);
    return {at_, steady_, false};
  }
  void wait(Millis by) {
    const std::lock_guard lock(clock_mutex_);
    at_ = at_ + by;
    steady_ = steady_ + by;
  }

  void put_staff(const std::string& id, const std::string& name, const std::string& position,
                 std::vector<reg::Role> roles, std::vector<std::string> classes = {}) {
    const reg::StaffMember member{id, *NamePart::parse(name), *NamePart::parse(position),
                                  std::move(roles), std::move(classes)};
    ASSERT_TRUE(writer_->ask([member](store::Register& held) { return held.put_staff({member}); }));
  }
  /// As if the person had joined.
  void give_account(const std::string& id, const std::string& pin = "") {
    static const std::string kHash = hash_password("brown goats climb");
    store::Account account;
    account.staff = id;
    account.password = kHash;
    account.totp = secret_;
    if (!pin.empty()) account.pin = hash_password(pin);
    ASSERT_TRUE(accounts_->activate(account, {store::hash_of_code("AAAA-BBBB-CCCC-DDDD")}));
  }
  std::string code() { return totp_code(secret_, totp_step(real().wall)); }

  net::Response ask(Browser& browser, net::Request request) {
    request.headers["host"] = "127.0.0.1:8400";
    request.headers["x-peer"] = browser.peer;
    std::string cookies;
    for (const auto& [name, value] : browser.cookies) cookies += name + "=" + value + "; ";
    if (!cookies.empty()) request.headers["cookie"] = cookies;
    net::Client client(*net::Address::parse("unix:" + folder_ + "/door.sock"));
    const auto response = client.send(request, std::chrono::milliseconds(20'000));
    EXPECT_TRUE(response);
    if (!response) return {};
    keep(browser, *response);
    return *response;
  }
  static void keep(Browser& browser, const net::Response& response) {
    for (const auto& cookie : response.cookies) keep_cookie(browser, cookie);
    const auto token = between(response.body, "name=\"token\" value=\"", "\"");
    if (!token.empty()) browser.token = token;
  }
  static void keep_cookie(Browser& browser, const std::string& cookie) {
    const auto equals = cookie.find('=');
    const auto name = cookie.substr(0, equals);
    const auto value = cookie.substr(equals + 1, cookie.find(';') - equals - 1);
    if (value.empty()) {
      browser.cookies.erase(name);
    } else {
      browser.cookies[name] = value;
    }
  }
  net::Response page(Browser& browser, const std::string& path) {
    net::Request request;
    request.path = path;
    return ask(browser, request);
  }
  net::Response form(Browser& browser, const std::string& path, const std::string& body) {
    net::Request request;
    request.method = "POST";
    request.path = path;
    request.body = "token=" + browser.token + "&" + body;
    return ask(browser, request);
  }
  /// By password and app.
  void sign_in(Browser& browser, const std::string& name) {
    const auto first = form(browser, "/sign-in", "name=" + name + "&password=" + kPassword);
    ASSERT_EQ(first.status, 303) << first.body;
    ASSERT_EQ(first.headers.at("Location"), "/sign-in/code");
    const auto second = form(browser, "/sign-in/code", "code=" + code());
    ASSERT_EQ(second.status, 303) << second.body;
    ASSERT_EQ(second.headers.at("Location"), "/");
    (void)page(browser, "/account");
  }
  /// A classroom device of these classes.
  void enrol(Browser& browser, const std::vector<std::string>& classes) {
    ASSERT_TRUE(
        accounts_->add_device({"Owls' tablet", classes, "R Patel, Office manager",
                               store::hash_of_code("2222-3333"), real().wall + minutes(30)}));
    const auto done = form(browser, "/device", "code=2222+3333");
    ASSERT_EQ(done.status, 303) << done.body;
    ASSERT_EQ(done.headers.at("Location"), "/pin");
  }

  const Bytes secret_{'1', '2', '3', '4', '5', '6', '7', '8', '9', '0'};
  CountedRandom secrets_{7};
  std::mutex clock_mutex_;
  Instant at_{1'800'000'000'000};
  Steady steady_{1'000'000};
  std::unique_ptr<store::Accounts> accounts_;
  std::unique_ptr<Sessions> sessions_;
  std::unique_ptr<PeopleReader> people_;
  PasswordWorkers workers_;
  std::unique_ptr<Access> access_;
  std::unique_ptr<AccessGate> door_;
  std::unique_ptr<OfficeSite> behind_;
  std::unique_ptr<net::Server> door_server_;
};

}  // namespace handbell::office
