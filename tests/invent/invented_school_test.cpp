// What is true of every school that can be invented, and what the demo's school must show.
#include "app/invent/invented_school.h"

#include "app/exchange/calendar_file.h"
#include "app/exchange/card_file.h"
#include "app/exchange/pupil_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace handbell::invent {
namespace {

/// Ages on 31 August before the year begins; the nursery's younger are two.
int age_of(reg::YearGroup group) { return static_cast<int>(group) + 2; }

bool was_born_for(const reg::PupilRecord& pupil, int year) {
  const SchoolDay born = pupil.date_of_birth;
  const int turned = year - born.year() - (born.month() >= 9 ? 1 : 0);
  return turned == age_of(pupil.group);
}

bool is_in_script(const reg::PupilRecord& pupil, const std::string& lead_bytes) {
  return pupil.preferred && pupil.preferred->text().find_first_of(lead_bytes) == 0;
}

const std::string kArabicLead = "\xD8\xD9\xDA\xDB";
const std::string kBengaliLead = "\xE0";

class ManySchools : public testing::Test {
 protected:
  template <class Check>
  static void each(Check check) {
    for (const int pupils : {1, 30, 31, 97, 280, 777, 2000}) {
      for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const Plan plan{seed * 7919, pupils, 2018 + static_cast<int>(seed)};
        SCOPED_TRACE(testing::Message() << "seed " << plan.seed << ", " << pupils << " pupils");
        const auto school = invent_school(plan);
        ASSERT_TRUE(school) << sentence(school.error());
        check(*school, plan);
      }
    }
  }
};

TEST_F(ManySchools, have_as_many_pupils_as_were_asked_for_with_valid_numbers_of_their_own) {
  each([](const reg::School& school, const Plan& plan) {
    EXPECT_EQ(school.pupils.size(), static_cast<std::size_t>(plan.pupils));
    std::set<std::string> upns;
    std::set<std::string> numbers;
    for (const auto& pupil : school.pupils) {
      EXPECT_TRUE(numbers.insert(pupil.admission_number).second);
      EXPECT_EQ(pupil.upn.has_value(), !pupil.upn_written.empty());
      if (!reg::is_nursery(pupil.group)) {
        EXPECT_TRUE(pupil.upn && !pupil.upn->is_temporary());
      }
      if (!pupil.upn) continue;
      EXPECT_TRUE(Upn::parse(pupil.upn_written));
      EXPECT_EQ(pupil.upn_written.substr(1, 2), "99") << "an authority that does not exist";
      EXPECT_TRUE(upns.insert(pupil.upn_written).second) << pupil.upn_written;
    }
  });
}

TEST_F(ManySchools, have_children_of_the_age_of_their_year_group) {
  each([](const reg::School& school, const Plan& plan) {
    for (const auto& pupil : school.pupils) {
      EXPECT_TRUE(was_born_for(pupil, plan.year))
          << reg::text_of(pupil.group) << " " << pupil.date_of_birth.text();
      const int days_old = pupil.start.number() - pupil.date_of_birth.number();
      EXPECT_GE(days_old, 2 * 365) << "nobody starts before two";
      EXPECT_FALSE(pupil.start.is_weekend());
      if (pupil.leaving) {
        EXPECT_LT(pupil.start, *pupil.leaving);
      }
    }
  });
}

