#include "app/store/power_cut_disk.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <set>

namespace handbell::store {

void DiskFile::mark(std::size_t from, std::size_t to) {
  while (from < to) {
    const std::size_t sector = from / kSector;
    const std::size_t end = std::min(to, (sector + 1) * kSector);
    Mask& mask = unsynced_[sector];
    if (end - from == kSector) {
      mask.set();
    } else {
      for (std::size_t at = from; at < end; ++at) mask.set(at % kSector);
    }
    from = end;
  }
}

void DiskFile::write(std::size_t offset, std::span<const std::uint8_t> bytes) {
  const std::size_t end = offset + bytes.size();
  if (end > live_.size()) resize(end);
  std::copy(bytes.begin(), bytes.end(), live_.begin() + static_cast<std::ptrdiff_t>(offset));
  mark(offset, end);
  ++counts_.writes;
  counts_.bytes += static_cast<std::int64_t>(bytes.size());
}

void DiskFile::resize(std::size_t size) {
  const std::size_t before = live_.size();
  live_.resize(size);
  mark(before, size);
}

void DiskFile::sync() {
  ++counts_.syncs;
  stored_.resize(live_.size());
  for (const auto& [sector, written] : unsynced_) {
    const std::size_t begin = sector * kSector;
    const std::size_t end = std::min(begin + kSector, live_.size());
    for (std::size_t at = begin; at < end; ++at) stored_[at] = live_[at];
  }
  unsynced_.clear();
}

namespace {

CutMode fate(CutMode mode, DiskChance& chance) {
  constexpr std::array kFates{CutMode::keep_all, CutMode::drop_all, CutMode::tear_all,
                              CutMode::garble_all};
  return mode == CutMode::by_chance ? kFates[chance() % kFates.size()] : mode;
}

std::size_t length_after(std::size_t stored, std::size_t live, CutMode fate, DiskChance& chance) {
  if (fate == CutMode::drop_all) return stored;
  if (fate != CutMode::tear_all) return live;
  // A file grows by parts, but is cut short in one step: the new length is one number on the disk.
  if (live < stored) return chance() % 2 == 0 ? stored : live;
  return stored + chance() % (live - stored + 1);
}

}  // namespace

void DiskFile::settle(std::size_t sector, const Mask& written, CutMode fate, DiskChance& chance) {
  if (fate == CutMode::drop_all) return;
  const std::size_t tear = chance() % kSector;
  const bool head_is_new = chance() % 2 == 0;
  const std::size_t begin = sector * kSector;
  const std::size_t end = std::min({begin + kSector, live_.size(), stored_.size()});
  for (std::size_t at = begin; at < end; ++at) {
    if (!written.test(at - begin)) continue;
    const bool old = fate == CutMode::tear_all && (at - begin < tear) != head_is_new;
    if (old) continue;
    stored_[at] =
        fate == CutMode::garble_all ? static_cast<std::uint8_t>(chance() & 0xFFU) : live_[at];
  }
}

void DiskFile::cut(DiskChance& chance, CutMode mode) {
  if (stored_.size() != live_.size()) {
    stored_.resize(length_after(stored_.size(), live_.size(), fate(mode, chance), chance));
  }
  for (const auto& [sector, written] : unsynced_) {
    settle(sector, written, fate(mode, chance), chance);
  }
  unsynced_.clear();
  live_ = stored_;
}

DiskFilePtr PowerCutDisk::find(const std::string& path) const {
  const auto found = live_.find(path);
  return found == live_.end() ? nullptr : found->second;
}

DiskFilePtr PowerCutDisk::create(const std::string& path) {
  if (!spend_power()) return nullptr;
  auto file = std::make_shared<DiskFile>();
  if (!path.empty()) live_[path] = file;
  return file;
}

DiskAnswer PowerCutDisk::remove(const std::string& path) {
  if (!powered_) return failed(EIO);
  live_.erase(path);
  return spend_power() ? DiskAnswer::done : failed(EIO);
}

DiskAnswer PowerCutDisk::write(DiskFile& file, std::size_t offset,
                               std::span<const std::uint8_t> bytes) {
  if (!powered_) return failed(EIO);
  if (strikes(write_failure_)) return failed(write_failure_.error);
  if (is_full(file, offset + bytes.size())) return DiskAnswer::full;
  file.write(offset, bytes);  // also when the power goes now: it was under way
  return spend_power() ? DiskAnswer::done : failed(EIO);
}

DiskAnswer PowerCutDisk::resize(DiskFile& file, std::size_t size) {
  if (!powered_) return failed(EIO);
  file.resize(size);
  return spend_power() ? DiskAnswer::done : failed(EIO);
}

DiskAnswer PowerCutDisk::sync(DiskFile& file) {
  if (!spend_power()) return failed(EIO);
  if (strikes(sync_failure_)) return failed(sync_failure_.error);
  file.sync();
  return DiskAnswer::done;
}

void PowerCutDisk::sync_folder() {
  if (powered_) stored_ = live_;
}

std::vector<std::string> PowerCutDisk::files() const {
  std::vector<std::string> names;
  for (const auto& [name, file] : live_) names.push_back(name);
  return names;
}

void PowerCutDisk::cut(std::uint64_t seed, CutMode mode) {
  DiskChance chance(seed);
  std::set<std::string> names;
  for (const auto& [name, file] : live_) names.insert(name);
  for (const auto& [name, file] : stored_) names.insert(name);
  std::map<std::string, DiskFilePtr> after;
  for (const std::string& name : names) {
    const DiskFilePtr now = find(name);
    const auto old = stored_.find(name);
    const DiskFilePtr before = old == stored_.end() ? nullptr : old->second;
    const bool keep = now == before || mode == CutMode::keep_all ||
                      (mode != CutMode::drop_all && chance() % 2 == 0);
    if (const DiskFilePtr file = keep ? now : before) after[name] = file;
  }
  for (const auto& [name, file] : after) file->cut(chance, mode);
  live_ = after;
  stored_ = after;
  powered_ = true;
  operations_left_ = -1;
  ++life_;
}

void PowerCutDisk::lose_power_after(int operations) { operations_left_ = operations; }

void PowerCutDisk::fill_after_writes(int writes) { writes_left_ = writes; }

void PowerCutDisk::fill_at(std::int64_t bytes) { capacity_ = bytes; }

void PowerCutDisk::make_room() {
  writes_left_ = -1;
  capacity_ = -1;
}

void PowerCutDisk::fail_read(int nth) { read_failure_ = {nth, EIO}; }

void PowerCutDisk::fail_write(int nth, int error) { write_failure_ = {nth, error}; }

void PowerCutDisk::fail_sync(int nth, int error) { sync_failure_ = {nth, error}; }

bool PowerCutDisk::spend_power() {
  if (operations_left_ == 0) powered_ = false;
  if (operations_left_ > 0) --operations_left_;
  return powered_;
}

bool PowerCutDisk::strikes(Failure& failure) {
  if (failure.left < 0) return false;
  if (failure.left > 1) {
    --failure.left;
    return false;
  }
  failure.left = -1;
  return true;
}

bool PowerCutDisk::is_full(const DiskFile& file, std::size_t end) {
  bool full = writes_left_ == 0;
  if (writes_left_ > 0) --writes_left_;
  if (capacity_ >= 0 && end > file.bytes().size()) {
    std::size_t total = end - file.bytes().size();
    for (const auto& [name, held] : live_) total += held->bytes().size();
    full = full || total > static_cast<std::size_t>(capacity_);
  }
  if (full) last_error_ = ENOSPC;
  return full;
}

DiskAnswer PowerCutDisk::failed(int error) {
  last_error_ = error;
  return DiskAnswer::failed;
}

}  // namespace handbell::store
