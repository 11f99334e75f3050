// What stands on one printed page, each thing at its place: lines of text, rules, pictures, and the
// marks that say to a screen reader what is a heading, a list or a table.
#pragma once

#include "app/paper/fonts.h"
#include "app/paper/picture.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace handbell::paper {

inline constexpr double kPointsAMm = 72 / 25.4;

struct TextInk {
  std::shared_ptr<PangoLayout> layout;
  double x = 0;
  double y = 0;
  double grey = 0;  ///< 0 is black
};

struct RuleInk {
  double x = 0;
  double y = 0;
  double width = 0;
  double thick = 0.5;
  double grey = 0.6;
};

struct PictureInk {
  std::shared_ptr<const Picture> picture;
  Picture::Place place;
};

/// A part of the text's structure begins or ends; never over a page's end.
struct TagInk {
  std::string tag;  ///< "H1", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure"
  bool begins = true;
};

using Ink = std::variant<TextInk, RuleInk, PictureInk, TagInk>;

struct Page {
  std::vector<Ink> ink;
};

}  // namespace handbell::paper
