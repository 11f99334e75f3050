// What the office writes down beside the marks: calls, and who may collect a child for one day.
#include "report_school.h"

namespace handbell::admin {
namespace {

const std::string kObi = "Ngozi Obi, Office assistant";

class DayNoteCommands : public ReportSchool {
 protected:
  void SetUp() override {
    ReportSchool::SetUp();
    import("contacts",
           "AdmissionNumber,Order,ContactName,Relationship,PR,Phone1,MayCollect,CourtOrderNote\n"
           "1001,1,Nadia Khan,Mother,Y,07700 900123,Y,\n"
           "1002,1,Ann Ross,Mother,Y,07700 900125,Y,\n"
           "1002,2,Sam Hill,Father,Y,07700 900124,N,Order of 2025\n");
    it_is("2026-01-16T09:10:00");
  }
  std::string rows(std::vector<std::string> words) const {
    words.insert(words.end(), {"--format", "csv"});
    std::string text = done(words);
    std::erase(text, '\r');
    return text.substr(text.find('\n') + 1);
  }
  void refused(const std::vector<std::string>& words, const std::string& part) const {
    const Answer answer = ask(words);
    EXPECT_EQ(answer.status, 1) << answer.out;
    EXPECT_NE(answer.err.find(part), std::string::npos) << answer.err;
  }
};

TEST_F(DayNoteCommands, each_call_stands_in_the_log_with_what_came_of_it_D45) {
  done({"call", "child", "1001", "no_answer", "--contact", "1", "--at", "09:02", "--by", kObi});
  done({"call", "child", "1001", "coming", "--expected", "10:30", "--words", "dentist", "--by",
        kObi});
  EXPECT_EQ(rows({"call", "list"}),
            "1,2026-01-16,09:02,A1,Amira Khan,Owls,1,Nadia Khan,no_answer,,,\"" + kObi +
                "\",,,\n"
                "2,2026-01-16,09:10,A1,Amira Khan,Owls,,,coming,10:30,dentist,\"" +
                kObi + "\",,,\n");
  refused({"call", "child", "1001", "spoke", "--by", kObi}, "what was said");
  refused({"call", "child", "1001", "no_answer", "--contact", "7", "--by", kObi}, "place 7");
  refused({"call", "child", "1001", "no_answer", "--at", "09:11", "--by", kObi}, "still to come");
  refused({"call", "class", "Wolves", "no_answer", "--by", kObi}, "no class Wolves");
}

TEST_F(DayNoteCommands, drills_and_real_roll_calls_are_listed_with_their_times_D29) {
  tap(1, "2026-01-16T08:40:00");
  tap(2, "2026-01-16T08:41:00");
  const auto site = Site::open(folder_ + "/site");
  ASSERT_TRUE(site);
  {
    const auto by = *reg::Author::parse(kObi);
    auto opened = site->open_register();
    ASSERT_TRUE(opened);
    const auto begun = instant("2026-01-16T10:00:00");
    const auto first =
        opened->file->write({reg::RollStep{reg::RollKind::drill, 0, begun, by}}, begun);
    ASSERT_TRUE(first);
    const reg::RollTick here{7, PupilId(1), reg::RollSaid::here, begun + minutes(1), {}};
    ASSERT_TRUE(opened->file->write(
        {reg::RollTicks{first->front(), {here}, "iPhone", by},
         reg::RollStep{reg::RollKind::drill, first->front(), begun + minutes(4), by}},
        begun + minutes(4)));
    ASSERT_TRUE(opened->file->write(
        {reg::RollStep{reg::RollKind::real, 0, begun + minutes(30), by}}, begun + minutes(30)));
  }
  EXPECT_EQ(rows({"roll-call", "list"}),
            "4,real,2026-01-16T10:30:00+00:00,,,2,0,2,0,0,\"" + kObi +
                "\"\n"
                "1,drill,2026-01-16T10:00:00+00:00,2026-01-16T10:04:00+00:00,4,2,1,1,0,1,\"" +
                kObi + "\"\n");
  EXPECT_EQ(rows({"roll-call", "list", "--on", "2026-01-15"}), "");
  refused({"roll-call", "list", "--on", "2026-01-15", "--to", "2026-01-14"},
          "ends before it begins");
}

TEST_F(DayNoteCommands, a_class_that_answered_by_telephone_names_its_missing_children_D23) {
  EXPECT_NE(report({"calls"}).find("ring_class,,,Owls"), std::string::npos);
  done({"call", "class", "Owls", "class_answered", "--words", "4 here, Ben missing", "--by", kObi});
  const auto calls = report({"calls"});
  EXPECT_EQ(calls.find("ring_class,,,Owls"), std::string::npos) << calls;
  EXPECT_NE(calls.find("ring_family,A2,Ben Ross,Owls"), std::string::npos) << calls;
  EXPECT_NE(calls.find("ring_class,,,Foxes"), std::string::npos) << "nobody rang them";
  done({"take-back", "1", "--reason", "it was Foxes", "--by", kObi});
  EXPECT_NE(report({"calls"}).find("ring_class,,,Owls"), std::string::npos);
  refused({"take-back", "1", "--reason", "again", "--by", kObi}, "1 of 2026-01-16");
  EXPECT_NE(done({"call", "list"}).find("it was Foxes"), std::string::npos);
}

TEST_F(DayNoteCommands, a_collector_for_one_day_lifts_no_restriction_D49) {
  done({"collector", "add", "1001", "--adult", "Ida Brandt", "--relationship", "neighbour",
        "--told-by", "Nadia Khan", "--how", "by telephone", "--by", kObi});
  EXPECT_EQ(rows({"collector", "list"}),
            "1,2026-01-16,A1,Amira Khan,Owls,Ida Brandt,neighbour,Nadia Khan,by telephone,,"
            "2026-01-16T09:10:00+00:00,\"" +
                kObi + "\",,,\n");
  EXPECT_EQ(rows({"collector", "list", "--on", "2026-01-17"}), "");
  std::vector<std::string> restricted{"collector",    "add",       "1002",     "--adult",
                                      "Sam Hill",     "--told-by", "Ann Ross", "--how",
                                      "by telephone", "--by",      kObi};
  refused(restricted, "court order: Order of 2025; Sam Hill (Father) may not collect");
  restricted.insert(restricted.end(), {"--despite-warning", "contact visit, the order allows it"});
  done(restricted);
  EXPECT_NE(done({"collector", "list"}).find("the order allows it"), std::string::npos);
  EXPECT_EQ(ask({"collector", "list", "--on", "2026-01-17", "--to", "2026-01-16"}).status, 1);
}

}  // namespace
}  // namespace handbell::admin
