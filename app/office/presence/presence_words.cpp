#include "app/office/presence/presence_words.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/register/door_reason.h"

#include <fmt/format.h>

#include <array>

namespace handbell::office {
namespace {

using reg::Place;

std::string since_of(std::string_view known, std::string_view unknown,
                     const std::optional<Instant>& at) {
  return at ? fmt::format("{} {}", known, local_hh_mm(*at)) : std::string(unknown);
}

std::string at_of(const std::optional<Instant>& at) {
  return at ? " at " + local_hh_mm(*at) : " at a time that is not known yet";
}

void say(std::string& words, const std::string& more) {
  if (more.empty()) return;
  words += (words.empty() ? "" : ", ") + more;
}

std::string by_words(const std::string& what, Instant at, const reg::Author& by) {
  return fmt::format("{} at {}, by {}", what, local_hh_mm(at), by.text());
}

std::string told_words_of(const reg::ClassSeen& seen) {
  return by_words("Register of " + seen.what().class_name, seen.what().at, seen.what().by);
}

std::string told_words_of(const reg::GroupMovement& moved) {
  const auto& what = moved.what();
  return by_words(fmt::format("{} {}", group_words(what), movement_verb(what.kind, what.direction)),
                  what.at, what.by);
}

std::string told_words_of(const reg::SingleEntry& entry) {
  return single_words(entry) + ", by " + entry.by.text();
}

std::string told_words_of(const reg::TakenBack& back) {
  return by_words("Taken back", back.at, back.by);
}

}  // namespace

std::string_view key_of_place(Place place) {
  static constexpr std::array<std::string_view, 5> kKeys{"out", "out-expected", "at-door",
                                                         "on-site", "elsewhere"};
  return kKeys.at(static_cast<std::size_t>(place));
}

std::string_view name_of_place(Place place) {
  static constexpr std::array<std::string_view, 5> kNames{"Out", "Out, expected back",
                                                          "At the door, not yet seen", "In school",
                                                          "Away with the school"};
  return kNames.at(static_cast<std::size_t>(place));
}

std::string place_words(const reg::Whereabouts& where) {
  switch (where.place) {
    case Place::out:
      if (where.closed) return "Out: put out by the day's close";
      return since_of("Left at", "Not come", where.since);
    case Place::out_expected:
      return since_of("Out since", "Out", where.since);
    case Place::at_door:
      return since_of("At the door since", "At the door, time not known", where.since);
    case Place::on_site:
      return since_of("In school since", "In school", where.since);
    case Place::elsewhere:
      return since_of("Away with the school since", "Away with the school", where.since);
  }
  return "";
}

std::string company_words(const reg::Whereabouts& where) {
  std::string words;
  const bool away = !is_in(where.place);
  if (away && !where.with.empty()) say(words, "with " + where.with);
  if (away && where.reason != where.with) say(words, reg::words_of_reason(where.reason));
  if (where.back_by) say(words, "back by " + local_hh_mm(*where.back_by));
  return words;
}

std::string group_words(const reg::MovementDraft& moved) {
  const std::string_view kind = reg::words_for(moved.kind);
  if (folded(moved.group).find(kind) != std::string::npos) return moved.group;
  return fmt::format("{} ({})", moved.group, kind);
}

std::string_view movement_verb(reg::GroupKind kind, reg::Direction direction) {
  const bool in = direction == reg::Direction::in;
  switch (kind) {
    case reg::GroupKind::trip:
      return in ? "is back" : "left";
    case reg::GroupKind::lunch:
      return in ? "is back" : "went home to eat";
    case reg::GroupKind::after_school_club:
      return in ? "began" : "went home";
    default:
      return in ? "came in" : "went home";
  }
}

std::string door_event_words(const reg::Arrived& came) {
  switch (came.means) {
    case reg::ArrivalMeans::card:
      return "Card at the door";
    case reg::ArrivalMeans::lookup:
      return "Name found at the door";
    case reg::ArrivalMeans::sibling:
      return "Came with a brother or sister at the door";
    case reg::ArrivalMeans::staff:
      return "Let in at the door by a staff card";
  }
  return "";
}

std::string door_event_words(const reg::Passed& passed) {
  std::string words = passed.out ? "Went out at the door" : "Came back at the door";
  if (!passed.reason.empty()) say(words, reg::words_of_reason(passed.reason));
  return words;
}

std::string door_event_words(const reg::DoorHandOver& gone) {
  std::string words = "Handed over at the door by a staff card";
  if (!gone.who.empty()) words += " to " + reg::words_of_reason(gone.who);
  if (!gone.why.empty()) say(words, reg::words_of_reason(gone.why));
  return words;
}

std::string single_words(const reg::SingleEntry& entry) {
  std::string words = entry.direction == reg::Direction::in ? "Seen" : "Left";
  words += " at " + local_hh_mm(entry.at);
  if (entry.handed_to) words += " with " + entry.handed_to->text();
  say(words, entry.reason);
  if (entry.back_by) say(words, "back by " + local_hh_mm(*entry.back_by));
  return words;
}

FactWords::FactWords(const reg::PresenceFacts& facts) : times_(facts.door) {
  for (const auto& seen : facts.door) door_.emplace(seen.ref, &seen.event);
  for (const auto& fact : facts.people) people_.emplace(fact.ref, &fact.event);
}

std::string FactWords::of(const reg::EventRef& ref) const {
  if (const auto told = people_.find(ref); told != people_.end()) {
    return std::visit([](const auto& event) { return told_words_of(event); }, *told->second);
  }
  const auto seen = door_.find(ref);
  if (seen == door_.end()) return "";
  if (const auto* came = std::get_if<reg::Arrived>(seen->second)) {
    return door_event_words(*came) + at_of(times_.time_of(ref, came->at));
  }
  if (const auto* passed = std::get_if<reg::Passed>(seen->second)) {
    return door_event_words(*passed) + at_of(times_.time_of(ref, passed->at));
  }
  if (const auto* gone = std::get_if<reg::DoorHandOver>(seen->second)) {
    return door_event_words(*gone) + at_of(times_.time_of(ref, gone->at));
  }
  return "";
}

}  // namespace handbell::office
