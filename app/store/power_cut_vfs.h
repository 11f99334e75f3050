// SQLite on a disk that can lose its power: for tests only.
//
// Give vfs_name() to SqliteFile::open and use any path: the files live in memory, see
// power_cut_disk.h for how a cut treats them. A cut kills every open handle: whatever uses one gets
// an I/O error, and is to be closed and opened again, as after a real morning without power.
//
// Journals and both kinds of WAL work (the shared index is in memory too); several threads may use
// it. Close all databases before it is destroyed.
#pragma once

#include "app/store/power_cut_disk.h"

#include <cerrno>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::store {

class PowerCutVfs {
 public:
  /// Registers itself with SQLite under this name, and under no other's.
  explicit PowerCutVfs(std::string name);
  PowerCutVfs(const PowerCutVfs&) = delete;
  PowerCutVfs& operator=(const PowerCutVfs&) = delete;
  ~PowerCutVfs();

  [[nodiscard]] const std::string& vfs_name() const;

  /// The power goes and comes back: the same seed always leaves the same files.
  void cut(std::uint64_t seed, CutMode mode = CutMode::by_chance);

  /// The power goes in the middle of work, after so many more writes, syncs, truncations, creations
  /// and deletions; from then on everything fails, until cut() says what the disk holds.
  void lose_power_after(int operations);
  [[nodiscard]] bool has_power() const;

  /// Full after so many more writes, or when the files hold more than so many bytes.
  void fill_after_writes(int writes);
  void fill_at(std::int64_t bytes);
  void make_room();

  /// The nth read, write or sync from now (1 is the next, -1: none) fails, once.
  void fail_read(int nth);
  void fail_write(int nth, int error = EIO);
  void fail_sync(int nth, int error = EIO);

  [[nodiscard]] DiskCounts counts(
      const std::string& path) const;  ///< of this file, since it exists
  [[nodiscard]] std::vector<std::string> files() const;
  [[nodiscard]] std::string read(const std::string& path) const;
  void write(const std::string& path, std::string_view bytes);  ///< replaces the file, synced

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace handbell::store
