// A school with one family whose absence is followed up, and a champion before the office's pages.
#pragma once

#include "golden.h"
#include "office_fixture.h"
#include "some_case.h"
#include <gmock/gmock.h>

namespace handbell::office {

using testing::HasSubstr;
using testing::Not;
using Fields = std::vector<std::pair<std::string, std::string>>;

class CaseTest : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    auto pupils = three_pupils();
    pupils[0].date_of_birth = on("2020-03-04");
    pupils[1].start = on("2026-01-05");
    const reg::Contact mother{PupilId(1), 1, *NamePart::parse("Nadia Khan"), "mother", true, {}, {},
                              true,       ""};
    const reg::Contact father{PupilId(1), 2, *NamePart::parse("Omar Khan"), "father", true, {}, {},
                              true,       ""};
    ASSERT_TRUE(writer_->ask([&](store::Register& held) -> Status {
      if (auto put = held.put_pupils(pupils); !put) return fail(put.error());
      if (auto put = held.put_contacts({mother, father}); !put) return fail(put.error());
      return {};
    }));
    become(reg::Role::champion);
  }
  void become(reg::Role role) {
    gate_.become("Łucja Wójcik", "Senior attendance champion", {role});
  }
  void absent(int pupil, const char* from, int days, const char* code) {
    std::vector<reg::MarkDraft> drafts;
    const auto by = *reg::Author::parse("J Okoro, Class teacher");
    for (int i = 0; i < days; ++i) {
      const auto day = on(from).plus(i);
      if (day.is_weekend()) continue;
      for (const Half half : {Half::am, Half::pm}) {
        const std::string used = code[0] == '/' && half == Half::pm ? "\\" : code;
        drafts.push_back({PupilId(pupil),
                          {day, half},
                          reg::code_of(used),
                          {},
                          {},
                          "register",
                          "Class teacher",
                          by});
      }
    }
    ASSERT_TRUE(
        writer_->ask([&](store::Register& held) { return held.enter(drafts, clock_.at()); }));
  }
  std::vector<std::uint64_t> put(const std::vector<reg::CaseNote>& notes) {
    return *writer_->ask([&](store::Register& held) {
      return held.write_case(notes, instant("2026-01-12T08:30:00"));
    });
  }
  std::vector<reg::CaseNoteGiven> notes(int pupil = 1) {
    return *writer_->ask([&](store::Register& held) { return held.case_notes(PupilId(pupil)); });
  }
  static std::string form(const Fields& fields, const Fields& changed = {}) {
    std::string body;
    for (const auto& [name, value] : fields) {
      std::string used = value;
      for (const auto& [other, instead] : changed) used = other == name ? instead : used;
      body += (body.empty() ? "" : "&") + name + "=" + net::encoded(used);
    }
    return body;
  }
  void refused(const Fields& fields, const Fields& changed, const std::string& words) {
    const auto before = notes().size();
    const auto page = post("/attendance/case/step", form(fields, changed));
    EXPECT_EQ(page.status, 422) << form({}, changed);
    EXPECT_THAT(page.body, HasSubstr("There is a problem"));
    EXPECT_THAT(page.body, HasSubstr(words));
    EXPECT_EQ(notes().size(), before) << "nothing is changed";
  }
  std::vector<reg::Reading> reads() {
    auto all = *audit_->read(instant("2026-01-01T00:00:00"), instant("2027-01-01T00:00:00"), 100);
    std::erase_if(all, [](const auto& one) { return one.kind != reg::ReadKind::case_read; });
    return all;
  }
};

}  // namespace handbell::office
