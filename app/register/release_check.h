// What the office needs before a child goes with an adult (D49): one rule for every way in, the
// page, the command, and whoever comes to the office without having asked at a door.
//
//   granted       how the adult was checked; where somebody may not collect, why all the same
//   handed over   to whom: the adult who was checked, where that was written down
//
// Each answer keeps the warning that it was given under. A reason that was given with the grant
// holds for handing over to the same adult under the same warning: what was entered between the two
// is answered anew, by whoever hands the child over. Who may collect today counts as somebody who
// may.
#pragma once

#include "app/register/day_note.h"
#include "app/register/release.h"

#include <set>

namespace handbell::reg {

/// Who may collect on the day of these notes; those taken back do not count.
[[nodiscard]] std::vector<DayCollector> collectors_of(const std::vector<DayNoteGiven>& notes);

/// What the lists say about collecting, of all children.
struct CollectLists {
  std::vector<Contact> contacts;
  std::vector<DayCollector> today;
};

/// What stands in the way of this answer; nothing where the child stays.
[[nodiscard]] std::optional<std::string> warning_of(const ReleaseAnswer& answer,
                                                    const CollectLists& lists);

/// Somebody is listed for the child, for always or for today: whoever collects has a name.
[[nodiscard]] bool somebody_listed(PupilId pupil, const CollectLists& lists);

/// Somebody asks for them, at a door or in the office, and nobody has answered for good: who lets
/// such a child go answers that request.
[[nodiscard]] std::set<PupilId> asked_for(const std::vector<Release>& releases);

/// Not everybody may collect this child, and a group or a single press lets the child go with
/// nobody: a warning, where the school has entered anybody at all. A school that listed nobody has
/// restricted nobody.
[[nodiscard]] std::optional<std::string> restriction_of(
    PupilId pupil, const CollectLists& lists, const std::optional<NamePart>& adult = std::nullopt);

/// The grant of a request that stands, or null.
[[nodiscard]] const ReleaseAnswer* grant_of(const Release& release);

/// A granted request whose hand-over asks for a reason anew: a warning stands, and the grant has no
/// reason, or was given under another warning.
[[nodiscard]] bool asks_reason_anew(const Release& release, const CollectLists& lists);

/// The answer with the warning that stands now, and a hand-over with the reason of its grant, where
/// it names the same adult, no other reason, and the warning is still the grant's.
[[nodiscard]] ReleaseAnswer under_lists(const Release& release, ReleaseAnswer answer,
                                        const CollectLists& lists);

/// Of whom no list says anything against anybody, and says of somebody that he may collect.
[[nodiscard]] std::set<PupilId> free_to_go(const std::vector<Contact>& contacts);

/// Which children staff may hand over at the door: those who are free to go, and whom the door
/// may show. It hears yes or no, and never why.
void add_collecting(DoorBook& book, const std::vector<Contact>& contacts);

/// Everything that this step needs is there. Faults: those of may_answer() and complete();
/// release_other_adult where another adult was checked; release_restricted with the warning where
/// no reason in spite of it is given.
[[nodiscard]] Status may_give(const Release& release, const ReleaseAnswer& answer,
                              const CollectLists& lists);

}  // namespace handbell::reg
