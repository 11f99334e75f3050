// The man pages say what the programs take: neither more nor less.
#include "manual.h"

#include "../store/temporary_folder.h"
#include "running_program.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace handbell::tidy {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string& pages_folder() {
  static const std::string kFolder = HANDBELL_SOURCE "/assets/man";
  return kFolder;
}

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Said {
  int status = 0;
  std::string text;
};

Said said_by(const std::vector<std::string>& command) {
  const store::TemporaryFolder folder;
  testing_support::RunningProgram program(command, folder.file("said"));
  const int status = program.wait();
  return {status, text_of(folder.file("said"))};
}

/// Each app/main_NAME.cpp is a program.
std::set<std::string> program_names() {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(HANDBELL_SOURCE "/app")) {
    const std::string stem = entry.path().stem().string();
    if (!stem.starts_with("main_")) continue;
    const std::string name = stem.substr(5);
    names.insert(name == "admin" ? "handbell" : "handbell-" + name);
  }
  return names;
}

/// handbell-reader takes one word and no options: it says so when there is none.
Help help_of(const std::string& program, const std::string& command) {
  std::vector<std::string> words{HANDBELL_BIN "/" + program};
  std::istringstream names(command);
  for (std::string name; names >> name;) words.push_back(name);
  const bool asks = program != "handbell-reader";
  if (asks) words.emplace_back("--help");
  const Said said = said_by(words);
  EXPECT_EQ(said.status, asks ? 0 : 2) << program << " " << command << "\n" << said.text;
  EXPECT_FALSE(said.text.empty()) << program << " " << command;
  return read_help(said.text);
}

/// With the commands below it; what every command inherits stands at the program alone.
void collect(const std::string& program, const std::string& command, Commands& commands) {
  Help help = help_of(program, command);
  if (!command.empty()) {
    for (const char* inherited : {"-h", "--help", "--help-all"}) {
      help.words.options.erase(inherited);
    }
  }
  const bool leads_on = !command.empty() && !help.commands.empty() && help.words.none();
  if (!leads_on) commands[command] = help.words;
  const std::string before = command.empty() ? "" : command + " ";
  for (const auto& below : help.commands) collect(program, before + below, commands);
}

const Programs& programs() {
  static const Programs kPrograms = [] {
    Programs all;
    for (const auto& name : program_names()) collect(name, "", all[name]);
    return all;
  }();
  return kPrograms;
}

std::string page_path(const std::string& program) { return pages_folder() + "/" + program + ".1"; }

TEST(Manual, every_program_has_its_page_and_every_page_its_program) {
  std::set<std::string> pages;
  for (const auto& entry : fs::directory_iterator(pages_folder())) {
    if (entry.path().extension() == ".1") pages.insert(entry.path().stem().string());
  }
  EXPECT_EQ(pages, program_names());
}

TEST(Manual, what_a_program_takes_stands_in_its_page_and_nothing_else) {
  for (const auto& [program, commands] : programs()) {
    const Page page = read_page(program, text_of(page_path(program)));
    for (const auto& difference : differences(program, page, programs())) {
      ADD_FAILURE() << difference;
    }
  }
}

TEST(Manual, the_programs_were_heard) {
  const Commands& handbell = programs().at("handbell");
  EXPECT_GE(handbell.size(), 18U);
  EXPECT_THAT(handbell.at("").options, Contains("--site"));
  EXPECT_THAT(handbell.at("report lateness").options, ElementsAre("--format", "--on"));
  EXPECT_THAT(handbell.at("import").choices, Contains("pupils"));
  EXPECT_THAT(programs().at("handbell-kiosk").at("").options, Contains("--reader"));
}

TEST(Manual, whatever_help_all_prints_stands_in_the_page) {
  std::set<std::string> told;
  for (const auto& [name, words] : read_page("handbell", text_of(page_path("handbell"))).commands) {
    told.insert(words.options.begin(), words.options.end());
    told.insert(name.substr(0, name.find(' ')));
  }
  const Said said = said_by({HANDBELL_BIN "/handbell", "--help-all"});
  EXPECT_EQ(said.status, 0);
  static const std::regex kNamed(R"(^(?: +(?:-h,)?(--[a-z-]+) .*|([a-z-]+))$)");
  std::istringstream lines(said.text);
  int count = 0;
  for (std::string line; std::getline(lines, line);) {
    std::smatch found;
    if (!std::regex_match(line, found, kNamed)) continue;
    EXPECT_THAT(told, Contains(found[1].matched ? found[1].str() : found[2].str()));
    ++count;
  }
  EXPECT_GT(count, 30);
}

TEST(Manual, a_page_linter_finds_nothing_to_warn_of) {
  for (const auto& program : program_names()) {
    const Said said =
        said_by({"/usr/bin/env", "mandoc", "-T", "lint", "-W", "warning", page_path(program)});
    EXPECT_EQ(said.status, 0) << "mandoc, deploy/packages-test.txt: " << said.text;
    EXPECT_THAT(said.text, IsEmpty());
  }
}

}  // namespace
}  // namespace handbell::tidy
