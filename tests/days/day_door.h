// One kiosk of a day: the flow as it is, with a disk that always answers and a clock that the file
// sets.
//
// It judges with the door book that the office made for it, writes its journal, and sends it as
// bytes whenever it has the network.
#pragma once

#include "app/journal/seal.h"
#include "app/kiosk/flow/flow.h"
#include "app/store/register.h"

#include "day_file.h"

#include <string>
#include <vector>

namespace handbell::days {

/// Turns a card's number into its name at every door of the school.
inline constexpr journal::KioskKey kCardKey{7};

class DayDoor {
 public:
  /// `opened`: when its machine started.
  DayDoor(std::string name, std::uint32_t number, Instant opened);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const journal::KioskKey& key() const { return key_; }
  [[nodiscard]] bool online() const { return online_; }
  void set_online(bool online) { online_ = online; }

  /// The newest door book, where there is the network.
  [[nodiscard]] Status fetch_book(store::Register& office, SchoolDay day, Instant now);
  void hold(const CardNumber& card, Instant now);
  void press(const std::string& button, Instant now);
  /// A choice by what stands on it. False where the screen has no such choice.
  [[nodiscard]] bool choose(const std::string& words, Instant now);
  /// An adult finds the child without a card (D25).
  [[nodiscard]] bool look_up(PupilId child, Instant now);
  /// The office tells the kiosk that a child was handed over (D49).
  void hand_over(PupilId pupil, const std::string& reason, Instant now);
  /// Its clock shows another time, and nothing vouches for it.
  void clock_shows(Instant shown, Instant now);
  void clock_is_right(Instant now);
  /// All that the office has not got, as sealed messages.
  [[nodiscard]] Status send(store::Register& office, Instant now);

  [[nodiscard]] kiosk::Screen screen(Instant now) const;
  [[nodiscard]] const std::vector<journal::Entry>& entries() const { return entries_; }

 private:
  void step(const kiosk::Event& event, Instant now);
  std::uint64_t append(const reg::DoorEvent& event, Instant now, bool repeated);
  [[nodiscard]] Moment clocks(Instant now) const;
  [[nodiscard]] journal::SyncMessage message() const;

  std::string name_;
  std::uint32_t number_;
  Instant opened_;
  journal::KioskKey key_{};
  journal::HistoryId history_{};
  Millis error_;  ///< of its wall clock
  bool online_ = true;
  std::uint64_t received_ = 0;
  journal::Witness office_;
  std::vector<journal::Entry> entries_;
  kiosk::State state_;
};

}  // namespace handbell::days
