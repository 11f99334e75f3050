// A disk that fails at one operation: loaded before the kiosk's other libraries, it counts what is
// read, written and synced in files of this name, and answers one of them with EIO.
//
//   HANDBELL_FAILING_FILE     "/journal.db": a part of the path
//   HANDBELL_FAILING_COUNTER  a file of four bytes, shared: the operation with this number fails,
//   counted
//                             from 1; 0: none. It counts down.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <string>

namespace {

std::atomic<int>* shared_counter() {
  const char* path = std::getenv("HANDBELL_FAILING_COUNTER");
  if (path == nullptr) return nullptr;
  const int fd = ::open(path, O_RDWR | O_CLOEXEC);
  if (fd < 0) return nullptr;
  void* place = ::mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  ::close(fd);
  return place == MAP_FAILED ? nullptr : static_cast<std::atomic<int>*>(place);
}

bool is_meant(int fd) {
  const char* part = std::getenv("HANDBELL_FAILING_FILE");
  std::array<char, 512> path{};
  const std::string link = "/proc/self/fd/" + std::to_string(fd);
  if (part == nullptr || ::readlink(link.c_str(), path.data(), path.size() - 1) < 0) return false;
  return std::string(path.data()).find(part) != std::string::npos;
}

/// Whether this operation is the one.
bool fails(int fd) {
  static std::atomic<int>* const counter = shared_counter();
  if (counter == nullptr || counter->load() <= 0 || !is_meant(fd)) return false;
  if (counter->fetch_sub(1) != 1) return false;
  errno = EIO;
  return true;
}

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t pwrite64(int fd, const void* bytes, size_t count, off64_t at) {
  static auto* const next = real<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  return fails(fd) ? -1 : next(fd, bytes, count, at);
}
ssize_t pread64(int fd, void* bytes, size_t count, off64_t at) {
  static auto* const next = real<ssize_t(int, void*, size_t, off64_t)>("pread64");
  return fails(fd) ? -1 : next(fd, bytes, count, at);
}
ssize_t write(int fd, const void* bytes, size_t count) {
  static auto* const next = real<ssize_t(int, const void*, size_t)>("write");
  return fails(fd) ? -1 : next(fd, bytes, count);
}
int fsync(int fd) {
  static auto* const next = real<int(int)>("fsync");
  return fails(fd) ? -1 : next(fd);
}
int fdatasync(int fd) {
  static auto* const next = real<int(int)>("fdatasync");
  return fails(fd) ? -1 : next(fd);
}
int ftruncate64(int fd, off64_t length) {
  static auto* const next = real<int(int, off64_t)>("ftruncate64");
  return fails(fd) ? -1 : next(fd, length);
}
}
