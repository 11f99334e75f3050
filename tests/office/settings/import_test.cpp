// Import: looked at first, taken whole or not at all, and a second time nothing changes.
#include "app/office/settings/import.h"

#include "golden.h"
#include "office_fixture.h"
#include <gmock/gmock.h>

#include <regex>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class Import : public OfficeTest {
 protected:
  net::Response send_form(const std::string& path,
                          const std::vector<std::pair<std::string, std::string>>& fields,
                          const std::string& file = "", const std::string& name = "list.csv") {
    const std::string mark = "--b0undary";
    std::string body;
    const auto part = [&](const std::string& head, const std::string& inside) {
      body +=
          mark + "\r\nContent-Disposition: form-data; name=" + head + "\r\n\r\n" + inside + "\r\n";
    };
    part("\"token\"", "t0ken");
    for (const auto& [field, value] : fields) part("\"" + field + "\"", value);
    if (!file.empty()) part("\"file\"; filename=\"" + name + "\"", file);
    net::Request request;
    request.method = "POST";
    request.path = path;
    request.headers["content-type"] = "multipart/form-data; boundary=b0undary";
    request.body = body + mark + "--\r\n";
    return send(request);
  }
  net::Response look(const std::string& what, const std::string& file) {
    return send_form("/settings/import/look", {{"what", what}}, file);
  }
  net::Response take(const std::string& what, const std::string& file,
                     std::vector<std::pair<std::string, std::string>> more = {}) {
    more.insert(more.end(), {{"what", what}, {"text-name", "list.csv"}, {"text", file}});
    return send_form("/settings/import", more);
  }
  std::vector<reg::Contact> contacts() {
    return *writer_->ask([](store::Register& held) { return held.contacts(); });
  }
};

constexpr const char* kContacts =
    "AdmissionNumber,Order,ContactName,Relationship,Phone1,May Collect\r\n"
    "1001,1,Nadia Khan,Mother,07700 900123,Y\r\n"
    "1002,1,Tom Ross,Father,07700 900124,Y\r\n";

TEST_F(Import, asks_what_is_in_the_file_and_offers_what_this_person_may) {
  const auto page = get("/settings/import?what=contacts");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, Not(HasSubstr("value=\"staff\"")));
  expect_golden("import.html", page.body);
  gate_.become("T Lee", "IT technician", {reg::Role::technician});
  EXPECT_THAT(get("/settings/import").body, Not(HasSubstr("value=\"pupils\"")));
  EXPECT_EQ(look("pupils", "x").status, 422);
  EXPECT_EQ(take("pupils", "x").status, 404);
}

TEST_F(Import, shows_what_it_would_change_and_changes_nothing_until_told) {
  const auto page = look("contacts", kContacts);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Import now"));
  expect_golden("import-preview.html", page.body);
  EXPECT_TRUE(contacts().empty());
  const auto taken = take("contacts", kContacts);
  EXPECT_EQ(taken.status, 200);
  EXPECT_THAT(taken.body, HasSubstr("Imported: list.csv"));
  EXPECT_EQ(contacts().size(), 2U);
  const auto again = look("contacts", kContacts);
  EXPECT_THAT(again.body, HasSubstr("Nothing would change"));
  EXPECT_THAT(again.body, Not(HasSubstr("Import now")));
}

TEST_F(Import, a_file_from_a_spreadsheet_is_carried_to_the_second_page_with_plain_line_ends) {
  const auto page = look("contacts", kContacts);
  EXPECT_THAT(page.body, Not(HasSubstr("\xEF\xBF\xBD"))) << "no line end became a mark of damage";
  EXPECT_THAT(page.body, HasSubstr("Phone1,May Collect\n1001,1,Nadia Khan"));
}

TEST_F(Import, a_row_that_cannot_be_taken_stops_all_unless_somebody_says_so) {
  const std::string file = std::string(kContacts) + "9999,1,Nobody,,,\r\n1003,x,<b>Ann</b>,,,\r\n";
  const auto page = look("contacts", file);
  EXPECT_THAT(page.body, HasSubstr("&lt;b&gt;Ann&lt;/b&gt;"));
  EXPECT_THAT(page.body, Not(HasSubstr("<b>Ann")));
  expect_golden("import-refused-rows.html", page.body);
  const auto refused = take("contacts", file);
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("2 rows cannot be taken."));
  EXPECT_TRUE(contacts().empty());
  EXPECT_EQ(take("contacts", file, {{"partial", "yes"}}).status, 200);
  EXPECT_EQ(contacts().size(), 2U);
}

