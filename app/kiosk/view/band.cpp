#include "app/kiosk/view/band.h"

#include "app/kiosk/view/looks.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

/// What stands in the band besides its words.
struct Band {
  Tone tone;
  Box box;
  double left = kMargin;
  double right = 0;  ///< where the words have to end
};

Setting setting_of(const Band& band, Align align) {
  return {band.tone.ink, band.tone.colour, align, Fill::middle};
}

double height_of_band(const Draft& draft) {
  constexpr double kLow = 20;
  constexpr double kTall = 38;  // the two languages one under the other
  return draft.tall() ? kTall : kLow * std::min(draft.zoom(), 1.2);
}

void add_icon(Draft& draft, Band& band, const std::string& key) {
  if (key.empty()) return;
  const double side = std::min(band.box.h * 0.6, 18.0);
  draft.picture({band.left, (band.box.h - side) / 2, side, side}, key, band.tone.ink);
  band.left += side + kGap;
}

/// The ring of the last seconds, in the place of the clock.
void add_ring(Draft& draft, Band& band, int seconds) {
  constexpr double kSide = 16;
  constexpr double kAll = 10;
  const Box box{band.right - kSide, (band.box.h - kSide) / 2, kSide, kSide};
  draft.scene.nodes.emplace_back(Ring{box, std::clamp(seconds / kAll, 0.0, 1.0), band.tone.ink});
  Line line;
  line.said = as_it_is(std::to_string(seconds));
  line.bold = true;
  draft.write({box.x + 3, box.y + 2, kSide - 6, kSide - 4}, {line},
              setting_of(band, Align::centre));
  band.right = box.x - kGap;
}

void add_time(Draft& draft, Band& band) {
  // A result shows the time that counts for this child, not the running clock.
  const auto& time = draft.screen.came_at ? draft.screen.came_at : draft.screen.clock;
  if (!time) return;
  constexpr double kWide = 32;
  Line line;
  line.said = as_it_is(time->shown());
  line.em = 9 * draft.zoom();
  line.bold = true;
  line.most_lines = 1;
  draft.write({band.right - kWide, 0, kWide, band.box.h}, {line}, setting_of(band, Align::right));
  band.right -= kWide + kGap;
}

/// A small grey mark for staff; families have no use for it.
void add_waiting(Draft& draft, Band& band) {
  const bool shown = draft.screen.kind == ScreenKind::idle || draft.staff();
  if (!shown || draft.screen.waiting <= 0) return;
  constexpr double kWide = 22;
  Line line;
  line.said = as_it_is("\u2191 " + std::to_string(draft.screen.waiting));
  line.em = draft.theme.small;
  line.most_lines = 1;
  const Box box{band.right - kWide, 0, kWide, band.box.h};
  draft.write(box, {line}, {draft.theme.quiet, band.tone.colour, Align::right, Fill::middle});
  band.right = box.x - kGap;
}

/// In a tall band one language stands under the other, else beside it: the one that is read from
/// the right at the right.
void add_title(Draft& draft, const Band& band, const std::string& title) {
  const Box box{band.left, 1, band.right - band.left, band.box.h - 2};
  const double em = draft.theme.sentence * draft.zoom();
  auto lines = draft.lines(title, em, em * 0.85, true);
  if (draft.tall() || lines.size() < 2) {
    const bool right = draft.mirrored() && lines.size() > 1;
    draft.write(box, lines, setting_of(band, right ? Align::right : Align::start));
    return;
  }
  if (draft.mirrored()) std::swap(lines[0], lines[1]);
  const double half = (box.w - kGap) / 2;
  draft.write({box.x, box.y, half, box.h}, {lines[0]}, setting_of(band, Align::start));
  draft.write({box.x + half + kGap, box.y, half, box.h}, {lines[1]},
              setting_of(band, Align::start));
}

