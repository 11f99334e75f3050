#include "app/office/web/door_going.h"

#include "app/base/school_time.h"
#include "app/journal/door_book_codec.h"
#include "app/register/door_reason.h"
#include "app/register/release_check.h"
#include "app/register/staff_card_holders.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

std::string how_checked(reg::IdentityCheck check) {
  if (check == reg::IdentityCheck::photo_id) return "photo ID";
  std::string words(text_of(check));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

bool was_answered(const reg::Release& release, reg::ReleaseStep step) {
  return std::ranges::any_of(
      release.answers, [&](const reg::ReleaseGiven& given) { return given.what.step == step; });
}

/// That request, or another adult's for the same child where nobody granted this one.
bool was_refused(const reg::Release& going, const std::vector<reg::Release>& releases) {
  if (was_answered(going, reg::ReleaseStep::refused)) return true;
  if (was_answered(going, reg::ReleaseStep::granted)) return false;
  return std::ranges::any_of(releases, [&](const reg::Release& other) {
    return other.asked.pupil == going.asked.pupil && was_answered(other, reg::ReleaseStep::refused);
  });
}

bool is_offices(const reg::School& school, const std::set<PupilId>& free, PupilId id) {
  const auto* pupil = school.pupil(id);
  return pupil == nullptr || pupil->see_office || pupil->never_show || !free.contains(id);
}

}  // namespace

std::string going_words(const DoorGoing& going) {
  const auto& what = going.release.at_door->what;
  const std::string at =
      going.release.at_door->at ? " at " + local_hh_mm(*going.release.at_door->at) : "";
  const std::string who = what.who.empty() ? "the adult" : reg::words_of_reason(what.who);
  return fmt::format("Handed over to {} at the door{} by {}, {}.", who, at, going.by,
                     how_checked(what.checked));
}

Result<std::vector<DoorGoing>> door_goings(store::Register& held,
                                           const std::vector<reg::Release>& releases) {
  std::vector<DoorGoing> goings;
  for (const auto& release : releases) {
    if (!release.at_door) continue;
    goings.push_back({release, "", false, was_refused(release, releases), false});
  }
  if (goings.empty()) return goings;
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  const auto contacts = held.contacts();
  if (!contacts) return fail(contacts.error());
  const auto key = held.card_key();
  if (!key) return fail(key.error());
  const reg::StaffCardHolders holders(**school, (*staff)->members, [&](const CardNumber& uid) {
    return journal::hash_of_card(uid.bytes(), *key);
  });
  const auto free = reg::free_to_go(*contacts);
  for (auto& going : goings) {
    const auto& door = *going.release.at_door;
    going.by = holders.whose(door.what.by, door.at);
    going.card_known = going.by != reg::kUnknownStaffCard;
    going.of_office = is_offices(**school, free, door.what.pupil);
  }
  return goings;
}

}  // namespace handbell::office
