#include "app/office/web/audit_log.h"

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

void AuditLog::note(reg::Reading reading) {
  {
    const std::lock_guard lock(mutex_);
    if (failed_ || waiting_.size() >= kMostWaiting) {
      ++lost_;
      return;
    }
    waiting_.push_back(std::move(reading));
  }
  wake_.notify_one();
}

void AuditLog::run() {
  std::unique_lock lock(mutex_);
  while (!ends_) {
    wake_.wait(lock, [this] { return ends_ || !waiting_.empty(); });
    if (!ends_) wake_.wait_for(lock, kAuditGathers, [this] { return ends_; });
    lock.unlock();
    write();
    lock.lock();
  }
  lock.unlock();
  write();
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
  write();
  const std::lock_guard file_lock(file_mutex_);
  return file_.read(from, until, most);
}

}  // namespace handbell::office
