// Threads that read the register for pages, each with a connection of its own that cannot write.
//
// A page that takes long holds up one of them, never the writer and never the network. Whoever
// comes when too many wait is told so at once.
#pragma once

#include "app/base/random.h"
#include "app/store/register_file.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace handbell::office {

class Readers {
 public:
  using Job = std::function<void(store::RegisterFile&)>;
  static constexpr std::size_t kMostWaiting = 512;

  /// Faults: those of RegisterFile::open_for_pages.
  [[nodiscard]] static Result<std::unique_ptr<Readers>> open(const std::string& register_path,
                                                             Random& random, int threads = 2);
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;
  ~Readers() { finish(); }

  /// False where 512 jobs wait already, and after finish().
  [[nodiscard]] bool leave(Job job);
  /// Does what was left and takes nothing more.
  void finish();

 private:
  Readers() = default;
  void run(store::RegisterFile& file);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool ends_ = false;
  std::vector<std::unique_ptr<store::RegisterFile>> files_;
  std::vector<std::thread> threads_;
};

}  // namespace handbell::office
