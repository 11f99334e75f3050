#include "app/office/access/password_workers.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace handbell::office {

PasswordWorkers::PasswordWorkers() {
  for (int i = 0; i < kThreads; ++i) threads_.emplace_back([this] { run(); });
}

bool PasswordWorkers::leave(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (ends_ || jobs_.size() >= kMostWaiting) return false;
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
  return true;
}

bool PasswordWorkers::leave_for_stranger(const std::string& from, Job job) {
  {
    const std::lock_guard lock(mutex_);
    const auto of_one = std::ranges::count(
        strangers_, from, [](const auto& each) -> const auto& { return each.first; });
    const bool full = strangers_.size() >= kMostWaiting || of_one >= kMostOfOne;
    if (ends_ || full) return false;
    strangers_.emplace_back(from, std::move(job));
  }
  changed_.notify_one();
  return true;
}

void PasswordWorkers::finish() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  for (auto& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

/// Under the lock; empty where nothing waits.
PasswordWorkers::Job PasswordWorkers::next() {
  Job job;
  if (!jobs_.empty()) {
    job = std::move(jobs_.front());
    jobs_.pop_front();
  } else if (!strangers_.empty()) {
    job = std::move(strangers_.front().second);
    strangers_.pop_front();
  }
  return job;
}

void PasswordWorkers::run() {
  // Pages come first where the processors have not enough for both. The name is a thread's own.
  constexpr int kPatient = 10;
  (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kPatient);
  while (true) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return ends_ || !jobs_.empty() || !strangers_.empty(); });
      job = next();
      if (!job) return;
    }
    job();
  }
}

}  // namespace handbell::office
