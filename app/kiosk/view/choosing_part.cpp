#include "app/kiosk/view/choices.h"
#include "app/kiosk/view/foot.h"
#include "app/kiosk/view/parts.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

/// "All 3 are here", over the whole width: the one press that most families need.
void add_all_here(Draft& draft, Box& room) {
  const double high = std::clamp(kTouch * draft.zoom(), kTouch, 31.0);
  const double wide = std::min(room.w, 150 * draft.zoom());
  const Box box{room.x + (room.w - wide) / 2, room.y + room.h - high, wide, high};
  room.h -= high + kGap;
  add_choices(draft, room, {kTouch, draft.tall() ? 140.0 : 90.0, 62});
  add_button(draft, box, all_here_look(draft.theme));
}

/// Not everybody may be named at the door: who is not here is no stranger.
void add_not_here(Draft& draft, Box& room) {
  const double em = draft.theme.sentence * 0.8 * draft.zoom();
  auto lines = draft.lines("Not here? Go to the office.", em, em, false);
  const double high = draft.tall() ? 22 : 12;
  const Box box{room.x, room.y + room.h - high, room.w, high};
  room.h -= high + kGap / 2;
  const Setting setting{draft.theme.paper.ink, draft.theme.paper.colour};
  if (draft.tall() || lines.size() < 2) return draft.write(box, lines, setting);
  if (draft.mirrored()) std::swap(lines[0], lines[1]);
  const double half = (box.w - kGap) / 2;
  draft.write({box.x, box.y, half, high}, {lines[0]}, setting);
  draft.write({box.x + half + kGap, box.y, half, high}, {lines[1]}, setting);
}

/// A dot for each digit that was typed, and an empty one for each that is to come.
void add_dots(Draft& draft, Box& room) {
  const int digits = draft.screen.digits_most;
  constexpr double kDot = 8;  // mm
  const double wide = digits * kDot + (digits - 1) * kGap;
  double x = room.x + (room.w - wide) / 2;
  for (int i = 0; i < digits; ++i) {
    const Tone& tone = draft.theme.paper;
    draft.face({x, room.y, kDot, kDot}, i < draft.screen.digits_typed ? tone.ink : tone.colour,
               tone.ink);
    x += kDot + kGap;
  }
  room.y += kDot + kGap;
  room.h -= kDot + kGap;
}

/// Over the whole width, in as many lines as it needs and there may be.
std::vector<Text> staff_texts(const Draft& draft, const Box& room, const std::string& words,
                              const Rgb& ink) {
  Line line;
  line.said = as_it_is(words);
  line.em = draft.theme.small * 1.1;
  line.least = draft.theme.small;
  line.most_lines = draft.tall() ? 3 : 2;
  return fitted(draft.ruler, room, {line},
                {ink, draft.theme.paper.colour, Align::start, Fill::top});
}

void write_for_staff(Draft& draft, Box& room, const std::string& words, const Rgb& ink) {
  for (Text& text : staff_texts(draft, room, words, ink)) {
    room.y += text.box.h + 1;
    room.h -= text.box.h + 1;
    draft.scene.nodes.emplace_back(std::move(text));
  }
}

/// Sentences for staff: three at most, and how many the log has besides.
void add_faults(Draft& draft, Box& room) {
  constexpr std::size_t kMost = 3;
  const double kept = 1.4 * kStaffTouch + kGap + 2 * draft.theme.small;
  const auto& faults = draft.screen.faults;
  const Rgb& ink = draft.theme.undo.ink;
  std::size_t shown = 0;
  while (shown < std::min(faults.size(), kMost)) {
    const double high = height_of(staff_texts(draft, room, faults[shown], ink)) + 1;
    if (shown > 0 && room.h - high < kept) break;
    write_for_staff(draft, room, faults[shown], ink);
    ++shown;
  }
  if (shown < faults.size()) {
    const std::string more = std::to_string(faults.size() - shown);
    write_for_staff(draft, room, "and " + more + " more in the log", ink);
  }
  if (shown == 0) return;
  room.y += kGap / 2;
  room.h -= kGap / 2;
}

Line english_line(const Draft& draft, const std::string& phrase, double em, bool bold) {
  Line line;
  line.said = draft.english(phrase);
  line.em = em * draft.zoom();
  line.least = draft.theme.small;
  line.bold = bold;
  return line;
}

/// Who goes with whom, and how that adult was checked: read once more before it is done. In
/// English, as whoever works here reads it.
void add_hand_over(Draft& draft) {
  const HandOverWords& words = *draft.screen.hand_over;
  const Box& body = draft.body;
  const double picture = body.h * 0.42;
  draft.picture_in({body.x, body.y + 2, body.w, picture}, picture,
                   words.picture.empty() ? "another_adult" : words.picture, draft.theme.paper.ink);
  std::vector<Line> lines;
  if (draft.screen.child && draft.screen.child->shown_name) {
    Line name;
    name.said = as_it_is(*draft.screen.child->shown_name);
    name.em = draft.theme.name * draft.zoom();
    name.least = draft.theme.label;
    name.bold = true;
    lines.push_back(name);
  }
  if (!words.who.empty()) {
    lines.push_back(english_line(draft, words.who, draft.theme.headline, true));
  }
  lines.push_back(english_line(draft, words.checked, draft.theme.sentence, false));
  const double top = body.y + 2 + picture + kGap;
  draft.write({body.x, top, body.w, body.y + body.h - top - 1}, lines,
              {draft.theme.paper.ink, draft.theme.paper.colour});
}

}  // namespace

void add_choosing(Draft& draft) {
  Box room = draft.body;
  if (draft.screen.all_here && draft.screen.kind == ScreenKind::siblings) {
    add_all_here(draft, room);
    return;
  }
  if (draft.screen.office_has_more) add_not_here(draft, room);
  constexpr std::size_t kMany = 12;
  if (draft.screen.choices.size() <= kMany) {
    room.y += 1.5;
    room.h -= 3;
  }
  add_choices(draft, room, {kTouch, draft.tall() ? 140.0 : 96.0, draft.tall() ? 70.0 : 62.0});
}

void add_staff(Draft& draft) {
  if (draft.screen.hand_over) return add_hand_over(draft);
  Box room = draft.body;
  add_faults(draft, room);
  const std::string& working = draft.screen.readers;
  if (!working.empty()) {
    write_for_staff(draft, room, "Working: " + working, draft.theme.paper.ink);
  }
  if (draft.screen.kind == ScreenKind::staff_reader) {
    const Box body = draft.body;
    draft.body = room;
    add_message(draft, {"tap", "Hold your card to the reader", "A sound says it works.", ""});
    draft.body = body;
    return;
  }
  if (draft.screen.choices.empty()) {
    draft.body = room;
    if (draft.screen.kind != ScreenKind::staff_pin) {
      add_message(draft, {"check", "Nobody", "", ""});
    }
    return;
  }
  const bool digits = draft.screen.kind == ScreenKind::staff_pin;
  if (digits) {
    add_dots(draft, room);
    add_choices(draft, room, {kStaffTouch, 44, 34, draft.tall() ? 3U : 5U});
  } else {
    add_choices(draft, room, {kStaffTouch, 96, 50});
  }
}

}  // namespace handbell::kiosk
