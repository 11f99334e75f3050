#include "app/kiosk/shell/failure_note.h"

#include "app/store/atomic_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <sstream>

namespace handbell::kiosk {

FailureNote::FailureNote(const std::string& folder, std::uint64_t boot)
    : path_(fmt::format("/dev/shm/handbell-{}-{:016x}", ::getuid(),
                        std::hash<std::string>{}(std::filesystem::absolute(folder).string()))),
      boot_(boot) {}

void FailureNote::leave(Steady until, const std::vector<std::uint64_t>& owed) const {
  std::string text = fmt::format("{} {}", boot_, until.ms);
  for (const std::uint64_t seq : owed) text += fmt::format(" {}", seq);
  const Status left = store::write_file(path_, text + "\n");
  (void)left;  // nobody waits for it
}

FailureNote::Left FailureNote::take(Steady now) const {
  constexpr std::size_t kLongest = 4096;
  Left left;
  const auto text = store::read_file(path_, kLongest);
  if (!text) return left;
  std::error_code error;
  std::filesystem::remove(path_, error);
  std::istringstream words(*text);
  std::uint64_t boot = 0;
  Steady until;
  if (!(words >> boot >> until.ms) || boot != boot_) return left;
  constexpr Millis kMost = seconds(60);
  if (now < until && until - now < kMost) left.until = until;
  for (std::uint64_t seq = 0; words >> seq;) left.owed.push_back(seq);
  return left;
}

}  // namespace handbell::kiosk
