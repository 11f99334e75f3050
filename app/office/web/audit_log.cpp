#include "app/office/web/audit_log.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

constexpr std::chrono::seconds kAuditGathers{1};

}  // namespace

AuditLog::AuditLog(store::AuditFile& file, std::function<void(const std::string&)> log)
    : file_(file), log_(std::move(log)), thread_([this] { run(); }) {}

AuditLog::~AuditLog() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

/// Whoever holds the lock.
void AuditLog::put(reg::Reading reading) {
  if (failed_ || waiting_.size() >= kMostWaiting) {
    ++lost_;
    return;
  }
  waiting_.push_back(std::move(reading));
}

void AuditLog::note(reg::Reading reading) {
  {
    const std::lock_guard lock(mutex_);
    put(std::move(reading));
  }
  wake_.notify_one();
}

void AuditLog::note_once_an_hour(reg::Reading reading) {
  const std::string key =
      fmt::format("{}\n{}\n{}\n{}", static_cast<int>(reading.kind),
                  reading.pupil ? reading.pupil->number() : 0, reading.words, reading.by.text());
  {
    const std::lock_guard lock(mutex_);
    const std::int64_t hour = reading.at.ms / hours(1).count;
    if (hour != hour_ || seen_.size() >= kMostSeen) seen_.clear();
    hour_ = hour;
    if (!seen_.insert(key).second) return;
    put(std::move(reading));
  }
  wake_.notify_one();
}

void AuditLog::count(reg::Reading reading) {
  {
    const std::lock_guard lock(mutex_);
    const auto same = [&](const Counted& each) {
      return each.first.kind == reading.kind && each.first.by == reading.by &&
             each.first.words == reading.words;
    };
    auto found = std::ranges::find_if(counted_, same);
    if (found == counted_.end() && counted_.size() >= kMostCounted) {
      // Very many are at it at once: one line for each whose account it is, whoever knocks.
      reading.words = "from many places";
      found = std::ranges::find_if(counted_, same);
    }
    if (found != counted_.end()) {
      ++found->times;
    } else {
      counted_.push_back({std::move(reading)});
    }
  }
  wake_.notify_one();
}

/// Whoever holds the lock.
void AuditLog::count_up(bool all) {
  constexpr int kMinute = 60;
  for (auto& each : counted_) {
    if (++each.seconds < kMinute && !all) continue;
    reg::Reading reading = each.first;
    if (each.times > 1) reading.words += fmt::format(", {} times", each.times);
    put(std::move(reading));
    each.times = 0;
  }
  std::erase_if(counted_, [](const Counted& each) { return each.times == 0; });
}

void AuditLog::run() {
  std::unique_lock lock(mutex_);
  while (!ends_) {
    wake_.wait(lock, [this] { return ends_ || !waiting_.empty() || !counted_.empty(); });
    if (!ends_) wake_.wait_for(lock, kAuditGathers, [this] { return ends_; });
    count_up(ends_);
    lock.unlock();
    write();
    lock.lock();
  }
  count_up(true);
  lock.unlock();
  write();
}

Result<std::uint64_t> AuditLog::prune(Instant now) {
  const std::lock_guard file_lock(file_mutex_);
  return file_.prune(now);
}

void AuditLog::write() {
  const std::lock_guard file_lock(file_mutex_);
  std::vector<reg::Reading> now;
  std::uint64_t lost = 0;
  {
    const std::lock_guard lock(mutex_);
    now.swap(waiting_);
    std::swap(lost, lost_);
  }
  if (lost > 0) log_("audit: " + std::to_string(lost) + " readings could not be kept");
  const Status done = file_.append(now);
  if (done) return;
  log_("audit: " + sentence(done.error()));
  const std::lock_guard lock(mutex_);
  if (done.error().code != FaultCode::disk_full) {
    failed_ = true;
    lost_ += now.size();
    return;
  }
  now.insert(now.end(), waiting_.begin(), waiting_.end());
  waiting_ = std::move(now);
}

Result<std::vector<reg::Reading>> AuditLog::read(Instant from, Instant until, std::size_t most) {
  {
    const std::lock_guard lock(mutex_);
    count_up(true);
  }
  write();
  const std::lock_guard file_lock(file_mutex_);
  return file_.read(from, until, most);
}

}  // namespace handbell::office
