// Groups for looking at attendance: who sets them, who sees them, and nobody else.
#include "golden.h"
#include "office_fixture.h"
#include "some_case.h"
#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

class PupilGroups : public OfficeTest {
 protected:
  reg::PupilRecord pupil(int id) {
    const auto school = writer_->ask([](store::Register& held) { return held.school(); });
    return *school->pupil(PupilId(id));
  }
  void become(reg::Role role) {
    gate_.become("P Nowak", std::string(reg::text_of(role)).c_str(), {role}, {"Owls"});
  }
};

TEST_F(PupilGroups, are_set_with_a_reason_by_those_who_need_them) {
  become(reg::Role::champion);
  expect_golden("groups.html", get("/pupils/groups?pupil=1").body);
  EXPECT_EQ(post("/pupils/groups", "pupil=1&group=send&group=pupil-premium").status, 422)
      << "without a reason";
  EXPECT_EQ(pupil(1).groups, "");
  EXPECT_EQ(post("/pupils/groups", "pupil=1&group=send&group=pupil-premium&reason=SENDCo%27s+list")
                .status,
            303);
  EXPECT_EQ(pupil(1).groups, "SEND;pupil premium");
  EXPECT_THAT(get("/pupils/one?pupil=1").body, HasSubstr("SEND, pupil premium"));
  EXPECT_EQ(post("/pupils/groups", "pupil=1&group=pupil-premium&reason=ended").status, 303);
  EXPECT_EQ(pupil(1).groups, "pupil premium");
  EXPECT_EQ(post("/pupils/groups", "pupil=1&group=choir&reason=x").status, 422);
}

TEST_F(PupilGroups, are_seen_by_nobody_else) {
  become(reg::Role::dsl);
  EXPECT_EQ(post("/pupils/groups", "pupil=1&group=send&reason=SENDCo%27s+list").status, 303);
  for (const auto role :
       {reg::Role::office, reg::Role::teacher, reg::Role::governor, reg::Role::technician}) {
    become(role);
    EXPECT_THAT(get("/pupils/one?pupil=1").body, Not(HasSubstr("SEND")));
    EXPECT_EQ(get("/pupils/groups?pupil=1").status, 404);
    EXPECT_EQ(post("/pupils/groups", "pupil=1&reason=x").status, 404);
  }
  for (const auto role : {reg::Role::head, reg::Role::champion, reg::Role::dsl}) {
    become(role);
    EXPECT_THAT(get("/pupils/one?pupil=1").body, HasSubstr("SEND"));
  }
  become(reg::Role::office);
  EXPECT_THAT(get("/pupils/edit?pupil=1").body, Not(HasSubstr("SEND")))
      << "nor in what was changed";
  become(reg::Role::head);
  EXPECT_THAT(get("/pupils/edit?pupil=1").body, HasSubstr("Groups for analysis"));
}

class PupilCopy : public PupilGroups {
 protected:
  void SetUp() override {
    PupilGroups::SetUp();
    enter(1, "I", "Ben Ross's mother told us");
    become(reg::Role::dsl);
  }
};

TEST_F(PupilCopy, is_one_zip_with_a_page_json_and_tables_F10) {
  expect_golden("copy.html", get("/pupils/copy?pupil=1").body);
  const auto zip = post("/pupils/copy", "pupil=1&asked-by=0&names=&as=zip");
  EXPECT_EQ(zip.status, 200);
  EXPECT_EQ(zip.content_type, "application/zip");
  EXPECT_THAT(zip.body, testing::StartsWith("PK"));
  for (const char* name : {"pupil.json", "pupil.html", "marks.csv", "case.csv"}) {
    EXPECT_THAT(zip.body, HasSubstr(name));
  }
  EXPECT_THAT(zip.headers.at("Content-Disposition"), Not(HasSubstr("Khan")));
  const auto read = audit_->read(instant("2026-01-01T00:00:00"), instant("2027-01-01T00:00:00"), 9);
  ASSERT_EQ(read->size(), 1U);
  EXPECT_EQ(read->front().kind, reg::ReadKind::exported);
  EXPECT_EQ(read->front().pupil, PupilId(1));
}