TEST_F(Import, a_heading_that_is_not_known_is_given_its_meaning) {
  const std::string file = "Nr;x\r\n";
  EXPECT_EQ(look("contacts", file).status, 200) << "a missing column may be another's heading";
  const std::string odd =
      "\r\nAdmissionNumber,\"Rank, \"\"1st\"\"\",ContactName,Shoe\r\n1001,1,Nadia Khan,9\r\n";
  const auto page = look("contacts", odd);
  EXPECT_THAT(page.body, HasSubstr("Order"));
  EXPECT_THAT(page.body, HasSubstr("name=\"means-1\""));
  EXPECT_THAT(page.body, HasSubstr("name=\"means-3\""));
  expect_golden("import-headings.html", page.body);
  EXPECT_EQ(take("contacts", odd).status, 422);
  EXPECT_EQ(take("contacts", odd, {{"means-1", "Order"}, {"means-3", "nonsense"}}).status, 200);
  ASSERT_EQ(contacts().size(), 1U);
  EXPECT_EQ(contacts().front().name.text(), "Nadia Khan");
}

TEST_F(Import, a_file_that_is_none_is_told_at_the_field) {
  for (const auto& [file, words] : std::vector<std::pair<std::string, std::string>>{
           {"", "Choose a file that is not empty."},
           {std::string("a,b\r\n\xFF\xFE,1\r\n"), "UTF-8"},
           {"a,\"b\r\n1,2", "list.csv"}}) {
    const auto refused = look("contacts", file);
    EXPECT_EQ(refused.status, 422) << file;
    EXPECT_THAT(refused.body, HasSubstr("There is a problem"));
    EXPECT_THAT(refused.body, HasSubstr(words));
  }
  const auto refused = look("contacts", "a\n" + std::string(20'000, '\n'));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("more than 20,000 rows"));
  EXPECT_THAT(look("contacts", std::string(300, 'a') + "\r\n").body, HasSubstr("left open"));
  EXPECT_EQ(look("", "a,b\r\n").status, 422);
  net::Request garbled;
  garbled.method = "POST";
  garbled.path = "/settings/import/look";
  garbled.headers["content-type"] = "multipart/form-data; boundary=b";
  garbled.body = "--b\r\ngarbled";
  EXPECT_EQ(send(garbled).status, 403) << "nobody's token";
}

TEST_F(Import, marks_of_the_other_register_are_taken_where_new_and_differences_are_shown_D50) {
  enter(1, "/", "seen in class");
  const std::string file =
      "AdmissionNumber,Date,Session,Code\r\n1001,2026-01-12,AM,N\r\n1002,2026-01-12,AM,/\r\n";
  const auto page = look("marks", file);
  EXPECT_THAT(page.body, HasSubstr("the register has /, the file has N."));
  EXPECT_THAT(page.body, HasSubstr("/pupils/mark?pupil=1&amp;day=2026-01-12&amp;session=am"));
  expect_golden("import-marks.html", page.body);
  const auto taken = take("marks", file);
  EXPECT_EQ(taken.status, 200);
  EXPECT_THAT(taken.body, HasSubstr("Different in the two registers"));
  const auto now = marks();
  ASSERT_EQ(now.size(), 2U);
  EXPECT_EQ(now[0].what.code, reg::code_of("/")) << "nobody's mark is overwritten";
  EXPECT_EQ(now[1].what.by.text(), "R Patel, Office");
  EXPECT_THAT(taken.body, HasSubstr("/reconcile/differences"));
  EXPECT_THAT(get("/reconcile/differences").body, HasSubstr("Amira Khan"))
      << "the difference outlives the file";
}

TEST_F(Import, pupils_cards_staff_and_the_calendar_come_in_the_same_way) {
  gate_.become("A Noor", "Headteacher", {reg::Role::head});
  EXPECT_EQ(take("calendar", "From,To,Kind,Name\r\n2026-09-01,2026-12-18,term,Autumn\r\n").status,
            200);
  EXPECT_EQ(take("cards", "AdmissionNumber,CardId\r\n1001,04A1B2C3D4E580\r\n").status, 200);
  EXPECT_EQ(
      take("staff", "StaffId,Name,Position,Roles\r\nRP,R Patel,Office manager,office\r\n").status,
      200);
  const auto school = *writer_->ask([](store::Register& held) { return held.school(); });
  EXPECT_EQ(school.calendar.periods().size(), 3U);
  EXPECT_EQ(school.cards.size(), 1U);
  const auto taken = take("cards", "AdmissionNumber,CardId\r\n1002,04A1B2C3D4E580\r\n");
  EXPECT_NE(taken.status, 200) << "it is another child's";
}

TEST_F(Import, a_large_body_is_for_its_own_paths_alone) {
  EXPECT_EQ(largest_body("/settings/import"), 8U * 1024 * 1024 + 64 * 1024);
  EXPECT_EQ(largest_body("/settings/import/look"), largest_body("/settings/import"));
  EXPECT_EQ(largest_body("/settings/times"), 64U * 1024);
}

}  // namespace
}  // namespace handbell::office
