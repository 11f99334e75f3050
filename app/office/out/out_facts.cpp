#include "app/office/out/out_facts.h"

#include "app/base/hex.h"
#include "app/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

std::map<std::string, std::string> doors_of(const std::vector<journal::KioskSeen>& kiosks) {
  std::map<std::string, std::string> doors;
  for (const auto& kiosk : kiosks) {
    for (const auto& history : kiosk.journals) doors[to_hex(history)] = kiosk.name;
  }
  return doors;
}

}  // namespace

Result<OutFacts> read_out(const Visit& visit, store::Register& held) {
  auto school = held.shared_school();
  if (!school) return fail(school.error());
  auto events = held.events(visit.today);
  if (!events) return fail(events.error());
  auto told = held.told(visit.today);
  if (!told) return fail(told.error());
  const auto answers = held.release_answers(visit.today);
  if (!answers) return fail(answers.error());
  auto contacts = held.contacts();
  if (!contacts) return fail(contacts.error());
  auto notes = held.day_notes(visit.today, visit.today.plus(kDaysAhead));
  if (!notes) return fail(notes.error());
  const auto kiosks = held.kiosks();
  if (!kiosks) return fail(kiosks.error());
  reg::PresenceFacts known{std::move(*events), std::move(*told)};
  auto releases = reg::releases_of(known, *answers);
  auto goings = door_goings(held, releases);
  if (!goings) return fail(goings.error());
  auto today = reg::collectors_of(*notes);
  std::erase_if(today, [&](const reg::DayCollector& one) { return one.day != visit.today; });
  auto appointments = reg::appointments_of(reg::leave_cases(*notes));
  return OutFacts{std::move(*school),
                  std::move(known),
                  doors_of(*kiosks),
                  std::move(releases),
                  {std::move(*contacts), std::move(today)},
                  std::move(*notes),
                  std::move(appointments),
                  std::move(*goings)};
}

std::string key_of(const reg::Release& release) {
  return fmt::format("{}-{}-{}", release.ref.journal.substr(0, 6), release.ref.seq,
                     release.asked.pupil.number());
}

const reg::Release* release_of_key(const OutFacts& facts, const std::string& key) {
  const auto found = std::ranges::find(facts.releases, key, key_of);
  return found == facts.releases.end() ? nullptr : &*found;
}

const reg::PupilRecord* child_named(const reg::School& school, const std::string& typed) {
  const auto number = whole_number(typed);
  return number ? school.pupil(PupilId(*number)) : nullptr;
}

std::vector<reg::DoorReason> reasons_to_go(const reg::School& school) {
  auto reasons = reg::with_built_in(school.reasons).out;
  for (auto& reason : reasons) {
    if (reason.key == "unwell") reason.words = "Sent home ill";
  }
  return reasons;
}

const DoorGoing* going_of(const OutFacts& facts, const reg::Release& release) {
  const auto found = std::ranges::find_if(facts.goings, [&](const DoorGoing& going) {
    return going.release.ref == release.ref && going.release.asked.pupil == release.asked.pupil;
  });
  return found == facts.goings.end() ? nullptr : &*found;
}

Status take_back(const Visit& visit, store::Register& held, const reg::EventRef& what) {
  const auto done =
      held.tell(reg::TakenBack{what, visit.now, "typed in error", visit.who.author}, visit.now);
  return done ? Status{} : fail(done.error());
}

Status take_back(const Visit& visit, store::Register& held, std::uint64_t entry) {
  const auto own = held.witness();
  if (!own) return fail(own.error());
  return take_back(visit, held, reg::EventRef{to_hex(own->history), entry});
}

}  // namespace handbell::office
