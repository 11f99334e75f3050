#include "app/kiosk/view/foot.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

/// A place in the row. One that is kept free holds the others where they are.
struct Slot {
  ButtonLook look;
  double weight = 1;     ///< of the width; 0: a square with a picture alone
  bool forward = false;  ///< stands at the side of the hand, the ways back at the other
  bool shown = true;
};

class Foot {
 public:
  explicit Foot(const Draft& draft) : draft_(draft), screen_(draft.screen), theme_(draft.theme) {}

  [[nodiscard]] std::vector<Slot> slots() const {
    std::vector<Slot> slots;
    if (screen_.kind == ScreenKind::idle) {
      idle(slots);
    } else {
      other(slots);
    }
    if (draft_.place.hand == Hand::left) std::reverse(slots.begin(), slots.end());
    return slots;
  }

 private:
  void idle(std::vector<Slot>& slots) const {
    if (screen_.offers_going_out) {
      slots.push_back({plain("going_out", "Going out", "door"), 1});
    }
    squares(slots, 0.8);
    if (screen_.offers_look_up) {
      slots.push_back({forward("no_card", "No card today", "no_card"), 1.2, true});
    }
  }
  void other(std::vector<Slot>& slots) const {
    if (screen_.can_go_back) slots.push_back({plain("back", "Back", "back"), 1});
    squares(slots, 0);
    if (draft_.choosing() || screen_.seconds_left) {
      slots.push_back({plain("more_time", "More time", "more_time"), 1.1, false,
                       screen_.seconds_left.has_value()});
    }
    if (screen_.can_see_more) slots.push_back({forward("more", "More", "more"), 1, true});
    if (screen_.can_skip) slots.push_back({plain("skip", "Skip", "skip"), 1, true});
    if (screen_.offers_look_up) {
      slots.push_back({forward("no_card", "No card today", "no_card"), 1.2, true});
    }
    if (screen_.can_finish || screen_.all_here) {
      slots.push_back({forward("done", "Done", "done"), 1, true, screen_.can_finish});
    }
    if (screen_.all_here && screen_.kind != ScreenKind::siblings) {
      slots.push_back({all_here_look(theme_), 1.4, true});
    }
    if (screen_.hand_over) slots.push_back({forward("give", "Hand over", "check"), 1.2, true});
    if (screen_.can_undo) {
      const ButtonLook look{"not_me", "Not me", "undo", theme_.undo, theme_.undo.ink};
      slots.push_back({look, 1.1, true});
    }
  }
  void squares(std::vector<Slot>& slots, double languages) const {
    if (screen_.offers_languages) {
      slots.push_back({plain("languages", "Language", "languages"), languages});
    }
    if (screen_.reads_aloud) slots.push_back({plain("read_aloud", "Read aloud", "speaker"), 0});
  }
  [[nodiscard]] ButtonLook plain(const char* id, const char* phrase, const char* icon) const {
    return {id, phrase, icon, theme_.button, theme_.calm.colour};
  }
  [[nodiscard]] ButtonLook forward(const char* id, const char* phrase, const char* icon) const {
    return {id, phrase, icon, theme_.calm, theme_.calm.colour};
  }

  const Draft& draft_;
  const Screen& screen_;
  const Theme& theme_;
};

/// How wide a button of weight 1 is. None is wider than half of a 10 inch display.
double unit_of(const std::vector<Slot>& slots, double width, double square) {
  double squares = 0;
  double weights = 0;
  for (const Slot& slot : slots) {
    if (slot.weight == 0) squares += square;
    weights += slot.weight;
  }
  const double gaps = kGap * static_cast<double>(slots.size() - 1);
  return weights == 0 ? 0 : (width - squares - gaps) / weights;
}

/// A few buttons do not spread over the whole width.
double at_most(const Draft& draft, double wide) {
  constexpr double kMost = 74;
  return std::min(wide, kMost * (draft.tall() ? 1.15 : draft.zoom()));
}

/// The first of those at the side of the hand; what is left of the width stands before it.
std::size_t parting(const std::vector<Slot>& slots, Hand hand) {
  const bool left = hand == Hand::left;
  const auto found = std::find_if(slots.begin(), slots.end(),
                                  [&](const Slot& slot) { return slot.forward != left; });
  return static_cast<std::size_t>(found - slots.begin());
}

}  // namespace

void add_button(Draft& draft, const Box& box, const ButtonLook& look) {
  draft.face(box, look.tone.colour, look.edge);
  const double pad = 3;
  const bool square = box.w < box.h * 1.2;
  const double side = square ? box.h * 0.5 : std::min(box.h * 0.48, box.w * 0.2);
  if (square) {
    draft.picture_in(box, side, look.icon, look.tone.ink);
  } else {
    draft.picture({box.x + pad + 1, box.y + (box.h - side) / 2, side, side}, look.icon,
                  look.tone.ink);
    const double left = side + 2 * pad;
    const double em = draft.theme.label * draft.zoom();
    draft.write({box.x + left, box.y + 1.5, box.w - left - pad, box.h - 3},
                draft.lines(look.phrase, em, em * 0.8, true),
                {look.tone.ink, look.tone.colour, Align::centre, Fill::middle});
  }
  draft.scene.nodes.emplace_back(Button{box, look.id, look.phrase});
}

ButtonLook all_here_look(const Theme& theme) {
  return {"all_here", "All {count} are here", "all_here", theme.in, theme.in.colour};
}

void add_foot(Draft& draft) {
  const auto slots = Foot(draft).slots();
  if (slots.empty()) return;
  const double high = std::clamp(draft.touch() * draft.zoom(), draft.touch(), 31.0);
  const double y = draft.scene.height - kMargin - high;
  const double unit = unit_of(slots, draft.body.w, high);
  const auto wide = [&](const Slot& slot) {
    return slot.weight == 0 ? high : at_most(draft, unit * slot.weight);
  };
  double used = kGap * static_cast<double>(slots.size() - 1);
  for (const Slot& slot : slots) used += wide(slot);
  double x = draft.body.x;
  const std::size_t parted = parting(slots, draft.place.hand);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (i == parted) x += draft.body.w - used;
    if (slots[i].shown) add_button(draft, {x, y, wide(slots[i]), high}, slots[i].look);
    x += wide(slots[i]) + kGap;
  }
  draft.body.h = y - kClose - draft.body.y;
}

}  // namespace handbell::kiosk
