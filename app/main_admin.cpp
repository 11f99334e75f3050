// handbell: the commands of the office and of whoever looks after the machine.
#include "app/admin/command_line.h"

#include <sys/stat.h>

#include <cstdlib>
#include <iostream>

int main(int argc, char** argv) {
  ::umask(077);  // what stands here is the school's alone
  const char* site = std::getenv("HANDBELL_SITE");
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto answer = handbell::admin::run_in_shell(words, site == nullptr ? "" : site);
  std::cout << answer.out << std::flush;
  std::cerr << answer.err;
  return answer.status;
}
