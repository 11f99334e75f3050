// Takes down who read what, and holds up no page: a thread of its own writes what came within a
// second, in one transaction.
//
// Where the disk is full it is kept in memory and tried again with the next; where the disk failed,
// or more than 100,000 wait, the log of the office says so.
//
// What anybody may cause without signing in is counted: one entry a minute for each account and
// address, so that a flood of wrong passwords fills no disk.
#pragma once

#include "app/store/audit_file.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <string>
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
  /// Where the same person saw the same within this hour it is noted already.
  void note_once_an_hour(reg::Reading reading);
  /// One entry for all that are alike within a minute, with their number.
  void count(reg::Reading reading);
  /// What is older than a year goes. Faults: those of AuditFile::prune.
  [[nodiscard]] Result<std::uint64_t> prune(Instant now);
  /// The newest first, with what waits to be written. Faults: those of AuditFile::read.
  [[nodiscard]] Result<std::vector<reg::Reading>> read(Instant from, Instant until,
                                                       std::size_t most);

 private:
  static constexpr std::size_t kMostCounted = 256;
  static constexpr std::size_t kMostSeen = 20'000;
  /// What was counted, and for how many seconds it is.
  struct Counted {
    reg::Reading first;
    std::uint64_t times = 1;
    int seconds = 0;
  };

  void run();
  void write();
  void put(reg::Reading reading);
  /// Those of a minute, or all of them, wait to be written from now on.
  void count_up(bool all);

  std::mutex mutex_;  ///< over what waits
  std::condition_variable wake_;
  std::vector<reg::Reading> waiting_;
  std::vector<Counted> counted_;
  std::set<std::string> seen_;  ///< within this hour
  std::int64_t hour_ = 0;
  bool ends_ = false;
  bool failed_ = false;
  std::uint64_t lost_ = 0;
  std::mutex file_mutex_;  ///< over the file; taken before the other one
  store::AuditFile& file_;
  std::function<void(const std::string&)> log_;
  std::thread thread_;
};

}  // namespace handbell::office