TEST_F(ManySchools, have_infant_classes_of_thirty_at_most_and_nursery_sessions_of_26) {
  each([](const reg::School& school, const Plan& plan) {
    std::map<std::string, int> children;
    std::map<std::string, std::set<reg::YearGroup>> groups;
    std::map<std::string, int> sessions;
    const SchoolDay monday = *SchoolDay::parse("2026-01-12");
    for (const auto& pupil : school.pupils) {
      groups[pupil.class_name].insert(pupil.group);
      if (!reg::is_nursery(pupil.group)) {
        ++children[pupil.class_name];
        EXPECT_EQ(pupil.pattern, reg::AttendancePattern());
        continue;
      }
      for (const Half half : {Half::am, Half::pm}) {
        const bool comes = pupil.pattern.expects({monday, half});
        sessions[pupil.class_name + std::string(text_of(half))] += comes ? 1 : 0;
      }
    }
    for (const auto& [name, count] : children) {
      EXPECT_LE(count, 30) << name;
      EXPECT_EQ(groups[name].size(), 1U) << name;
    }
    for (const auto& [name, count] : sessions) EXPECT_LE(count, 26) << name;
    EXPECT_LE(groups.size(), reg::kMostClasses);
    if (plan.pupils >= 30) {
      EXPECT_GE(groups.size(), 4U);
    }
  });
}

TEST_F(ManySchools, have_siblings_who_share_surname_and_language_and_are_born_apart_or_twins) {
  each([](const reg::School& school, const Plan& plan) {
    std::map<std::string, std::vector<const reg::PupilRecord*>> families;
    for (const auto& pupil : school.pupils) {
      if (!pupil.family.empty()) families[pupil.family].push_back(&pupil);
    }
    if (plan.pupils >= 97) {
      EXPECT_GE(families.size(), static_cast<std::size_t>(plan.pupils) / 12);
    }
    for (const auto& [name, members] : families) {
      ASSERT_GE(members.size(), 2U) << name;
      for (std::size_t i = 1; i < members.size(); ++i) {
        const auto& one = *members[i - 1];
        const auto& other = *members[i];
        EXPECT_EQ(one.surname, other.surname);
        EXPECT_EQ(one.language, other.language);
        EXPECT_NE(one.forename, other.forename);
        const int days = std::abs(one.date_of_birth.number() - other.date_of_birth.number());
        EXPECT_TRUE(days == 0 || days > 300) << name << ": " << days;
      }
    }
  });
}

TEST_F(ManySchools, have_cards_that_are_nobody_elses_and_can_be_a_childs) {
  each([](const reg::School& school, const Plan& plan) {
    std::set<CardNumber> seen;
    std::map<std::int64_t, int> held;
    for (const auto& card : school.cards) {
      EXPECT_TRUE(seen.insert(card.uid).second) << card.uid.text();
      EXPECT_TRUE(card.uid.fit_as_identity()) << card.uid.text();
      const auto& bytes = card.uid.bytes();
      EXPECT_TRUE(bytes.size() == 4 || (bytes.size() == 7 && bytes[0] == 0x04));
      const auto* pupil = school.pupil(card.pupil);
      ASSERT_NE(pupil, nullptr);
      EXPECT_GE(card.issued, pupil->start);
      if (card.revoked) {
        EXPECT_LT(card.issued, *card.revoked);
      } else {
        ++held[card.pupil.number()];
      }
    }
    for (const auto& [pupil, count] : held) EXPECT_EQ(count, 1) << pupil;
    if (plan.pupils >= 97) {
      EXPECT_GE(held.size() * 100, school.pupils.size() * 85);
    }
  });
}

TEST_F(ManySchools, are_taken_by_the_importers_row_by_row_as_they_were_invented) {
  each([](const reg::School& school, const Plan& plan) {
    const auto pupils = exchange::parse_pupils("pupils.csv", exchange::write_pupils(school.pupils));
    ASSERT_TRUE(pupils) << sentence(pupils.error());
    EXPECT_TRUE(pupils->refused.empty());
    EXPECT_TRUE(pupils->remarks.empty()) << pupils->remarks.front();
    const auto merged = reg::merge_pupils(reg::School(), pupils->rows);
    ASSERT_TRUE(merged) << sentence(merged.error());
    EXPECT_EQ(merged->rows, school.pupils);
    const auto cards = exchange::parse_cards(
        "cards.csv", exchange::write_cards(school.cards, school), school, SchoolDay());
    ASSERT_TRUE(cards) << sentence(cards.error());
    EXPECT_TRUE(cards->refused.empty());
    EXPECT_EQ(cards->rows, school.cards);
    reg::School bare = school;
    bare.cards.clear();
    if (plan.pupils < 1000) {
      const auto given = reg::merge_cards(bare, cards->rows);
      EXPECT_TRUE(given) << sentence(given.error());
    }
    const auto calendar = exchange::parse_calendar(
        "calendar.csv", exchange::write_calendar(school.calendar.periods()));
    ASSERT_TRUE(calendar) << sentence(calendar.error());
    EXPECT_TRUE(calendar->refused.empty());
    EXPECT_EQ(calendar->rows, school.calendar.periods());
  });
}

