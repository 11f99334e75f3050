// What lies on the office's own card readers, for the page on which cards are given out.
//
// A card is kept for a minute after it was taken away: people tap and look up. Nothing here is an
// arrival, and nothing is written down.
#pragma once

#include "app/base/card_number.h"
#include "app/base/instant.h"
#include "app/base/reader_health.h"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace handbell::office {

inline constexpr Millis kCardKept = minutes(1);

class CardDesk {
 public:
  /// `now`: counts on whatever clocks are set. `changed`: somebody may look; on any thread.
  CardDesk(std::function<Steady()> now, std::function<void()> changed)
      : now_(std::move(now)), changed_(std::move(changed)) {}

  // By whoever hears the readers, on any thread.
  void seen(const std::string& reader, const CardNumber& card);
  void taken_away(const std::string& reader);
  /// Several at once: none is offered.
  void several(const std::string& reader);
  void is(const ReaderHealth& reader);
  /// Not connected any more.
  void gone(const std::string& reader);

  struct View {
    std::vector<ReaderHealth> readers;  ///< by name
    std::optional<CardNumber> card;     ///< the newest
    bool several = false;               ///< on the reader that told something last
  };
  [[nodiscard]] View view() const;

 private:
  struct Kept {
    CardNumber card;
    std::string reader;
    std::optional<Steady> taken_away;
  };
  std::function<Steady()> now_;
  std::function<void()> changed_;
  mutable std::mutex mutex_;
  std::map<std::string, ReaderHealth> readers_;
  std::optional<Kept> kept_;
  bool several_ = false;
};

}  // namespace handbell::office