/// The school's own picture, square, before its name.
void add_logo(Draft& draft, Band& band) {
  if (draft.place.logo.empty()) return;
  const double side = std::min(band.box.h * 0.86, 24.0);
  draft.picture({band.left, (band.box.h - side) / 2, side, side}, draft.place.logo, band.tone.ink);
  band.left += side + kGap;
}

void add_school(Draft& draft, Band& band) {
  add_logo(draft, band);
  Line line;
  line.said = as_it_is(draft.screen.school_name);
  line.em = draft.theme.sentence * draft.zoom();
  line.bold = true;
  draft.write({band.left, 1, band.right - band.left, band.box.h - 2}, {line},
              setting_of(band, Align::start));
}

/// "Zoya K: you are in", for a child whose card came meanwhile.
void add_newcomer(Draft& draft, Band& band) {
  const ResultFor& child = *draft.screen.newcomer;
  add_icon(draft, band, child.class_picture.empty() ? "check" : child.class_picture);
  const Box box{band.left, 1, band.right - band.left, band.box.h - 2};
  const double half = (box.w - kGap) / 2;
  const double em = draft.theme.sentence * draft.zoom();
  double said_from = box.x;
  if (child.shown_name) {
    Line name;
    name.said = as_it_is(*child.shown_name);
    name.em = em * 1.15;
    name.bold = true;
    draft.write({box.x, box.y, half, box.h}, {name}, setting_of(band, Align::start));
    said_from += half + kGap;
  }
  Line says;
  says.said = draft.english(draft.screen.newcomer_released ? "Someone is coming" : "You are in.");
  says.em = em;
  draft.write({said_from, box.y, box.x + box.w - said_from, box.h}, {says},
              setting_of(band, Align::start));
}

/// For a card that the office has to see: no name.
void add_to_office(Draft& draft, Band& band) {
  add_icon(draft, band, "office");
  add_title(draft, band, "Please go to the office");
}

bool has_banner(const Screen& screen) { return screen.newcomer || screen.newcomer_to_office; }

std::string title_of(const Draft& draft) {
  const bool after = draft.screen.kind == ScreenKind::after_close;
  if (after && !draft.screen.closes_at) return "Hello";
  const bool more = draft.screen.kind == ScreenKind::siblings && draft.screen.child;
  return more ? "Who else is here?" : look_of(draft.screen.kind).title;
}

/// At the end of the band: the time, or the seconds that are left, and the mark for staff.
void add_end(Draft& draft, Band& band) {
  if (draft.screen.seconds_left) {
    add_ring(draft, band, *draft.screen.seconds_left);
  } else {
    add_time(draft, band);
  }
  if (!has_banner(draft.screen)) add_waiting(draft, band);
}

void add_words(Draft& draft, Band& band) {
  if (draft.screen.newcomer_to_office) return add_to_office(draft, band);
  if (draft.screen.newcomer) return add_newcomer(draft, band);
  add_icon(draft, band, look_of(draft.screen.kind).icon);
  const std::string title = title_of(draft);
  if (title.empty()) return add_school(draft, band);
  add_title(draft, band, title);
}

}  // namespace

void add_band(Draft& draft) {
  const Theme& theme = draft.theme;
  const Tone banner = draft.screen.newcomer_to_office ? theme.after : theme.in;
  const Tone tone = has_banner(draft.screen) ? banner : theme.*look_of(draft.screen.kind).tone;
  Band band{tone, {0, 0, draft.scene.width, height_of_band(draft)}, kMargin, 0};
  band.right = band.box.w - kMargin;
  auto& nodes = draft.scene.nodes;
  nodes.emplace_back(Panel{band.box, tone.colour, 0});
  // The end takes its room first, and is read last.
  const auto end = static_cast<std::ptrdiff_t>(nodes.size());
  add_end(draft, band);
  const auto words = static_cast<std::ptrdiff_t>(nodes.size());
  add_words(draft, band);
  std::rotate(nodes.begin() + end, nodes.begin() + words, nodes.end());
  const double under = band.box.h + kClose;
  draft.body.h -= under - draft.body.y;
  draft.body.y = under;
}

}  // namespace handbell::kiosk
