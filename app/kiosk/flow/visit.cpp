#include "app/kiosk/flow/visit.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace handbell::kiosk {

namespace {

constexpr std::string_view kChoicePrefix = "choice:";

/// Key and English word; the picture has the key's name.
struct Word {
  const char* key;
  const char* words;
};

template <std::size_t N>
Page page_of(ScreenKind kind, const std::array<Word, N>& words) {
  Page page;
  page.kind = kind;
  for (const Word& word : words) {
    page.add({"", word.words, "", "", word.key, false});
    page.keys.emplace_back(word.key);
  }
  return page;
}

}  // namespace

Millis stays(ScreenKind page, int patience) {
  const auto times = [&](Millis length) { return Millis{length.count * patience}; };
  switch (page) {
    case ScreenKind::pick_reason:
    case ScreenKind::out_who:
    case ScreenKind::out_why:
    case ScreenKind::out_back:
      return times(kChoiceStays);
    default:
      return times(kListStays);
  }
}

std::size_t Page::most() const {
  constexpr std::size_t kClasses = 20;
  constexpr std::size_t kOthers = 12;
  // "All n are here" stands under them; whom a screen has no room for is counted.
  if (kind == ScreenKind::siblings) return std::max<std::size_t>(choices.size(), 1);
  return kind == ScreenKind::pick_class ? kClasses : kOthers;
}

std::vector<Choice> Page::shown() const {
  const auto at = [&](std::size_t index) {
    return choices.begin() + static_cast<std::ptrdiff_t>(std::min(index, choices.size()));
  };
  return {at(from), at(from + most())};
}

bool Page::turns(const std::string& button) {
  if (button == "more" && has_more()) {
    from += most();
  } else if (button == "back" && from > 0) {
    from -= std::min(from, most());
  } else {
    return false;
  }
  return true;
}

std::optional<std::size_t> chosen(const Page& page, const std::string& button) {
  if (!button.starts_with(kChoicePrefix)) return std::nullopt;
  std::size_t index = 0;
  const char* end = button.data() + button.size();
  const auto read = std::from_chars(button.data() + kChoicePrefix.size(), end, index);
  const bool whole = read.ec == std::errc() && read.ptr == end;
  if (!whole || index >= page.choices.size()) return std::nullopt;
  return index;
}

std::optional<int> seconds_left(Steady until, Steady now) {
  const auto left = (until - now).count;
  if (left <= 0 || left > kRing.count) return std::nullopt;
  return static_cast<int>((left + 999) / 1000);
}

Steady next_change(Steady until, Steady now) {
  const auto left = (until - now).count;
  if (left <= 0) return until;
  if (left > kRing.count) return until + Millis{-kRing.count};
  return until + Millis{-((left - 1) / 1000) * 1000};
}

Page month_page() {
  static constexpr std::array<Word, 12> kMonths{{{"", "January"},
                                                 {"", "February"},
                                                 {"", "March"},
                                                 {"", "April"},
                                                 {"", "May"},
                                                 {"", "June"},
                                                 {"", "July"},
                                                 {"", "August"},
                                                 {"", "September"},
                                                 {"", "October"},
                                                 {"", "November"},
                                                 {"", "December"}}};
  return page_of(ScreenKind::pick_month, kMonths);
}

Page collector_page() {
  static constexpr std::array<Word, 4> kWho{{{"mum", "Mum"},
                                             {"dad", "Dad"},
                                             {"grandparent", "Grandparent"},
                                             {"another_adult", "Another adult"}}};
  return page_of(ScreenKind::out_who, kWho);
}

Page back_today_page() {
  static constexpr std::array<Word, 2> kBack{{{"yes", "Back today"}, {"no", "Not today"}}};
  return page_of(ScreenKind::out_back, kBack);
}

}  // namespace handbell::kiosk
