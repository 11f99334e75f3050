#include "app/invent/enrolment.h"

#include "app/base/text.h"
#include "app/invent/school_year.h"
#include "app/invent/upn_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace handbell::invent {

namespace {

using PupilRows = std::vector<reg::PupilRecord>;

constexpr int kFirstAdmissionNumber = 2101;
constexpr int kPupilsALeaver = 90;
constexpr int kPupilsANewcomer = 140;
constexpr std::array kClubs{"breakfast-club", "choir", "walking-bus", "gardening"};

NamePart part(const std::string& text) {
  const auto name = NamePart::parse(text);
  check(name.has_value());
  return *name;
}

reg::PupilRecord row_of(const Child& child) {
  return {.id = PupilId(),
          .upn = std::nullopt,
          .upn_written = "",
          .admission_number = "",
          .surname = part(child.surname),
          .forename = part(child.forename),
          .preferred = child.preferred.empty() ? std::nullopt
                                               : std::optional<NamePart>(part(child.preferred)),
          .date_of_birth = child.born,
          .sex = child.girl ? "F" : "M",
          .group = child.group,
          .class_name = "",
          .start = SchoolDay(),
          .leaving = std::nullopt,
          .pattern = {},
          .social_worker = false,
          .groups = "",
          .language = child.language,
          .family = child.household > 0 ? fmt::format("household-{:03}", child.household) : "",
          .see_office = false,
          .never_show = false};
}

class Enrolment {
 public:
  Enrolment(const std::vector<Child>& children, int year, Chance& chance)
      : year_(year), chance_(chance), upns_(chance) {
    for (const Child& child : children) rows_.push_back(row_of(child));
    for (int y = year - 4; y <= year; ++y) years_.emplace(y, school_year(y));
  }

  void place(const std::vector<ClassShape>& classes) {
    for (const Stage stage : kStages) {
      std::vector<reg::PupilRecord*> waiting;
      for (auto& row : rows_) {
        if (stage_of(row.group) == stage) waiting.push_back(&row);
      }
      chance_.shuffle(waiting);
      auto next = waiting.begin();
      for (const ClassShape& shape : classes) {
        if (shape.stage != stage) continue;
        const std::vector<reg::PupilRecord*> members(next, next + shape.size);
        next += shape.size;
        for (auto* row : members) row->class_name = shape.name;
        if (stage == Stage::nursery) share_places(members);
      }
    }
  }

  void begin() {
    for (auto& row : rows_) row.start = start_of(row);
    auto some = movers();
    const auto count = static_cast<int>(rows_.size());
    for (int i = std::max(1, count / kPupilsALeaver); i > 0 && !some.empty(); --i) {
      some.back()->leaving =
          i % 2 == 1 ? years_.at(year_).autumn_ends : years_.at(year_).october_ends;
      some.pop_back();
    }
    for (int i = count / kPupilsANewcomer; i > 0 && !some.empty(); --i) {
      some.back()->start = years_.at(year_).starts[4];
      some.pop_back();
    }
  }

  void note_particulars() {
    for (auto& row : rows_) {
      row.social_worker = chance_.percent(2);
      row.see_office = chance_.percent(1);
      row.never_show = chance_.percent(1);
      if (!reg::is_nursery(row.group) && chance_.percent(15)) {
        row.groups = kClubs.at(chance_.below(kClubs.size()));
      }
    }
  }

  void give_numbers() {
    std::vector<std::size_t> order(rows_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::tuple(rows_[a].start, rows_[a].date_of_birth, a) <
             std::tuple(rows_[b].start, rows_[b].date_of_birth, b);
    });
    int number = kFirstAdmissionNumber;
    for (const std::size_t i : order) {
      rows_[i].admission_number = std::to_string(number++);
      rows_[i].upn = upn_of(rows_[i]);
      if (rows_[i].upn) rows_[i].upn_written = rows_[i].upn->text();
    }
  }

