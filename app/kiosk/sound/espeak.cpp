#include "app/kiosk/sound/espeak.h"

#include "app/kiosk/sound/wav.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <optional>
#include <vector>

namespace handbell::kiosk {

namespace {

constexpr const char* kProgram = "espeak-ng";

/// A file descriptor that is closed with it.
class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() { close(); }
  [[nodiscard]] int get() const { return descriptor_; }
  void close() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
  }

 private:
  int descriptor_;
};

/// In memory alone, and read from its beginning.
int file_of(const std::string& text) {
  const int file = ::memfd_create("sentence", MFD_CLOEXEC);
  if (file < 0) return file;
  const bool whole = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  if (!whole || ::lseek(file, 0, SEEK_SET) != 0) {
    ::close(file);
    return -1;
  }
  return file;
}

pid_t started(const std::string& voice, int input, int output) {
  // A little slower than it speaks by itself, and UTF-8.
  std::vector<std::string> words{kProgram, "-v", voice,     "-s",      "140",
                                 "-b",     "1",  "--stdin", "--stdout"};
  std::vector<char*> command;
  command.reserve(words.size() + 1);
  for (auto& word : words) command.push_back(word.data());
  command.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  pid_t pid = -1;
  const int failed = ::posix_spawnp(&pid, kProgram, &actions, nullptr, command.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? pid : -1;
}

/// Nothing where it took too long, said too much or is not wanted any more.
std::optional<std::string> all_of(int pipe, const std::function<bool()>& wanted) {
  constexpr int kSlice = 100;  // ms
  constexpr int kMostSlices = 50;
  constexpr std::size_t kMost = 8'000'000;
  std::string all;
  std::array<char, 16'384> buffer{};
  for (int slices = 0; slices < kMostSlices && all.size() < kMost && wanted();) {
    pollfd ready{pipe, POLLIN, 0};
    if (::poll(&ready, 1, kSlice) <= 0) {
      ++slices;
      continue;
    }
    const auto got = ::read(pipe, buffer.data(), buffer.size());
    if (got < 0) return std::nullopt;
    if (got == 0) return all;
    all.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return std::nullopt;
}

void put_size(std::string& wav, std::size_t at, std::size_t size) {
  for (unsigned i = 0; i < 4; ++i) wav[at + i] = static_cast<char>((size >> (8 * i)) & 0xFF);
}

/// Into a pipe it writes sizes that it cannot know yet.
void repair(std::string& wav) {
  constexpr std::size_t kRiffSize = 4;
  constexpr std::size_t kHead = 44;
  if (wav.size() < kHead || wav.compare(kHead - 8, 4, "data") != 0) return;
  put_size(wav, kRiffSize, wav.size() - 8);
  put_size(wav, kHead - 4, wav.size() - kHead);
}

}  // namespace

Result<Samples> said_by_espeak(const std::string& text, const std::string& voice,
                               const std::function<bool()>& wanted) {
  const auto missing = fail(FaultCode::voice_missing, kProgram);
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return missing;
  const OpenFile output(ends[0]);
  OpenFile its_output(ends[1]);
  const OpenFile input(file_of(text));
  if (input.get() < 0) return missing;
  const pid_t pid = started(voice, input.get(), its_output.get());
  its_output.close();
  if (pid < 0) return missing;
  auto wav = all_of(output.get(), wanted);
  if (!wav) ::kill(pid, SIGKILL);
  int status = 0;
  ::waitpid(pid, &status, 0);
  if (!wav && !wanted()) return Samples{};
  if (!wav || status != 0) return missing;
  repair(*wav);
  auto samples = samples_of_wav(*wav);
  if (!samples) return missing;
  return samples;
}

}  // namespace handbell::kiosk
