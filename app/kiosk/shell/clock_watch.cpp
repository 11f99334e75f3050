#include "app/kiosk/shell/clock_watch.h"

#include "app/base/school_time.h"

#include <sys/timex.h>

#include <algorithm>
#include <fstream>

namespace handbell::kiosk {

namespace {

/// When it happened, if its clock could be believed.
std::optional<Instant> trusted_time(const reg::DoorEvent& event) {
  const reg::DoorMoment* at = nullptr;
  if (const auto* arrived = std::get_if<reg::Arrived>(&event)) at = &arrived->at;
  if (const auto* refused = std::get_if<reg::RefusedCard>(&event)) at = &refused->at;
  if (const auto* back = std::get_if<reg::Withdrawn>(&event)) at = &back->at;
  if (const auto* passed = std::get_if<reg::Passed>(&event)) at = &passed->at;
  if (const auto* pruned = std::get_if<reg::Pruned>(&event)) at = &pruned->at;
  if (const auto* reason = std::get_if<reg::ReasonGiven>(&event)) at = &reason->at;
  if (const auto* asked = std::get_if<reg::ReleaseAsked>(&event)) at = &asked->at;
  if (const auto* ended = std::get_if<reg::LookUpEnded>(&event)) at = &ended->at;
  if (const auto* family = std::get_if<reg::FamilyTapped>(&event)) at = &family->at;
  if (const auto* pin = std::get_if<reg::PinRefused>(&event)) at = &pin->at;
  if (const auto* gone = std::get_if<reg::DoorHandOver>(&event)) at = &gone->at;
  if (const auto* staff = std::get_if<reg::StaffRefused>(&event)) at = &staff->at;
  if (at == nullptr || !at->trusted) return std::nullopt;
  return at->wall;
}

/// No clock of a real site can be right that is before this program was made.
constexpr Instant kMade{1'763'942'400'000};         // 2025-11-24
constexpr Instant kRehearsalFrom{946'684'800'000};  // 2000-01-01

}  // namespace

ClockWatch::ClockWatch(bool rehearsal) : rehearsal_(rehearsal) {
  evidence_.not_before = rehearsal ? kRehearsalFrom : kMade;
  ask_machine();
}

void ClockWatch::take(const std::vector<PastEvent>& events) {
  for (const PastEvent& past : events) wrote(past.event);
}

void ClockWatch::wrote(const reg::DoorEvent& event) {
  const auto at = trusted_time(event);
  if (!at) return;
  const std::lock_guard lock(mutex_);
  evidence_.newest_event = std::max(evidence_.newest_event.value_or(*at), *at);
}

void ClockWatch::heard_office(Millis ahead) {
  const std::lock_guard lock(mutex_);
  evidence_.ahead_of_office = ahead;
}

void ClockWatch::ask_machine() {
  timex ask{};
  const bool synced = ::adjtimex(&ask) != TIME_ERROR && (ask.status & STA_UNSYNC) == 0;
  const std::lock_guard lock(mutex_);
  evidence_.time_service_synced = rehearsal_ || synced;
}

reg::ClockEvidence ClockWatch::evidence() const {
  const std::lock_guard lock(mutex_);
  return evidence_;
}

std::uint64_t boot_of_machine() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  file >> id;
  std::erase(id, '-');
  constexpr std::size_t kDigits = 16;
  if (id.size() < kDigits) return 1;
  std::uint64_t boot = 0;
  for (std::size_t i = 0; i < kDigits; ++i) {
    const char c = id[i];
    boot = boot << 4U | static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return boot;
}

}  // namespace handbell::kiosk
