// What browsers get from the office, over a real socket.
#include "app/office/web/browser_guard.h"

#include "office_fixture.h"
#include <boost/asio.hpp>
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Site : public OfficeTest {};

TEST_F(Site, the_page_is_whole_strict_and_kept_by_nobody) {
  tap(1, "2026-01-12T08:52:10", "L");
  for (const char* path : {"/today", "/today?on=2026-01-12"}) {
    const auto page = get(path);
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("Amira Khan"));
    EXPECT_THAT(page.headers.at("Content-Security-Policy"), HasSubstr("default-src 'none'"));
    EXPECT_EQ(page.headers.at("Cache-Control"), "no-store");
    EXPECT_EQ(page.headers.at("X-Content-Type-Options"), "nosniff");
  }
  EXPECT_THAT(get("/today/fragment").body, HasSubstr("accept-am-1"));
  EXPECT_EQ(get("/healthz").body, "ready\n");
  EXPECT_EQ(get("/nothing").status, 404);
  EXPECT_EQ(get("/today?on=2026-02-30").status, 404);
  EXPECT_EQ(log_, "");
}

TEST_F(Site, one_proposal_becomes_an_entry_with_all_five_items) {
  tap(1, "2026-01-12T08:52:10", "L");
  tap(2, "2026-01-12T08:53:10", "L");
  const auto done = post("/accept", "one=2026-01-12.am.1.L.17&day=2026-01-12");
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(done.headers.at("Location"), "/today");
  EXPECT_THAT(get("/today").body, HasSubstr("1 mark was accepted.</p>"));
  EXPECT_THAT(get("/today").body, Not(HasSubstr("1 mark was accepted."))) << "said once";
  ASSERT_EQ(marks().size(), 1U);
  const auto mark = marks().front();
  EXPECT_EQ(mark.what.pupil, PupilId(1));
  EXPECT_EQ(mark.what.code, reg::code_of("L"));
  EXPECT_EQ(mark.what.by.text(), "R Patel, Office");
  EXPECT_THAT(mark.what.reason, HasSubstr("arrived 8:52"));
  EXPECT_EQ(mark.at, clock_.at());
  EXPECT_EQ(view().waiting.size(), 1U);
}

TEST_F(Site, what_was_done_is_said_to_the_person_and_to_no_page_that_asks_by_itself) {
  tap(1, "2026-01-12T08:52:10", "L");
  EXPECT_EQ(post("/accept", "one=2026-01-12.am.1.L.17&day=2026-01-12").status, 303);
  net::Request following;  // the page that the form stood on hears of the write and fetches itself
  following.path = "/today";
  following.headers["X-Handbell-Live"] = "1";
  EXPECT_THAT(send(following).body, Not(HasSubstr("1 mark was accepted.")));
  EXPECT_THAT(get("/today").body, HasSubstr("1 mark was accepted.</p>"));
}

TEST_F(Site, all_are_those_that_the_page_showed_and_never_conflicts) {
  tap(1, "2026-01-12T08:52:10", "L");
  tap(2, "2026-01-12T08:53:10", "L");
  enter(2, "/", "seen in class");
  tap(3, "2026-01-12T08:54:10", "L");  // came after the page was shown
  const auto done = post("/accept", "all=yes&seen=2026-01-12.am.1.L.17&seen=2026-01-12.am.2.L.18");
  EXPECT_EQ(done.headers.at("Location"), "/today");
  EXPECT_EQ(marks().size(), 2U) << "the teacher's and one accepted";
  EXPECT_EQ(view().waiting.size(), 1U);
  EXPECT_EQ(view().conflicts.size(), 1U);
  EXPECT_THAT(get("/today").body,
              HasSubstr("1 mark was accepted. 1 proposal had changed meanwhile"));
}

TEST_F(Site, what_changed_since_it_was_seen_is_left) {
  tap(1, "2026-01-12T08:52:10", "L");
  tap(1, "2026-01-12T08:45:00", "L");  // another kiosk's entry comes late and is earlier
  const auto done = post("/accept", "one=2026-01-12.am.1.L.17");
  EXPECT_EQ(done.status, 303);
  EXPECT_THAT(get("/today").body, HasSubstr("1 proposal had changed meanwhile"));
  EXPECT_TRUE(marks().empty());
}

TEST_F(Site, accepting_twice_writes_once) {
  tap(1, "2026-01-12T08:52:10", "L");
  const std::string form = "one=2026-01-12.am.1.L.17";
  EXPECT_EQ(post("/accept", form).status, 303);
  EXPECT_EQ(post("/accept", form).status, 303);
  EXPECT_EQ(post("/accept", "one=nonsense").status, 303);
  EXPECT_EQ(marks().size(), 1U);
}

TEST_F(Site, an_entry_is_signed_by_whoever_signed_in_whatever_the_form_says) {
  tap(1, "2026-01-12T08:52:10", "L");
  gate_.become("S Ahmed", "Headteacher", {reg::Role::head});
  post("/accept", "by-name=R+Patel&by-position=Office&one=2026-01-12.am.1.L.17");
  ASSERT_EQ(marks().size(), 1U);
  EXPECT_EQ(marks().front().what.by.text(), "S Ahmed, Headteacher");
}

