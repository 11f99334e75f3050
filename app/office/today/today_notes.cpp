#include "app/office/today/today_notes.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/office/today/staff_notes.h"
#include "app/register/door_reason.h"
#include "app/register/presence.h"
#include "app/register/release.h"

#include <algorithm>
#include <map>

namespace handbell::office {
namespace {

/// Each refused card once, at its first time.
std::map<reg::CardHash, Instant> refused_cards(const std::vector<reg::SeenEvent>& events) {
  std::map<reg::CardHash, Instant> cards;
  for (const auto& seen : events) {
    const auto* refused = std::get_if<reg::RefusedCard>(&seen.event);
    if (refused == nullptr) continue;
    const auto [at, fresh] = cards.emplace(refused->card, refused->at.wall);
    if (!fresh) at->second = std::min(at->second, refused->at.wall);
  }
  return cards;
}

NoteLine note_of_card(const reg::CardRecord& card, const reg::PupilRecord& pupil, SchoolDay day) {
  NoteLine note;
  note.who = child_and_class(pupil);
  if (card.revoked && *card.revoked <= day) {
    note.sentence = "held a card that was revoked on " + card.revoked->words() + ".";
  } else if (!card.family.empty()) {
    note.sentence = "has a family's card that was refused: none of its children could be shown.";
  } else if (!pupil.on_roll(day)) {
    note.sentence = "is not on roll today; the card was refused.";
  } else {
    note.sentence = "was refused with an older door book; the card is valid now.";
  }
  return note;
}

void add_cards(const TodayFacts& facts, const reg::HashOfCard& hash,
               std::vector<TimedNote>& notes) {
  auto cards = refused_cards(facts.of_day.events);
  if (cards.empty()) return;
  std::map<reg::CardHash, NoteLine> known;
  for (const auto& card : facts.school.cards) {
    const auto name = hash(card.uid);
    const auto* pupil = facts.school.holder(card);
    if (pupil == nullptr || !cards.contains(name)) continue;
    known[name] = note_of_card(card, *pupil, facts.of_day.day);
  }
  for (const auto& [name, at] : cards) {
    NoteLine note{"A card", "", "that nobody holds was sent to the office.", false};
    if (const auto found = known.find(name); found != known.end()) note = found->second;
    note.when = local_hh_mm(at);
    notes.push_back({at, std::move(note)});
  }
}

bool was_sent(const reg::Judgement& judgement, const reg::PupilRecord& pupil) {
  return pupil.see_office || judgement.urgent || judgement.outcome == reg::Outcome::not_on_roll ||
         judgement.outcome == reg::Outcome::school_closed;
}

void add_lines(const TodayFacts& facts, const std::vector<reg::RegisterLine>& lines,
               std::vector<TimedNote>& notes, int& sent) {
  for (const auto& line : lines) {
    const auto* pupil = facts.school.pupil(line.arrival.pupil);
    if (pupil == nullptr) continue;
    const auto& judgement = line.arrival.judgement;
    if (judgement.outcome == reg::Outcome::clock_unverified) continue;  // see add_untimed()
    const bool to_office = was_sent(judgement, *pupil);
    if (to_office) ++sent;
    const bool in_a_list =
        line.state == reg::LineState::pending || line.state == reg::LineState::conflict;
    const bool settled = line.state == reg::LineState::accepted && !judgement.office_task;
    const bool told = judgement.office_task || !line.arrival.note.empty() || pupil->see_office;
    if (!told || settled || (in_a_list && !pupil->see_office)) continue;
    NoteLine note{child_and_class(*pupil), local_hh_mm(line.arrival.first_contact),
                  line.arrival.sentence, judgement.urgent};
    if (pupil->see_office && !judgement.office_task) note.sentence = "was asked to see the office.";
    notes.push_back({line.arrival.first_contact, std::move(note)});
  }
}

/// Children who came while the kiosk's clock was not trusted: they are here, without a time.
void add_untimed(const TodayFacts& facts, std::vector<TimedNote>& notes) {
  const bool any = std::ranges::any_of(facts.of_day.events, [](const reg::SeenEvent& seen) {
    const auto* arrived = std::get_if<reg::Arrived>(&seen.event);
    return arrived != nullptr && !arrived->at.trusted;
  });
  if (!any) return;
  const reg::FactsOf known = [&](PupilId id, SessionId session) -> std::optional<reg::PupilFacts> {
    const auto* pupil = facts.school.pupil(id);
    if (pupil == nullptr) return std::nullopt;
    return facts_of(facts.school, *pupil, session, std::nullopt);
  };
  for (const auto& arrival : judge_events(facts.of_day.events, known)) {
    const auto* pupil = facts.school.pupil(arrival.pupil);
    const bool unknown = arrival.judgement.outcome == reg::Outcome::clock_unverified;
    if (!unknown || pupil == nullptr) continue;
    notes.push_back({facts.now, {child_and_class(*pupil), "", arrival.sentence, false}});
  }
}

std::string words_for(const reg::Release& release) {
  const auto& asked = release.asked;
  if (release.at_office()) return "may go, as the office agreed. Not yet handed over.";
  std::string words = "is asked for at the door (" + reg::words_of_reason(asked.who);
  if (!asked.why.empty()) words += ", " + reg::words_of_reason(asked.why);
  words += asked.back_today ? ", back today). " : "). ";
  if (release.state == reg::ReleaseState::called) return words + "The class was told.";
  const bool granted = release.state == reg::ReleaseState::granted;
  return words + (granted ? "Granted, not yet handed over." : "Somebody waits.");
}

/// A request waits until it is refused or the child has gone (D49).
void add_releases(const TodayFacts& facts, std::vector<TimedNote>& notes,
                  WaitingRequests& requests) {
  requests.asked =
      static_cast<int>(std::ranges::count_if(facts.of_day.events, [](const reg::SeenEvent& seen) {
        return std::holds_alternative<reg::ReleaseAsked>(seen.event);
      }));
  if (requests.asked == 0 && facts.of_day.releases.empty()) return;
  const reg::PresenceFacts known{facts.of_day.events, facts.of_day.told};
  const reg::Presence presence(known, facts.of_day.day, reg::presence_closes());
  for (const auto& release : releases_of(known, facts.of_day.releases)) {
    const auto* pupil = facts.school.pupil(release.asked.pupil);
    if (pupil == nullptr || release.state >= reg::ReleaseState::refused) continue;
    const auto at = release.at.value_or(facts.now);
    const auto where = presence.where(pupil->id, facts.now);
    const bool gone = where.since && *where.since >= at && !is_in(where.place);
    if (gone) continue;
    if (release.state < reg::ReleaseState::granted) ++requests.now;
    const std::string when = release.at ? local_hh_mm(at) : "";
    notes.push_back({at, {child_and_class(*pupil), when, words_for(release), true}});
  }
}

}  // namespace

void add_notes(const TodayFacts& facts, const std::vector<reg::RegisterLine>& lines,
               const reg::HashOfCard& hash, TodayView& view) {
  std::vector<TimedNote> notes;
  add_cards(facts, hash, notes);
  view.tiles.sent = static_cast<int>(notes.size());
  add_lines(facts, lines, notes, view.tiles.sent);
  add_untimed(facts, notes);
  // On today they have a part of their own (alerts.h).
  std::vector<TimedNote> asked;
  add_releases(facts, asked, view.requests);
  if (!view.is_today) notes.insert(notes.end(), asked.begin(), asked.end());
  for (auto& note : staff_notes(facts, hash)) notes.push_back(std::move(note));
  std::stable_sort(notes.begin(), notes.end(), [](const TimedNote& a, const TimedNote& b) {
    return a.note.urgent != b.note.urgent ? a.note.urgent : b.at < a.at;
  });
  for (auto& timed : notes) view.notes.push_back(std::move(timed.note));
}

}  // namespace handbell::office
