// Who holds which lock on one file of the power-cut disk, and the memory that connections share.
//
// SQLite's rules: many readers beside one that means to write; a writer at work is alone. The eight
// slots are the WAL's own locks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace handbell::store {

class Sharing {
 public:
  using Holder = const void*;

  [[nodiscard]] bool lock(Holder holder, int level);
  void unlock(Holder holder, int level);
  [[nodiscard]] bool is_reserved() const;

  /// Null when there is none yet and it is not to be made.
  void* region(Holder holder, std::size_t index, std::size_t size, bool make);
  [[nodiscard]] bool lock_slots(Holder holder, int first, int count, bool exclusive);
  void unlock_slots(Holder holder, int first, int count);
  void unmap(Holder holder);

  void leave(Holder holder);

 private:
  struct Slot {
    std::set<Holder> shared;
    Holder exclusive = nullptr;
  };
  static constexpr std::size_t kSlots = 8;

  [[nodiscard]] bool others_reach(Holder holder, int level) const;

  std::map<Holder, int> levels_;
  std::array<Slot, kSlots> slots_;
  std::set<Holder> mapped_;
  std::vector<std::unique_ptr<std::uint64_t[]>> regions_;
};

}  // namespace handbell::store
