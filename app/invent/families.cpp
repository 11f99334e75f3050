#include "app/invent/families.h"

#include "app/invent/name_stock.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <set>

namespace handbell::invent {

namespace {

constexpr int kDaysBetweenSiblings = 335;
constexpr int kTries = 30;

class FamilyMaker {
 public:
  FamilyMaker(const YearSizes& sizes, int year, Chance& chance)
      : left_(sizes), year_(year), chance_(chance), stocks_(name_stocks()) {}

  std::vector<Child> all() {
    while (std::accumulate(left_.begin(), left_.end(), 0) > 0) add_family();
    return std::move(made_);
  }

 private:
  void add_family() {
    const NameStock& stock = draw_stock();
    Child like;
    like.surname = surname(stock);
    if (chance_.percent(stock.speaks)) like.language = stock.language;
    std::vector<Child> family{born(like, draw_group())};
    for (int more = draw_siblings(); more > 0; --more) {
      if (const auto sibling = draw_sibling(family)) family.push_back(*sibling);
    }
    if (family.size() > 1) ++households_;
    for (Child& child : family) {
      child.household = family.size() > 1 ? households_ : 0;
      name(child, stock, family);
    }
    made_.insert(made_.end(), family.begin(), family.end());
  }

  const NameStock& draw_stock() {
    int at = chance_.between(0, 99);
    for (const NameStock& stock : stocks_) {
      at -= stock.weight;
      if (at < 0) return stock;
    }
    return stocks_.front();
  }

  int draw_siblings() {
    const int of_hundred = chance_.between(0, 99);
    return of_hundred < 3 ? 2 : of_hundred < 23 ? 1 : 0;
  }

  std::string surname(const NameStock& stock) {
    std::string one = chance_.pick(stock.surnames);
    if (!stock.double_barrels || !chance_.percent(8)) return one;
    const std::string other = chance_.pick(stock.surnames);
    return other == one ? one : one + "-" + other;
  }

  /// A year group that still lacks children; the more it lacks, the likelier.
  reg::YearGroup draw_group() {
    int at = chance_.between(1, std::accumulate(left_.begin(), left_.end(), 0));
    for (const reg::YearGroup group : reg::kYearGroups) {
      at -= left_.at(static_cast<std::size_t>(group));
      if (at <= 0) return group;
    }
    return reg::kYearGroups.back();
  }

  Child born(Child like, reg::YearGroup group) {
    const auto days = born_between(group, year_);
    like.group = group;
    like.born = days.first.plus(chance_.between(0, days.last.number() - days.first.number()));
    like.girl = chance_.percent(49);
    --left_.at(static_cast<std::size_t>(group));
    return like;
  }

  std::optional<Child> draw_sibling(const std::vector<Child>& family) {
    const Child& first = family.front();
    const bool room = left_.at(static_cast<std::size_t>(first.group)) > 0;
    if (room && family.size() == 1 && chance_.percent(8)) {
      Child twin = born(first, first.group);
      twin.born = first.born;
      return twin;
    }
    for (int i = 0; i < kTries && std::accumulate(left_.begin(), left_.end(), 0) > 0; ++i) {
      const Child other = born(first, draw_group());
      const bool fits = std::all_of(family.begin(), family.end(), [&](const Child& child) {
        return std::abs(child.born.number() - other.born.number()) >= kDaysBetweenSiblings;
      });
      if (fits) return other;
      ++left_.at(static_cast<std::size_t>(other.group));
    }
    return std::nullopt;
  }

  /// Siblings differ by their forenames, and so do namesakes at this school while there are names.
  void name(Child& child, const NameStock& stock, const std::vector<Child>& family) {
    for (int i = 0; i < kTries; ++i) {
      const Forename& drawn = chance_.pick(child.girl ? stock.girls : stock.boys);
      const bool in_family = std::any_of(family.begin(), family.end(), [&](const Child& sibling) {
        return sibling.forename == drawn.text;
      });
      if (in_family) continue;
      child.forename = drawn.text;
      child.preferred = preferred(drawn, stock, child);
      if (taken_.insert(drawn.text + " " + child.surname).second) return;
    }
    check(!child.forename.empty());
  }

  std::string preferred(const Forename& drawn, const NameStock& stock, const Child& child) {
    if (drawn.preferred.empty()) return "";
    const bool wants =
        stock.own_script ? !child.language.empty() && chance_.percent(50) : chance_.percent(45);
    return wants ? drawn.preferred : "";
  }

  YearSizes left_;
  int year_;
  Chance& chance_;
  std::vector<NameStock> stocks_;
  std::vector<Child> made_;
  std::set<std::string> taken_;
  int households_ = 0;
};

}  // namespace

BornBetween born_between(reg::YearGroup group, int year) {
  const int born = year - 3 - static_cast<int>(group);
  const auto first = SchoolDay::from_parts(born, 9, 1);
  const auto last = SchoolDay::from_parts(born + 1, 8, 31);
  check(first.has_value() && last.has_value());
  return {*first, *last};
}

std::vector<Child> invent_children(const YearSizes& sizes, int year, Chance& chance) {
  return FamilyMaker(sizes, year, chance).all();
}

}  // namespace handbell::invent