TEST_F(Site, who_is_not_signed_in_is_sent_to_the_gate_and_changes_nothing) {
  tap(1, "2026-01-12T08:52:10", "L");
  gate_.visitor.reset();
  for (const char* path : {"/", "/today", "/today/fragment", "/nothing"}) {
    const auto sent = get(path);
    EXPECT_EQ(sent.status, 303) << path;
    EXPECT_EQ(sent.headers.at("Location"), "/sign-in");
    EXPECT_EQ(sent.body, "");
  }
  EXPECT_EQ(post("/accept", "one=2026-01-12.am.1.L.17").headers.at("Location"), "/sign-in");
  EXPECT_EQ(get("/today/live").status, 403);
  EXPECT_EQ(get("/healthz").body, "ready\n");
  EXPECT_TRUE(marks().empty());
}

TEST_F(Site, a_page_without_the_role_is_not_there) {
  gate_.become("N Iqbal", "Technician", {reg::Role::technician});
  const auto missing = get("/nothing");
  EXPECT_EQ(missing.status, 404);
  EXPECT_EQ(get("/today").body, missing.body);
  EXPECT_EQ(get("/today/live").status, 403);
  EXPECT_EQ(post("/accept", "").status, 404);
  gate_.become("R Patel", "Office", {reg::Role::office});
  EXPECT_EQ(get("/").headers.at("Location"), "/today");
}

TEST_F(Site, a_form_without_the_persons_own_token_changes_nothing) {
  tap(1, "2026-01-12T08:52:10", "L");
  net::Request asked;
  asked.method = "POST";
  asked.path = "/accept";
  for (const char* token : {"", "token=&", "token=another&"}) {
    asked.body = std::string(token) + "one=2026-01-12.am.1.L.17";
    EXPECT_EQ(send(asked).status, 403);
  }
  EXPECT_TRUE(marks().empty());
}

TEST_F(Site, an_earlier_day_is_accepted_on_its_own_page) {
  tap(1, "2026-01-12T08:52:10", "L");
  clock_.set("2026-01-13T08:10:00");
  const std::string form = "one=2026-01-12.am.1.L.17&day=2026-01-12";
  const auto done = post("/accept", "" + form);
  EXPECT_EQ(done.headers.at("Location"), "/today?on=2026-01-12");
  EXPECT_EQ(post("/accept", "day=2026-01-12").headers.at("Location"), "/today?on=2026-01-12");
  EXPECT_EQ(post("/accept", "day=%0d%0aX:1").headers.at("Location"), "/today");
}

TEST_F(Site, a_request_of_another_site_changes_nothing) {
  tap(1, "2026-01-12T08:52:10", "L");
  const std::string form = "one=2026-01-12.am.1.L.17";
  EXPECT_EQ(post("/accept", form, {{"sec-fetch-site", "cross-site"}}).status, 403);
  EXPECT_EQ(post("/accept", form, {{"sec-fetch-site", "none"}}).status, 403);
  EXPECT_EQ(post("/accept", form, {{"origin", "http://elsewhere.example"}}).status, 403);
  EXPECT_EQ(post("/accept", form, {{"origin", "null"}}).status, 403);
  net::Request asked;
  asked.path = "/accept";
  EXPECT_EQ(send(asked).status, 404);
  asked = {};
  asked.method = "POST";
  asked.path = "/today";
  EXPECT_EQ(send(asked).status, 404);
  EXPECT_TRUE(marks().empty());
  EXPECT_EQ(post("/accept", form, {{"origin", "http://127.0.0.1:8400"}}).status, 303);
}

TEST_F(Site, a_name_that_somebody_else_pointed_at_us_reads_nothing) {
  net::Request asked;
  asked.path = "/today";
  asked.headers["host"] = "evil.example:8400";
  EXPECT_EQ(send(asked).status, 421);
  for (const char* host : {"127.0.0.1", "localhost:8400", "[::1]:8400"}) {
    EXPECT_TRUE(is_local_host(host)) << host;
  }
  for (const char* host : {"", "127.0.0.1.evil.example", "localhost.evil", "[::1].evil", "[::2]"}) {
    EXPECT_FALSE(is_local_host(host)) << host;
  }
}

TEST_F(Site, is_found_under_the_names_of_its_certificate_and_no_others) {
  const std::vector<std::string> names{"office.oak.lan", "192.168.1.20", "2001:db8::1"};
  for (const char* host : {"office.oak.lan", "Office.Oak.LAN:8400", "192.168.1.20:8400",
                           "[2001:db8::1]:8400", "[2001:db8::1]"}) {
    EXPECT_TRUE(is_named_host(host, names)) << host;
  }
  for (const char* host : {"", ":8400", "oak.lan", "a.office.oak.lan", "office.oak.lan.evil",
                           "192.168.1.2", "[2001:db8::2]", "office.oak.lan:8400:1"}) {
    EXPECT_FALSE(is_named_host(host, names)) << host;
  }
  net::Request form;
  form.secure = true;
  form.headers = {{"host", "office.oak.lan"}, {"origin", "http://office.oak.lan"}};
  EXPECT_FALSE(is_from_our_page(form)) << "a page that somebody could have changed on the way";
  form.headers["origin"] = "https://office.oak.lan";
  EXPECT_TRUE(is_from_our_page(form));
}

