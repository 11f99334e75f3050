#include "app/office/presence/undo_form.h"

#include "app/office/page/child_name.h"
#include "app/office/presence/group_form.h"
#include "app/office/presence/presence_words.h"

#include <algorithm>

namespace handbell::office {
namespace {

constexpr const char* kTypedInError = "typed in error";

/// What may be taken back here, and what is said of it then.
struct Undoable {
  reg::EventRef ref;
  std::string words;
};

std::optional<Undoable> undoable(const Visit& visit, const PresenceDay& day,
                                 const reg::PresenceFact& fact) {
  if (const auto* moved = std::get_if<reg::GroupMovement>(&fact.event)) {
    const auto& what = moved->what();
    const bool theirs =
        std::ranges::any_of(what.list, [&](PupilId id) { return day.pupil(id) != nullptr; });
    if (!theirs || !may_take_back(visit.who, what.by)) return std::nullopt;
    return Undoable{fact.ref, group_words(what) +
                                  " was taken back: its children are where they "
                                  "were before."};
  }
  const auto* entry = std::get_if<reg::SingleEntry>(&fact.event);
  const auto* pupil = entry == nullptr ? nullptr : day.pupil(entry->pupil);
  if (pupil == nullptr || !may_take_back(visit.who, entry->by)) return std::nullopt;
  return Undoable{fact.ref, "Taken back for " + child_name(*pupil) + ". Marks stand as they are."};
}

std::optional<Undoable> undoable_at_door(const Visit& visit, const PresenceDay& day,
                                         const reg::SeenEvent& seen) {
  if (!visit.who.has_one_of({reg::Role::office, reg::Role::head})) return std::nullopt;
  std::optional<PupilId> of;
  if (const auto* came = std::get_if<reg::Arrived>(&seen.event)) of = came->pupil;
  if (const auto* passed = std::get_if<reg::Passed>(&seen.event)) of = passed->pupil;
  if (const auto* gone = std::get_if<reg::DoorHandOver>(&seen.event)) of = gone->pupil;
  const auto* pupil = of ? day.pupil(*of) : nullptr;
  if (pupil == nullptr) return std::nullopt;
  return Undoable{seen.ref, "What the door saw of " + child_name(*pupil) +
                                " counts no more for where the child is. Marks stand as they are."};
}

std::optional<Undoable> asked_to_undo(const Visit& visit, const PresenceDay& day) {
  const std::string entry = visit.typed("entry");
  const std::string journal = visit.typed("journal");
  const auto named = [&](const reg::EventRef& ref) {
    return std::to_string(ref.seq) == entry && (journal.empty() || ref.journal == journal);
  };
  const auto& people = day.facts.people;
  const auto told = std::ranges::find_if(people, [&](const auto& fact) { return named(fact.ref); });
  if (told != people.end()) return undoable(visit, day, *told);
  if (journal.empty()) return std::nullopt;
  const auto& door = day.facts.door;
  const auto seen = std::ranges::find_if(door, [&](const auto& each) { return named(each.ref); });
  return seen == door.end() ? std::nullopt : undoable_at_door(visit, day, *seen);
}

}  // namespace

Result<std::string> take_back_told(const Visit& visit, store::Register& held,
                                   const PresenceDay& day) {
  const auto what = asked_to_undo(visit, day);
  if (!what) return std::string();
  if (taken_back_by_people(day.facts).contains(what->ref)) {
    return std::string("That was taken back already.");
  }
  std::string reason = visit.typed("reason");
  if (reason.empty()) reason = kTypedInError;
  const auto done =
      held.tell(reg::TakenBack{what->ref, visit.now, reason, visit.who.author}, visit.now);
  if (!done) return fail(done.error());
  return what->words;
}

}  // namespace handbell::office
