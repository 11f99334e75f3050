// Finding a child without a card (D25), and the limits that keep strangers from reading the roll.
//
// Three look-ups that end nowhere, or ten that succeed, within ten minutes send everybody to the
// office for five. Of a class and month six names are shown at most; never-show children, and
// children whom nobody could tell apart by their names, are the office's.
#pragma once

#include "app/base/clock.h"
#include "app/base/school_time.h"
#include "app/kiosk/flow/settings.h"
#include "app/register/door_book.h"

#include <vector>

namespace handbell::kiosk {

inline constexpr std::size_t kMostNames = 6;
inline constexpr std::size_t kMostEndedNowhere = 3;
inline constexpr std::size_t kMostFound = 10;
inline constexpr Millis kLookUpsCounted = minutes(10);
inline constexpr Millis kLookUpsClosed = minutes(5);

class LookUpLimit {
 public:
  void ended_nowhere(Steady now) { count(nowhere_, kMostEndedNowhere, now); }
  void found(Steady now) { count(found_, kMostFound, now); }
  [[nodiscard]] bool open(Steady now) const { return closed_until_ <= now; }

 private:
  void count(std::vector<Steady>& when, std::size_t most, Steady now);

  std::vector<Steady> nowhere_;
  std::vector<Steady> found_;
  Steady closed_until_;
};

struct Names {
  std::vector<const reg::DoorPupil*> pupils;  ///< by name, six at most
  bool more = false;                          ///< others match whom only the office may name
};

/// Classes of the children on roll that day, by name.
[[nodiscard]] std::vector<std::string> classes_of(const reg::DoorBook& book, SchoolDay day);

/// `may`: whether this child can be meant, "not yet in" or "in".
[[nodiscard]] Names names_of(const reg::DoorBook& book, SchoolDay day,
                             const std::string& class_name, int birth_month,
                             const std::function<bool(const reg::DoorPupil&)>& may);

/// Whether the school lets anybody look up at this time of its day; none: the clock is not trusted.
[[nodiscard]] bool may_look_up(LookUpUse use, const reg::DoorBook& book,
                               const std::optional<LocalMoment>& local);

/// The last ten minutes before a register closes: taps first (D13).
[[nodiscard]] bool near_a_close(const reg::DoorBook& book, const std::optional<LocalMoment>& local);

}  // namespace handbell::kiosk
