// The README says what is there, and is short enough to be read.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace handbell::tidy {
namespace {

namespace fs = std::filesystem;

std::string readme() {
  std::ifstream file(std::string(HANDBELL_SOURCE) + "/README.md");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Readme, is_under_180_lines_and_shows_the_two_commands_first) {
  const std::string text = readme();
  EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 180);
  const auto run = text.find("    deploy/run");
  const auto test = text.find("    deploy/test");
  ASSERT_NE(run, std::string::npos);
  ASSERT_NE(test, std::string::npos);
  EXPECT_LT(run, test);
  EXPECT_LT(test, text.find("## "));
}

TEST(Readme, every_picture_and_page_that_it_names_is_there) {
  const std::string text = readme();
  const std::regex link(R"(\]\(([^)#]+)\))");
  int count = 0;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), link); it != std::sregex_iterator();
       ++it) {
    const std::string target = (*it)[1];
    EXPECT_TRUE(fs::exists(std::string(HANDBELL_SOURCE) + "/" + target)) << target;
    ++count;
  }
  EXPECT_GT(count, 8);
}

TEST(Readme, every_folder_of_its_map_is_there_and_every_folder_of_app_is_in_it) {
  const std::string text = readme();
  for (const auto& entry : fs::directory_iterator(std::string(HANDBELL_SOURCE) + "/app")) {
    if (!entry.is_directory()) continue;
    const std::string folder = "`app/" + entry.path().filename().string() + "`";
    EXPECT_NE(text.find(folder), std::string::npos) << folder;
  }
  const std::regex named(R"(`((app|drivers|tests|assets|deploy)(/[a-z0-9_]+)*)`)");
  for (auto it = std::sregex_iterator(text.begin(), text.end(), named);
       it != std::sregex_iterator(); ++it) {
    const std::string path = (*it)[1];
    EXPECT_TRUE(fs::exists(std::string(HANDBELL_SOURCE) + "/" + path)) << path;
  }
}

}  // namespace
}  // namespace handbell::tidy
