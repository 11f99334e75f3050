// A disk that can lose its power, for tests.
//
// 1. What is written but not synced is kept aside, sector by sector (512 bytes).
// 2. At a cut each such sector is, by chance, kept, dropped, torn or garbled: but only in the
//    bytes that were being written (what SQLite calls powersafe overwrite, and unix reports).
// 3. A file's new length, its creation and its deletion are lost by chance too, until the file
//    (for the length) or the folder (for the names) was synced.
// 4. It can also be full, or fail at a write or a sync of choice. It counts both.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace handbell::store {

enum class CutMode { by_chance, keep_all, drop_all, tear_all, garble_all };

enum class DiskAnswer { done, full, failed };

struct DiskCounts {
  int writes = 0;
  int syncs = 0;
  std::int64_t bytes = 0;  ///< written, not held

  friend bool operator==(const DiskCounts&, const DiskCounts&) = default;
};

using DiskChance = std::mt19937_64;

/// One file: what programs see (live), and what the platter is known to hold (stored).
class DiskFile {
 public:
  void write(std::size_t offset, std::span<const std::uint8_t> bytes);
  void resize(std::size_t size);
  void sync();
  void cut(DiskChance& chance, CutMode mode);

  [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return live_; }
  [[nodiscard]] const DiskCounts& counts() const { return counts_; }

 private:
  static constexpr std::size_t kSector = 512;
  using Mask = std::bitset<kSector>;

  void mark(std::size_t from, std::size_t to);
  void settle(std::size_t sector, const Mask& written, CutMode fate, DiskChance& chance);

  std::vector<std::uint8_t> live_;
  std::vector<std::uint8_t> stored_;
  std::map<std::size_t, Mask> unsynced_;  // Invariant: elsewhere live_ and stored_ are the same
  DiskCounts counts_;
};

using DiskFilePtr = std::shared_ptr<DiskFile>;

class PowerCutDisk {
 public:
  // What programs do. After a failure of the power everything fails until cut().
  [[nodiscard]] DiskFilePtr find(const std::string& path) const;
  [[nodiscard]] DiskFilePtr create(const std::string& path);  ///< null: no power
  DiskAnswer remove(const std::string& path);
  [[nodiscard]] bool reads() { return !strikes(read_failure_); }
  DiskAnswer write(DiskFile& file, std::size_t offset, std::span<const std::uint8_t> bytes);
  DiskAnswer resize(DiskFile& file, std::size_t size);
  DiskAnswer sync(DiskFile& file);
  void sync_folder();
  [[nodiscard]] std::vector<std::string> files() const;

  // What happens to it.
  void cut(std::uint64_t seed, CutMode mode);
  void lose_power_after(int operations);
  void fill_after_writes(int writes);
  void fill_at(std::int64_t bytes);
  void make_room();
  void fail_read(int nth);
  void fail_write(int nth, int error);
  void fail_sync(int nth, int error);

  [[nodiscard]] bool has_power() const { return powered_; }
  [[nodiscard]] int life() const { return life_; }  ///< grows with each cut
  [[nodiscard]] int last_error() const { return last_error_; }

 private:
  struct Failure {
    int left = -1;  // -1: never
    int error = 0;
  };

  bool spend_power();
  bool strikes(Failure& failure);
  bool is_full(const DiskFile& file, std::size_t end);
  DiskAnswer failed(int error);

  std::map<std::string, DiskFilePtr> live_;
  std::map<std::string, DiskFilePtr> stored_;
  bool powered_ = true;
  int life_ = 0;
  int operations_left_ = -1;
  int writes_left_ = -1;
  std::int64_t capacity_ = -1;
  Failure read_failure_;
  Failure write_failure_;
  Failure sync_failure_;
  int last_error_ = 0;
};

}  // namespace handbell::store
