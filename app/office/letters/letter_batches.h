// Batches of letters on their way: made on a thread of their own, so that no page waits for them,
// and gone an hour after they were made.
//
//   1. A page reads the register and leaves a job; the job asks nothing more of the register.
//   2. Whoever left it sees how far it is, may stop it, and takes the file as often as wanted.
//   3. After an hour, or when the office ends, nothing of it is kept.
#pragma once

#include "app/base/instant.h"
#include "app/paper/child_letter.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace handbell::office {

/// What is to be made, for whom, by whom.
struct LetterJob {
  std::shared_ptr<const paper::LetterSource> source;
  std::vector<PupilId> pupils;  ///< empty: the school's own sheet
  paper::LetterAbout about;
  std::string owner;  ///< who may see it: the form token of the sign-in
  SchoolDay day;
};

enum class BatchState : std::uint8_t { waiting, running, done, stopped, failed };

/// A batch as its page shows it.
struct BatchSeen {
  std::uint64_t number = 0;
  paper::LetterKind kind = paper::LetterKind::meeting;
  BatchState state = BatchState::waiting;
  std::size_t made = 0;
  std::size_t of = 0;
  std::string fault;  ///< a sentence
  std::vector<PupilId> pupils;
  SchoolDay day;
};

class LetterBatches {
 public:
  /// `steady`: what an hour is counted by.
  explicit LetterBatches(std::function<Steady()> steady, Millis kept = hours(1));
  ~LetterBatches();
  LetterBatches(const LetterBatches&) = delete;
  LetterBatches& operator=(const LetterBatches&) = delete;

  /// Answers its number; nothing where too many wait.
  [[nodiscard]] std::optional<std::uint64_t> leave(LetterJob job);
  /// Nothing where there is none, or it is another person's.
  [[nodiscard]] std::optional<BatchSeen> seen(std::uint64_t number, const std::string& owner);
  /// Those that this person can still see, newest first.
  [[nodiscard]] std::vector<BatchSeen> all_of(const std::string& owner);
  void stop(std::uint64_t number, const std::string& owner);
  /// Of one that is done.
  [[nodiscard]] std::shared_ptr<const std::string> file(std::uint64_t number,
                                                        const std::string& owner);

 private:
  struct Batch;
  void work();
  void make(const std::shared_ptr<Batch>& batch);
  void forget_old();
  [[nodiscard]] std::shared_ptr<Batch> find(std::uint64_t number, const std::string& owner) const;
  [[nodiscard]] static BatchSeen words_of(const Batch& batch);

  std::function<Steady()> steady_;
  Millis kept_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::shared_ptr<Batch>> batches_;  ///< oldest first
  std::uint64_t last_ = 0;
  bool ending_ = false;
  std::thread worker_;
};

}  // namespace handbell::office
