#include "app/kiosk/view/view.h"

#include "app/kiosk/view/band.h"
#include "app/kiosk/view/foot.h"
#include "app/kiosk/view/looks.h"
#include "app/kiosk/view/parts.h"

namespace handbell::kiosk {

namespace {

std::string name_of(const std::optional<ResultFor>& child) {
  return child ? child->shown_name.value_or("") : "";
}

/// Who asked waits; later whoever has the name read it.
void add_coming(Draft& draft) {
  const std::string name = name_of(draft.screen.child);
  add_message(draft,
              {"someone", "Someone is coming", name.empty() ? "Please wait here." : "", name});
}

/// A card that this door had not seen today was an arrival first: held up again, it goes out.
const char* out_says(const Screen& screen) {
  const bool arrived = screen.newcomer && !screen.newcomer_released;
  return arrived ? "Tap again to go out" : "Tap your card";
}

void add_body(Draft& draft) {
  switch (draft.screen.kind) {
    case ScreenKind::idle:
      return add_idle(draft);
    case ScreenKind::see_office:
    case ScreenKind::not_recorded:
      return add_message(draft, {"office", "Please go to the office", "", ""});
    case ScreenKind::one_card:
      return add_message(draft, {"cards", "One card at a time", "", ""});
    case ScreenKind::out_child:
      // By its card, or by a look-up: then the choices come.
      if (draft.screen.choices.empty())
        return add_message(draft, {"tap", out_says(draft.screen), "", ""});
      return add_choosing(draft);
    case ScreenKind::someone_comes:
      return add_coming(draft);
    case ScreenKind::may_go:
      return add_message(draft, {"door", "You may go", "", name_of(draft.screen.child)});
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
