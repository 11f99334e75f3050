// Every link and form of every page, as every role: none leads where its reader may not go.
#include "some_case.h"
#include "whole_office_fixture.h"
#include <fmt/format.h>

#include <deque>
#include <set>

namespace handbell::office {
namespace {

using reg::Role;

class Links : public WholeOfficeTest {
 protected:
  void SetUp() override {
    WholeOfficeTest::SetUp();
    for (const char* day : {"2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09"}) {
      missed(1, day, "G");
      missed(3, day, "N");
    }
    tap(2, "2026-01-12T08:41:30", "L");
    enter(1, "O", "not here");
    const reg::Contact mother{PupilId(1), 1, *NamePart::parse("Nadia Khan"), "mother", true, {}, {},
                              true,       ""};
    ASSERT_TRUE(writer_->ask([&](store::Register& held) -> Status {
      if (auto put = held.put_contacts({mother}); !put) return fail(put.error());
      const auto noted = held.write_case(one_of_each_case_note(), clock_.at());
      return noted ? Status() : fail(noted.error());
    }));
  }
  void missed(int pupil, const char* day, const char* code) {
    std::vector<reg::MarkDraft> drafts;
    for (const Half half : {Half::am, Half::pm}) {
      drafts.push_back({PupilId(pupil),
                        {on(day), half},
                        reg::code_of(code),
                        {},
                        {},
                        "register",
                        "Class teacher",
                        *reg::Author::parse("J Okoro, Class teacher")});
    }
    ASSERT_TRUE(
        writer_->ask([&](store::Register& held) { return held.enter(drafts, clock_.at()); }));
  }

  static std::string plain(std::string address) {
    for (auto at = address.find("&amp;"); at != std::string::npos; at = address.find("&amp;")) {
      address.replace(at, 5, "&");
    }
    return address.substr(0, address.find('#'));
  }
  static bool is_for(const Route& route, Role role) {
    return std::ranges::find(route.roles, role) != route.roles.end();
  }
  /// Where a form is sent to, and how.
  static std::set<std::pair<std::string, std::string>> forms_of(const std::string& page) {
    std::set<std::pair<std::string, std::string>> found;
    for (auto at = page.find("<form"); at != std::string::npos; at = page.find("<form", at + 1)) {
      const auto tag = page.substr(at, page.find('>', at) - at);
      const auto action = plain(between(tag, "action=\"", "\""));
      const bool posts = tag.find("method=\"post\"") != std::string::npos;
      found.emplace(posts ? "POST" : "GET", action.substr(0, action.find('?')));
    }
    return found;
  }
  /// What stands on every page belongs to nobody: signing out.
  bool may_send(const std::pair<std::string, std::string>& form, Role role) {
    if (form.second == "/sign-out") return true;
    return std::ranges::any_of(site_->routes(), [&](const Route& route) {
      return route.method == form.first && route.path == form.second && is_for(route, role);
    });
  }
  /// Inside this site, without the page's own files.
  static std::set<std::string> links_of(const std::string& page) {
    constexpr std::string_view kBegin = "href=\"/";
    std::set<std::string> found;
    for (auto at = page.find(kBegin); at != std::string::npos; at = page.find(kBegin, at + 1)) {
      const auto from = at + kBegin.size() - 1;
      const auto address = plain(page.substr(from, page.find('"', from) - from));
      if (!address.empty() && !address.starts_with("/web/")) found.insert(address);
    }
    return found;
  }
};

TEST_F(Links, and_forms_lead_nobody_where_there_is_nothing_for_them) {
  constexpr std::size_t kMost = 400;  // of a page for each day there is no end
  for (const Role role : reg::kRoles) {
    gate_.become("S Else", "Somebody", {role}, {"Owls"});
    std::deque<std::pair<std::string, std::string>> waiting{{"/", "the first page"}};
    for (const auto& route : site_->routes()) {
      if (route.method == "GET" && is_for(route, role))
        waiting.emplace_back(route.path + "?pupil=1", "");
    }
    std::set<std::string> seen;
    while (!waiting.empty() && seen.size() < kMost) {
      const auto [address, from] = waiting.front();
      waiting.pop_front();
      if (!seen.insert(address).second) continue;
      const auto answer = get(address);
      const auto words = fmt::format("{} at {}, from {}", reg::text_of(role), address, from);
      if (!from.empty()) {
        EXPECT_NE(answer.status, 404) << words;
      }
      EXPECT_LT(answer.status, 500) << words << log_;
      if (!answer.content_type.starts_with("text/html")) continue;
      for (const auto& link : links_of(answer.body)) waiting.emplace_back(link, address);
      for (const auto& form : forms_of(answer.body)) {
        EXPECT_TRUE(may_send(form, role)) << words << " may not send " << form.second;
      }
    }
    EXPECT_GT(seen.size(), 5U) << reg::text_of(role);
  }
}

}  // namespace
}  // namespace handbell::office
