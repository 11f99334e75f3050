// The two threads on which passwords are checked: 64 MiB each, whoever knocks.
//
// Where 32 wait already nobody more is taken: the page says "Try again in a moment", and the rest
// of the office goes on as if nothing were.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

namespace handbell::office {

class PasswordWorkers {
 public:
  using Job = std::function<void()>;
  static constexpr int kThreads = 2;
  static constexpr std::size_t kMostWaiting = 32;

  PasswordWorkers();
  PasswordWorkers(const PasswordWorkers&) = delete;
  PasswordWorkers& operator=(const PasswordWorkers&) = delete;
  ~PasswordWorkers() { finish(); }

  /// False where 32 wait already, and after finish().
  [[nodiscard]] bool leave(Job job);
  /// Waits for the answer; nothing where leave() would say false. Never from a worker's thread.
  template <class Question>
  auto ask(Question question) -> std::optional<std::invoke_result_t<Question>> {
    using Said = std::invoke_result_t<Question>;
    auto task = std::make_shared<std::packaged_task<Said()>>(std::move(question));
    auto answer = task->get_future();
    if (!leave([task] { (*task)(); })) return std::nullopt;
    return answer.get();
  }
  /// Does what was left and takes nothing more.
  void finish();

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool ends_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace handbell::office
