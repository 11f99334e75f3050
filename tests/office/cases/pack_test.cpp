// The evidence pack as it leaves the office: one PDF, read as a person or a screen reader would.
#include "case_fixture.h"
#include "read_pdf.h"

namespace handbell::office {
namespace {

class Pack : public CaseTest {
 protected:
  /// Runs of blanks and line breaks as one blank: a table breaks its words as it needs.
  static std::string in_one_line(const std::string& words) {
    std::string line;
    for (const char c : words) {
      const bool blank = c == ' ' || c == '\n' || c == '\f';
      if (!blank) line += c;
      if (blank && !line.empty() && line.back() != ' ') line += ' ';
    }
    return line;
  }
  static void expect_in_order(const std::string& words, const std::vector<std::string>& parts) {
    std::size_t at = 0;
    for (const auto& part : parts) {
      const auto found = words.find(part, at);
      ASSERT_NE(found, std::string::npos) << part << " does not stand where it should in\n"
                                          << words;
      at = found + part.size();
    }
  }
  /// Row by row, as it stands on the paper.
  static std::string rows_of(const paper::PdfFile& file) {
    return in_one_line(file.said_by("pdftotext -layout", "-"));
  }
  void amend(int pupil, const char* day, const char* code, const char* reason) {
    const auto by = *reg::Author::parse("A Noor, Headteacher");
    ASSERT_TRUE(writer_->ask([&](store::Register& held) {
      return held.enter({{PupilId(pupil),
                          {on(day), Half::am},
                          reg::code_of(code),
                          {},
                          {},
                          reason,
                          "Headteacher",
                          by}},
                        clock_.at());
    }));
  }
};

TEST_F(Pack, holds_register_amendments_meetings_contract_decision_notice_and_what_comes_next_P32) {
  absent(1, "2025-11-17", 5, "G");
  absent(1, "2026-01-05", 5, "/");
  amend(1, "2025-11-18", "I", "the mother rang");
  put(one_of_each_case_note());
  const auto answer = get("/attendance/pack?pupil=1");
  ASSERT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type, "application/pdf");
  const paper::PdfFile file(answer.body);
  const std::string words = in_one_line(file.words());
  for (const char* part :
       {"Evidence pack: Amira Khan", "2025-11-17", "Amendments of the register", "the mother rang",
        "Walk with a neighbour", "Be at the door by 8:30.", "12 sessions in 10 weeks",
        "letter of the authority", "a second would be 160 pounds", "Legal register: Handbell",
        "نادية خان", "Łucja Wójcik", "Zoë O'Neill"}) {
    EXPECT_THAT(words, HasSubstr(part));
  }
  EXPECT_THAT(rows_of(file), HasSubstr("2025-11-17 G G I G G G G G G G"));
  EXPECT_THAT(words, HasSubstr("Sessions missed this school year: 1 authorised, 9 unauthorised."));
  EXPECT_THAT(words, Not(HasSubstr("hidden"))) << "nothing is hidden";
  EXPECT_THAT(words, Not(HasSubstr("Late each Monday"))) << "a concern stays in school";
  EXPECT_THAT(words, Not(HasSubstr("CPOMS"))) << "and so does the safeguarding record";
  EXPECT_LT(words.find("What was done"), words.find("Amendments of the register"));
  file.picture("evidence-pack");
  ASSERT_EQ(reads().size(), 1U);
  EXPECT_EQ(reads().front().words, "evidence pack");
  EXPECT_EQ(reads().front().pupil, PupilId(1));
}

TEST_F(Pack, what_was_taken_back_is_counted_and_left_out_for_it_may_tell_of_another_child) {
  const auto entries = put(one_of_each_case_note());
  const auto take_back = [&](std::uint64_t entry) {
    return post("/attendance/case/undo",
                "pupil=1&entry=" + std::to_string(entry) + "&reason=wrong+child+of+Omar");
  };
  ASSERT_EQ(take_back(entries[0]).status, 303);
  auto words = in_one_line(paper::PdfFile(get("/attendance/pack?pupil=1").body).words());
  EXPECT_THAT(words, HasSubstr("One entry was taken back as an error and is left out."));
  EXPECT_THAT(words, Not(HasSubstr("Breakfast club offered")));
  EXPECT_THAT(words, Not(HasSubstr("wrong child of Omar")));
  ASSERT_EQ(take_back(entries[1]).status, 303);
  words = in_one_line(paper::PdfFile(get("/attendance/pack?pupil=1").body).words());
  EXPECT_THAT(words, HasSubstr("2 entries were taken back as an error and are left out."));
  EXPECT_THAT(words, HasSubstr("Walk with a neighbour")) << "the rest is there";
}

TEST_F(Pack, says_how_many_sessions_are_counted_as_the_door_proposes_D22) {
  absent(1, "2026-01-05", 5, "/");
  tap(1, "2026-01-12T08:45:00", "L");
  const auto words = in_one_line(paper::PdfFile(get("/attendance/pack?pupil=1").body).words());
  EXPECT_THAT(words, HasSubstr("1 of this year's sessions is counted as the door proposes, which "
                               "nobody accepted yet."));
}

TEST_F(Pack, is_read_in_order_with_names_in_arabic_urdu_vietnamese_and_polish) {
  const std::vector<std::string> names{"نادية خان", "عمران چوہدری", "Nguyễn Thị Ánh",
                                       "Łucja Wójcik-Żółć"};
  auto pupils = three_pupils();
  pupils[0].forename = *NamePart::parse("Ánh Nguyệt");
  std::vector<reg::Contact> contacts;
  std::vector<reg::CaseNote> talks;
  const auto by = *reg::Author::parse("Łucja Wójcik, Senior attendance champion");
  for (const auto& name : names) {
    const auto place = static_cast<int>(contacts.size()) + 1;
    contacts.push_back(
        {PupilId(1), place, *NamePart::parse(name), "parent", true, {}, {}, true, ""});
    talks.emplace_back(reg::CaseContact{PupilId(1),
                                        on("2026-01-05").plus(place),
                                        {},
                                        name,
                                        reg::ContactHow::phone,
                                        "A talk with " + name + ".",
                                        by});
  }
  ASSERT_TRUE(writer_->ask([&](store::Register& held) -> Status {
    if (auto put = held.put_pupils(pupils); !put) return fail(put.error());
    if (auto put = held.put_contacts(contacts); !put) return fail(put.error());
    return {};
  }));
  put(talks);
  absent(1, "2025-11-17", 5, "G");
  absent(1, "2026-01-05", 5, "/");
  amend(1, "2025-11-18", "I", "the mother rang");
  const paper::PdfFile file(get("/attendance/pack?pupil=1").body);
  file.picture("evidence-pack-names");
  const auto plain = in_one_line(file.words());
  for (const auto& name : names) EXPECT_THAT(plain, HasSubstr(name)) << "whole for pdftotext";
  expect_in_order(
      plain, {"Evidence pack: Ánh Nguyệt Khan", "Attendance", "Threshold of a penalty",
              "What was done", "Tuesday 6", "Wednesday 7", "Thursday 8", "Friday 9", "Register",
              "2025-11-17", "2026-01-05", "Amendments of the register", "the mother rang"});
  std::vector<std::string> read_out{"Evidence pack: Ánh Nguyệt Khan"};
  read_out.insert(read_out.end(), names.begin(), names.end());
  read_out.insert(read_out.end(), {"Attendance", "What was done", "With: نادية خان",
                                   "With: عمران چوہدری", "With: Nguyễn", "With: Łucja", "Register",
                                   "2025-11-17", "2026-01-05", "Amendments", "the mother"});
  expect_in_order(in_one_line(file.in_order()), read_out);
}

TEST_F(Pack, a_code_of_religion_is_hidden_from_who_may_not_set_it) {
  absent(1, "2026-01-05", 5, "/");
  amend(1, "2026-01-06", "R", "a day of their own");
  const auto champion = rows_of(paper::PdfFile(get("/attendance/pack?pupil=1").body));
  EXPECT_THAT(champion, Not(HasSubstr("a day of their own")));
  EXPECT_THAT(champion, HasSubstr("2026-01-05 / \\ hidden \\ / \\ / \\ / \\"));
  EXPECT_THAT(champion,
              HasSubstr("Where a code is hidden, whoever made this pack may not read it."));
  become(reg::Role::head);
  const auto head = rows_of(paper::PdfFile(get("/attendance/pack?pupil=1").body));
  EXPECT_THAT(head, HasSubstr("a day of their own"));
  EXPECT_THAT(head, HasSubstr("2026-01-05 / \\ R \\ / \\ / \\ / \\"));
  EXPECT_THAT(head, Not(HasSubstr("hidden")));
}

TEST_F(Pack, is_not_there_for_the_office_a_teacher_or_a_governor_nor_of_nobody) {
  EXPECT_EQ(get("/attendance/pack?pupil=99").status, 404);
  for (const auto role : {reg::Role::office, reg::Role::teacher, reg::Role::governor}) {
    become(role);
    EXPECT_EQ(get("/attendance/pack?pupil=1").status, 404);
  }
  EXPECT_TRUE(reads().empty());
}

}  // namespace
}  // namespace handbell::office
