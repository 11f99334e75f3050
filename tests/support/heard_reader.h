// A reader's child that is looked after, and what it told.
#pragma once

#include "app/store/site_clock.h"
#include "drivers/card/reader_process.h"

#include "running_program.h"

#include <algorithm>
#include <mutex>
#include <string>
#include <vector>

namespace handbell::testing_support {

class HeardReader {
 public:
  explicit HeardReader(std::vector<std::string> command)
      : process_(std::move(command), store::steady_now) {
    started_ = process_
                   .start([this](const card::ReaderEvent& event) {
                     const std::scoped_lock hold(mutex_);
                     events_.push_back(event);
                   })
                   .has_value();
  }
  HeardReader(const HeardReader&) = delete;
  HeardReader& operator=(const HeardReader&) = delete;
  ~HeardReader() { process_.stop(); }

  void stop() { process_.stop(); }
  [[nodiscard]] card::CardTalk& talk() { return *process_.talk(); }
  [[nodiscard]] bool started() const { return started_; }
  [[nodiscard]] int starts() const { return process_.starts(); }
  [[nodiscard]] bool is(card::ReaderState state,
                        card::ReaderTrouble trouble = card::ReaderTrouble::none) const {
    return process_.state() == state && process_.trouble() == trouble;
  }
  /// Whether it told of this state, however short.
  [[nodiscard]] bool told(card::ReaderState state, card::ReaderTrouble trouble) {
    return count([&](const auto& event) {
             const auto* news = std::get_if<card::ReaderNews>(&event);
             return news != nullptr && *news == card::ReaderNews{state, trouble};
           }) > 0;
  }
  /// Empty: of any card.
  int seen(const std::string& number = "") {
    return count([&](const auto& event) {
      const auto* card = std::get_if<card::CardSeen>(&event);
      return card != nullptr && (number.empty() || card->card.text() == number);
    });
  }
  int gone(const std::string& number = "") {
    return count([&](const auto& event) {
      const auto* card = std::get_if<card::CardGone>(&event);
      return card != nullptr && (number.empty() || card->card.text() == number);
    });
  }

 private:
  int count(const std::function<bool(const card::ReaderEvent&)>& is_so) {
    const std::scoped_lock hold(mutex_);
    return static_cast<int>(std::count_if(events_.begin(), events_.end(), is_so));
  }

  std::mutex mutex_;
  std::vector<card::ReaderEvent> events_;
  card::ReaderProcess process_;
  bool started_ = false;
};

}  // namespace handbell::testing_support
