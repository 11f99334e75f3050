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

void FailureNote::leave(Steady until) const {
  const Status left = store::write_file(path_, fmt::format("{} {}\n", boot_, until.ms));
  (void)left;  // nobody waits for it
}

std::optional<Steady> FailureNote::take(Steady now) const {
  constexpr std::size_t kLongest = 64;
  const auto text = store::read_file(path_, kLongest);
  if (!text) return std::nullopt;
  std::error_code error;
  std::filesystem::remove(path_, error);
  std::istringstream words(*text);
  std::uint64_t boot = 0;
  Steady until;
  const bool read = static_cast<bool>(words >> boot >> until.ms);
  constexpr Millis kMost = seconds(60);
  const bool current = read && boot == boot_ && now < until && until - now < kMost;
  return current ? std::optional(until) : std::nullopt;
}

}  // namespace handbell::kiosk
