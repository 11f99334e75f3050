// Who sits at the office's own machine says who it is; nobody else gets a page.
#include "app/office/web/local_gate.h"

#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The site of the fixture behind the real gate.
class LocalPerson : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    local_ = std::make_unique<LocalGate>("t0ken", [] { return PageFrame(); });
    parts_gate_ = std::make_unique<OfficeSite>(SiteParts{
        *writer_, *readers_, *reader_, *hub_, *files_, *local_, *audit_,
        [this] { return clock_.at(); }, [this](const std::string& line) { log_ += line + "\n"; },
        [this] { hub_->changed(); }, false});
    auto server = net::Server::start({*net::Address::parse("unix:" + folder_ + "/local.sock")},
                                     [this](const net::Request& asked, const net::Reply& reply) {
                                       net::Request from = asked;
                                       from.peer = peer_;
                                       parts_gate_->handle(from, reply);
                                     });
    ASSERT_TRUE(server);
    local_server_ = std::move(*server);
  }
  void TearDown() override {
    local_server_->stop();
    local_server_.reset();
    OfficeTest::TearDown();
  }
  net::Response ask(net::Request request) {
    request.headers["host"] = "127.0.0.1:8400";
    if (!cookie_.empty()) request.headers["cookie"] = cookie_;
    net::Client client(*net::Address::parse("unix:" + folder_ + "/local.sock"));
    const auto response = client.send(request, std::chrono::milliseconds(10'000));
    EXPECT_TRUE(response);
    return response ? *response : net::Response{};
  }
  net::Response page(const std::string& path) {
    net::Request request;
    request.path = path;
    return ask(request);
  }
  net::Response form(const std::string& path, const std::string& body) {
    net::Request request;
    request.method = "POST";
    request.path = path;
    request.body = "token=t0ken&" + body;
    return ask(request);
  }
  void become(const std::string& body) {
    const auto done = form("/sign-in", body);
    ASSERT_EQ(done.status, 303);
    const auto set = done.headers.contains("Set-Cookie") ? done.headers.at("Set-Cookie") : "";
    ASSERT_THAT(set, HasSubstr("HttpOnly; SameSite=Strict"));
    cookie_ = set.substr(0, set.find(';'));
  }

  std::string peer_ = "127.0.0.1";
  std::string cookie_;
  std::unique_ptr<LocalGate> local_;
  std::unique_ptr<OfficeSite> parts_gate_;
  std::unique_ptr<net::Server> local_server_;
};

TEST_F(LocalPerson, is_asked_for_name_and_position_before_anything_else) {
  const auto first = page("/today");
  EXPECT_EQ(first.status, 303);
  EXPECT_EQ(first.headers.at("Location"), "/sign-in");
  EXPECT_THAT(page("/sign-in").body, HasSubstr("Who are you?"));
  for (const char* body :
       {"name=&position=Office", "name=R+Patel&position=++", "name=a%01&position=x"}) {
    const auto refused = form("/sign-in", body);
    EXPECT_EQ(refused.status, 422) << body;
    EXPECT_THAT(refused.body, HasSubstr("There is a problem")) << body;
  }
  EXPECT_THAT(form("/sign-in", "name=%3Cb%3E&position=").body, HasSubstr("value=\"&lt;b&gt;\""));
}

TEST_F(LocalPerson, signs_what_is_entered_and_leaves_by_signing_out) {
  tap(1, "2026-01-12T08:52:10", "L");
  become("name=R+Patel&position=Office+manager");
  EXPECT_THAT(page("/today").body, HasSubstr("R Patel, Office manager"));
  EXPECT_EQ(form("/accept", "one=2026-01-12.am.1.L.17").status, 303);
  ASSERT_EQ(marks().size(), 1U);
  EXPECT_EQ(marks().front().what.by.text(), "R Patel, Office manager");
  EXPECT_THAT(form("/sign-out", "").headers.at("Set-Cookie"), HasSubstr("Max-Age=0"));
}

TEST_F(LocalPerson, may_do_what_the_position_or_the_staff_list_says) {
  become("name=J+Okoro&position=Class+teacher");
  EXPECT_EQ(page("/today").status, 404);
  become("name=S+Ahmed&position=Headteacher");
  EXPECT_EQ(page("/today").status, 200);
  cookie_ = "handbell-person=zz.1";
  EXPECT_EQ(page("/today").status, 303) << "a cookie of somebody's own making";
}

TEST_F(LocalPerson, from_another_machine_gets_no_page_whatever_the_cookie_says) {
  tap(1, "2026-01-12T08:52:10", "L");
  become("name=R+Patel&position=Office");
  for (const char* peer : {"192.168.1.7", "::ffff:192.168.1.7", "2001:db8::7"}) {
    peer_ = peer;
    for (const char* path : {"/today", "/sign-in", "/today/live", "/pupils"}) {
      const auto refused = page(path);
      EXPECT_EQ(refused.status, 403) << peer << " " << path;
      EXPECT_THAT(refused.body, Not(HasSubstr("Amira")));
    }
    EXPECT_EQ(form("/accept", "one=2026-01-12.am.1.L.17").status, 403);
  }
  EXPECT_TRUE(marks().empty());
  peer_ = "::ffff:127.0.0.1";
  EXPECT_EQ(page("/today").status, 200);
}

}  // namespace
}  // namespace handbell::office
