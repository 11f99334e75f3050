// What an adult is choosing at the door: a visit under way.
//
// Pages lie on each other: "back" takes the top one away, and the last leads to idle. What stands
// on a page is fixed when it opens, so that a finger never meets another child than the eye saw. A
// page goes by itself, lists after 20 s, choices after 30 s; each touch begins its time anew.
#pragma once

#include "app/base/clock.h"
#include "app/base/pupil_id.h"
#include "app/kiosk/flow/screen.h"
#include "app/register/door_event.h"

#include <optional>

namespace handbell::kiosk {

inline constexpr Millis kListStays = seconds(20);
inline constexpr Millis kChoiceStays = seconds(30);
/// The last of it with a ring and "More time".
inline constexpr Millis kRing = seconds(10);

/// One page of a visit, or what a result offers.
struct Page {
  ScreenKind kind = ScreenKind::idle;
  std::vector<Choice> choices;
  std::vector<PupilId> pupils;    ///< of the choices, where they are children
  std::vector<std::string> keys;  ///< of the choices, where they are anything else
  bool office_has_more = false;   ///< not everybody who matches may be picked (D25)
  bool by_card = false;           ///< a family's own card opened it: no look-up (D25)
  std::size_t from = 0;           ///< a long list: the first of those that are shown

  /// So many of them are shown at once: what a 10 inch display has room for.
  [[nodiscard]] std::size_t most() const;
  [[nodiscard]] std::vector<Choice> shown() const;
  [[nodiscard]] bool has_more() const { return from + most() < choices.size(); }
  /// "More" shows the next of a long list, "back" those before it. False: that is no press for the
  /// list.
  [[nodiscard]] bool turns(const std::string& button);
  void add(Choice choice) {
    choice.id = "choice:" + std::to_string(choices.size());
    choices.push_back(std::move(choice));
  }
};

struct Visit {
  std::vector<Page> pages;   ///< never empty; the last is on the screen
  bool by_itself = false;    ///< a question to which nobody's touch led
  bool touched = false;      ///< an adult stands there: other families' cards get a banner (D54)
  bool going_out = false;    ///< D49; else a child comes in
  bool waits = false;        ///< for the disk: nothing more may be chosen
  bool finishing = false;    ///< "All n are here": the result comes when all are written
  bool names_shown = false;  ///< and none chosen yet: a look-up that may end nowhere (D25)
  std::string class_name;
  int birth_month = 0;
  std::optional<int> all_here;  ///< of the page with the siblings
  PupilId child;                ///< who goes out
  reg::ArrivalMeans means = reg::ArrivalMeans::card;
  std::string who;
  std::string why;
  Steady until;

  [[nodiscard]] const Page& page() const { return pages.back(); }
  [[nodiscard]] ScreenKind kind() const { return pages.back().kind; }
};

/// `patience`: so many times the usual length.
[[nodiscard]] Millis stays(ScreenKind page, int patience);

/// "choice:3" is 3; nothing where it is no choice of this page.
[[nodiscard]] std::optional<std::size_t> chosen(const Page& page, const std::string& button);

/// The whole seconds of the last ten, else nothing.
[[nodiscard]] std::optional<int> seconds_left(Steady until, Steady now);
/// When that figure changes next, or the page goes.
[[nodiscard]] Steady next_change(Steady until, Steady now);

/// Pages that need nothing but words.
[[nodiscard]] Page month_page();
[[nodiscard]] Page collector_page();
[[nodiscard]] Page back_today_page();

}  // namespace handbell::kiosk
