#include "app/register/school.h"

#include "app/register/school_age.h"

#include <algorithm>
#include <array>
#include <utility>

namespace handbell::reg {

namespace {

const PupilRecord* find(const std::vector<PupilRecord>& pupils, std::string_view upn,
                        std::string_view admission_number) {
  for (const PupilRecord& pupil : pupils) {
    if (!upn.empty() && pupil.upn_written == upn) return &pupil;
    if (!admission_number.empty() && pupil.admission_number == admission_number) return &pupil;
  }
  return nullptr;
}

std::string name_of(const PupilRecord& row) {
  return row.upn_written.empty() ? row.admission_number : row.upn_written;
}

/// A hidden link shares nothing, not even a first contact: its time on the screen would tell (D13).
std::string family_at_door(const PupilRecord& pupil) {
  return pupil.hide_siblings ? std::string() : pupil.family;
}

}  // namespace

const PupilRecord* School::pupil(PupilId id) const {
  const auto at =
      std::lower_bound(pupils.begin(), pupils.end(), id,
                       [](const PupilRecord& p, PupilId wanted) { return p.id < wanted; });
  return at != pupils.end() && at->id == id ? &*at : nullptr;
}

const PupilRecord* School::holder(const CardRecord& card) const {
  if (card.family.empty()) return pupil(card.pupil);
  const auto at = std::ranges::find(pupils, card.family, &PupilRecord::family);
  return at == pupils.end() ? nullptr : &*at;
}

const PupilRecord* School::named(std::string_view text) const { return find(pupils, text, text); }

Result<Merged<PupilRecord>> merge_pupils(const School& school, std::vector<PupilRecord> rows) {
  Merged<PupilRecord> merged;
  std::vector<PupilRecord> all = school.pupils;
  std::int64_t newest = all.empty() ? 0 : all.back().id.number();
  for (PupilRecord& row : rows) {
    if (row.upn_written.empty() && row.admission_number.empty()) {
      return fail(FaultCode::pupil_not_named, row.full_name());
    }
    const auto* by_upn = find(all, row.upn_written, "");
    const auto* by_number = find(all, "", row.admission_number);
    if (by_upn != nullptr && by_number != nullptr && by_upn != by_number) {
      return fail(FaultCode::pupil_twice, name_of(row));
    }
    const auto* known = by_upn != nullptr ? by_upn : by_number;
    row.id = known != nullptr ? known->id : PupilId(++newest);
    if (known != nullptr && *known == row) {
      ++merged.count.unchanged;
      continue;
    }
    if (known != nullptr) {
      ++merged.count.changed;
      all[static_cast<std::size_t>(known - all.data())] = row;
    } else {
      ++merged.count.added;
      all.push_back(row);
    }
    merged.rows.push_back(row);
  }
  if (all.size() > kMostPupils) {
    return fail(FaultCode::too_many, std::to_string(all.size()) + " pupils, 2,000 at most");
  }
  return merged;
}

Result<Merged<Period>> merge_periods(const School& school, const std::vector<Period>& rows) {
  Merged<Period> merged;
  merged.rows = school.calendar.periods();
  for (const Period& row : rows) {
    if (std::find(merged.rows.begin(), merged.rows.end(), row) != merged.rows.end()) {
      ++merged.count.unchanged;
      continue;
    }
    merged.rows.push_back(row);
    ++merged.count.added;
  }
  const auto whole = Calendar::from_periods(merged.rows);
  if (!whole) return fail(whole.error());
  return merged;
}

std::string picture_for(std::string_view class_name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 28> kAnimals{
      {{"Owls", "owl"},
       {"Foxes", "fox"},
       {"Hedgehogs", "hedgehog"},
       {"Rabbits", "rabbit"},
       {"Bears", "bear"},
       {"Ladybirds", "ladybird"},
       {"Ducklings", "duckling"},
       {"Frogs", "frog"},
       {"Bees", "bee"},
       {"Otters", "otter"},
       {"Robins", "robin"},
       {"Badgers", "badger"},
       {"Squirrels", "squirrel"},
       {"Kingfishers", "kingfisher"},
       {"Lions", "lion"},
       {"Tigers", "tiger"},
       {"Turtles", "turtle"},
       {"Whales", "whale"},
       {"Penguins", "penguin"},
       {"Pandas", "panda"},
       {"Koalas", "koala"},
       {"Dolphins", "dolphin"},
       {"Butterflies", "butterfly"},
       {"Mice", "mouse"},
       {"Swans", "swan"},
       {"Seals", "seal"},
       {"Deer", "deer"},
       {"Snails", "snail"}}};
  for (const auto& [animals, picture] : kAnimals) {
    if (class_name.find(animals) != std::string_view::npos) return std::string(picture);
  }
  return "";
}

PupilFacts facts_of(const School& school, const PupilRecord& pupil, SessionId session,
                    std::optional<Code> existing) {
  PupilFacts facts;
  facts.group = pupil.group;
  facts.class_name = pupil.class_name;
  facts.family = family_at_door(pupil);
  facts.window = school.times.window(pupil.group, session);
  facts.day = school.calendar.state(session.day, text_of(pupil.group), pupil.class_name);
  facts.on_roll = pupil.on_roll(session.day);
  facts.expected = pupil.pattern.expects(session);
  facts.of_school_age = school_age_from(pupil.date_of_birth) <= session.day;
  facts.existing = existing;
  for (const PupilPlan& plan : school.plans) {
    if (plan.pupil == pupil.id && plan.session == session) facts.planned = plan.plan;
  }
  return facts;
}

DoorBook door_book_of(const School& school, Instant made, SchoolDay today, const HashOfCard& hash) {
  DoorBook book;
  book.version = school.version;
  book.made = made;
  book.school_name = school.name;
  book.pictures = school.pictures;
  book.calendar = school.calendar;
  book.times = school.times;
  book.reasons = with_built_in(school.reasons);
  book.evacuation = school.evacuating();
  for (const PupilRecord& pupil : school.pupils) {
    DoorPupil known;
    known.id = pupil.id;
    if (!pupil.never_show) known.shown_name = shown_as(pupil.called(), pupil.surname);
    known.class_name = pupil.class_name;
    known.group = pupil.group;
    known.birth_month = pupil.date_of_birth.month();
    known.family = family_at_door(pupil);
    known.language = pupil.language;
    known.see_office = pupil.see_office;
    known.never_show = pupil.never_show;
    known.start = pupil.start;
    known.leaving = pupil.leaving;
    known.pattern = pupil.pattern;
    for (const PupilPlan& plan : school.plans) {
      const bool near = plan.session.day >= today && plan.session.day <= today.plus(kDoorPlanDays);
      if (plan.pupil == pupil.id && near) known.plans.push_back({plan.session, plan.plan});
    }
    book.pupils.push_back(std::move(known));
  }
  for (const CardRecord& card : school.cards) {
    if (card.revoked) continue;
    if (card.family.empty()) {
      book.cards[hash(card.uid)] = card.pupil;
    } else {
      book.family_cards[hash(card.uid)] = card.family;
    }
  }
  for (const StaffCardRecord& card : school.staff_cards) {
    if (!card.revoked) book.staff_cards.push_back({hash(card.uid), card.pin, card.release});
  }
  return book;
}

}  // namespace handbell::reg
