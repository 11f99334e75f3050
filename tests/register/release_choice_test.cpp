#include "app/register/release_choice.h"

#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::reg {
namespace {

/// `time` empty: under a clock that nobody trusts.
Release request(std::uint64_t seq, const char* who, const char* time, ReleaseState state) {
  Release made;
  made.ref = {"A", seq};
  made.asked.pupil = PupilId(1);
  made.asked.who = who;
  made.state = state;
  if (*time != '\0') made.at = from_local(on("2026-01-12"), at_time(time));
  return made;
}

/// The number of the request that is answered; else the fault's code and place.
std::string answered(const std::vector<Release>& releases, ReleaseStep step,
                     const WantedRequest& wanted = {}) {
  const auto found = request_to_answer(releases, step, wanted);
  if (found) return std::to_string(found->ref.seq);
  return std::string(found.error().code == FaultCode::release_unclear   ? "unclear: "
                     : found.error().code == FaultCode::release_settled ? "settled: "
                                                                        : "unknown: ") +
         found.error().where;
}

constexpr auto kAsked = ReleaseState::asked;
constexpr auto kGranted = ReleaseState::granted;

TEST(ReleaseChoice, one_persons_checked_identity_is_never_stored_against_anothers_request) {
  const std::vector<Release> both{request(1, "mum", "14:00", kAsked),
                                  request(2, "another_adult", "14:01", kAsked)};
  EXPECT_EQ(answered(both, ReleaseStep::granted),
            "unclear: 14:00 mum (asked), 14:01 another_adult (asked)");
  EXPECT_EQ(answered(both, ReleaseStep::granted, {"14:00", ""}), "1");
  EXPECT_EQ(answered(both, ReleaseStep::granted, {"", "Mum"}), "1");
  EXPECT_EQ(answered(both, ReleaseStep::granted, {"", "another adult"}), "2");
}

TEST(ReleaseChoice, who_was_granted_is_handed_over_whatever_was_asked_and_refused_since) {
  const std::vector<Release> both{request(1, "mum", "14:00", kGranted),
                                  request(2, "dad", "14:01", ReleaseState::refused)};
  EXPECT_EQ(answered(both, ReleaseStep::handed_over), "1");
  EXPECT_EQ(answered(both, ReleaseStep::refused), "1");
  EXPECT_EQ(answered(both, ReleaseStep::called), "settled: refused");
}

TEST(ReleaseChoice, a_refusal_asks_whether_the_granted_or_the_new_one_is_meant) {
  const std::vector<Release> both{request(1, "mum", "14:00", kGranted),
                                  request(2, "dad", "14:01", kAsked)};
  EXPECT_EQ(answered(both, ReleaseStep::refused),
            "unclear: 14:00 mum (granted), 14:01 dad (asked)");
  EXPECT_EQ(answered(both, ReleaseStep::refused, {"14:01", ""}), "2");
  EXPECT_EQ(answered(both, ReleaseStep::granted), "2") << "one alone is not granted yet";
  EXPECT_EQ(answered(both, ReleaseStep::handed_over, {"14:01", ""}), "settled: asked");
}

TEST(ReleaseChoice, two_of_one_minute_are_told_apart_by_who_asks_and_else_by_nobody) {
  std::vector<Release> both{request(1, "mum", "14:00", kAsked), request(2, "dad", "14:00", kAsked)};
  EXPECT_EQ(answered(both, ReleaseStep::called, {"14:00", ""}),
            "unclear: 14:00 mum (asked), 14:00 dad (asked)");
  EXPECT_EQ(answered(both, ReleaseStep::called, {"14:00", "mum"}), "1");
  both[1].asked.who = "mum";
  EXPECT_EQ(answered(both, ReleaseStep::called), "2") << "pressed twice: the newest";
}

TEST(ReleaseChoice, what_was_asked_without_a_time_hides_nothing_and_can_be_named) {
  const std::vector<Release> both{request(1, "mum", "14:00", kAsked),
                                  request(2, "mum", "", kAsked)};
  EXPECT_EQ(answered(both, ReleaseStep::called), "unclear: 14:00 mum (asked), untimed mum (asked)");
  EXPECT_EQ(answered(both, ReleaseStep::called, {"untimed", ""}), "2");
  EXPECT_EQ(answered(both, ReleaseStep::called, {"14:00", ""}), "1");
}

TEST(ReleaseChoice, nothing_as_wanted_is_answered_by_nothing_else) {
  const std::vector<Release> one{request(1, "mum", "14:00", kAsked)};
  EXPECT_EQ(answered(one, ReleaseStep::called, {"14:01", ""}), "unknown: 14:01");
  EXPECT_EQ(answered(one, ReleaseStep::called, {"", "dad"}), "unknown: dad");
  EXPECT_EQ(answered({}, ReleaseStep::called).substr(0, 7), "unknown");
}

}  // namespace
}  // namespace handbell::reg
