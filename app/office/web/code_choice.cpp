#include "app/office/web/code_choice.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {

bool sees_code(const Visitor& who, reg::Code code) {
  return !code.is_sensitive() ||
         std::ranges::any_of(who.roles, [&](reg::Role role) { return code.may_be_set_by(role); });
}

std::vector<Choice> codes_for(const Visitor& who, SessionId session) {
  std::vector<Choice> choices;
  for (const reg::Code code : reg::Code::all()) {
    const bool may =
        std::ranges::any_of(who.roles, [&](reg::Role role) { return code.may_be_set_by(role); });
    if (!may || !code.fits(session.half) || !code.is_valid_on(session.day)) continue;
    choices.push_back({std::string(code.text()), fmt::format("{}  {}", code.text(), code.name())});
  }
  if (!choices.empty()) choices.insert(choices.begin(), {"", "Choose a mark"});
  return choices;
}

}  // namespace handbell::office
