// Who may what: every address of the office, asked by every role and by nobody.
//
// The table stands in assets/docs/roles.md, so that a head can read it; HANDBELL_WRITE=1 writes it
// anew, and git shows what changed. A route that is not in it, or with other roles, fails here.
#include "whole_office_fixture.h"
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <set>

namespace handbell::office {
namespace {

using reg::Role;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kTable = HANDBELL_SOURCE "/assets/docs/roles.md";

std::string role_table(const Routes& routes) {
  std::string text =
      "# Who may open what\n\n"
      "Every address of the office's page. What is not ticked is answered as if it were not there. "
      "A "
      "class teacher sees the own class alone, a governor no name.\n\n"
      "| address | |";
  for (const auto role : reg::kRoles) text += fmt::format(" {} |", reg::text_of(role));
  text += "\n|---|---|";
  for (std::size_t i = 0; i < reg::kRoles.size(); ++i) text += "---|";
  text += "\n";
  for (const auto& route : routes) {
    text += fmt::format("| {} | {} |", route.path, route.method == "GET" ? "see" : "do");
    for (const auto role : reg::kRoles) {
      const bool may = std::ranges::find(route.roles, role) != route.roles.end();
      text += may ? " ✓ |" : "  |";
    }
    text += "\n";
  }
  return text;
}

class Roles : public WholeOfficeTest {
 protected:
  net::Response ask(const Route& route) {
    return route.method == "GET" ? get(route.path) : post(route.path, "x=1");
  }
};

TEST_F(Roles, the_table_is_the_one_that_a_head_can_read) {
  const std::string table = role_table(site_->routes());
  if (std::getenv("HANDBELL_WRITE") != nullptr) std::ofstream(kTable) << table;
  std::ifstream file(kTable);
  const std::string held{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(table, held) << "look whether that is meant, then write it with HANDBELL_WRITE=1";
}

TEST_F(Roles, nobody_who_did_not_sign_in_gets_any_answer_but_the_way_to_sign_in) {
  gate_.visitor.reset();
  for (const auto& route : site_->routes()) {
    const auto answer = ask(route);
    EXPECT_EQ(answer.status, 303) << route.method << " " << route.path;
    EXPECT_EQ(answer.headers.at("Location"), "/sign-in") << route.path;
  }
}

TEST_F(Roles, whoever_lacks_the_role_is_answered_as_if_it_were_not_there) {
  for (const auto role : reg::kRoles) {
    gate_.become("S Else", "Somebody", {role}, {"Owls"});
    const auto nothing = get("/no-such-page");
    for (const auto& route : site_->routes()) {
      const bool may = std::ranges::find(route.roles, role) != route.roles.end();
      if (may) continue;
      const auto answer = ask(route);
      EXPECT_EQ(answer.status, 404) << reg::text_of(role) << " " << route.path;
      if (route.method == "GET") {
        EXPECT_EQ(answer.body, nothing.body) << route.path;
      }
    }
  }
}

TEST_F(Roles, whoever_has_the_role_is_answered_by_the_page_itself) {
  for (const auto role : reg::kRoles) {
    gate_.become("S Else", "Somebody", {role}, {"Owls"});
    for (const auto& route : site_->routes()) {
      const bool may = std::ranges::find(route.roles, role) != route.roles.end();
      if (!may || route.method != "GET") continue;
      // Without its question a page may say that there is no such child; it never fails.
      EXPECT_THAT(ask(route).status, AnyOf(200, 303, 404, 422))
          << reg::text_of(role) << " " << route.path << log_;
    }
  }
}

TEST_F(Roles, what_changes_something_asks_for_the_token_of_the_own_page) {
  gate_.become("S Else", "Somebody", {reg::kRoles.begin(), reg::kRoles.end()});
  for (const auto& route : site_->routes()) {
    if (route.method != "POST") continue;
    net::Request request;
    request.method = "POST";
    request.path = route.path;
    request.body = "token=another";
    EXPECT_EQ(send(request).status, 403) << route.path;
  }
}

TEST_F(Roles, no_page_that_a_governor_or_technician_may_open_names_a_child) {
  std::set<std::string> names;
  for (const auto& pupil : three_pupils()) {
    names.insert(pupil.forename.text());
    names.insert(pupil.surname.text());
  }
  for (const auto role : {Role::governor, Role::technician}) {
    gate_.become("G Else", "Somebody", {role});
    for (const auto& route : site_->routes()) {
      if (route.method != "GET") continue;
      const auto body = ask(route).body;
      for (const auto& name : names) EXPECT_THAT(body, Not(HasSubstr(name))) << route.path;
    }
  }
}

TEST_F(Roles, a_teacher_who_asks_for_another_classs_child_by_number_gets_nothing) {
  gate_.become("J Okoro", "Class teacher", {Role::teacher}, {"Owls"});
  // Number 3 is in Ducklings.
  for (const auto& route : site_->routes()) {
    const auto answer = route.method == "GET"
                            ? get(route.path + "?pupil=3&id=3&child=3&change=3&class=Ducklings")
                            : post(route.path, "pupil=3&id=3&child=3&seen=3&class=Ducklings");
    if (route.path.starts_with("/roll-call")) continue;  // in a fire every class is everybody's
    EXPECT_THAT(answer.body, Not(HasSubstr("Cara"))) << route.method << " " << route.path;
    EXPECT_THAT(answer.body, Not(HasSubstr("Lewis"))) << route.method << " " << route.path;
  }
}

}  // namespace
}  // namespace handbell::office
