#include "app/office/out/collector_form.h"

#include "app/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

std::string words_of(const Visit& visit, const char* field, std::size_t longest,
                     const char* missing, FormErrors& errors) {
  std::string words = visit.typed(field);
  if (words.empty() && *missing != '\0') errors.add(field, missing);
  if (code_points(words) > longest) {
    errors.add(field, fmt::format("That is too long: {} characters at most.", longest));
  }
  if (!is_utf8(words)) errors.add(field, "These are characters that are no text.");
  return words;
}

std::optional<SchoolDay> day_typed(const Visit& visit, FormErrors& errors) {
  const auto day = SchoolDay::parse(visit.typed("day"));
  if (!day) {
    errors.add("day", "Choose the day.");
    return std::nullopt;
  }
  if (*day < visit.today) errors.add("day", "That day has passed.");
  if (visit.today.plus(kDaysAhead) < *day) {
    errors.add("day",
               fmt::format("At most {} days ahead; enter a contact for longer.", kDaysAhead));
  }
  return *day;
}

}  // namespace

std::optional<reg::DayCollector> collector_typed(const Visit& visit, const OutFacts& facts,
                                                 const reg::PupilRecord& pupil,
                                                 FormErrors& errors) {
  const std::string name = visit.typed("collector");
  const auto adult = NamePart::parse(name);
  if (!adult) {
    errors.add("collector", name.empty() ? "Type the adult's full name." : sentence(adult.error()));
  }
  const auto relationship = words_of(visit, "relationship", 100, "", errors);
  const auto day = day_typed(visit, errors);
  const auto by = words_of(visit, "told_by", 200, "Say who of the family told us.", errors);
  const auto how = words_of(visit, "told_how", 200, "Say how we were told.", errors);
  const auto despite = words_of(visit, "collector_despite", 1000, "", errors);
  if (!errors.empty()) return std::nullopt;
  reg::DayCollector collector{pupil.id, *day, *adult,  relationship,
                              by,       how,  despite, visit.who.author};
  const auto warning = reg::collector_warning(facts.lists.contacts, collector);
  if (warning && despite.empty()) {
    errors.add("collector_despite",
               *warning + ". Say why the adult may collect all the same, or leave it.");
    return std::nullopt;
  }
  return collector;
}

Result<std::string> undo_collector(const Visit& visit, store::Register& held) {
  const auto day = SchoolDay::parse(visit.typed("day"));
  const auto entry = whole_number(visit.typed("entry"));
  if (!day || !entry) return std::string();
  const auto notes = held.day_notes(*day, *day);
  if (!notes) return fail(notes.error());
  for (const auto& one : reg::standing<reg::DayCollector>(*notes)) {
    if (one.entry != static_cast<std::uint64_t>(*entry)) continue;
    if (Status done = take_back(visit, held, one.entry); !done) return fail(done.error());
    return one.what.adult.text() + " is not among those who may collect any more.";
  }
  return std::string("That was taken back already.");
}

}  // namespace handbell::office
