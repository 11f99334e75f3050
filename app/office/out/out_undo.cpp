#include "app/office/out/out_undo.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"

#include <algorithm>
#include <set>

namespace handbell::office {
namespace {

const reg::Release* release_with(const OutFacts& facts, std::uint64_t newest) {
  const auto found = std::ranges::find_if(facts.releases, [&](const reg::Release& release) {
    return !release.answers.empty() && release.answers.back().entry == newest;
  });
  return found == facts.releases.end() ? nullptr : &*found;
}

/// The entry by which presence knows of a hand-over; nothing where it was taken back.
std::optional<std::uint64_t> going_of(const OutFacts& facts, const reg::ReleaseAnswer& hand) {
  std::set<reg::EventRef> back;
  for (const auto& fact : facts.known.people) {
    if (const auto* taken = std::get_if<reg::TakenBack>(&fact.event)) back.insert(taken->what);
  }
  for (const auto& fact : facts.known.people) {
    const auto* entry = std::get_if<reg::SingleEntry>(&fact.event);
    const bool same = entry != nullptr && entry->pupil == hand.pupil && entry->at == hand.at &&
                      entry->direction == reg::Direction::out && entry->handed_to == hand.handed_to;
    if (same && !back.contains(fact.ref)) return fact.ref.seq;
  }
  return std::nullopt;
}

Status undo_one(const Visit& visit, store::Register& held, const OutFacts& facts,
                const reg::ReleaseGiven& given) {
  if (Status done = take_back(visit, held, given.entry); !done) return done;
  if (given.what.step != reg::ReleaseStep::handed_over) return {};
  const auto going = going_of(facts, given.what);
  return going ? take_back(visit, held, *going) : Status{};
}

void add_name(const OutFacts& facts, const reg::Release& release, std::string& names) {
  const auto* pupil = facts.school->pupil(release.asked.pupil);
  if (pupil != nullptr) names += (names.empty() ? "" : ", ") + child_name(*pupil);
}

}  // namespace

Result<std::string> undo_answers(const Visit& visit, store::Register& held, const OutFacts& facts) {
  std::string names;
  bool any = false;
  for (const auto& typed : split(visit.typed("entries"), ',')) {
    if (typed.starts_with(kDoorUndo)) {
      any = true;
      const auto* release = release_of_key(facts, typed.substr(kDoorUndo.size()));
      const bool there = release != nullptr && release->state == reg::ReleaseState::handed_over;
      if (!there || !release->at_door) continue;
      if (Status done = take_back(visit, held, release->at_door->ref); !done) {
        return fail(done.error());
      }
      add_name(facts, *release, names);
      continue;
    }
    const auto entry = whole_number(typed);
    if (!entry || *entry < 1) continue;
    any = true;
    const auto* release = release_with(facts, static_cast<std::uint64_t>(*entry));
    if (release == nullptr || release->state == reg::ReleaseState::back || release->at_door) {
      continue;
    }
    if (Status done = undo_one(visit, held, facts, release->answers.back()); !done) {
      return fail(done.error());
    }
    add_name(facts, *release, names);
  }
  if (!any) return std::string();
  if (names.empty()) {
    return std::string("Something else was answered meanwhile. Nothing was taken back.");
  }
  return "Taken back for " + names + ".";
}

Result<std::string> tell_back(const Visit& visit, store::Register& held, const OutFacts& facts) {
  const auto* pupil = child_named(*facts.school, visit.typed("pupil"));
  if (pupil == nullptr) return std::string();
  const reg::Presence presence(facts.known, visit.today, reg::presence_closes());
  if (is_in(presence.where(pupil->id, visit.now).place)) {
    return child_name(*pupil) + " was back already.";
  }
  const auto told = held.tell(
      reg::SingleEntry{pupil->id, reg::Direction::in, visit.now, {}, {}, "", visit.who.author},
      visit.now);
  if (!told) return fail(told.error());
  return child_name(*pupil) + " was back at " + local_hh_mm(visit.now) + ".";
}

}  // namespace handbell::office
