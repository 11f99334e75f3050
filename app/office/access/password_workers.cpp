#include "app/office/access/password_workers.h"

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

void PasswordWorkers::run() {
  while (true) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return ends_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    job();
  }
}

}  // namespace handbell::office
