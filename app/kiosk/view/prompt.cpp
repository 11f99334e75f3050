#include "app/kiosk/view/prompt.h"

namespace handbell::kiosk {

namespace {

using Keys = std::vector<std::string>;

Keys keys_of(ScreenKind kind) {
  switch (kind) {
    case ScreenKind::on_time:
    case ScreenKind::late:
    case ScreenKind::after_close:
      return {"you_are_in"};
    case ScreenKind::already_in:
      return {"you_are_already_in"};
    case ScreenKind::welcome_back:
      return {"welcome_back"};
    case ScreenKind::see_office:
    case ScreenKind::not_recorded:
      return {"go_to_office"};
    case ScreenKind::clock_unknown:
      return {"you_are_in", "office_checks_time"};
    case ScreenKind::one_card:
      return {"one_card"};
    case ScreenKind::someone_comes:
      return {"someone_is_coming", "please_wait_here"};
    default:
      return {};
  }
}

bool sends_to_office(const Keys& keys) { return keys == Keys{"go_to_office"}; }

}  // namespace

Prompt prompt_for(const Screen& screen) {
  Prompt prompt{keys_of(screen.kind), screen.language};
  const bool family = !screen.children.empty() && !prompt.keys.empty();
  if (family && !sends_to_office(prompt.keys)) prompt.keys = {"you_are_all_in"};
  return prompt;
}

Prompt newcomer_prompt(const Screen& screen) {
  if (screen.newcomer_to_office) return {{"go_to_office"}, ""};
  if (screen.newcomer_released) return {{"someone_is_coming"}, ""};
  if (screen.newcomer) return {{"you_are_in"}, ""};
  return {};
}

}  // namespace handbell::kiosk
