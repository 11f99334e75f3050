#include "app/office/today/alert_form.h"

#include "app/office/today/alerts.h"

#include <algorithm>

namespace handbell::office {
namespace {

bool was_seen_to(const DayFacts& facts, const std::string& key) {
  const auto seen = reg::standing<reg::SeenTo>(facts.notes);
  return std::ranges::any_of(seen, [&](const auto& noted) { return noted.what.alert == key; });
}

std::vector<reg::RegisterLine> lines_today(const DayFacts& facts, const reg::School& school) {
  auto lines = reg::register_lines(facts.events, school, facts.morning, {facts.day, Half::am});
  for (auto& line :
       reg::register_lines(facts.events, school, facts.afternoon, {facts.day, Half::pm})) {
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

Result<std::string> see_to_alert(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto facts = day_facts(held, visit.today);
  if (!facts) return fail(facts.error());
  const std::string key = visit.typed("alert");
  const auto alerts = alerts_of(*facts, **school, lines_today(*facts, **school), visit.now);
  const auto found = std::ranges::find(alerts, key, &Alert::key);
  const bool open = found != alerts.end() && !found->lasts && !was_seen_to(*facts, key);
  if (!open) return std::string("That was seen to already.");
  const auto kept = held.write({reg::SeenTo{key, found->pupil, found->who + " " + found->what, "",
                                            visit.now, visit.who.author}},
                               visit.now);
  if (!kept) return fail(kept.error());
  return "Seen to: " + found->who + ".";
}

}  // namespace handbell::office
