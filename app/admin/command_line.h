// The command line of `handbell`: words in, what is printed and the exit status out.
//
// The program runs it for itself. While the office runs, a command that writes is run by the
// office: the same words, the same functions, on the one thread that writes the register.
#pragma once

#include "app/admin/site.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace handbell::admin {

struct Answer {
  int status = 0;  ///< 0 done, 1 refused or failed, 2 wrong usage
  std::string out;
  std::string err;
  friend bool operator==(const Answer&, const Answer&) = default;
};

/// What a command wants that does not stand in its words.
struct CommandOrder {
  std::vector<std::string> words;  ///< without the program's name
  /// What stands in the file that the words name, or a PIN that was typed; sent along.
  std::optional<std::string> file;
};

/// In the office, on the writer's thread: against the register that it holds.
[[nodiscard]] Answer run_in_office(const Site& site, const CommandOrder& order);

/// Asks a person for what must stand in no command line, nor in a shell's history.
using AskSecret = std::function<std::string(const std::string& question)>;

/// Prints a line at once, for commands that go on for a while.
using SayLine = std::function<void(const std::string& line)>;

/// In a shell. `site`: of HANDBELL_SITE, may be empty. A command that finds the office's folder in
/// use is handed to the office.
[[nodiscard]] Answer run_in_shell(const std::vector<std::string>& words, const std::string& site,
                                  const AskSecret& ask = {}, const SayLine& say = {});

}  // namespace handbell::admin
