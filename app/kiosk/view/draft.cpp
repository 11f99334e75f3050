#include "app/kiosk/view/draft.h"

#include <algorithm>
#include <array>

namespace handbell::kiosk {

namespace {

bool is_arrow(const std::string& key) {
  return key == "back" || key == "undo" || key == "skip" || key == "more";
}

}  // namespace

Draft::Draft(const Screen& what, const Words& words, const Place& where, Ruler& with)
    : screen(what), place(where), theme(where.theme), ruler(with), words_(words) {
  scene.width = where.mm.width;
  scene.height = where.mm.height;
  scene.background = theme.paper.colour;
  body = {kMargin, kMargin, scene.width - 2 * kMargin, scene.height - 2 * kMargin};
}

Said Draft::english(const std::string& phrase) const {
  return {Words::english(phrase, inserted()), "en", phrase};
}

Said Draft::other(const std::string& phrase, const std::string& language) const {
  return {words_.other(language, phrase, inserted()), language, phrase};
}

std::vector<Said> Draft::both(const std::string& phrase) const {
  std::vector<Said> said{other(phrase, screen.language), english(phrase)};
  if (said.front().text.empty()) said.erase(said.begin());
  return said;
}

std::vector<Line> Draft::lines(const std::string& phrase, double em, double second,
                               bool bold) const {
  std::vector<Line> lines;
  for (const Said& said : both(phrase)) {
    const bool first = lines.empty();
    Line line;
    line.said = said;
    line.em = std::max(first ? em : std::min(em, second), theme.small);
    line.least = theme.small;
    line.bold = bold && first;
    lines.push_back(std::move(line));
  }
  return lines;
}

bool Draft::staff() const {
  return screen.kind >= ScreenKind::staff_pin && screen.kind <= ScreenKind::staff_give;
}

bool Draft::choosing() const {
  return screen.kind >= ScreenKind::pick_class && screen.kind <= ScreenKind::out_back;
}

double Draft::zoom() const {
  constexpr double kSmallest = 136;
  constexpr double kMost = 1.35;
  return std::clamp(std::min(place.mm.width, place.mm.height) / kSmallest, 1.0, kMost);
}

Insertions Draft::inserted() const {
  Insertions insert;
  if (screen.child) insert["class"] = screen.child->class_name;
  if (screen.closes_at) insert["time"] = screen.closes_at->shown();
  if (screen.all_here) insert["count"] = std::to_string(*screen.all_here);
  return insert;
}

void Draft::picture(const Box& box, const std::string& key, Rgb tint) {
  scene.nodes.emplace_back(Picture{box, theme.picture(key), tint, mirrored() && is_arrow(key)});
}

void Draft::picture_in(const Box& box, double side, const std::string& key, Rgb tint) {
  picture({box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side}, key, tint);
}

void Draft::face(const Box& box, Rgb fill, Rgb edge) {
  constexpr double kRadius = 4;
  const double thick = theme.edge;
  scene.nodes.emplace_back(Panel{box, edge, kRadius});
  if (fill == edge) return;
  const Box inner{box.x + thick, box.y + thick, box.w - 2 * thick, box.h - 2 * thick};
  scene.nodes.emplace_back(Panel{inner, fill, kRadius - thick});
}

void Draft::write(const Box& box, const std::vector<Line>& lines, const Setting& setting) {
  for (Text& text : fitted(ruler, box, lines, setting)) scene.nodes.emplace_back(std::move(text));
}

}  // namespace handbell::kiosk
