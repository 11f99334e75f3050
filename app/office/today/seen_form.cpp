#include "app/office/today/seen_form.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/register/presence.h"

#include <algorithm>

namespace handbell::office {
namespace {

const reg::PupilRecord* pupil_of(const reg::School& school, const std::string& typed) {
  const auto number = whole_number(typed);
  return number ? school.pupil(PupilId(*number)) : nullptr;
}

Result<reg::Whereabouts> where_now(const Visit& visit, store::Register& held, PupilId pupil) {
  auto events = held.events(visit.today);
  if (!events) return fail(events.error());
  auto told = held.told(visit.today);
  if (!told) return fail(told.error());
  const reg::PresenceFacts known{std::move(*events), std::move(*told)};
  return reg::Presence(known, visit.today, reg::presence_closes()).where(pupil, visit.now);
}

Result<std::string> see(const Visit& visit, store::Register& held, const reg::PupilRecord& pupil) {
  const auto where = where_now(visit, held, pupil.id);
  if (!where) return fail(where.error());
  const bool known = where->place == reg::Place::on_site && !where->missing_since;
  if (known) return child_name(pupil) + " was seen already.";
  const auto entry = held.tell(
      reg::SingleEntry{pupil.id, reg::Direction::in, visit.now, {}, {}, "", visit.who.author},
      visit.now);
  if (!entry) return fail(entry.error());
  return child_name(pupil) + " was seen at " + local_hh_mm(visit.now) + ".";
}

/// One child's entry of today that stands.
const reg::SingleEntry* standing_entry(const std::vector<reg::PresenceFact>& told,
                                       const std::string& number, reg::EventRef& ref) {
  const auto found = std::ranges::find_if(told, [&](const reg::PresenceFact& fact) {
    return std::to_string(fact.ref.seq) == number &&
           std::holds_alternative<reg::SingleEntry>(fact.event);
  });
  if (found == told.end()) return nullptr;
  ref = found->ref;
  const bool back = std::ranges::any_of(told, [&](const reg::PresenceFact& fact) {
    const auto* taken = std::get_if<reg::TakenBack>(&fact.event);
    return taken != nullptr && taken->what == ref;
  });
  return back ? nullptr : &std::get<reg::SingleEntry>(found->event);
}

Result<std::string> take_back(const Visit& visit, store::Register& held,
                              const reg::School& school) {
  const auto told = held.told(visit.today);
  if (!told) return fail(told.error());
  reg::EventRef ref;
  const auto* entry = standing_entry(*told, visit.typed("undo"), ref);
  if (entry == nullptr) return std::string("That was taken back already.");
  const auto done =
      held.tell(reg::TakenBack{ref, visit.now, "typed in error", visit.who.author}, visit.now);
  if (!done) return fail(done.error());
  const auto* pupil = school.pupil(entry->pupil);
  return "Taken back" + (pupil == nullptr ? "" : " for " + child_name(*pupil)) +
         ". Marks stand as they are: look at the late list.";
}

}  // namespace

Result<std::string> tell_seen(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  if (!visit.typed("undo").empty()) return take_back(visit, held, **school);
  const std::string seen = visit.typed("seen");
  const auto* pupil = pupil_of(**school, seen.empty() ? visit.typed("back") : seen);
  if (pupil == nullptr) return std::string();
  return see(visit, held, *pupil);
}

}  // namespace handbell::office
