// A kiosk without a kiosk: its flow, a clock that the test sets, a disk that answers when it is
// told.
#pragma once

#include "app/base/school_time.h"
#include "app/kiosk/flow/flow.h"

#include <string>

namespace handbell::kiosk {

inline reg::CardHash card(int pupil) { return {static_cast<std::uint8_t>(pupil)}; }

/// 1 and 2 are siblings in Reception, 3 Nursery, 4 left, 5 see the office, 6 never shown,
/// 7 suspended on no day but not expected on site (D).
inline std::shared_ptr<const reg::DoorBook> book() {
  auto made = std::make_shared<reg::DoorBook>();
  made->version = 7;
  made->made = *parse_local("2026-01-12T07:00:00");
  for (int i = 1; i <= 7; ++i) {
    reg::DoorPupil pupil;
    pupil.id = PupilId(i);
    pupil.shown_name = "Zoya K";
    pupil.class_name = "Owls";
    pupil.language = "ur";
    pupil.start = *SchoolDay::parse("2025-09-01");
    made->pupils.push_back(pupil);
    made->cards[card(i)] = PupilId(i);
  }
  made->pupils[0].family = made->pupils[1].family = "one";
  made->pupils[2].group = reg::YearGroup::n2;
  made->pupils[3].leaving = *SchoolDay::parse("2025-12-19");
  made->pupils[4].see_office = true;
  made->pupils[5].never_show = true;
  made->pupils[6].pattern = *reg::AttendancePattern::parse("0000000000");
  made->calendar = *reg::Calendar::from_periods({{*SchoolDay::parse("2025-09-01"),
                                                  *SchoolDay::parse("2026-12-18"),
                                                  reg::PeriodKind::term,
                                                  "Year",
                                                  {}}});
  made->times = reg::policy_times(*SchoolDay::parse("2025-09-01"));
  return made;
}

/// A kiosk whose disk answers when it is told to.
struct Door {
  State state = restored(5, book(), {});
  Moment now;
  std::uint64_t seq = 0;
  std::vector<Effect> effects;

  explicit Door(const std::string& local = "2026-01-12T08:41:00") {
    state.evidence.time_service_synced = true;
    at(local);
  }
  void at(const std::string& local) {
    now.wall = *parse_local(local);
    now.steady = Steady{now.wall.ms - 1'700'000'000'000};
  }
  void send(const Event& event) {
    auto stepped = step(std::move(state), event, now);
    state = std::move(stepped.state);
    effects = std::move(stepped.effects);
  }
  void hold(const reg::CardHash& held) { send(CardTapped{held, now.wall, now.steady}); }
  void written() { send(Written{state.writing->request, ++seq}); }
  Screen tap(int pupil) {
    hold(card(pupil));
    if (state.writing) written();
    return screen();
  }
  void pass(Millis length) {
    now.wall = now.wall + length;
    now.steady = now.steady + length;
  }
  void trust() {
    reg::ClockEvidence good;
    good.time_service_synced = true;
    send(ClockEvidenceChanged{good});
  }
  std::vector<SoundName> sounds() const {
    std::vector<SoundName> heard;
    for (const Effect& effect : effects) {
      if (const auto* sound = std::get_if<Sound>(&effect)) heard.push_back(sound->name);
    }
    return heard;
  }
  Screen screen() const { return screen_of(state, now); }
  std::string proposal(int pupil) {
    hold(card(pupil));
    const auto code = std::get<reg::Arrived>(state.writing->event).proposal;
    written();
    return code ? std::string(code->text()) : "-";
  }
};

}  // namespace handbell::kiosk
