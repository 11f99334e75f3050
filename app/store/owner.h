// The one thread that owns something: the kiosk's journal, the office's register.
//
// Whoever wants something of it leaves a job; jobs run one after the other. When nothing was left
// for a second the thing may rest, and at the end it does.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace handbell::store {

template <class T>
class Owner {
 public:
  using Job = std::function<void(T&)>;
  static constexpr std::size_t kMostWaiting = 4096;

  /// `rest` runs on the owner's thread each time that it has been idle for a second, and last.
  Owner(T& owned, Job rest) : owned_(owned), rest_(std::move(rest)), thread_([this] { run(); }) {}
  Owner(const Owner&) = delete;
  Owner& operator=(const Owner&) = delete;
  ~Owner() { finish(); }

  /// Does every job that was left, rests, and takes no further one: from then on nothing that jobs
  /// know of is used any more. Whoever asks must have ended before.
  void finish() {
    {
      const std::lock_guard lock(mutex_);
      ends_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
  }

  /// False where 4,096 jobs wait already, and after finish(): nothing was left then.
  [[nodiscard]] bool leave(Job job) {
    {
      const std::lock_guard lock(mutex_);
      if (ends_ || jobs_.size() >= kMostWaiting) return false;
      jobs_.push_back(std::move(job));
    }
    changed_.notify_one();
    return true;
  }

  /// Waits for the answer. Never from the owner's own thread.
  template <class Question>
  auto ask(Question question) -> std::invoke_result_t<Question, T&> {
    using Answer = std::invoke_result_t<Question, T&>;
    auto promise = std::make_shared<std::promise<Answer>>();
    auto answer = promise->get_future();
    while (!leave([promise, question](T& owned) { promise->set_value(question(owned)); })) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return answer.get();
  }

 private:
  void run() {
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
        if (jobs_.empty() && ends_) break;
        if (!jobs_.empty()) {
          job = std::move(jobs_.front());
          jobs_.pop_front();
        }
      }
      rested = !job;
      (job ? job : rest_)(owned_);
    }
    if (!rested) rest_(owned_);
  }

  T& owned_;
  Job rest_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace handbell::store
