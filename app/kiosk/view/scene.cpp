#include "app/kiosk/view/scene.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace handbell::kiosk {

bool overlap(const Box& a, const Box& b) {
  constexpr double kTouching = 0.01;  // mm; neighbours that share an edge do not overlap
  return a.x + kTouching < b.x + b.w && b.x + kTouching < a.x + a.w &&
         a.y + kTouching < b.y + b.h && b.y + kTouching < a.y + a.h;
}

bool within(const Box& inner, const Box& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
         inner.y + inner.h <= outer.y + outer.h;
}

std::string button_at(const Scene& scene, double x, double y) {
  for (const Node& node : scene.nodes) {
    const auto* button = std::get_if<Button>(&node);
    if (button != nullptr && within({x, y, 0, 0}, button->box)) return button->id;
  }
  return "";
}

std::string description(const Scene& scene) {
  using nlohmann::ordered_json;
  const auto tenths = [](double mm) { return std::round(mm * 10) / 10; };
  ordered_json texts = ordered_json::array();
  ordered_json buttons = ordered_json::array();
  ordered_json pictures = ordered_json::array();
  for (const Node& node : scene.nodes) {
    if (const auto* text = std::get_if<Text>(&node)) {
      texts.push_back({{"text", text->text}, {"language", text->language}});
    } else if (const auto* button = std::get_if<Button>(&node)) {
      const Box& box = button->box;
      buttons.push_back({{"id", button->id},
                         {"label", button->label},
                         {"box", {tenths(box.x), tenths(box.y), tenths(box.w), tenths(box.h)}}});
    } else if (const auto* picture = std::get_if<Picture>(&node)) {
      pictures.push_back(picture->icon);
    }
  }
  const ordered_json all{
      {"screen", scene.name}, {"texts", texts}, {"pictures", pictures}, {"buttons", buttons}};
  return all.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace handbell::kiosk
