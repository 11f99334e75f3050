#include "app/store/atomic_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

namespace handbell::store {

namespace {

class OpenFile {
 public:
  explicit OpenFile(int file) : file_(file) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (file_ >= 0) ::close(file_);
  }
  [[nodiscard]] int get() const { return file_; }

 private:
  int file_;
};

Fault disk_fault(const std::string& path) {
  const bool full = errno == ENOSPC || errno == EDQUOT;
  if (errno == ENOENT || errno == ENOTDIR) return {FaultCode::folder_missing, path};
  return {full ? FaultCode::disk_full : FaultCode::disk_failed, path};
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string folder_of(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

bool sync_folder(const std::string& folder) {
  const OpenFile open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return open.get() >= 0 && ::fsync(open.get()) == 0;
}

}  // namespace

Status write_file(const std::string& path, std::string_view bytes) {
  std::string temporary = path + ".XXXXXX";
  const OpenFile open(::mkostemp(temporary.data(), O_CLOEXEC));
  if (open.get() < 0) return fail(disk_fault(path));
  const bool written = write_all(open.get(), bytes) && ::fsync(open.get()) == 0 &&
                       std::rename(temporary.c_str(), path.c_str()) == 0;
  if (!written) {
    const Fault fault = disk_fault(path);
    ::unlink(temporary.c_str());
    return fail(fault);
  }
  if (!sync_folder(folder_of(path))) return fail(disk_fault(path));
  return {};
}

Status name_file(const std::string& written, const std::string& name) {
  const OpenFile open(::open(written.c_str(), O_RDONLY | O_CLOEXEC));
  const bool named = open.get() >= 0 && ::fchmod(open.get(), S_IRUSR | S_IWUSR) == 0 &&
                     ::fsync(open.get()) == 0 && std::rename(written.c_str(), name.c_str()) == 0;
  if (!named || !sync_folder(folder_of(name))) return fail(disk_fault(name));
  return {};
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  const OpenFile open(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat about {};
  if (open.get() < 0 || ::fstat(open.get(), &about) != 0 || !S_ISREG(about.st_mode)) {
    return fail(FaultCode::file_unreadable, path);
  }
  std::string bytes(limit + 1 < static_cast<std::size_t>(about.st_size) + 1
                        ? limit + 1
                        : static_cast<std::size_t>(about.st_size) + 1,
                    '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t more = ::read(open.get(), bytes.data() + got, bytes.size() - got);
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) return fail(FaultCode::disk_failed, path);
    if (more == 0) break;
    got += static_cast<std::size_t>(more);
  }
  if (got > limit) return fail(FaultCode::file_too_large, path);
  bytes.resize(got);
  return bytes;
}

}  // namespace handbell::store
