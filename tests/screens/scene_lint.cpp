#include "scene_lint.h"

#include <algorithm>
#include <sstream>

namespace handbell::kiosk {

namespace {

using Findings = std::vector<Finding>;

/// Looks at one scene.
class Lint {
 public:
  Lint(Painter& painter, const Scene& scene, const LintRules& rules)
      : painter_(painter), scene_(scene), rules_(rules) {}

  Findings look() {
    look_at_places();
    for (const Node& node : scene_.nodes) {
      if (const auto* text = std::get_if<Text>(&node)) look_at(*text);
      if (const auto* button = std::get_if<Button>(&node)) look_at(*button);
      if (const auto* picture = std::get_if<Picture>(&node)) look_at(*picture);
    }
    return std::move(found_);
  }

 private:
  void say(Flaw flaw, const std::string& what) { found_.push_back({flaw, what}); }

  void look_at(const Text& text) {
    if (text.em < 4.5) say(Flaw::type, text.text);
    if (contrast(text.colour, text.on) < 7) say(Flaw::contrast, text.text);
    const Measured need = painter_.measure(text);
    if (need.height > text.box.h * 1.02) say(Flaw::fit, text.text + ": higher than its box");
    if (need.width > text.box.w * 1.001) say(Flaw::fit, text.text + ": wider than its box");
    if (need.unknown_glyphs > 0) say(Flaw::glyph, text.text);
    if (!text.phrase.empty()) look_at_phrase(text);
    if (text.colour == rules_.theme.undo.ink && text.phrase != "Not me" && !rules_.staff) {
      say(Flaw::red, text.text);
    }
    if (!rules_.staff) look_for_secrets(text);
  }
  void look_at_phrase(const Text& text) {
    if (!rules_.phrases.contains(text.phrase)) say(Flaw::words, text.phrase + ": in no word list");
    std::istringstream words(text.phrase.substr(0, text.phrase.find(". ")));
    const auto count = std::distance(std::istream_iterator<std::string>(words), {});
    if (count > 6 && text.language == "en") say(Flaw::words, text.phrase + ": over six words");
  }
  /// Codes of the register, reasons by their keys, figures, and more of a surname than a letter.
  void look_for_secrets(const Text& text) {
    static const std::set<std::string> kCodes{"L", "U", "N", "O", "C", "I", "/", "\\", "M", "B"};
    static const std::vector<std::string> kNever{"%", "_", "bsent", "uthorised", "Khan", "Ahmed"};
    if (kCodes.contains(text.text)) say(Flaw::disclosed, text.text);
    for (const auto& never : kNever) {
      if (text.text.find(never) != std::string::npos) say(Flaw::disclosed, text.text);
    }
  }
  void look_at(const Button& button) {
    const double least = rules_.staff ? kStaffFinger : kFinger;
    if (button.box.w < least || button.box.h < least) {
      say(Flaw::target, button.id + ": too small");
    }
    if (button.label.empty()) say(Flaw::label, button.id);
    for (const Node& node : scene_.nodes) {
      const auto* other = std::get_if<Button>(&node);
      if (other == nullptr || *other == button) continue;
      constexpr double kGap = 2.99;
      const Box gap{button.box.x - kGap, button.box.y - kGap, button.box.w + 2 * kGap,
                    button.box.h + 2 * kGap};
      if (overlap(gap, other->box)) say(Flaw::target, button.id + ": gap under 3 mm");
    }
  }
  void look_at(const Picture& picture) {
    if (!painter_.has_icon(picture.icon)) say(Flaw::picture, picture.icon);
    const bool red = picture.tint == rules_.theme.undo.ink;
    if (red && picture.icon != "undo" && picture.icon != "unplugged") {
      say(Flaw::red, picture.icon);
    }
  }

  /// What nothing else may cover: texts and pictures. The seconds stand inside their ring.
  void look_at_places() {
    std::vector<Box> boxes;
    for (const Node& node : scene_.nodes) {
      if (const auto* text = std::get_if<Text>(&node)) boxes.push_back(text->box);
      if (const auto* picture = std::get_if<Picture>(&node)) boxes.push_back(picture->box);
      if (const auto* button = std::get_if<Button>(&node)) look_inside(*button);
    }
    const Box screen{-0.001, -0.001, scene_.width + 0.002, scene_.height + 0.002};
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      if (!within(boxes[i], screen)) say(Flaw::place, "something leaves the screen");
      for (std::size_t j = i + 1; j < boxes.size(); ++j) {
        if (!overlap(boxes[i], boxes[j])) continue;
        say(Flaw::place, std::to_string(i) + " and " + std::to_string(j) + " overlap");
      }
    }
  }
  /// Words and pictures stand wholly on a button or beside it.
  void look_inside(const Button& button) {
    const Box all{button.box.x - 0.01, button.box.y - 0.01, button.box.w + 0.02,
                  button.box.h + 0.02};
    for (const Node& node : scene_.nodes) {
      const auto* text = std::get_if<Text>(&node);
      const auto* picture = std::get_if<Picture>(&node);
      if (text == nullptr && picture == nullptr) continue;
      const Box& box = text != nullptr ? text->box : picture->box;
      if (overlap(box, button.box) && !within(box, all)) {
        say(Flaw::place, "over the edge of " + button.id);
      }
    }
  }

  static constexpr double kFinger = 23.999;
  static constexpr double kStaffFinger = 19.999;
  Painter& painter_;
  const Scene& scene_;
  const LintRules& rules_;
  Findings found_;
};

}  // namespace

std::vector<Finding> findings_of(Painter& painter, const Scene& scene, const LintRules& rules) {
  return Lint(painter, scene, rules).look();
}

}  // namespace handbell::kiosk
