// What a program says of itself with --help, and what its man page says of it: the same words, or
// somebody in a school office types what no longer works.
//
// Both are read as text. For each command (the program itself is "") there are its options, the
// names of what stands behind it without a dash, and the words that it takes there. In a page a
// command is a .Ss heading; what it takes are the .It lines below it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace handbell::tidy {

struct Words {
  std::set<std::string> options;    ///< "-h", "--site"
  std::set<std::string> arguments;  ///< "file"
  std::set<std::string> choices;    ///< "pupils", where only some words are taken

  [[nodiscard]] bool none() const { return options.empty() && arguments.empty(); }
};

using Commands = std::map<std::string, Words>;  ///< by name, "cards issue"
using Programs = std::map<std::string, Commands>;

struct Help {
  Words words;
  std::vector<std::string> commands;  ///< that stand below it
};
[[nodiscard]] Help read_help(const std::string& text);

/// An option as it is used somewhere in a page, and whose it should be.
struct Mention {
  std::string program;
  std::string option;
  auto operator<=>(const Mention&) const = default;
};

struct Page {
  Commands commands;
  std::set<Mention> mentions;
  std::set<std::string> spoken;  ///< "init" where "handbell init" stands in an example
};
/// `program`: whose page it is.
[[nodiscard]] Page read_page(const std::string& program, const std::string& text);

/// A sentence for each thing in which page and programs differ.
[[nodiscard]] std::vector<std::string> differences(const std::string& program, const Page& page,
                                                   const Programs& programs);

}  // namespace handbell::tidy
