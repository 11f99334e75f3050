// The two threads on which passwords are checked: 64 MiB each, whoever knocks.
//
// 1. Whoever is known here (by a browser that signed in before, a classroom device, a password that
//    was right a moment ago) comes first, and has places that strangers cannot take: who tries a
//    thousand passwords keeps nobody out.
// 2. Strangers have 32 places, eight of them for one address. Where none is left the page says "Try
//    again in a moment", and the rest of the office goes on as if nothing were.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace handbell::office {

class PasswordWorkers {
 public:
  using Job = std::function<void()>;
  static constexpr int kThreads = 2;
  static constexpr std::size_t kMostWaiting = 32;  ///< of those known, and of strangers
  static constexpr std::ptrdiff_t kMostOfOne = 8;

  PasswordWorkers();
  PasswordWorkers(const PasswordWorkers&) = delete;
  PasswordWorkers& operator=(const PasswordWorkers&) = delete;
  ~PasswordWorkers() { finish(); }

  /// Of whoever is known here. False where 32 wait already, and after finish().
  [[nodiscard]] bool leave(Job job);
  /// Of anybody else; `from`: the address. False also where eight of it wait already.
  [[nodiscard]] bool leave_for_stranger(const std::string& from, Job job);
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
  [[nodiscard]] Job next();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  std::deque<std::pair<std::string, Job>> strangers_;  ///< with their addresses
  bool ends_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace handbell::office
