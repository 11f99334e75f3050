#include "app/office/web/readers.h"

namespace handbell::office {

Result<std::unique_ptr<Readers>> Readers::open(const std::string& register_path, Random& random,
                                               int threads) {
  std::unique_ptr<Readers> readers(new Readers);
  for (int i = 0; i < threads; ++i) {
    auto file = store::RegisterFile::open_for_pages(register_path, random);
    if (!file) return fail(file.error());
    readers->files_.push_back(std::move(*file));
  }
  for (const auto& file : readers->files_) {
    readers->threads_.emplace_back([&self = *readers, &own = *file] { self.run(own); });
  }
  return readers;
}

bool Readers::leave(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (ends_ || jobs_.size() >= kMostWaiting) return false;
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
  return true;
}

void Readers::finish() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  for (auto& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void Readers::run(store::RegisterFile& file) {
  while (true) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return ends_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    job(file);
  }
}

}  // namespace handbell::office
