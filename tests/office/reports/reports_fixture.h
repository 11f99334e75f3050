// A school with four classes, one of three children, and a term's marks: what the reports are
// counted from.
#pragma once

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

namespace handbell::office {

class ReportsTest : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    auto rows = three_pupils();
    for (int i = 4; i < 34; ++i) rows.push_back(child(i));
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.put_pupils(rows); }));
    for (const char* day : {"2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09"}) {
      enter_day(day);
    }
    clock_.set("2026-01-16T16:10:00");
  }

  /// Foxes and Hares of Year 1 and 2 beside the two Owls of Reception.
  static reg::PupilRecord child(int number) {
    auto pupil = pupil_named("Forename", "Surname", number);
    pupil.class_name = number < 18 ? "Foxes" : "Hares";
    pupil.group = number < 18 ? reg::YearGroup::year_1 : reg::YearGroup::year_2;
    if (number % 3 == 0) pupil.groups = "SEND;choir";
    if (number % 7 == 0) pupil.social_worker = true;
    return pupil;
  }

  static const char* code_for(int pupil, int day, Half half) {
    if (pupil == 9 && day == 2) return "T";
    if (pupil % 8 == 0) return "I";
    if (pupil == 10 && half == Half::am) return "L";
    if (pupil == 20 && day == 4) return "N";
    return half == Half::am ? "/" : "\\";
  }

  void enter_day(const char* text) {
    const SchoolDay day = on(text);
    std::vector<reg::MarkDraft> drafts;
    for (int pupil = 1; pupil < 34; ++pupil) {
      for (const Half half : {Half::am, Half::pm}) {
        const char* code = code_for(pupil, static_cast<int>(day.weekday()), half);
        const auto minutes = std::string(code) == "L" ? std::optional<int>(17) : std::nullopt;
        drafts.push_back({PupilId(pupil),
                          {day, half},
                          reg::code_of(code),
                          minutes,
                          std::nullopt,
                          "register taken",
                          "Class teacher",
                          *reg::Author::from("J Okoro", "Class teacher")});
      }
    }
    const auto done = writer_->ask(
        [&](store::Register& held) { return held.enter(drafts, instant("2026-01-09T15:00:00")); });
    ASSERT_TRUE(done) << sentence(done.error());
  }

  void become(reg::Role role) {
    gate_.become("P Nowak", std::string(reg::text_of(role)).c_str(), {role}, {"Foxes"});
  }

  /// What was written into the history of who read what.
  std::vector<std::string> taken_down() {
    std::vector<std::string> words;
    const auto all =
        audit_->read(instant("2026-01-01T00:00:00"), instant("2027-01-01T00:00:00"), 99);
    for (const auto& each : *all) {
      words.push_back(std::string(reg::words_of(each.kind)) + ": " + each.words);
    }
    return words;
  }
};

}  // namespace handbell::office