TEST(InventedSchool, is_the_same_for_a_seed_and_another_for_another) {
  const auto one = invent_school({5, 280, 2025});
  const auto again = invent_school({5, 280, 2025});
  const auto other = invent_school({6, 280, 2025});
  ASSERT_TRUE(one && again && other);
  EXPECT_EQ(one->pupils, again->pupils);
  EXPECT_EQ(one->cards, again->cards);
  EXPECT_NE(one->pupils, other->pupils);
}

TEST(InventedSchool, refuses_sizes_and_years_that_no_school_has) {
  EXPECT_EQ(invent_school({1, 0, 2025}).error().code, FaultCode::bad_number);
  EXPECT_EQ(invent_school({1, 2001, 2025}).error().code, FaultCode::too_many);
  EXPECT_EQ(invent_school({1, 280, 25}).error().code, FaultCode::bad_number);
}

class DemoSchool : public testing::Test {
 protected:
  template <class Is>
  [[nodiscard]] auto count(Is is) const {
    return std::count_if(school_.pupils.begin(), school_.pupils.end(), is);
  }
  reg::School school_ = *invent_school({});
};

TEST_F(DemoSchool, has_280_children_in_nine_classes_each_with_a_picture) {
  std::set<std::string> classes;
  for (const auto& pupil : school_.pupils) classes.insert(pupil.class_name);
  EXPECT_EQ(school_.pupils.size(), 280U);
  EXPECT_EQ(classes.size(), 9U);
  EXPECT_EQ(school_.pictures.size(), 9U);
}

TEST_F(DemoSchool, has_names_as_English_schools_have_them) {
  std::set<std::string> names;
  for (const auto& pupil : school_.pupils) {
    names.insert(pupil.surname.text());
    names.insert(pupil.forename.text());
  }
  for (const char* name : {"Łukasz", "Nguyễn", "Zoë", "O'Neill", "Al-Hassan", "Khan", "Smith"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
  EXPECT_GE(count([](const auto& p) { return is_in_script(p, kArabicLead); }), 5);
  EXPECT_GE(count([](const auto& p) { return is_in_script(p, kBengaliLead); }), 3);
  EXPECT_GE(count([](const auto& p) { return p.language == "so"; }), 1);
  const auto languages = count([](const auto& p) { return !p.language.empty(); });
  EXPECT_GE(languages, 280 * 17 / 100);
  EXPECT_LE(languages, 280 * 24 / 100);
}

TEST_F(DemoSchool, has_the_children_whom_the_door_must_treat_with_care) {
  const SchoolDay day = *SchoolDay::parse("2026-01-12");
  EXPECT_GE(count([](const auto& p) { return p.see_office; }), 1);
  EXPECT_GE(count([](const auto& p) { return p.never_show; }), 1);
  EXPECT_GE(count([&](const auto& p) { return p.leaving && *p.leaving < day; }), 1);
  EXPECT_GE(count([&](const auto& p) { return p.start > day; }), 1);
  EXPECT_GE(count([](const auto& p) { return p.upn && p.upn->is_temporary(); }), 1);
  EXPECT_GE(count([](const auto& p) { return !p.upn; }), 1);
}

}  // namespace
}  // namespace handbell::invent
