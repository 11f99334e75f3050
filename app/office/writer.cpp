#include "app/office/writer.h"

#include <chrono>

namespace handbell::office {

Writer::Writer(store::Register& held, Rest rest)
    : register_(held), rest_(std::move(rest)), thread_([this] { run(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

bool Writer::leave(Job job) {
  constexpr std::size_t kMostWaiting = 4096;
  {
    const std::lock_guard lock(mutex_);
    if (jobs_.size() >= kMostWaiting) return false;
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
  return true;
}

void Writer::run() {
  bool rested = true;
  while (true) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      const auto has_work = [this] { return ends_ || !jobs_.empty(); };
      if (rested) {
        changed_.wait(lock, has_work);
      } else {
        changed_.wait_for(lock, std::chrono::seconds(1), has_work);
      }
      if (jobs_.empty() && ends_) return;
      if (!jobs_.empty()) {
        job = std::move(jobs_.front());
        jobs_.pop_front();
      }
    }
    rested = !job;
    if (job) {
      job(register_);
    } else {
      rest_();
    }
  }
}

}  // namespace handbell::office
