#include "app/kiosk/view/slip.h"

#include <fmt/format.h>

namespace handbell::kiosk {

namespace {

constexpr Rgb kBlack{0, 0, 0};
constexpr Rgb kWhite{255, 255, 255};
constexpr double kSlipEdge = 3;  // mm, above and below
constexpr double kSlipGap = 2;

Text line_of(const std::string& words, double em, double width) {
  Text text;
  text.text = words;
  text.em = em;
  text.colour = kBlack;
  text.on = kWhite;
  text.align = Align::centre;
  text.most_lines = 2;
  text.box = {0, 0, width, 0};
  return text;
}

}  // namespace

Scene slip_scene(const PrintSlip& slip, double width, Ruler& ruler) {
  Scene scene{"slip", width, kSlipEdge, kWhite, {}};
  // Large enough to be read from a teacher's chair, smaller on narrow paper.
  const double unit = width / 72;
  std::vector<Text> lines{line_of(slip.name, 12 * unit, width),
                          line_of(slip.class_name, 8 * unit, width),
                          line_of(slip.came_at.hh_mm(), 12 * unit, width)};
  lines.front().bold = true;
  for (auto& line : lines) {
    line.box.h = ruler.measure(line).height;
    line.box.y = scene.height;
    scene.height += line.box.h + kSlipGap;
    scene.nodes.emplace_back(std::move(line));
  }
  scene.height += kSlipEdge - kSlipGap;
  return scene;
}

}  // namespace handbell::kiosk
