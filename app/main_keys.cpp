// handbell-keys --folder FOLDER: has the site's keys for staff cards, and answers one word. Wiring
// only.
//
// Started by the kiosk or the office, which speak to it by its input and output; it ends when its
// input does. Nothing of it is written to a core file, read by another program or swapped out.
#include "drivers/keyholder/kept_file.h"
#include "drivers/keyholder/key_holder.h"

#include "command_words.h"
#include <fcntl.h>
#include <malloc.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>

namespace {

using namespace handbell;

class KernelRandom final : public Random {
 public:
  void fill(std::span<std::uint8_t> to) override { randombytes_buf(to.data(), to.size()); }
};

keys::MachineTime machine_time() {
  timespec now{};
  ::clock_gettime(CLOCK_BOOTTIME, &now);
  std::string text;
  std::ifstream("/proc/sys/kernel/random/boot_id") >> text;
  keys::MachineTime time;
  const auto boot = from_hex(text);
  if (boot && boot->size() == time.boot.size()) std::ranges::copy(*boot, time.boot.begin());
  time.at = {std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000};
  return time;
}

/// Where the heap begins; 0: not to be found.
std::uintptr_t heap_begin() {
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    if (line.ends_with("[heap]")) return std::strtoull(line.c_str(), nullptr, 16);
  }
  return 0;
}

/// The heap, with room that is enough for all that follows but Argon2id's 64 MiB, is not swapped
/// out where the machine's limit allows that.
void lock_heap() {
  constexpr int kRoom = 256 * 1024;
  constexpr std::size_t kPiece = 64 * 1024;
  ::mallopt(M_TRIM_THRESHOLD, 4 * kRoom);  // NOLINT(concurrency-mt-unsafe): one thread
  std::vector<std::vector<std::uint8_t>> room(kRoom / kPiece);
  for (auto& piece : room) piece.resize(kPiece);
  const std::uintptr_t begin = heap_begin();
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  if (begin == 0 || begin >= end) return;
  ::mlock(reinterpret_cast<void*>(begin), end - begin);  // NOLINT(performance-no-int-to-ptr)
}

/// No core file, and no other program's eyes.
void keep_to_ourselves() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  lock_heap();
  ::prctl(PR_SET_DUMPABLE, 0);
}

void wipe(std::string& text) { sodium_memzero(text.data(), text.size()); }

bool say(const keys::KeyReply& reply) {
  std::string text = line_of(reply) + "\n";
  const bool said =
      ::write(STDOUT_FILENO, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  wipe(text);
  return said;
}

/// Takes the first `size` characters away and leaves nothing of them behind.
void forget_first(std::string& heard, std::size_t size) {
  const std::size_t rest = heard.size() - size;
  std::copy_n(heard.begin() + static_cast<std::ptrdiff_t>(size), rest, heard.begin());
  sodium_memzero(heard.data() + rest, size);
  heard.resize(rest);
}

/// Until nobody asks any more, or what is asked makes no sense.
int answer_all(keys::KeyHolder& holder) {
  std::string heard;
  heard.reserve(2 * keys::kLongestKeyLine);  // it never grows: no copy of a line is left
  std::array<char, keys::kLongestKeyLine> buffer{};
  while (heard.size() <= keys::kLongestKeyLine) {
    const auto got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got <= 0) return 0;
    heard.append(buffer.data(), static_cast<std::size_t>(got));
    sodium_memzero(buffer.data(), buffer.size());
    for (auto end = heard.find('\n'); end != std::string::npos; end = heard.find('\n')) {
      const auto request = keys::parse_request(std::string_view(heard).substr(0, end));
      forget_first(heard, end + 1);
      if (!request || !say(holder.answer(*request))) return 1;
    }
  }
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("The site's keys for staff cards, in a process of their own");
  std::string folder;
  app.add_option("--folder", folder, "folder that has the keys")->required();
  if (const auto status = ends_with(app, argc, argv)) return *status;
  keep_to_ourselves();
  const int lock = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock < 0) {
    std::cerr << sentence({FaultCode::folder_missing, folder}) << "\n";
    return 1;
  }
  if (sodium_init() < 0 || ::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    std::cerr << sentence({FaultCode::program_running, "handbell-keys in " + folder}) << "\n";
    return 1;
  }
  KernelRandom random;
  const std::string attempts = folder + "/pin.attempts";
  keys::KeyHolder holder({[&] { return keys::site_keys_in(folder); },
                          [&] { return keys::read_kept(attempts); },
                          [&](const Bytes& bytes) { return keys::write_kept(attempts, bytes); },
                          machine_time, &random});
  return answer_all(holder);
}
