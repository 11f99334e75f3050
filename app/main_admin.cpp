// handbell: the commands of the office and of whoever looks after the machine.
#include "app/admin/command_line.h"

#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace {

/// A line of standard input; on a terminal nobody reads it over a shoulder.
std::string ask_secret(const std::string& question) {
  termios before{};
  const bool terminal = ::tcgetattr(STDIN_FILENO, &before) == 0;
  if (terminal) {
    std::cerr << question << std::flush;
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  std::string line;
  std::getline(std::cin, line);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  if (terminal) {
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::cerr << std::endl;
  }
  return line;
}

void say_line(const std::string& line) { std::cout << line << std::endl; }

}  // namespace

int main(int argc, char** argv) {
  ::umask(077);  // what stands here is the school's alone
  const char* site = std::getenv("HANDBELL_SITE");
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto answer =
      handbell::admin::run_in_shell(words, site == nullptr ? "" : site, ask_secret, say_line);
  std::cout << answer.out << std::flush;
  std::cerr << answer.err;
  return answer.status;
}
