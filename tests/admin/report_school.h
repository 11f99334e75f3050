// A small school whose marks are entered by `handbell mark`, and a door that sends what it saw.
//
// Owls are Reception, Foxes Year 1, Ducklings the Nursery; Hal left at Christmas, and Gia is not
// expected on Monday afternoons. It is the afternoon of Friday 16 January 2026, the second week of
// term.
#pragma once

#include "app/admin/command_line.h"

#include "small_school.h"
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace handbell::admin {

class ReportSchool : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "handbell-report-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    done({"init", folder_ + "/site", "--name", "Oak Lane", "--rehearsal"});
    import("pupils",
           "UPN,AdmissionNumber,Surname,Forename,DOB,Year,Class,StartDate,LeavingDate,Groups,"
           "AttendancePattern\n"
           "A1,1001,Khan,Amira,2020-09-10,R,Owls,2025-09-01,,pupil premium,\n"
           "A2,1002,Ross,Ben,2020-09-11,R,Owls,2025-09-01,,,\n"
           "A3,1003,Lewis,Cara,2020-09-12,R,Owls,2025-09-01,,,\n"
           "A4,1004,Moss,Dan,2020-09-13,R,Owls,2025-09-01,,,\n"
           "A5,1005,Hart,Eve,2020-09-14,R,Owls,2025-09-01,,,\n"
           "A6,1006,Gray,Finn,2019-10-10,1,Foxes,2025-09-01,,,\n"
           "A7,1007,Noor,Gia,2021-10-10,N2,Ducklings,2025-09-01,,,1011111111\n"
           "A8,1008,Ives,Hal,2019-10-11,1,Foxes,2025-09-01,2025-12-19,,\n");
    import("calendar",
           "From,To,Kind,Name\n2025-09-03,2025-12-19,term,Autumn\n"
           "2026-01-05,2026-02-13,term,Spring one\n2026-02-23,2026-03-27,term,Spring two\n");
    it_is("2026-01-16T15:30:00");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Answer ask(const std::vector<std::string>& words) const {
    return run_in_shell(words, folder_ + "/site");
  }
  std::string done(const std::vector<std::string>& words) const {
    const Answer answer = ask(words);
    EXPECT_EQ(answer.status, 0) << words.at(0) << ": " << answer.err;
    return answer.out;
  }
  /// The report's lines as CSV, without the byte order mark, the heading and the last column, which
  /// names the legal register in each (D50).
  std::string report(std::vector<std::string> words) const {
    words.insert(words.begin(), "report");
    words.insert(words.end(), {"--format", "csv"});
    std::string text = done(words);
    std::erase(text, '\r');
    std::istringstream lines(text.substr(text.find('\n') + 1));
    std::string rows;
    const std::string last = ",Handbell";
    for (std::string line; std::getline(lines, line);) {
      EXPECT_TRUE(line.ends_with(last)) << line;
      rows += line.substr(0, line.size() - std::min(line.size(), last.size())) + "\n";
    }
    return rows;
  }
  void it_is(const char* local) const {
    done({"clock", "set", local});
    done({"clock", "hold"});
  }
  /// `session`: "2026-01-12 am".
  void mark(int pupil, const std::string& session, const char* code) const {
    done({"mark", std::to_string(1000 + pupil), session.substr(0, 10), session.substr(11), code,
          "--reason", "Asked and told", "--by", "A Reid, Headteacher"});
  }
  /// The same code for both halves of each weekday, from and to included.
  void mark_days(int pupil, const char* from, const char* to, const char* code) const {
    for (SchoolDay day = on(from); day <= on(to); day = day.plus(1)) {
      if (day.is_weekend()) continue;
      mark(pupil, day.text() + " am", code);
      mark(pupil, day.text() + " pm", std::string(code) == "/" ? "\\" : code);
    }
  }
  /// A child comes to the door, and the office has it.
  void tap(int pupil, const char* local, const char* code = nullptr) {
    const auto proposal =
        code == nullptr ? std::nullopt : std::optional<reg::Code>(reg::code_of(code));
    send(door_.tap(PupilId(pupil), instant(local), proposal).seq, instant(local));
  }
  void go_out(int pupil, const char* local, const char* reason) {
    reg::Passed passed;
    passed.pupil = PupilId(pupil);
    passed.at.wall = instant(local);
    passed.reason = reason;
    send(door_.write(passed, instant(local)).seq, instant(local));
  }

  /// Whatever else the door saw.
  void event(const reg::DoorEvent& seen, const char* local) {
    send(door_.write(seen, instant(local)).seq, instant(local));
  }

  /// A parent told us before the morning.
  void told(int pupil, const char* day, const char* code) const {
    const auto site = Site::open(folder_ + "/site");
    ASSERT_TRUE(site);
    auto opened = site->open_register();
    ASSERT_TRUE(opened);
    ASSERT_TRUE(opened->file->put_plan(
        {PupilId(pupil), {on(day), Half::am}, reg::PlannedCode{reg::code_of(code), true}}));
  }

 protected:
  /// A file of this text in the site's folder.
  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ + "/" + name, std::ios::binary) << text;
    return folder_ + "/" + name;
  }
  void import(const std::string& what, const std::string& text) const {
    done({"import", what, file(what + ".csv", text)});
  }
  std::string folder_;

 private:
  void send(std::uint64_t from, Instant now) {
    const auto site = Site::open(folder_ + "/site");
    ASSERT_TRUE(site);
    auto opened = site->open_register();
    ASSERT_TRUE(opened);
    const auto answer = opened->file->apply(door_.message(from), now);
    ASSERT_TRUE(answer) << sentence(answer.error());
    ASSERT_EQ(answer->fault, "");
  }

  PaperKiosk door_{1, 0xA1};
};

}  // namespace handbell::admin
