// Takes down who read what, and holds up no page: a thread of its own writes what came within a
// second, in one transaction.
//
// Where the disk is full it is kept in memory and tried again with the next; where the disk failed,
// or more than 100,000 wait, the log of the office says so.
#pragma once

#include "app/store/audit_file.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace handbell::office {

class AuditLog {
 public:
  static constexpr std::size_t kMostWaiting = 100'000;

  /// `log`: one line for what could not be kept. Both outlive this.
  AuditLog(store::AuditFile& file, std::function<void(const std::string&)> log);
  AuditLog(const AuditLog&) = delete;
  AuditLog& operator=(const AuditLog&) = delete;
  ~AuditLog();

  /// From any thread; waits for nothing.
  void note(reg::Reading reading);
  /// The newest first, with what waits to be written. Faults: those of AuditFile::read.
  [[nodiscard]] Result<std::vector<reg::Reading>> read(Instant from, Instant until,
                                                       std::size_t most);

 private:
  void run();
  void write();

  std::mutex mutex_;  ///< over what waits
  std::condition_variable wake_;
  std::vector<reg::Reading> waiting_;
  bool ends_ = false;
  bool failed_ = false;
  std::uint64_t lost_ = 0;
  std::mutex file_mutex_;  ///< over the file; taken before the other one
  store::AuditFile& file_;
  std::function<void(const std::string&)> log_;
  std::thread thread_;
};

}  // namespace handbell::office
