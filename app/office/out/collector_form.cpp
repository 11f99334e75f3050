#include "app/office/out/collector_form.h"

#include "app/base/text.h"
#include "app/office/page/typed_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

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
  const auto relationship =
      checked_text(visit.typed("relationship"), "relationship", {"", 100}, errors);
  const auto day = day_typed(visit, errors);
  const auto by = checked_text(visit.typed("told_by"), "told_by",
                               {"Say who of the family told us.", 200}, errors);
  const auto how =
      checked_text(visit.typed("told_how"), "told_how", {"Say how we were told.", 200}, errors);
  const auto despite =
      checked_text(visit.typed("collector_despite"), "collector_despite", {}, errors);
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
