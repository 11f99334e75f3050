// Three children, and what the tests of Presence ask of the register behind the page.
#pragma once

#include "app/register/presence.h"

#include "office_fixture.h"

namespace handbell::office {

class PresenceTest : public OfficeTest {
 protected:
  std::vector<reg::PresenceFact> told(const char* day = "2026-01-12") {
    return *writer_->ask([&](store::Register& held) { return held.told(on(day)); });
  }
  void tell(const reg::PresenceEvent& event) {
    ASSERT_TRUE(writer_->ask([&](store::Register& held) { return held.tell(event, clock_.at()); }));
  }
  reg::Whereabouts where(int pupil) {
    const auto events =
        *writer_->ask([&](store::Register& held) { return held.events(on("2026-01-12")); });
    return reg::Presence({events, told()}, on("2026-01-12"), reg::presence_closes())
        .where(PupilId(pupil), clock_.at());
  }
  void see(int pupil, const char* at) {
    tell(reg::SingleEntry{PupilId(pupil),
                          reg::Direction::in,
                          instant(at),
                          {},
                          {},
                          "",
                          *reg::Author::parse("J Okoro, Class teacher")});
  }
  /// The number of the newest entry that people told.
  std::string newest() { return std::to_string(told().back().ref.seq); }
  void as_teacher_of(const char* class_name) {
    gate_.become("J Okoro", "Class teacher", {reg::Role::teacher}, {class_name});
  }
};

}  // namespace handbell::office
