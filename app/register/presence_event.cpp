#include "app/register/presence_event.h"

namespace handbell::reg {

std::set<std::string> registers_sent(const std::vector<PresenceFact>& told, Instant from,
                                     Instant until) {
  std::set<EventRef> taken_back;
  for (const auto& fact : told) {
    const auto* back = std::get_if<TakenBack>(&fact.event);
    if (back != nullptr && back->at <= until) taken_back.insert(back->what);
  }
  std::set<std::string> classes;
  for (const auto& fact : told) {
    const auto* seen = std::get_if<ClassSeen>(&fact.event);
    if (seen == nullptr || taken_back.contains(fact.ref)) continue;
    const Instant at = seen->what().at;
    if (from <= at && at <= until) classes.insert(seen->what().class_name);
  }
  return classes;
}

}  // namespace handbell::reg
