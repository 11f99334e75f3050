// A screen as plain data, in millimetres of the real display: what is painted, what the tests read,
// and what could be spoken.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace handbell::kiosk {

struct Rgb {
  std::uint8_t r = 0, g = 0, b = 0;
  friend bool operator==(Rgb, Rgb) = default;
};

/// Millimetres from the upper left corner.
struct Box {
  double x = 0, y = 0, w = 0, h = 0;
  friend bool operator==(const Box&, const Box&) = default;
};

[[nodiscard]] bool overlap(const Box& a, const Box& b);
/// `inner` lies within `outer`.
[[nodiscard]] bool within(const Box& inner, const Box& outer);

struct Panel {
  Box box;
  Rgb colour;
  double radius = 0;
  friend bool operator==(const Panel&, const Panel&) = default;
};

/// `start` is the left edge, or the right one where the text runs from right to left.
enum class Align : std::uint8_t { start, centre, right };

/// One text in one language.
struct Text {
  Box box;
  std::string text;
  std::string phrase;    ///< the English that it says; empty for a name, a time, a number
  std::string language;  ///< ISO 639
  double em = 6;         ///< mm
  Rgb colour;
  Rgb on;  ///< what stands behind it
  bool bold = false;
  Align align = Align::start;
  int most_lines = 0;  ///< what is longer ends in an ellipsis; 0: nothing is cut
  friend bool operator==(const Text&, const Text&) = default;
};

struct Picture {
  Box box;
  std::string icon;       ///< key of assets/icons/icons.txt
  Rgb tint;               ///< for those of one colour
  bool mirrored = false;  ///< an arrow, for those who read from right to left
  friend bool operator==(const Picture&, const Picture&) = default;
};

/// What is left of a time: a circle that runs out.
struct Ring {
  Box box;
  double part = 1;  ///< of the circle, 0 to 1
  Rgb colour;
  friend bool operator==(const Ring&, const Ring&) = default;
};

/// What a finger can press. Its look is in the nodes around it.
struct Button {
  Box box;
  std::string id;
  std::string label;  ///< English
  friend bool operator==(const Button&, const Button&) = default;
};

using Node = std::variant<Panel, Text, Picture, Ring, Button>;

struct Scene {
  std::string name;  ///< "idle", "late" ...
  double width = 0;
  double height = 0;
  Rgb background;
  std::vector<Node> nodes;
  friend bool operator==(const Scene&, const Scene&) = default;
};

/// The button under a finger; empty where there is none.
[[nodiscard]] std::string button_at(const Scene& scene, double x, double y);

/// One line of JSON: screen, texts, buttons with ids and boxes.
[[nodiscard]] std::string description(const Scene& scene);

}  // namespace handbell::kiosk
