// The longer lists of a school: contacts, staff, marks taken elsewhere, and what leaves for a
// family. Whatever stands in them, rows or sentences.
#include "app/exchange/contact_file.h"
#include "app/exchange/mark_file.h"
#include "app/exchange/name_redactor.h"
#include "app/exchange/staff_file.h"

#include "mutations.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::fuzz {
namespace {

reg::School school() {
  reg::School made;
  made.pupils = reg::merge_pupils(made, three_pupils())->rows;
  made.calendar = *reg::Calendar::from_periods(one_year());
  return made;
}

template <class Row>
void expect_rows_or_reasons(const exchange::Parsed<Row>& parsed) {
  EXPECT_EQ(parsed.rows.size(), parsed.lines.size());
  for (const auto& refusal : parsed.refused) {
    EXPECT_FALSE(refusal.reason.empty() || refusal.column.empty() || refusal.line < 2);
  }
}

TEST(FuzzLists, contacts_are_rows_or_refusals_and_are_written_as_they_were_read) {
  const auto known = school();
  Mutations inputs({std::string(
      "AdmissionNumber,Order,ContactName,Relationship,ParentalResponsibility,Phone1,Phone2,"
      "MayCollect,CourtOrderNote\n1001,1,Nadia Khan,Mother,Y,+44 7700 900123,,Y,\n"
      "1002,2,\"Ann, Ross\",Aunt,N,01632 960123 ext 4,,N,\"Not, alone\"\n")});
  for (int i = 0; i < rounds(); ++i) {
    const auto parsed = exchange::parse_contacts("c.csv", inputs.next_text(), known);
    if (!parsed) continue;
    expect_rows_or_reasons(*parsed);
    const auto again =
        exchange::parse_contacts("c.csv", exchange::write_contacts(parsed->rows, known), known);
    ASSERT_TRUE(again || parsed->rows.empty());
    if (again) {
      EXPECT_EQ(again->rows.size(), parsed->rows.size());
    }
  }
}

TEST(FuzzLists, staff_are_rows_or_refusals_and_are_written_as_they_were_read) {
  const auto known = school();
  Mutations inputs(
      {std::string("StaffId,Name,Position,Role,Classes\nS1,Ada Cole,Head,head;DSL,\n"
                   "S2,Lena Frost,Teacher,class teacher,Owls;Ducklings\n")});
  for (int i = 0; i < rounds(); ++i) {
    const auto parsed = exchange::parse_staff("s.csv", inputs.next_text(), known);
    if (!parsed) continue;
    expect_rows_or_reasons(*parsed);
    const auto again = exchange::parse_staff("s.csv", exchange::write_staff(parsed->rows), known);
    ASSERT_TRUE(again || parsed->rows.empty());
    if (again) {
      EXPECT_EQ(again->rows.size(), parsed->rows.size());
    }
  }
}

TEST(FuzzLists, outside_marks_are_rows_or_refusals_and_never_break_a_rule) {
  const auto known = school();
  Mutations inputs(
      {std::string("UPN,AdmissionNumber,Date,Session,Code,MinutesLate,Comment\n"
                   ",1001,2026-01-12,AM,L,17,Bus\n,1001,12/01/2026,PM,\\,,\n"
                   ",1002,2026-01-13,AM,I02,0,\n,1003,2026-01-13,AM,С1,,\n")});
  const SchoolDay today = on("2026-03-02");
  for (int i = 0; i < rounds(); ++i) {
    const auto parsed = exchange::parse_marks("m.csv", inputs.next_text(), known, today);
    if (!parsed) continue;
    expect_rows_or_reasons(*parsed);
    for (const auto& mark : parsed->rows) {
      EXPECT_TRUE(mark.code.is_valid_on(mark.session.day) && mark.code.fits(mark.session.half));
      EXPECT_LE(mark.session.day, today);
    }
  }
}

TEST(FuzzLists, a_note_with_names_is_bytes_without_them) {
  const exchange::NameRedactor redactor({"Ben Ross", "Zoë Nguyễn", "An"}, {"Amira"});
  Mutations inputs(
      {std::string("Amira came with Ben Ross; An and zoe nguyen-ross went, Zoë’s card")});
  for (int i = 0; i < rounds(); ++i) {
    const auto made = redactor.redact(inputs.next_text());
    EXPECT_TRUE(redactor.redact(made.text).words.empty()) << made.text;
  }
}

}  // namespace
}  // namespace handbell::fuzz
