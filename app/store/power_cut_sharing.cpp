#include "app/store/power_cut_sharing.h"

#include <sqlite3.h>

#include <algorithm>

namespace handbell::store {

namespace {
constexpr int kPending = 3;  // SQLite names it for its own VFS alone
}

bool Sharing::others_reach(Holder holder, int level) const {
  return std::any_of(levels_.begin(), levels_.end(), [&](const auto& held) {
    return held.first != holder && held.second >= level;
  });
}

bool Sharing::lock(Holder holder, int level) {
  int& mine = levels_[holder];
  if (level <= mine) return true;
  if (level == SQLITE_LOCK_SHARED) {
    if (others_reach(holder, kPending)) return false;
  } else if (others_reach(holder, SQLITE_LOCK_RESERVED)) {
    return false;
  }
  if (level == SQLITE_LOCK_EXCLUSIVE && others_reach(holder, SQLITE_LOCK_SHARED)) {
    mine = kPending;  // no new reader comes in while it waits for the old ones
    return false;
  }
  mine = level;
  return true;
}

void Sharing::unlock(Holder holder, int level) {
  int& mine = levels_[holder];
  mine = std::min(mine, level);
}

bool Sharing::is_reserved() const { return others_reach(nullptr, SQLITE_LOCK_RESERVED); }

void* Sharing::region(Holder holder, std::size_t index, std::size_t size, bool make) {
  mapped_.insert(holder);
  while (regions_.size() <= index && make) {
    regions_.push_back(std::make_unique<std::uint64_t[]>(size / sizeof(std::uint64_t) + 1));
  }
  return index < regions_.size() ? regions_[index].get() : nullptr;
}

bool Sharing::lock_slots(Holder holder, int first, int count, bool exclusive) {
  const auto begin = slots_.begin() + first;
  const auto is_taken = [&](const Slot& slot) {
    if (slot.exclusive != nullptr && slot.exclusive != holder) return true;
    return exclusive && slot.shared.size() > slot.shared.count(holder);
  };
  if (std::any_of(begin, begin + count, is_taken)) return false;
  std::for_each(begin, begin + count, [&](Slot& slot) {
    if (exclusive) {
      slot.exclusive = holder;
    } else {
      slot.shared.insert(holder);
    }
  });
  return true;
}

void Sharing::unlock_slots(Holder holder, int first, int count) {
  const auto begin = slots_.begin() + first;
  std::for_each(begin, begin + count, [&](Slot& slot) {
    slot.shared.erase(holder);
    if (slot.exclusive == holder) slot.exclusive = nullptr;
  });
}

void Sharing::unmap(Holder holder) {
  unlock_slots(holder, 0, static_cast<int>(kSlots));
  if (mapped_.erase(holder) > 0 && mapped_.empty()) regions_.clear();
}

void Sharing::leave(Holder holder) {
  unmap(holder);
  levels_.erase(holder);
}

}  // namespace handbell::store