  PupilRows by_class(const std::vector<ClassShape>& classes) && {
    std::map<std::string, std::size_t> place;
    for (const ClassShape& shape : classes) place.emplace(shape.name, place.size());
    const auto key = [&](const reg::PupilRecord& row) {
      return std::tuple(place.at(row.class_name), folded(row.surname.text()),
                        folded(row.forename.text()), row.admission_number);
    };
    std::sort(rows_.begin(), rows_.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    std::int64_t id = 0;
    for (auto& row : rows_) row.id = PupilId(++id);
    return std::move(rows_);
  }

 private:
  /// Full days while there are places left over, then mornings and afternoons.
  void share_places(const std::vector<reg::PupilRecord*>& members) {
    const auto count = static_cast<int>(members.size());
    const int whole = std::min(count * 2 / 5, 2 * kNurseryPlaces - count);
    const int mornings = std::min((count - whole) * 2 / 3 + 1, kNurseryPlaces - whole);
    const auto only = [](const char* digits) { return *reg::AttendancePattern::parse(digits); };
    for (int i = whole; i < count; ++i) {
      members[static_cast<std::size_t>(i)]->pattern =
          i < whole + mornings ? only("1010101010") : only("0101010101");
    }
  }

  [[nodiscard]] SchoolDay half_term(int since, int number) const {
    return years_.at(since + number / 6).starts.at(static_cast<std::size_t>(number % 6));
  }

  SchoolDay start_of(const reg::PupilRecord& row) {
    const int of_hundred = chance_.between(0, 99);
    if (row.group == reg::YearGroup::n1) return half_term(year_, of_hundred < 60 ? 0 : 2);
    if (row.group == reg::YearGroup::n2) {
      return of_hundred < 65 ? half_term(year_, 0) : half_term(year_ - 1, of_hundred < 85 ? 0 : 2);
    }
    const int reception = reception_year(row.group);
    if (of_hundred < 7)
      return half_term(reception, chance_.between(1, 6 * (year_ - reception) + 2));
    if (of_hundred < 40) return half_term(reception, 0);
    return half_term(reception - 1, of_hundred < 80 ? 0 : 2);
  }

  [[nodiscard]] int reception_year(reg::YearGroup group) const {
    return year_ + static_cast<int>(reg::YearGroup::reception) - static_cast<int>(group);
  }

  /// Infants without siblings here, who were here when the year began.
  std::vector<reg::PupilRecord*> movers() {
    std::vector<reg::PupilRecord*> some;
    for (auto& row : rows_) {
      const bool here = row.start <= years_.at(year_).starts[0];
      if (here && row.family.empty() && !reg::is_nursery(row.group)) some.push_back(&row);
    }
    chance_.shuffle(some);
    return some;
  }

  std::optional<Upn> upn_of(const reg::PupilRecord& row) {
    if (row.group == reg::YearGroup::n1) return std::nullopt;
    if (row.group == reg::YearGroup::n2) {
      const int of_hundred = chance_.between(0, 99);
      if (of_hundred < 50) return upns_.ours(row.start.year());
      if (of_hundred < 65) return upns_.temporary(row.start.year());
      return std::nullopt;
    }
    const int reception = reception_year(row.group);
    const bool came_later = row.start > half_term(reception, 0);
    return came_later ? upns_.elsewhere(reception) : upns_.ours(row.start.year());
  }

  int year_;
  Chance& chance_;
  UpnMaker upns_;
  PupilRows rows_;
  std::map<int, SchoolYear> years_;
};

}  // namespace

std::vector<reg::PupilRecord> enrol(const std::vector<Child>& children,
                                    const std::vector<ClassShape>& classes, int year,
                                    Chance& chance) {
  Enrolment enrolment(children, year, chance);
  enrolment.place(classes);
  enrolment.begin();
  enrolment.note_particulars();
  enrolment.give_numbers();
  return std::move(enrolment).by_class(classes);
}

}  // namespace handbell::invent
