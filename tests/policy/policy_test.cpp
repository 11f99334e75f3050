// Every row of the school's attendance policy is done by a page, a command or a program that is
// there, with a test that is there, or says why no program has a part in it.
//
// The list stands once, in assets/policy/rows.csv. assets/docs/policy.md is made from it:
// HANDBELL_WRITE=1 writes it anew.
#include "app/admin/command_line.h"
#include "app/admin/policy_command.h"

#include "door_fixture.h"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace handbell::admin {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* kDocument = HANDBELL_SOURCE "/assets/docs/policy.md";

std::vector<PolicyRow> rows() { return *parse_policy(policy_rows()); }

std::string text_of(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// "Suite.name" of every test in the tree.
const std::set<std::string>& tests_there() {
  static const std::set<std::string> kTests = [] {
    static const std::regex kTest(
        R"((?:TEST|TEST_F|TEST_P|RC_GTEST_PROP|RC_GTEST_FIXTURE_PROP)\(\s*(\w+),\s*(\w+))");
    std::set<std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(HANDBELL_SOURCE "/tests")) {
      if (entry.path().extension() != ".cpp") continue;
      const std::string text = text_of(entry.path());
      for (auto it = std::sregex_iterator(text.begin(), text.end(), kTest);
           it != std::sregex_iterator(); ++it) {
        all.insert((*it)[1].str() + "." + (*it)[2].str());
      }
    }
    return all;
  }();
  return kTests;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

/// Help names the command that it is about: of one that is none it is the group's.
bool is_command(const std::string& words) {
  auto asked = words_of(words);
  asked.emplace_back("--help");
  const auto help = run_in_shell(asked, "");
  return help.status == 0 && help.out.find("Usage: handbell " + words + " ") != std::string::npos;
}

bool is_program(const std::string& name) {
  return name == "handbell-kiosk" && fs::exists(HANDBELL_SOURCE "/app/main_kiosk.cpp");
}

/// What of these is not there.
std::vector<std::string> missing_of(const PolicyRow& row, const office::Routes& routes) {
  std::vector<std::string> missing;
  for (const auto& where : row.where) {
    const auto kind = where.substr(0, where.find(' '));
    const auto what = where.substr(where.find(' ') + 1);
    const bool there = kind == "page"      ? office::find_route(routes, "GET", what) != nullptr
                       : kind == "command" ? is_command(what)
                                           : kind == "program" && is_program(what);
    if (!there) missing.push_back(where);
  }
  for (const auto& test : row.tests) {
    if (!tests_there().contains(test)) missing.push_back("test " + test);
  }
  return missing;
}

std::string cell(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "`" : ", `") + part + "`";
  return text;
}

std::string document() {
  std::string text =
      "# The attendance policy, row by row\n\n"
      "What the school's attendance policy asks for, and the page, the command or the program that "
      "does it, each with\nits tests. `handbell policy` prints the list; it stands once, in "
      "`assets/policy/rows.csv`, and a test checks that\neach page, command and test is "
      "there.\n\n" +
      policy_counts(rows()) +
      "\n\n| row | section | what | done by | tests |\n|---|---|---|---|---|\n";
  for (const auto& row : rows()) {
    const auto done = row.where.empty() ? "No software role. " + row.reason + "." : cell(row.where);
    text += fmt::format("| {} | {} | {} | {} | {} |\n", row.row, row.section, row.about, done,
                        cell(row.tests));
  }
  return text;
}

TEST(Policy, has_each_row_once_with_a_place_and_a_test_or_a_reason) {
  const auto all = rows();
  ASSERT_EQ(all.size(), 57U);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& row = all[i];
    EXPECT_EQ(row.row, fmt::format("P{:02}", i + 1));
    EXPECT_FALSE(row.about.empty()) << row.row;
    EXPECT_EQ(row.where.empty(), row.tests.empty()) << row.row;
    EXPECT_EQ(row.where.empty(), !row.reason.empty()) << row.row;
  }
}

TEST(Policy, stands_in_the_documents_as_it_stands_in_the_list) {
  if (std::getenv("HANDBELL_WRITE") != nullptr) std::ofstream(kDocument) << document();
  EXPECT_EQ(text_of(kDocument), document());
}

TEST(Policy, is_printed_with_its_counts_by_one_command_that_needs_no_site) {
  const auto table = run_in_shell({"policy"}, "");
  EXPECT_EQ(table.status, 0) << table.err;
  EXPECT_THAT(table.out, HasSubstr("57 rows: "));
  EXPECT_THAT(table.out, HasSubstr("no software role"));
  const auto json = run_in_shell({"policy", "--format", "json"}, "");
  const auto parsed = nlohmann::json::parse(json.out, nullptr, false);
  ASSERT_EQ(parsed.size(), 57U);
  EXPECT_EQ(parsed[16]["row"], "P17");
  EXPECT_EQ(parsed[16]["done"], true);
  EXPECT_THAT(run_in_shell({"policy", "--format", "csv"}, "").out, HasSubstr("P57"));
}

class PolicyPlaces : public office::DoorTest {
 protected:
  void SetUp() override {
    DoorTest::SetUp();
    routes_ = behind_->routes();
  }
  office::Routes routes_;
};

TEST_F(PolicyPlaces, are_pages_commands_and_tests_that_are_there) {
  for (const auto& row : rows()) {
    for (const auto& missing : missing_of(row, routes_)) {
      ADD_FAILURE() << row.row << ": " << missing << " is not there";
    }
  }
}

TEST_F(PolicyPlaces, that_are_not_there_are_found) {
  const PolicyRow invented{
      "P99",
      "9",
      "invented",
      {"page /reports", "page /reports/none", "command report week", "command report none",
       "command none", "program handbell-none"},
      {"Policy.has_each_row_once_with_a_place_and_a_test_or_a_reason", "Policy.is_invented"},
      ""};
  EXPECT_THAT(missing_of(invented, routes_),
              testing::ElementsAre("page /reports/none", "command report none", "command none",
                                   "program handbell-none", "test Policy.is_invented"));
}

}  // namespace
}  // namespace handbell::admin
