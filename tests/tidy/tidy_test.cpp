#include "app/base/fault.h"

#include "layers.h"
#include "source_tree.h"
#include <gtest/gtest.h>

#include <regex>

namespace handbell::tidy {
namespace {

std::string at(const SourceFile& file, std::size_t line) {
  return file.path + ":" + std::to_string(line + 1) + ": ";
}

/// The path in `#include "app/..."`; empty where the line is none of ours.
std::string own_include(const std::string& line) {
  static const std::regex kOwn(R"re(^#include "((app|drivers|tests)/[^"]+)")re");
  std::smatch found;
  return std::regex_search(line, found, kOwn) ? found[1].str() : "";
}

std::vector<std::string> layering_findings(const SourceFile& file) {
  std::vector<std::string> findings;
  const std::string folder = folder_of(file.path);
  if (folder == "app") return findings;  // the mains join everything
  const auto may = layers().find(folder);
  if (may == layers().end()) return {file.path + ": its folder stands in no layer"};
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const std::string included = own_include(file.lines[i]);
    if (included.empty()) continue;
    const std::string other = folder_of(included);
    if (other != folder && !may->second.contains(other)) {
      findings.push_back(at(file, i) + folder + " may not include " + other);
    }
  }
  return findings;
}

std::vector<std::string> purity_findings(const SourceFile& file) {
  static const std::regex kImpure(
      R"(^#include <(thread|mutex|fstream|filesystem|random|future|ctime|unistd\.h|sys/.*)>)"
      R"(|std::getenv|::now\(\)|std::rand\b|::time\()");
  std::vector<std::string> findings;
  if (!pure_folders().contains(folder_of(file.path))) return findings;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    if (std::regex_search(file.lines[i], kImpure)) {
      findings.push_back(at(file, i) + "a pure folder must be given this: " + file.lines[i]);
    }
  }
  return findings;
}

std::vector<std::string> habit_findings(const SourceFile& file) {
  static const std::regex kCalls(R"(system_clock::now|std::rand\b|\bassert\(|\bthrow\b )");
  std::vector<std::string> findings;
  const bool header = file.path.ends_with(".h");
  const bool has_once = file.lines.end() != std::find(file.lines.begin(), file.lines.end(),
                                                      std::string("#pragma once"));
  if (header && !has_once) findings.push_back(file.path + ": no #pragma once");
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const std::string code = file.lines[i].substr(0, file.lines[i].find("//"));
    if (header && code.starts_with("using namespace")) {
      findings.push_back(at(file, i) + "using namespace in a header");
    }
    const bool the_one_clock = file.path == "app/store/site_clock.cpp";
    if (std::regex_search(code, kCalls) && !the_one_clock) {
      findings.push_back(at(file, i) + "forbidden: " + code);
    }
  }
  return findings;
}

/// Bodies stand between a line that ends in "{" and the "}" that closes it in the first column.
std::vector<std::string> size_findings(const SourceFile& file) {
  constexpr std::size_t kLongestFile = 500;
  constexpr std::size_t kLongestFunction = 60;
  std::vector<std::string> findings;
  if (file.lines.size() > kLongestFile) findings.push_back(file.path + ": over 500 lines");
  std::size_t begin = 0;
  bool function = false;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const std::string& line = file.lines[i];
    const bool opens = !line.empty() && line.front() != ' ' && line.ends_with("{");
    const bool is_body = line.find('(') != std::string::npos || line.starts_with("    ");
    if (opens) {
      begin = i;
      function = is_body;
    }
    if (line == "}" && function && i - begin > kLongestFunction) {
      findings.push_back(at(file, begin) + "a function of " + std::to_string(i - begin) + " lines");
    }
    if (line == "}") function = false;
  }
  return findings;
}

template <class Finder>
void expect_none(Finder finder, const std::vector<std::string>& folders) {
  for (const SourceFile& file : sources_under(folders)) {
    for (const auto& finding : finder(file)) ADD_FAILURE() << finding;
  }
}

TEST(Tidy, every_folder_includes_only_what_stands_below_it) {
  expect_none(layering_findings, {"app", "drivers"});
}

TEST(Tidy, pure_folders_know_no_clock_file_thread_or_chance) {
  expect_none(purity_findings, {"app", "drivers"});
}

TEST(Tidy, forbidden_calls_stand_nowhere) { expect_none(habit_findings, {"app", "drivers"}); }

TEST(Tidy, files_and_functions_are_short) {
  expect_none(size_findings, {"app", "drivers", "tests"});
}

TEST(Tidy, every_fault_code_has_its_sentence) {
  static const std::regex kCode(R"(^  ([a-z_0-9]+)( = \d+)?,)");
  std::size_t count = 0;
  for (const SourceFile& file : sources_under({"app/base"})) {
    if (file.path != "app/base/fault.h") continue;
    for (const auto& line : file.lines) {
      if (std::regex_search(line, kCode)) ++count;
    }
  }
  EXPECT_EQ(count, all_fault_codes().size());
}

// The finders must find: a seeded wrong file for each.
TEST(Tidy, a_wrong_file_is_found_by_each_rule) {
  const std::string include = "#include ";
  EXPECT_EQ(layering_findings({"app/register/x.cpp", {include + "\"app/store/x.h\""}}).size(), 1U);
  EXPECT_EQ(layering_findings({"app/elsewhere/x.cpp", {}}).size(), 1U);
  EXPECT_EQ(purity_findings({"app/register/x.cpp", {include + "<thread>"}}).size(), 1U);
  EXPECT_EQ(habit_findings({"app/store/x.h", {"using namespace std;"}}).size(), 2U);
  std::vector<std::string> lines(70, "  x();");
  lines.front() = "void f() {";
  lines.back() = "}";
  EXPECT_EQ(size_findings({"app/store/x.cpp", lines}).size(), 1U);
}

}  // namespace
}  // namespace handbell::tidy
