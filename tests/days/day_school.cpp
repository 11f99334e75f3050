#include "day_school.h"

#include "app/base/text.h"

#include "sentences.h"
#include "small_school.h"

#include <set>

namespace handbell::days {

namespace {

using RollAsked = SentenceFor<DaySchool>::Asked;

reg::PupilRecord& record(DaySchool& school, PupilId id) {
  return school.pupils.at(static_cast<std::size_t>(id.number() - 1));
}

/// Does `change` to the child that the first group names.
template <class Change>
Answer to_child(DaySchool& school, const RollAsked& asked, Change change) {
  const auto id = school.roll.find(asked.part(1));
  if (!id) return unread(id.error());
  return change(record(school, *id));
}

Answer class_line(DaySchool& school, const RollAsked& asked) {
  const auto group = reg::parse_year_group(asked.part(2));
  if (!group) return unread(sentence(group.error()));
  for (const auto& part : split(asked.part(3), ',')) {
    const std::string name = trimmed(part);
    const auto id = school.roll.add(name, asked.part(1));
    if (!id) return unread(id.error());
    const auto& child = school.roll.child(*id);
    auto pupil =
        pupil_named(child.forename.c_str(), child.surname.c_str(), static_cast<int>(id->number()));
    pupil.class_name = asked.part(1);
    pupil.group = *group;
    school.pupils.push_back(std::move(pupil));
  }
  return "";
}

Answer siblings(DaySchool& school, const RollAsked& asked) {
  const auto ids = school.roll.list(asked.part(1));
  if (!ids) return unread(ids.error());
  for (const PupilId id : *ids) record(school, id).family = "family of " + asked.part(1);
  return "";
}

Answer born(DaySchool& school, const RollAsked& asked) {
  return to_child(school, asked, [&](reg::PupilRecord& pupil) -> Answer {
    const auto day = SchoolDay::parse(asked.part(2));
    if (!day) return unread(sentence(day.error()));
    pupil.date_of_birth = *day;
    return "";
  });
}

Answer on_roll(DaySchool& school, const RollAsked& asked) {
  return to_child(school, asked, [&](reg::PupilRecord& pupil) -> Answer {
    const auto day = SchoolDay::parse(asked.part(3));
    if (!day) return unread(sentence(day.error()));
    if (asked.part(2) == "starts") {
      pupil.start = *day;
    } else {
      pupil.leaving = *day;
    }
    return "";
  });
}

/// "Monday and Tuesday mornings", "every morning".
Answer pattern(DaySchool& school, const RollAsked& asked) {
  static const std::vector<std::string> kDays{"Monday", "Tuesday", "Wednesday", "Thursday",
                                              "Friday"};
  const std::string& when = asked.part(2);
  const auto has = [&](const std::string& word) { return when.find(word) != std::string::npos; };
  std::string digits;
  for (const auto& day : kDays) {
    const bool comes = has(day) || has("every");
    digits += comes && !has("afternoon") ? '1' : '0';
    digits += comes && !has("morning") ? '1' : '0';
  }
  const auto parsed = reg::AttendancePattern::parse(digits);
  return to_child(school, asked, [&](reg::PupilRecord& pupil) -> Answer {
    if (!parsed) return unread(sentence(parsed.error()));
    pupil.pattern = *parsed;
    return "";
  });
}

Answer asked_to_office(DaySchool& school, const RollAsked& asked) {
  return to_child(school, asked, [](reg::PupilRecord& pupil) -> Answer {
    pupil.see_office = true;
    return "";
  });
}

Answer never_shown(DaySchool& school, const RollAsked& asked) {
  return to_child(school, asked, [](reg::PupilRecord& pupil) -> Answer {
    pupil.never_show = true;
    return "";
  });
}

Answer hidden_link(DaySchool& school, const RollAsked& asked) {
  return to_child(school, asked, [](reg::PupilRecord& pupil) -> Answer {
    pupil.hide_siblings = true;
    return "";
  });
}

Answer known_beforehand(DaySchool& school, const RollAsked& asked) {
  const auto code = reg::Code::parse(asked.part(1));
  if (!code) return unread(sentence(code.error()));
  const auto id = school.roll.find(asked.part(2));
  if (!id) return unread(id.error());
  const Half half = asked.part(3) == "afternoon" ? Half::pm : Half::am;
  school.plans.push_back({*id, {school.day, half}, {*code, true}});
  return "";
}

Answer closed(DaySchool& school, const RollAsked& asked) {
  reg::Period period{school.day, school.day, reg::PeriodKind::closure, asked.part(3), {}};
  const std::string& how = asked.part(1);
  if (how == "at short notice") period.kind = reg::PeriodKind::unplanned;
  if (how == "for training") period.kind = reg::PeriodKind::training;
  if (!asked.part(2).empty()) period.groups = {asked.part(2)};
  school.periods.push_back(std::move(period));
  return "";
}

Answer afternoon(DaySchool& school, const RollAsked& asked) {
  const auto by = TimeOfDay::parse(asked.part(1));
  const auto taken = TimeOfDay::parse(asked.part(2));
  const auto closes = TimeOfDay::parse(asked.part(3));
  if (!by || !taken || !closes) return unread("three times of day are wanted");
  for (const reg::YearGroup group : reg::kYearGroups) {
    const Status added =
        school.times.add({school.periods.front().from, group, Half::pm, {*by, *taken, *closes}});
    if (!added) return unread(sentence(added.error()));
  }
  return "";
}

Answer doors(DaySchool& school, const RollAsked& asked) {
  school.doors.clear();
  for (const auto& name : split(asked.part(1), ',')) school.doors.push_back(trimmed(name));
  return "";
}

const std::vector<SentenceFor<DaySchool>>& school_sentences() {
  static const std::vector<SentenceFor<DaySchool>> kSentences{
      {"siblings: (.+)", siblings},
      {"doors: (.+)", doors},
      {"known beforehand: (\\S+) for (.+?), (morning|afternoon)", known_beforehand},
      {"school is closed (at short notice|as planned|for training)(?: for (.+))?: (.+)", closed},
      {"afternoon: due by (.+), taken by (.+), closes (.+)", afternoon},
      {"(.+) was born on (.+)", born},
      {"(.+) (starts|leaves) on (.+)", on_roll},
      {"(.+) comes on (.+)", pattern},
      {"(.+) is asked to see the office", asked_to_office},
      {"(.+) is never shown by name", never_shown},
      {"the sibling links of (.+) are hidden", hidden_link},
      {"([^,:]+), (Nursery|Reception|Year 1|Year 2): (.+)", class_line}};
  return kSentences;
}

}  // namespace

Reading<DaySchool> read_school(const DayFile& file) {
  DaySchool school;
  school.day = file.day;
  school.periods = {
      {on("2025-09-01"), on("2026-12-18"), reg::PeriodKind::term, "All days of these tests", {}}};
  school.times = reg::policy_times(on("2025-09-01"));
  for (const DayLine& line : file.school) {
    const auto answer = say(school_sentences(), school, line);
    if (!answer) {
      return unread(file.name + ":" + std::to_string(line.number) + ": " + answer.error());
    }
  }
  return school;
}

Status put(const DaySchool& school, reg::Store& store) {
  if (Status named = store.name_school("Oak Lane Infants"); !named) return named;
  if (const auto rows = store.put_pupils(school.pupils); !rows) return fail(rows.error());
  if (const auto rows = store.put_periods(school.periods); !rows) return fail(rows.error());
  if (Status times = store.put_times(school.times); !times) return times;
  std::vector<reg::CardRecord> cards;
  for (const PupilId id : school.roll.everybody()) {
    cards.push_back({card_of(id), id, on("2025-09-02"), std::nullopt});
  }
  std::set<std::string> families;
  for (const auto& pupil : school.pupils) {
    const PupilId id = school.roll.find(pupil.full_name()).value_or(PupilId());
    if (pupil.family.empty() || !families.insert(pupil.family).second) continue;
    cards.push_back({family_card_of(id), PupilId(), on("2025-09-02"), std::nullopt, pupil.family});
  }
  if (const auto rows = store.put_cards(cards); !rows) return fail(rows.error());
  for (const auto& plan : school.plans) {
    if (Status planned = store.put_plan(plan); !planned) return planned;
  }
  return {};
}

CardNumber card_of(PupilId pupil) {
  const Bytes bytes{0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, static_cast<std::uint8_t>(pupil.number())};
  return *CardNumber::from_bytes(bytes);
}

CardNumber family_card_of(PupilId pupil) {
  const Bytes bytes{0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xFA, static_cast<std::uint8_t>(pupil.number())};
  return *CardNumber::from_bytes(bytes);
}

CardNumber unknown_card() { return *CardNumber::parse("04FFEEDDCCBBAA"); }

}  // namespace handbell::days
