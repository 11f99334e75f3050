// The one thread that owns something: the kiosk's journal, the office's register.
//
// Whoever wants something of it leaves a job; jobs run one after the other. Jobs that may share are
// run together where several wait: the owned thing makes one piece of work of them (a transaction
// with one sync), and each hears afterwards what came of it. Nobody waits for others to come. When
// nothing was left for a second the thing may rest, and at the end it does.
#pragma once

#include "app/base/result.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace handbell::store {

template <class T>
class Owner {
 public:
  using Job = std::function<void(T&)>;
  /// What is done together with others: false takes it back, and only it.
  using SharedJob = std::function<bool(T&)>;
  /// Runs when all that was done together is durable, or with the fault.
  using Then = std::function<void(const Status&)>;
  using Together = std::function<std::vector<Status>(const std::vector<std::function<bool()>>&)>;
  static constexpr std::size_t kMostWaiting = 4096;
  static constexpr std::size_t kMostTogether = 256;

  /// `rest` runs on the owner's thread each time that it has been idle for a second, and last.
  /// `together` answers for each part; without it shared jobs run one by one.
  Owner(T& owned, Job rest, Together together = one_by_one)
      : owned_(owned),
        rest_(std::move(rest)),
        together_(std::move(together)),
        thread_([this] { run(); }) {}
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
  [[nodiscard]] bool leave(Job job) { return push({std::move(job), {}, {}}); }
  /// The same for a job that others may share a transaction with. `then` runs on this thread too.
  [[nodiscard]] bool leave_shared(SharedJob job, Then then) {
    return push({{}, std::move(job), std::move(then)});
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
  struct Left {
    Job alone;
    SharedJob shared;
    Then then;
  };

  static std::vector<Status> one_by_one(const std::vector<std::function<bool()>>& parts) {
    for (const auto& part : parts) part();
    return std::vector<Status>(parts.size());
  }

  bool push(Left left) {
    {
      const std::lock_guard lock(mutex_);
      if (ends_ || jobs_.size() >= kMostWaiting) return false;
      jobs_.push_back(std::move(left));
    }
    changed_.notify_one();
    return true;
  }

  /// The next job, with all behind it that may share with it. Under the lock.
  std::vector<Left> take() {
    std::vector<Left> taken;
    while (!jobs_.empty() && taken.size() < kMostTogether) {
      if (!taken.empty() && (jobs_.front().alone || taken.front().alone)) break;
      taken.push_back(std::move(jobs_.front()));
      jobs_.pop_front();
    }
    return taken;
  }

  void work(std::vector<Left>& taken) {
    if (taken.front().alone) return taken.front().alone(owned_);
    std::vector<std::function<bool()>> parts;
    parts.reserve(taken.size());
    for (auto& each : taken) parts.push_back([this, &each] { return each.shared(owned_); });
    const auto came = together_(parts);
    for (std::size_t i = 0; i < taken.size(); ++i) taken[i].then(came[i]);
  }

  void run() {
    bool rested = true;
    while (true) {
      std::vector<Left> taken;
      {
        std::unique_lock lock(mutex_);
        const auto has_work = [this] { return ends_ || !jobs_.empty(); };
        if (rested) {
          changed_.wait(lock, has_work);
        } else {
          changed_.wait_for(lock, std::chrono::seconds(1), has_work);
        }
        if (jobs_.empty() && ends_) break;
        taken = take();
      }
      rested = taken.empty();
      if (rested) {
        rest_(owned_);
      } else {
        work(taken);
      }
    }
    if (!rested) rest_(owned_);
  }

  T& owned_;
  Job rest_;
  Together together_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Left> jobs_;
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace handbell::store
