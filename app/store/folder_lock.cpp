#include "app/store/folder_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace handbell::store {

namespace {

std::string lock_path(const std::string& folder) { return folder + "/lock"; }

std::string name_in(int file) {
  std::array<char, 128> text{};
  const ssize_t got = ::pread(file, text.data(), text.size(), 0);
  std::string name(text.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  name = name.substr(0, name.find('\n'));
  return name.empty() ? "another program" : name;
}

void write_name(int file, const std::string& program) {
  const std::string line = fmt::format("{} (process {})\n", program, ::getpid());
  // The name only informs: on a full disk the lock is held without it, and the kiosk still starts.
  if (::ftruncate(file, 0) != 0) return;
  [[maybe_unused]] const ssize_t written = ::pwrite(file, line.data(), line.size(), 0);
}

}  // namespace

Result<FolderLock> FolderLock::take(const std::string& folder, const std::string& program) {
  const int file =
      ::open(lock_path(folder).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    const bool full = errno == ENOSPC;
    if (missing) return fail(FaultCode::folder_missing, folder);
    return fail(full ? FaultCode::disk_full : FaultCode::disk_failed, lock_path(folder));
  }
  FolderLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) == 0) {
    write_name(file, program);
    return lock;
  }
  if (errno != EWOULDBLOCK) return fail(FaultCode::disk_failed, lock_path(folder));
  return fail(FaultCode::folder_owned, fmt::format("{} is in use by {}", folder, name_in(file)));
}

std::optional<std::string> FolderLock::owner(const std::string& folder) {
  const int file = ::open(lock_path(folder).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) return std::nullopt;
  const FolderLock closes(file);
  // Shared, so that two who only ask do not see each other.
  if (::flock(file, LOCK_SH | LOCK_NB) == 0) return std::nullopt;
  return name_in(file);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

FolderLock::~FolderLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace handbell::store
