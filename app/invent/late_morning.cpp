#include "app/invent/late_morning.h"

#include "app/invent/invented_cards.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace handbell::invent {

namespace {

constexpr std::size_t kTaps = 60;
constexpr std::size_t kFamilies = 6;
constexpr std::size_t kTwice = 4;
constexpr std::size_t kNursery = 6;  // besides those at a fixed time
constexpr int kApart = 2;            // seconds
constexpr int kDrawTries = 10'000;
// Seconds since 08:30:00.
constexpr int kEnd = 50 * 60;
constexpr int kInfantsStillOnTime = 5 * 60 + 59;
constexpr int kNurseryFirstLate = 16 * 60;
constexpr int kLastBeforeClose = 29 * 60 + 59;
constexpr int kClose = 30 * 60;

struct Holder {
  const reg::PupilRecord* pupil = nullptr;  ///< none: the card is nobody's
  CardNumber card;
};

/// Taps of people who stand at the door together.
struct Visit {
  std::vector<Holder> holders;
  std::vector<int> pauses;  ///< seconds before each holder; the first is 0
};

class Morning {
 public:
  Morning(const reg::School& school, std::uint64_t seed, SchoolDay day)
      : school_(school), chance_(seed ^ static_cast<std::uint64_t>(day.number())), day_(day) {
    for (const auto& card : school.cards) known_.insert(card.uid);
  }

  std::vector<Tap> taps() {
    find_holders();
    place_at(kLastBeforeClose, take(false));
    place_at(kClose, take(true));
    place_at(kInfantsStillOnTime, take(false));
    place_at(kNurseryFirstLate, take(true));
    add_strangers();
    add_families();
    for (std::size_t i = 0; i < kTwice; ++i) add_twice(take(i == 0));
    for (std::size_t i = 0; i < kNursery; ++i) add_one(take(true));
    while (made_.size() < kTaps && !infants_.empty()) add_one(take(false));
    std::vector<Tap> sorted;
    for (const auto& [second, tap] : made_) sorted.push_back(tap);
    return sorted;
  }

 private:
  void find_holders() {
    const SessionId session{day_, Half::am};
    for (const auto& card : school_.cards) {
      const auto* pupil = school_.pupil(card.pupil);
      const bool holds = card.issued <= day_ && (!card.revoked || day_ < *card.revoked);
      if (pupil == nullptr || !holds) continue;
      if (pupil->leaving && *pupil->leaving < day_) left_.push_back({pupil, card.uid});
      if (!pupil->on_roll(day_) || !pupil->pattern.expects(session)) continue;
      if (!pupil->family.empty()) {
        families_[pupil->family].push_back({pupil, card.uid});
      } else {
        (reg::is_nursery(pupil->group) ? nursery_ : infants_).push_back({pupil, card.uid});
      }
    }
    chance_.shuffle(nursery_);
    chance_.shuffle(infants_);
  }

  /// A child who has no siblings here and has not come yet; none where no more are left.
  std::optional<Holder> take(bool from_nursery) {
    auto& from = from_nursery ? nursery_ : infants_;
    if (from.empty()) return std::nullopt;
    const Holder holder = from.back();
    from.pop_back();
    return holder;
  }

  void add_strangers() {
    add_one(Holder{nullptr, CardBox(chance_).next(known_)});
    if (!left_.empty()) add_one(chance_.pick(left_));
  }

  void add_families() {
    std::vector<std::vector<Holder>> together;
    for (const auto& [name, holders] : families_) {
      if (holders.size() > 1) together.push_back(holders);
    }
    chance_.shuffle(together);
    if (together.size() > kFamilies) together.resize(kFamilies);
    for (auto& family : together) {
      Visit visit{std::move(family), {0}};
      while (visit.pauses.size() < visit.holders.size()) {
        visit.pauses.push_back(chance_.between(kApart, kApart + 1));
      }
      place(visit);
    }
  }

  void add_twice(const std::optional<Holder>& holder) {
    if (holder) place({{*holder, *holder}, {0, chance_.between(4, 9)}});
  }

  void add_one(const std::optional<Holder>& holder) {
    if (holder) place({{*holder}, {0}});
  }

  /// Most come soon after the doors open, few after nine.
  int draw_second() {
    const int of_hundred = chance_.between(0, 99);
    if (of_hundred < 50) return chance_.between(0, 20 * 60);
    if (of_hundred < 82) return chance_.between(20 * 60, kClose);
    return chance_.between(kClose, kEnd);
  }

  [[nodiscard]] bool is_free(int second) const {
    const auto next = made_.lower_bound(second - kApart + 1);
    return second <= kEnd && (next == made_.end() || next->first >= second + kApart);
  }

  void place(const Visit& visit) {
    for (int i = 0; i < kDrawTries; ++i) {
      std::vector<int> seconds;
      int second = draw_second();
      for (const int pause : visit.pauses) seconds.push_back(second += pause);
      const bool fits =
          std::all_of(seconds.begin(), seconds.end(), [this](int each) { return is_free(each); });
      if (!fits) continue;
      for (std::size_t k = 0; k < seconds.size(); ++k) place_at(seconds[k], visit.holders[k]);
      return;
    }
    check(false);  // fifty minutes have room for sixty
  }

  void place_at(int second, const std::optional<Holder>& holder) {
    if (!holder) return;
    const auto* pupil = holder->pupil;
    std::string named;
    if (pupil != nullptr) {
      named = pupil->upn_written.empty() ? pupil->admission_number : pupil->upn_written;
    }
    const std::int64_t opens = 8 * 3600 + 30 * 60;
    made_[second] = {TimeOfDay::from_ms((opens + second) * 1000), holder->card.text(), named};
  }

  const reg::School& school_;
  Chance chance_;
  SchoolDay day_;
  std::set<CardNumber> known_;
  std::vector<Holder> nursery_;
  std::vector<Holder> infants_;
  std::vector<Holder> left_;
  std::map<std::string, std::vector<Holder>> families_;
  std::map<int, Tap> made_;
};

}  // namespace

std::vector<Tap> late_morning(const reg::School& school, std::uint64_t seed, SchoolDay day) {
  return Morning(school, seed, day).taps();
}

}  // namespace handbell::invent