TEST_F(Site, files_are_kept_for_ever_by_what_they_hold) {
  const auto page = get("/today").body;
  const auto at = page.find("/web/office.css?v=");
  ASSERT_NE(at, std::string::npos);
  const auto address = page.substr(at, page.find('"', at) - at);
  const auto style = get(address);
  EXPECT_EQ(style.body, "body { color: red }");
  EXPECT_EQ(style.content_type, "text/css; charset=utf-8");
  EXPECT_THAT(style.headers.at("Cache-Control"), HasSubstr("immutable"));
  const auto plain = get("/web/office.css");
  EXPECT_EQ(plain.headers.at("Cache-Control"), "no-cache");
  net::Request again;
  again.path = "/web/office.css";
  again.headers["if-none-match"] = plain.headers.at("ETag");
  EXPECT_EQ(send(again).status, 304);
  EXPECT_EQ(get("/web/../register.db").status, 404);
  EXPECT_EQ(get("/web/%2e%2e/register.db").status, 404);
  EXPECT_EQ(get("/web/").status, 404);
  EXPECT_FALSE(WebFiles::load(folder_ + "/nowhere"));
}

TEST_F(Site, what_goes_wrong_is_answered_with_a_number_and_logged) {
  {
    SQLite::Database raw(folder_ + "/register.db", SQLite::OPEN_READWRITE);
    raw.exec("UPDATE pupil SET year_group = 'secret'");
  }
  const auto page = get("/today");
  EXPECT_EQ(page.status, 500);
  EXPECT_THAT(page.body, HasSubstr("fault 1 in the office"));
  EXPECT_THAT(page.body, Not(HasSubstr("register.db")));
  EXPECT_THAT(log_, HasSubstr("fault 1 at GET /today: "));
  EXPECT_EQ(get("/healthz").status, 503);
}

/// What a browser hears on `page`, until `word` has come.
std::string hear(const std::string& socket, const std::string& word,
                 const std::function<void()>& meanwhile, const std::string& page = "/today/live") {
  namespace asio = boost::asio;
  asio::io_context io;
  asio::local::stream_protocol::socket line(io);
  line.connect(asio::local::stream_protocol::endpoint(socket));
  asio::write(line, asio::buffer("GET " + page + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  std::string heard;
  bool told = false;
  while (heard.find(word) == std::string::npos) {
    std::array<char, 8192> part{};
    const auto got = line.read_some(asio::buffer(part));
    heard.append(part.data(), got);
    if (!told && heard.find("event: ") != std::string::npos) {
      told = true;
      meanwhile();
    }
  }
  return heard;
}

TEST_F(Site, everybody_who_looks_hears_of_a_change) {
  const auto heard = hear(folder_ + "/page.sock", "Ben Ross", [this] {
    tap(1, "2026-01-12T08:52:10", "L");
    hub_->changed();
    tap(2, "2026-01-12T08:53:10", "L");
    hub_->changed();
  });
  EXPECT_THAT(heard, HasSubstr("Content-Type: text/event-stream"));
  EXPECT_THAT(heard, HasSubstr("Nobody has come late so far"));
}

TEST_F(Site, whoever_looks_at_another_page_hears_that_something_changed_and_not_what) {
  const auto heard = hear(
      folder_ + "/page.sock", "event: changed",
      [this] {
        tap(1, "2026-01-12T08:52:10", "L");
        hub_->changed();
      },
      "/live");
  EXPECT_THAT(heard, Not(HasSubstr("Amira")));
}

TEST_F(Site, whoever_is_signed_out_meanwhile_hears_that_and_nothing_else) {
  for (const char* page : {"/today/live", "/live"}) {
    gate_.signed_in = true;
    const auto heard = hear(
        folder_ + "/page.sock", "event: ended",
        [this] {
          gate_.signed_in = false;
          tap(1, "2026-01-12T08:52:10", "L");
          hub_->changed();
        },
        page);
    const auto first = heard.find("event: ");
    const auto second = heard.find("event: ", first + 1);
    EXPECT_EQ(heard.substr(second, 12), "event: ended") << page << ": nothing came before it";
  }
}

TEST_F(Site, nobody_hears_of_changes_without_signing_in) {
  gate_.visitor.reset();
  EXPECT_EQ(get("/live").status, 303);
}

TEST_F(Site, what_changes_by_itself_is_heard_too) {
  tap(1, "2026-01-12T08:30:00");
  hear(folder_ + "/page.sock", "Not heard", [this] { clock_.forward(minutes(5)); });
}

}  // namespace
}  // namespace handbell::office
