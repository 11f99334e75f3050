#include "app/store/power_cut_vfs.h"

#include "app/store/power_cut_sharing.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <mutex>
#include <new>
#include <utility>

namespace handbell::store {

// How it is built:
// 1. State is one registered VFS: the disk, the locks by path, and SQLite's table of functions.
// 2. Handle is SQLite's open file; it remembers the life of the disk in which it was opened and is
//    dead in any later one.
// 3. As unix does, the first sync of a new journal or WAL also syncs the folder.

struct PowerCutVfs::State {
  std::string name;
  PowerCutDisk disk;
  std::map<std::string, std::shared_ptr<Sharing>> sharing;
  mutable std::mutex mutex;
  sqlite3_vfs vfs{};
};

namespace {

/// The part of State that the handles need; State itself is private to the class.
struct Machine {
  PowerCutDisk& disk;
  std::map<std::string, std::shared_ptr<Sharing>>& sharing;
  std::mutex& mutex;
  sqlite3_vfs& system;
};

struct Handle : sqlite3_file {
  Machine* machine = nullptr;
  DiskFilePtr file;
  std::shared_ptr<Sharing> sharing;
  std::string path;
  int life = 0;
  bool sync_folder = false;
  bool delete_on_close = false;

  [[nodiscard]] bool is_dead() const {
    return life != machine->disk.life() || !machine->disk.has_power();
  }
};

Handle& handle(sqlite3_file* file) { return *static_cast<Handle*>(file); }
Machine& machine(sqlite3_vfs* vfs) { return *static_cast<Machine*>(vfs->pAppData); }

int answer(DiskAnswer answer, int failed) {
  if (answer == DiskAnswer::full) return SQLITE_FULL;
  return answer == DiskAnswer::done ? SQLITE_OK : failed;
}

int close_file(sqlite3_file* file) {
  Handle& open = handle(file);
  const std::lock_guard lock(open.machine->mutex);
  if (open.sharing) open.sharing->leave(&open);
  if (open.delete_on_close && !open.is_dead()) open.machine->disk.remove(open.path);
  open.~Handle();
  return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset) {
  Handle& open = handle(file);
  const std::lock_guard lock(open.machine->mutex);
  if (open.is_dead() || !open.machine->disk.reads()) return SQLITE_IOERR_READ;
  const auto& bytes = open.file->bytes();
  const auto from = std::min(static_cast<std::size_t>(offset), bytes.size());
  const auto wanted = static_cast<std::size_t>(amount);
  const auto there = std::min(wanted, bytes.size() - from);
  std::memset(to, 0, wanted);
  if (there > 0) std::memcpy(to, bytes.data() + from, there);
  return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
  Handle& open = handle(file);
  const std::lock_guard lock(open.machine->mutex);
  if (open.is_dead()) return SQLITE_IOERR_WRITE;
  const std::span bytes(static_cast<const std::uint8_t*>(from), static_cast<std::size_t>(amount));
  return answer(open.machine->disk.write(*open.file, static_cast<std::size_t>(offset), bytes),
                SQLITE_IOERR_WRITE);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  Handle& open = handle(file);
  const std::lock_guard lock(open.machine->mutex);
  if (open.is_dead()) return SQLITE_IOERR_TRUNCATE;
  return answer(open.machine->disk.resize(*open.file, static_cast<std::size_t>(size)),
                SQLITE_IOERR_TRUNCATE);
}

int sync_file(sqlite3_file* file, int) {
  Handle& open = handle(file);
  const std::lock_guard lock(open.machine->mutex);
  if (open.is_dead()) return SQLITE_IOERR_FSYNC;
  const DiskAnswer done = open.machine->disk.sync(*open.file);
  if (done == DiskAnswer::done && std::exchange(open.sync_folder, false)) {
    open.machine->disk.sync_folder();
  }
  return answer(done, SQLITE_IOERR_FSYNC);
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  Handle& open = handle(file);
  const std::lock_guard lock(open.machine->mutex);
  if (open.is_dead()) return SQLITE_IOERR_FSTAT;
  *size = static_cast<sqlite3_int64>(open.file->bytes().size());
  return SQLITE_OK;
}

int lock_file(sqlite3_file* file, int level) {
  Handle& open = handle(file);
  const std::lock_guard lock(open.machine->mutex);
  if (open.is_dead()) return SQLITE_IOERR_LOCK;
  return open.sharing->lock(&open, level) ? SQLITE_OK : SQLITE_BUSY;
}

int unlock_file(sqlite3_file* file, int level) {
  Handle& open = handle(file);
  const std::lock_guard lock(open.machine->mutex);
  open.sharing->unlock(&open, level);
  return SQLITE_OK;
}

int check_reserved(sqlite3_file* file, int* reserved) {
  Handle& open = handle(file);
  const std::lock_guard lock(open.machine->mutex);
  *reserved = open.sharing->is_reserved() ? 1 : 0;
  return SQLITE_OK;
}

int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }

// Both as SQLite's unix VFS answers.
int sector_size(sqlite3_file*) { return 4096; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** to) {
  Handle& open = handle(file);
  const std::lock_guard lock(open.machine->mutex);
  if (open.is_dead()) return SQLITE_IOERR_SHMMAP;
  *to = open.sharing->region(&open, static_cast<std::size_t>(region),
                             static_cast<std::size_t>(size), extend != 0);
  return SQLITE_OK;
}

int shm_lock(sqlite3_file* file, int first, int count, int flags) {
  Handle& open = handle(file);
  const std::lock_guard lock(open.machine->mutex);
  const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  if ((flags & SQLITE_SHM_UNLOCK) != 0) {
    open.sharing->unlock_slots(&open, first, count);
    return SQLITE_OK;
  }
  if (open.is_dead()) return SQLITE_IOERR_SHMLOCK;
  return open.sharing->lock_slots(&open, first, count, exclusive) ? SQLITE_OK : SQLITE_BUSY;
}

void shm_barrier(sqlite3_file* file) { const std::lock_guard lock(handle(file).machine->mutex); }

int shm_unmap(sqlite3_file* file, int) {
  Handle& open = handle(file);
  const std::lock_guard lock(open.machine->mutex);
  open.sharing->unmap(&open);
  return SQLITE_OK;
}

constexpr sqlite3_io_methods kMethods{
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_reserved,
    .xFileControl = file_control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = shm_map,
    .xShmLock = shm_lock,
    .xShmBarrier = shm_barrier,
    .xShmUnmap = shm_unmap,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  Machine& here = machine(vfs);
  const std::lock_guard lock(here.mutex);
  if (!here.disk.has_power()) return SQLITE_CANTOPEN;
  const std::string path = name == nullptr ? "" : name;
  DiskFilePtr found = here.disk.find(path);
  const bool is_new = !found;
  if (is_new && (flags & SQLITE_OPEN_CREATE) != 0) found = here.disk.create(path);
  if (!found) return SQLITE_CANTOPEN;
  auto* open = new (file) Handle;
  open->pMethods = &kMethods;
  open->machine = &here;
  open->file = std::move(found);
  open->path = path;
  open->life = here.disk.life();
  constexpr int kJournals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
  open->sync_folder = is_new && (flags & kJournals) != 0;
  open->delete_on_close = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
  auto& sharing = here.sharing[path];
  if (!sharing || path.empty()) sharing = std::make_shared<Sharing>();
  open->sharing = sharing;
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync_folder) {
  Machine& here = machine(vfs);
  const std::lock_guard lock(here.mutex);
  if (!here.disk.has_power()) return SQLITE_IOERR_DELETE;
  if (!here.disk.find(name)) return SQLITE_IOERR_DELETE_NOENT;
  const DiskAnswer done = here.disk.remove(name);
  if (done == DiskAnswer::done && sync_folder != 0) here.disk.sync_folder();
  return answer(done, SQLITE_IOERR_DELETE);
}

int access_file(sqlite3_vfs* vfs, const char* name, int flags, int* there) {
  Machine& here = machine(vfs);
  const std::lock_guard lock(here.mutex);
  if (!here.disk.has_power()) return SQLITE_IOERR_ACCESS;
  const DiskFilePtr file = here.disk.find(name);
  // As unix: an empty file does not count as existing.
  *there = file && (flags != SQLITE_ACCESS_EXISTS || !file->bytes().empty()) ? 1 : 0;
  return SQLITE_OK;
}

int full_pathname(sqlite3_vfs*, const char* name, int size, char* to) {
  sqlite3_snprintf(size, to, "%s", name);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int size, char* to) {
  sqlite3_vfs& system = machine(vfs).system;
  return system.xRandomness(&system, size, to);
}

int sleep_a_while(sqlite3_vfs* vfs, int microseconds) {
  sqlite3_vfs& system = machine(vfs).system;
  return system.xSleep(&system, microseconds);
}

int current_time(sqlite3_vfs* vfs, double* now) {
  sqlite3_vfs& system = machine(vfs).system;
  return system.xCurrentTime(&system, now);
}

int last_error(sqlite3_vfs* vfs, int, char*) {
  Machine& here = machine(vfs);
  const std::lock_guard lock(here.mutex);
  return here.disk.last_error();
}

}  // namespace

