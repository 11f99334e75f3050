// Reads the page Today beside the one who writes.
//
// It has a read-only connection of its own and asks one cheap question each time: has the register
// changed, or the minute? If not, what was read last is still true, and no more is asked. So a page
// that twenty browsers show costs the register nothing while nothing happens.
#pragma once

#include "app/base/clock.h"
#include "app/base/random.h"
#include "app/office/today/page_today.h"
#include "app/office/today/today.h"
#include "app/store/register_file.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace handbell::office {

/// What some of the readers are shown.
struct TodayShown {
  TodayView view;
  TodayParts parts;
  std::string fragment;  ///< the live part, as markup
};

/// Who looks at Today.
enum class TodayFor : std::uint8_t {
  office,     ///< writes what the page offers
  onlookers,  ///< write nothing here, and may know why children left (D18)
  outsiders,  ///< write nothing here, and may not know it
};

/// One reading; never changes.
struct TodayPage : TodayShown {  ///< itself the office's
  TodayShown onlookers;
  TodayShown outsiders;
  std::uint64_t reading = 0;  ///< rises with each reading that differs

  [[nodiscard]] const TodayShown& shown_to(TodayFor reader) const {
    if (reader == TodayFor::office) return *this;
    return reader == TodayFor::onlookers ? onlookers : outsiders;
  }
};

/// The office's view as this reader is to have it.
[[nodiscard]] TodayView view_for(TodayFor reader, TodayView view);

class TodayReader {
 public:
  /// Faults: those of RegisterFile::open_for_pages.
  [[nodiscard]] static Result<std::unique_ptr<TodayReader>> open(const std::string& register_path,
                                                                 Random& random, Clock& clock,
                                                                 bool rehearsal);

  /// From any thread. Faults: those of reading.
  [[nodiscard]] Result<std::shared_ptr<const TodayPage>> today();
  /// What was read last, without reading; null where nothing was. From any thread, at once.
  [[nodiscard]] std::shared_ptr<const TodayPage> known() const;
  /// Rises whenever the register changed or another minute began, as far as today() looked.
  [[nodiscard]] std::uint64_t readings() const { return readings_; }
  /// Another day, read each time.
  [[nodiscard]] Result<TodayView> day(SchoolDay day);

 private:
  TodayReader(std::unique_ptr<store::RegisterFile> file, Clock& clock, bool rehearsal)
      : file_(std::move(file)), clock_(clock), rehearsal_(rehearsal) {}
  [[nodiscard]] Result<TodayView> read(SchoolDay day, Instant now);

  std::mutex mutex_;  ///< over all below
  std::unique_ptr<store::RegisterFile> file_;
  Clock& clock_;
  bool rehearsal_;
  journal::KioskKey card_key_{};
  std::int64_t change_ = -1;
  std::int64_t minute_ = -1;
  std::atomic<std::uint64_t> readings_{0};
  std::shared_ptr<const TodayPage> last_;
  mutable std::mutex known_mutex_;  ///< over known_ alone: nobody waits there for a reading
  std::shared_ptr<const TodayPage> known_;
};

}  // namespace handbell::office
