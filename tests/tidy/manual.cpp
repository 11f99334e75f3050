#include "manual.h"

#include <algorithm>
#include <iterator>
#include <regex>
#include <sstream>

namespace handbell::tidy {

namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// What stands in the first pair of brackets of each match.
Lines all_matches(const std::string& line, const std::regex& wanted) {
  Lines found;
  for (auto it = std::sregex_iterator(line.begin(), line.end(), wanted);
       it != std::sregex_iterator(); ++it) {
    found.push_back((*it)[1]);
  }
  return found;
}

void take_option(const std::string& line, Words& words) {
  static const std::regex kOption(R"(^  (-[a-zA-Z])?,?(--[a-z0-9-]+)?)");
  std::smatch found;
  if (!std::regex_search(line, found, kOption)) return;
  for (const std::size_t each : {1U, 2U}) {
    if (found[each].matched) words.options.insert(found[each]);
  }
}

void take_argument(const std::string& line, Words& words) {
  static const std::regex kName(R"(^  ([a-z_-]+) )");
  static const std::regex kChoices(R"(TEXT:\{([a-z,]+)\})");
  static const std::regex kChoice(R"(([a-z]+),?)");
  for (const auto& name : all_matches(line, kName)) words.arguments.insert(name);
  for (const auto& list : all_matches(line, kChoices)) {
    for (const auto& choice : all_matches(list, kChoice)) words.choices.insert(choice);
  }
}

/// Reads a page line by line.
class PageReader {
 public:
  explicit PageReader(std::string program) : program_(std::move(program)) {}

  void take(const std::string& line) {
    if (line.starts_with(".Sh ")) command_.clear();
    if (line.starts_with(".Ss ")) command_ = line.substr(4);
    Words& words = page_.commands[command_];
    if (line.starts_with(".It ")) take_item(line, words);
    static const std::regex kWord(R"(\bCm ([a-z]+))");
    for (const auto& word : all_matches(line, kWord)) words.choices.insert(word);
    take_mentions(line);
  }
  [[nodiscard]] const Page& page() const { return page_; }

 private:
  static void take_item(const std::string& line, Words& words) {
    for (const auto& flag : all_matches(line, kFlag)) words.options.insert("-" + flag);
    static const std::regex kArgument(R"(^\.It Ar (\S+))");
    for (const auto& name : all_matches(line, kArgument)) words.arguments.insert(name);
  }
  /// An example names a program before its options; a line behind a backslash goes on with it.
  void take_mentions(const std::string& line) {
    for (const auto& flag : all_matches(line, kFlag)) {
      page_.mentions.insert({program_, "-" + flag});
    }
    static const std::regex kTyped(R"((?:^|[^a-z])(handbell(?:-[a-z0-9]+)?(?= )|--[a-z][a-z-]*))");
    if (!goes_on_) speaks_ = program_;
    for (const auto& word : all_matches(line, kTyped)) {
      if (word.starts_with("--")) {
        page_.mentions.insert({speaks_, word});
      } else {
        speaks_ = word;
      }
    }
    static const std::regex kCommand(R"((?:^|\.Ic )handbell ([a-z][a-z-]*))");
    for (const auto& word : all_matches(line, kCommand)) page_.spoken.insert(word);
    goes_on_ = line.ends_with("\\e");
  }

  inline static const std::regex kFlag{R"(\bFl ([a-zA-Z0-9-]+))"};
  std::string program_;
  std::string command_;
  std::string speaks_;
  bool goes_on_ = false;
  Page page_;
};

/// Compares what stands in a page with what the programs take.
class Comparison {
 public:
  Comparison(std::string program, const Programs& programs)
      : program_(std::move(program)), programs_(programs) {}

  void compare(const Commands& told, const Commands& taken) {
    for (const auto& [name, words] : taken) {
      if (!told.contains(name)) say(name, "has no heading");
    }
    for (const auto& [name, words] : told) {
      const auto real = taken.find(name);
      if (real == taken.end()) {
        say(name, "is no command of the program");
      } else {
        compare(name, words, real->second);
      }
    }
  }
  void mentioned(const Mention& mention) {
    const auto whose = programs_.find(mention.program);
    const auto takes = [&](const auto& command) {
      return command.second.options.contains(mention.option);
    };
    const bool known =
        whose != programs_.end() && std::any_of(whose->second.begin(), whose->second.end(), takes);
    if (!known) say("", mention.option + " is used, and " + mention.program + " has no such");
  }
  void spoken(const std::string& word) {
    const Commands& commands = programs_.at("handbell");
    const bool known = std::any_of(commands.begin(), commands.end(), [&](const auto& command) {
      return command.first.substr(0, command.first.find(' ')) == word;
    });
    if (!known) say("", "handbell has no command " + word);
  }
  [[nodiscard]] const std::vector<std::string>& found() const { return found_; }

 private:
  void compare(const std::string& name, const Words& told, const Words& taken) {
    // The page's first part explains kinds of values as items too.
    const bool command = !name.empty();
    report(name, taken.options, told.options, " is not in the page");
    report(name, told.options, taken.options, " is in the page alone");
    report(name, taken.arguments, told.arguments, " is not in the page");
    if (command) report(name, told.arguments, taken.arguments, " is in the page alone");
    report(name, taken.choices, told.choices, " is not in the page");
  }
  void report(const std::string& name, const std::set<std::string>& these,
              const std::set<std::string>& those, const char* what) {
    for (const auto& word : these) {
      if (!those.contains(word)) say(name, word + what);
    }
  }
  void say(const std::string& name, const std::string& what) {
    found_.push_back(program_ + (name.empty() ? "" : " " + name) + ": " + what);
  }

  std::string program_;
  const Programs& programs_;
  std::vector<std::string> found_;
};

}  // namespace

Help read_help(const std::string& text) {
  static const std::regex kCommand(R"(^  ([a-z][a-z-]*) )");
  Help help;
  std::string part;
  for (const auto& line : lines_of(text)) {
    if (line.empty() || line.ends_with(":")) part = line;
    if (part == "Options:") take_option(line, help.words);
    if (part == "Positionals:") take_argument(line, help.words);
    if (part != "Subcommands:") continue;
    for (const auto& name : all_matches(line, kCommand)) help.commands.push_back(name);
  }
  return help;
}

Page read_page(const std::string& program, const std::string& text) {
  PageReader reader(program);
  for (const auto& line : lines_of(text)) reader.take(line);
  return reader.page();
}

std::vector<std::string> differences(const std::string& program, const Page& page,
                                     const Programs& programs) {
  Comparison comparison(program, programs);
  comparison.compare(page.commands, programs.at(program));
  for (const auto& mention : page.mentions) comparison.mentioned(mention);
  for (const auto& word : page.spoken) comparison.spoken(word);
  return comparison.found();
}

}  // namespace handbell::tidy
