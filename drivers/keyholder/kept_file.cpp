#include "drivers/keyholder/kept_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <span>

namespace handbell::keys {

namespace {

constexpr std::size_t kMostKept = 1024ULL * 1024;
constexpr mode_t kOthers = 077;

class KeptDescriptor {
 public:
  explicit KeptDescriptor(int file) : file_(file) {}
  KeptDescriptor(const KeptDescriptor&) = delete;
  KeptDescriptor& operator=(const KeptDescriptor&) = delete;
  ~KeptDescriptor() {
    if (file_ >= 0) ::close(file_);
  }
  [[nodiscard]] int get() const { return file_; }

 private:
  int file_;
};

Fault kept_fault(const std::string& path) {
  if (errno == ENOENT || errno == ENOTDIR) return {FaultCode::folder_missing, path};
  const bool full = errno == ENOSPC || errno == EDQUOT;
  return {full ? FaultCode::disk_full : FaultCode::disk_failed, path};
}

bool write_whole(int file, std::span<const std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

bool sync_folder_of(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path().string();
  const KeptDescriptor open(
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return open.get() >= 0 && ::fsync(open.get()) == 0;
}

}  // namespace

Status write_kept(const std::string& path, const Bytes& bytes) {
  std::string written = path + ".XXXXXX";
  const KeptDescriptor open(::mkostemp(written.data(), O_CLOEXEC));
  if (open.get() < 0) return fail(kept_fault(path));
  const bool done = write_whole(open.get(), bytes) && ::fsync(open.get()) == 0 &&
                    std::rename(written.c_str(), path.c_str()) == 0;
  if (!done) {
    const Fault fault = kept_fault(path);
    ::unlink(written.c_str());
    return fail(fault);
  }
  if (!sync_folder_of(path)) return fail(kept_fault(path));
  return {};
}

Result<std::optional<Bytes>> read_kept(const std::string& path) {
  const KeptDescriptor open(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (open.get() < 0 && errno == ENOENT) return std::nullopt;
  struct stat about {};
  if (open.get() < 0 || ::fstat(open.get(), &about) != 0 || !S_ISREG(about.st_mode)) {
    return fail(FaultCode::file_unreadable, path);
  }
  if ((about.st_mode & kOthers) != 0) return fail(FaultCode::site_key_open, path);
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size > kMostKept) return fail(FaultCode::file_too_large, path);
  Bytes bytes(size);
  std::size_t got = 0;
  while (got < size) {
    const ssize_t more = ::read(open.get(), bytes.data() + got, size - got);
    if (more < 0 && errno == EINTR) continue;
    if (more <= 0) return fail(FaultCode::file_unreadable, path);
    got += static_cast<std::size_t>(more);
  }
  return bytes;
}

}  // namespace handbell::keys