PowerCutVfs::PowerCutVfs(std::string name) : state_(std::make_unique<State>()) {
  state_->name = std::move(name);
  sqlite3_initialize();
  sqlite3_vfs& vfs = state_->vfs;
  vfs.iVersion = 1;
  vfs.szOsFile = static_cast<int>(sizeof(Handle));
  vfs.mxPathname = 512;
  vfs.zName = state_->name.c_str();
  vfs.pAppData =
      new Machine{state_->disk, state_->sharing, state_->mutex, *sqlite3_vfs_find(nullptr)};
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  vfs.xAccess = access_file;
  vfs.xFullPathname = full_pathname;
  vfs.xRandomness = randomness;
  vfs.xSleep = sleep_a_while;
  vfs.xCurrentTime = current_time;
  vfs.xGetLastError = last_error;
  sqlite3_vfs_register(&vfs, 0);
}

PowerCutVfs::~PowerCutVfs() {
  sqlite3_vfs_unregister(&state_->vfs);
  delete static_cast<Machine*>(state_->vfs.pAppData);
}

const std::string& PowerCutVfs::vfs_name() const { return state_->name; }

void PowerCutVfs::cut(std::uint64_t seed, CutMode mode) {
  const std::lock_guard lock(state_->mutex);
  state_->disk.cut(seed, mode);
  state_->sharing.clear();
}

