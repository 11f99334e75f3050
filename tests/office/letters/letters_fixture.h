// An office with three children, one of whom came late twice, and its champion.
#pragma once

#include "golden.h"
#include "office_fixture.h"
#include "read_pdf.h"
#include <gmock/gmock.h>

#include <chrono>
#include <thread>

namespace handbell::office {

class LettersTest : public OfficeTest {
 protected:
  void SetUp() override {
    OfficeTest::SetUp();
    late_on("2026-01-08", "L", 16);
    late_on("2026-01-09", "U", 49);
    on_time("2026-01-07");
    gate_.become("Łucja Wójcik", "Senior Attendance Champion", {reg::Role::champion});
  }

  void mark(const char* day, const char* code, std::optional<int> minutes) {
    const auto by = reg::Author::from("J Okoro", "Class teacher");
    const auto done = writer_->ask([&](store::Register& held) {
      return held.enter({{PupilId(1),
                          {on(day), Half::am},
                          reg::code_of(code),
                          minutes,
                          {},
                          "in class",
                          "Class teacher",
                          *by}},
                        clock_.at());
    });
    ASSERT_TRUE(done) << sentence(done.error());
  }
  void late_on(const char* day, const char* code, int minutes) { mark(day, code, minutes); }
  void on_time(const char* day) { mark(day, "/", {}); }

  void become_office() { gate_.become("R Patel", "Office", {reg::Role::office}); }

  /// Where the browser is sent after a batch was left.
  std::string made(const std::string& form) {
    const auto answer = post("/letters/make", form + "&do=make");
    EXPECT_EQ(answer.status, 303) << answer.body;
    return answer.status == 303 ? answer.headers.at("Location") : "";
  }
  /// The batch's page, when it is done.
  net::Response done_page(const std::string& place) {
    constexpr int kLooks = 500;
    for (int i = 0; i < kLooks; ++i) {
      auto page = get(place);
      if (!page.headers.contains("Refresh")) return page;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    ADD_FAILURE() << "the letters are never made";
    return get(place);
  }
  std::vector<reg::TextSent> sent_to(int pupil) {
    const auto notes =
        writer_->ask([&](store::Register& held) { return held.case_notes(PupilId(pupil)); });
    std::vector<reg::TextSent> all;
    for (const auto& one : reg::standing<reg::TextSent>(*notes)) all.push_back(one.what);
    return all;
  }
  /// Of everybody, as the audit keeps it: "printed list, 1, Lateness letter".
  std::vector<std::string> readings() {
    std::vector<std::string> all;
    const auto held = audit_->read(clock_.at() - hours(24), clock_.at() + hours(24), 1000);
    EXPECT_TRUE(held);
    for (const auto& one : *held) {
      all.push_back(std::string(words_of(one.kind)) + ", " +
                    (one.pupil ? std::to_string(one.pupil->number()) : "-") + ", " + one.words);
    }
    return all;
  }
};

}  // namespace handbell::office
