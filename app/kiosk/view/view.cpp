#include "app/kiosk/view/view.h"

#include "app/kiosk/view/band.h"
#include "app/kiosk/view/foot.h"
#include "app/kiosk/view/looks.h"
#include "app/kiosk/view/parts.h"

namespace handbell::kiosk {

namespace {

void add_body(Draft& draft) {
  switch (draft.screen.kind) {
    case ScreenKind::idle:
      return add_idle(draft);
    case ScreenKind::see_office:
    case ScreenKind::not_recorded:
      return add_message(draft, {"office", "Please go to the office", ""});
    case ScreenKind::one_card:
      return add_message(draft, {"cards", "One card at a time", ""});
    case ScreenKind::out_child:
      // By its card, or by a look-up: then the choices come.
      if (draft.screen.choices.empty()) return add_message(draft, {"tap", "Tap your card", ""});
      return add_choosing(draft);
    case ScreenKind::someone_comes:
      return add_message(draft, {"someone", "Someone is coming", "Please wait here."});
    default:
      break;
  }
  if (draft.choosing()) return add_choosing(draft);
  if (draft.staff()) return add_staff(draft);
  add_result(draft);
}

}  // namespace

Scene view(const Screen& screen, const Words& words, const Place& place, Ruler& ruler) {
  Draft draft(screen, words, place, ruler);
  draft.scene.name = name_of(screen.kind);
  if (screen.kind == ScreenKind::night) {
    draft.scene.background = draft.theme.night.colour;
  } else if (screen.kind == ScreenKind::evacuate) {
    add_evacuation(draft);
  } else {
    add_band(draft);
    // The foot takes its room first, and is read last.
    const std::size_t before = draft.scene.nodes.size();
    add_foot(draft);
    std::vector<Node> foot(draft.scene.nodes.begin() + static_cast<std::ptrdiff_t>(before),
                           draft.scene.nodes.end());
    draft.scene.nodes.resize(before);
    add_body(draft);
    draft.scene.nodes.insert(draft.scene.nodes.end(), foot.begin(), foot.end());
  }
  return std::move(draft.scene);
}

}  // namespace handbell::kiosk