/// All that stands in the files of a zip.
std::string words_of_zip(const std::string& bytes) {
  std::string words;
  archive* zip = archive_read_new();
  archive_read_support_format_zip(zip);
  EXPECT_EQ(archive_read_open_memory(zip, bytes.data(), bytes.size()), ARCHIVE_OK);
  archive_entry* entry = nullptr;
  while (archive_read_next_header(zip, &entry) == ARCHIVE_OK) {
    char piece[4096];
    for (auto read = archive_read_data(zip, piece, sizeof piece); read > 0;
         read = archive_read_data(zip, piece, sizeof piece)) {
      words.append(piece, static_cast<std::size_t>(read));
    }
  }
  archive_read_free(zip);
  return words;
}

TEST_F(PupilCopy, names_in_none_of_its_files_another_child_or_adult_F10) {
  const auto contact = [](const char* name, int order) {
    reg::Contact one{PupilId(1), order, *NamePart::parse(name), "parent", true, {}, {}, true, ""};
    return one;
  };
  ASSERT_TRUE(writer_->ask([&](store::Register& held) {
    return held.put_contacts({contact("Nadia Khan", 1), contact("Tariq Aziz", 2)});
  }));
  auto notes = one_of_each_case_note();
  auto meeting = std::get<reg::Meeting>(notes[3]);
  meeting.present = "Nadia Khan, Tariq Aziz, Łucja Wójcik";
  meeting.strategies = "Cara Lewis and Mr Aziz walk with her; Zoë O'Neill waits at the gate.";
  notes.emplace_back(meeting);
  ASSERT_TRUE(
      writer_->ask([&](store::Register& held) { return held.write_case(notes, clock_.at()); }));
  for (const char* asker : {"0", "1"}) {
    const auto zip = post("/pupils/copy", std::string("pupil=1&names=&as=zip&asked-by=") + asker);
    const auto words = words_of_zip(zip.body);
    EXPECT_THAT(words, HasSubstr("Amira"));
    EXPECT_THAT(words, HasSubstr("A contract first.")) << "it is all there";
    for (const char* name :
         {"Ben", "Ross", "Cara", "Lewis", "Okoro", "Wójcik", "Neill", "Tariq", "Aziz", "P Nowak"}) {
      EXPECT_THAT(words, Not(HasSubstr(name))) << "asked by " << asker;
    }
    EXPECT_EQ(words.find("Nadia") != std::string::npos, std::string(asker) == "1");
  }
}

TEST_F(PupilCopy, says_first_which_words_are_taken_out) {
  const auto page = post("/pupils/copy", "pupil=1&asked-by=0&names=&as=look").body;
  EXPECT_THAT(page, HasSubstr(">Ben</td>"));
  EXPECT_THAT(page, HasSubstr(">Ross</td>"));
  const auto kept = post("/pupils/copy", "pupil=1&asked-by=0&names=Ben&as=look").body;
  EXPECT_THAT(kept, Not(HasSubstr(">Ben</td>")));
}

TEST_F(PupilCopy, is_for_head_and_DSL_and_takes_no_asker_who_is_none) {
  EXPECT_EQ(post("/pupils/copy", "pupil=1&asked-by=7&names=&as=zip").status, 422);
  EXPECT_EQ(post("/pupils/copy", "pupil=99&asked-by=0&names=&as=zip").status, 404);
  for (const auto role : {reg::Role::office, reg::Role::teacher, reg::Role::champion,
                          reg::Role::governor, reg::Role::technician}) {
    become(role);
    EXPECT_EQ(get("/pupils/copy?pupil=1").status, 404);
    EXPECT_EQ(post("/pupils/copy", "pupil=1&asked-by=0&names=&as=zip").status, 404);
  }
}

}  // namespace
}  // namespace handbell::office