void PowerCutVfs::lose_power_after(int operations) {
  const std::lock_guard lock(state_->mutex);
  state_->disk.lose_power_after(operations);
}

bool PowerCutVfs::has_power() const {
  const std::lock_guard lock(state_->mutex);
  return state_->disk.has_power();
}

void PowerCutVfs::fill_after_writes(int writes) {
  const std::lock_guard lock(state_->mutex);
  state_->disk.fill_after_writes(writes);
}

void PowerCutVfs::fill_at(std::int64_t bytes) {
  const std::lock_guard lock(state_->mutex);
  state_->disk.fill_at(bytes);
}

void PowerCutVfs::make_room() {
  const std::lock_guard lock(state_->mutex);
  state_->disk.make_room();
}

void PowerCutVfs::fail_read(int nth) {
  const std::lock_guard lock(state_->mutex);
  state_->disk.fail_read(nth);
}

void PowerCutVfs::fail_write(int nth, int error) {
  const std::lock_guard lock(state_->mutex);
  state_->disk.fail_write(nth, error);
}

void PowerCutVfs::fail_sync(int nth, int error) {
  const std::lock_guard lock(state_->mutex);
  state_->disk.fail_sync(nth, error);
}

DiskCounts PowerCutVfs::counts(const std::string& path) const {
  const std::lock_guard lock(state_->mutex);
  const DiskFilePtr file = state_->disk.find(path);
  return file ? file->counts() : DiskCounts{};
}

std::vector<std::string> PowerCutVfs::files() const {
  const std::lock_guard lock(state_->mutex);
  return state_->disk.files();
}

std::string PowerCutVfs::read(const std::string& path) const {
  const std::lock_guard lock(state_->mutex);
  const DiskFilePtr file = state_->disk.find(path);
  return file ? std::string(file->bytes().begin(), file->bytes().end()) : std::string();
}

void PowerCutVfs::write(const std::string& path, std::string_view bytes) {
  const std::lock_guard lock(state_->mutex);
  const DiskFilePtr file = state_->disk.create(path);
  if (!file) return;
  const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
  file->write(0, copy);
  file->sync();
  state_->disk.sync_folder();
}

}  // namespace handbell::store
