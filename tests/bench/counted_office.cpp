// Loaded before the office's other libraries: counts what is asked of its register's file and how
// often that is synced, in a piece of memory that the bench reads.
//
//   HANDBELL_COUNTS  the file that is that memory
#include "office_counts.h"
#include <dlfcn.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using handbell::bench::OfficeCounts;

OfficeCounts* counts() {
  static OfficeCounts* const kCounts = [] {
    const char* path = std::getenv("HANDBELL_COUNTS");
    const int file = path == nullptr ? -1 : ::open(path, O_RDWR | O_CLOEXEC);
    if (file < 0) std::abort();
    void* place =
        ::mmap(nullptr, sizeof(OfficeCounts), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    return place == MAP_FAILED ? nullptr : static_cast<OfficeCounts*>(place);
  }();
  return kCounts;
}

int tell(unsigned /*kind*/, void* /*ours*/, void* statement, void* text) {
  // What a trigger does is told as a comment: it is part of its statement.
  if (std::string_view(static_cast<const char*>(text)).substr(0, 2) == "--") return 0;
  sqlite3* database = sqlite3_db_handle(static_cast<sqlite3_stmt*>(statement));
  const char* file = sqlite3_db_filename(database, "main");
  if (file == nullptr || !std::string_view(file).ends_with("/register.db")) return 0;
  const bool reads = sqlite3_db_readonly(database, "main") == 1;
  ++(reads ? counts()->read : counts()->written);
  return 0;
}

int watch(sqlite3* database, char** /*error*/, const void* /*routines*/) {
  return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, tell, nullptr);
}

[[gnu::constructor]] void begin() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch)); }

void count_sync(int fd) {
  std::array<char, 512> path{};
  const std::string link = "/proc/self/fd/" + std::to_string(fd);
  if (::readlink(link.c_str(), path.data(), path.size() - 1) < 0) return;
  if (std::string_view(path.data()).ends_with("/register.db-wal")) ++counts()->syncs;
}

using Sync = int(int);

}  // namespace

extern "C" {

int fsync(int fd) {
  static auto* const next = reinterpret_cast<Sync*>(::dlsym(RTLD_NEXT, "fsync"));
  count_sync(fd);
  return next(fd);
}

int fdatasync(int fd) {
  static auto* const next = reinterpret_cast<Sync*>(::dlsym(RTLD_NEXT, "fdatasync"));
  count_sync(fd);
  return next(fd);
}
}
