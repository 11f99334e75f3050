// What happens at the doors: cards, fingers, clocks and cables.
#include "app/base/school_time.h"
#include "app/journal/event_codec.h"

#include "day_register.h"

namespace handbell::days {

namespace {

/// How the office judges this child's arrival.
std::string judged(const reg::RegisterLine& line) {
  const auto& judgement = line.arrival.judgement;
  const std::string proposal =
      judgement.proposal ? in_words(*judgement.proposal, judgement.minutes_late) : "";
  const std::string entry = line.mark ? std::string(line.mark->what.code.text()) : "";
  switch (judgement.outcome) {
    case reg::Outcome::conflict_present_mark:
      return proposal.empty() ? "against the entry " + entry : proposal + " against " + entry;
    case reg::Outcome::teacher_mark_stands:
      return entry + " stands";
    case reg::Outcome::reason_code_stands:
      return proposal.empty() ? entry + " stands" : proposal;
    case reg::Outcome::school_closed:
      return "no mark, school is closed";
    case reg::Outcome::not_on_roll:
      return "no mark, not on roll";
    case reg::Outcome::clock_unverified:
      return "time unknown";
    case reg::Outcome::times_unknown:
      return "noted, no times for this session";
    default:
      return proposal.empty() ? "on time" : proposal;
  }
}

Answer judged_by_office(DayRegister& day, PupilId pupil) {
  const auto lines = day.lines(day.session());
  if (!lines) return unread(sentence(lines.error()));
  for (const auto& line : *lines) {
    if (line.arrival.pupil == pupil) return judged(line);
  }
  return "no line";
}

std::string kept_at_door(const reg::Arrived& arrived) {
  const std::string code = arrived.proposal ? std::string(arrived.proposal->text()) : "no mark";
  return code + ", kept at the door";
}

Answer outcome(DayRegister& day, const DayDoor& door) {
  const auto& entry = door.entries().back();
  const auto event = journal::event_of(entry);
  if (!event) return unread(sentence(event.error()));
  if (std::holds_alternative<reg::RefusedCard>(*event)) return "refused, the card's hash is kept";
  const auto* passed = std::get_if<reg::Passed>(&*event);
  if (passed != nullptr && !passed->out) return "back";
  const auto* arrived = std::get_if<reg::Arrived>(&*event);
  if (arrived == nullptr) return unread("the door wrote no arrival");
  if (entry.kind == journal::EntryKind::repeat_tap) return "noted, no new mark";
  if (!arrived->at.trusted) return "time unknown";
  if (!door.online()) return kept_at_door(*arrived);
  return judged_by_office(day, arrived->pupil);
}

Answer hold(DayRegister& day, const CardNumber& card, const std::string& at_door) {
  const auto door = day.door(at_door);
  if (!door) return unread(door.error());
  const auto before = (*door)->entries().size();
  (*door)->hold(card, day.now());
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  if ((*door)->entries().size() == before) return "nothing new";
  return outcome(day, **door);
}

Answer unknown_tap(DayRegister& day, const Asked& asked) {
  return hold(day, unknown_card(), asked.part(1));
}

Answer tap(DayRegister& day, const Asked& asked) {
  const auto pupil = day.roll().find(asked.part(1));
  if (!pupil) return unread(pupil.error());
  return hold(day, card_of(*pupil), asked.part(2));
}

/// The keyring names nobody; the answer is who may be chosen.
Answer family_card(DayRegister& day, const Asked& asked) {
  const auto pupil = day.roll().find(asked.part(1));
  if (!pupil) return unread(pupil.error());
  DayDoor& door = day.doors().front();
  door.hold(family_card_of(*pupil), day.now());
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  std::string names;
  for (const auto& choice : door.screen(day.now()).choices) {
    names += (names.empty() ? "" : ", ") + choice.name + (choice.ticked ? " (in)" : "");
  }
  return names.empty() ? "to the office" : names;
}

Answer tick(DayRegister& day, const Asked& asked) {
  const auto pupil = day.roll().find(asked.part(1));
  if (!pupil) return unread(pupil.error());
  const auto& child = day.roll().child(*pupil);
  DayDoor& door = day.doors().front();
  const auto before = door.entries().size();
  if (!door.choose(child.forename + " " + child.surname.substr(0, 1), day.now())) {
    return "not offered";
  }
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  return door.entries().size() == before ? "nothing new" : outcome(day, door);
}

Answer not_me(DayRegister& day, const Asked& asked) {
  const auto door = day.door(asked.part(1));
  if (!door) return unread(door.error());
  const auto before = (*door)->entries().size();
  (*door)->press("not_me", day.now());
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  return (*door)->entries().size() == before ? "nothing new" : "taken back by a second event";
}

Answer goes_out(DayRegister& day, const Asked& asked) {
  const auto pupil = day.roll().find(asked.part(1));
  if (!pupil) return unread(pupil.error());
  day.doors().front().hand_over(*pupil, asked.part(2), day.now());
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  return "out";
}

/// By the card, as at any time.
Answer comes_back(DayRegister& day, const Asked& asked) {
  const auto pupil = day.roll().find(asked.part(1));
  return pupil ? hold(day, card_of(*pupil), "") : unread(pupil.error());
}

Answer no_card(DayRegister& day, const Asked& asked) {
  const auto pupil = day.roll().find(asked.part(1));
  if (!pupil) return unread(pupil.error());
  DayDoor& door = day.doors().front();
  if (!door.look_up(*pupil, day.now())) return "not among the names";
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  return outcome(day, door);
}

Answer all_here(DayRegister& day, const Asked& asked) {
  DayDoor& door = day.doors().front();
  const auto shown = door.screen(day.now());
  if (!shown.all_here || std::to_string(*shown.all_here) != asked.part(1)) return "not offered";
  const auto before = door.entries().size();
  door.press("all_here", day.now());
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  return std::to_string(door.entries().size() - before) + " more";
}

Answer family_says(DayRegister& day, const Asked& asked) {
  DayDoor& door = day.doors().front();
  door.press("done", day.now());
  if (!door.choose(asked.part(1), day.now())) return "not asked";
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  return "kept";
}

Answer asks_for(DayRegister& day, const Asked& asked) {
  const auto pupil = day.roll().find(asked.part(2));
  if (!pupil) return unread(pupil.error());
  DayDoor& door = day.doors().front();
  door.press("going_out", day.now());
  door.hold(card_of(*pupil), day.now());
  for (const std::size_t part : {1U, 3U, 4U}) {
    if (!door.choose(asked.part(part), day.now())) return "not asked";
  }
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  return "asked";
}

Answer clock_shows(DayRegister& day, const Asked& asked) {
  const auto door = day.door(asked.part(1));
  const auto shown = parse_local(asked.part(2) + "T" + asked.part(3));
  if (!door) return unread(door.error());
  if (!shown) return unread(sentence(shown.error()));
  (*door)->clock_shows(*shown, day.now());
  return "not trusted";
}

Answer clock_is_right(DayRegister& day, const Asked& asked) {
  const auto door = day.door(asked.part(1));
  if (!door) return unread(door.error());
  (*door)->clock_is_right(day.now());
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  return "trusted";
}

Answer network(DayRegister& day, const Asked& asked) {
  const auto door = day.door(asked.part(1));
  if (!door) return unread(door.error());
  (*door)->set_online(asked.part(2) == "finds");
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  return asked.part(2);
}

}  // namespace

const std::vector<Sentence>& door_sentences() {
  static const std::vector<Sentence> kSentences{
      {"tap an unknown card(?: at the (.+ door))?", unknown_tap},
      {"tap (.+?)(?: at the (.+ door))?", tap},
      {"the family's card of (.+)", family_card},
      {"tick (.+)", tick},
      {"no card for (.+)", no_card},
      {"all (\\d) are here", all_here},
      {"the family says: (.+)", family_says},
      {"(Mum|Dad|Grandparent|Another adult) asks for (.+?): (.+), (Back today|Not today)",
       asks_for},
      {"not me(?: at the (.+ door))?", not_me},
      {"(.+) goes out: (.+)", goes_out},
      {"(.+) comes back", comes_back},
      {"the clock of the (.+ door) shows (\\S+) (\\S+)", clock_shows},
      {"the clock of the (.+ door) is right again", clock_is_right},
      {"the (.+ door) (loses|finds) the network", network}};
  return kSentences;
}

}  // namespace handbell::days
