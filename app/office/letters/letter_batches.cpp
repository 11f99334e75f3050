#include "app/office/letters/letter_batches.h"

#include <algorithm>
#include <atomic>
#include <chrono>

namespace handbell::office {
namespace {

constexpr std::size_t kMostBatches = 20;  // kept at once; each some hundred kilobytes

}  // namespace

struct LetterBatches::Batch {
  LetterJob job;
  paper::LetterKind kind = paper::LetterKind::meeting;
  std::uint64_t number = 0;
  BatchState state = BatchState::waiting;
  std::string fault;
  std::shared_ptr<const std::string> file;
  Steady ended;
  std::atomic<std::size_t> made{0};
  std::atomic<bool> stop{false};
};

LetterBatches::LetterBatches(std::function<Steady()> steady, Millis kept)
    : steady_(std::move(steady)), kept_(kept), worker_([this] { work(); }) {}

LetterBatches::~LetterBatches() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    for (const auto& batch : batches_) batch->stop = true;
  }
  wake_.notify_all();
  worker_.join();
}

std::optional<std::uint64_t> LetterBatches::leave(LetterJob job) {
  const std::lock_guard lock(mutex_);
  forget_old();
  if (batches_.size() >= kMostBatches) {
    // Who made it first has had the longest time to take it.
    const auto ended = std::ranges::find_if(
        batches_, [](const auto& batch) { return batch->state > BatchState::running; });
    if (ended == batches_.end()) return std::nullopt;
    batches_.erase(ended);
  }
  auto batch = std::make_shared<Batch>();
  batch->kind = job.source->wording().kind();
  batch->job = std::move(job);
  batch->number = ++last_;
  batches_.push_back(std::move(batch));
  wake_.notify_all();
  return last_;
}

BatchSeen LetterBatches::words_of(const Batch& batch) {
  const auto& job = batch.job;
  return {batch.number,
          batch.kind,
          batch.state,
          batch.made,
          std::max<std::size_t>(job.pupils.size(), 1),
          batch.fault,
          job.pupils,
          job.day};
}

std::shared_ptr<LetterBatches::Batch> LetterBatches::find(std::uint64_t number,
                                                          const std::string& owner) const {
  const auto found = std::ranges::find_if(batches_, [&](const auto& batch) {
    return batch->number == number && batch->job.owner == owner;
  });
  return found == batches_.end() ? nullptr : *found;
}

std::optional<BatchSeen> LetterBatches::seen(std::uint64_t number, const std::string& owner) {
  const std::lock_guard lock(mutex_);
  forget_old();
  const auto batch = find(number, owner);
  return batch == nullptr ? std::nullopt : std::optional(words_of(*batch));
}

std::vector<BatchSeen> LetterBatches::all_of(const std::string& owner) {
  const std::lock_guard lock(mutex_);
  forget_old();
  std::vector<BatchSeen> found;
  for (const auto& batch : batches_) {
    if (batch->job.owner == owner) found.push_back(words_of(*batch));
  }
  std::ranges::reverse(found);
  return found;
}

void LetterBatches::stop(std::uint64_t number, const std::string& owner) {
  const std::lock_guard lock(mutex_);
  const auto batch = find(number, owner);
  if (batch != nullptr) batch->stop = true;
}

std::shared_ptr<const std::string> LetterBatches::file(std::uint64_t number,
                                                       const std::string& owner) {
  const std::lock_guard lock(mutex_);
  forget_old();
  const auto batch = find(number, owner);
  return batch == nullptr ? nullptr : batch->file;
}

/// Under the lock.
void LetterBatches::forget_old() {
  const Steady now = steady_();
  std::erase_if(batches_, [&](const auto& batch) {
    return batch->state > BatchState::running && batch->ended + kept_ < now;
  });
}

void LetterBatches::work() {
  std::unique_lock lock(mutex_);
  while (!ending_) {
    const auto next = std::ranges::find_if(
        batches_, [](const auto& batch) { return batch->state == BatchState::waiting; });
    if (next == batches_.end()) {
      forget_old();
      // Where nobody looks any more, what is old goes all the same.
      constexpr std::chrono::minutes kLook{1};
      wake_.wait_for(lock, kLook);
      continue;
    }
    const auto batch = *next;
    batch->state = BatchState::running;
    lock.unlock();
    make(batch);
    lock.lock();
  }
}

void LetterBatches::make(const std::shared_ptr<Batch>& batch) {
  // What it was written from is let go with the last sheet: the file is all that is kept.
  const auto source = std::move(batch->job.source);
  const LetterJob& job = batch->job;
  const auto& wording = source->wording();
  std::vector<paper::Sheet> sheets;
  for (const PupilId id : job.pupils) {
    const auto* pupil = source->school().pupil(id);
    if (pupil == nullptr || batch->stop) continue;
    sheets.push_back(wording.filled(paper::values_of(*source, *pupil, job.about)));
  }
  if (job.pupils.empty()) {
    sheets.push_back(wording.filled(paper::school_values(*source, job.about)));
  }
  auto head = source->letterhead(job.about.made_by);
  head.title = std::string(paper::words_of(batch->kind));
  const auto bytes = paper::render_pdf(sheets, head, [&](std::size_t made) {
    batch->made = made;
    return !batch->stop;
  });
  const std::lock_guard lock(mutex_);
  batch->ended = steady_();
  batch->state = batch->stop ? BatchState::stopped : bytes ? BatchState::done : BatchState::failed;
  if (!bytes) batch->fault = sentence(bytes.error());
  if (batch->state != BatchState::done) return;
  batch->made = std::max<std::size_t>(job.pupils.size(), 1);
  batch->file = std::make_shared<const std::string>(*bytes);
}

}  // namespace handbell::office
