// The one thread that writes the register.
//
// Whoever wants something written leaves a job here; jobs run one after the other on the register's
// only writing connection. When nothing is waiting the register rests (its log is moved into the
// file).
#pragma once

#include "app/store/register.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace handbell::office {

class Writer {
 public:
  using Job = std::function<void(store::Register&)>;
  using Rest = std::function<void()>;

  /// `rest` runs on the writer's thread each time the queue has been empty for a second.
  Writer(store::Register& held, Rest rest);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  /// Finishes every job that was left.
  ~Writer();

  /// False where 4,096 jobs wait already: nothing was left then.
  [[nodiscard]] bool leave(Job job);

 private:
  void run();

  store::Register& register_;
  Rest rest_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace handbell::office
