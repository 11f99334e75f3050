#include "app/kiosk/view/choices.h"
#include "app/kiosk/view/parts.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

/// What a result says of one child.
std::vector<Line> words_of(const Draft& draft) {
  const auto& child = draft.screen.child;
  const Theme& theme = draft.theme;
  const double zoom = draft.zoom();
  std::vector<Line> lines;
  const bool named = child && child->shown_name;
  if (named) {
    Line name;
    name.said = as_it_is(*child->shown_name);
    name.em = theme.name * zoom;
    name.least = theme.label;
    name.bold = true;
    lines.push_back(name);
  }
  const bool has_class = child && !child->class_name.empty();
  const double em = (named ? theme.sentence * 1.1 : theme.headline) * zoom;
  auto says =
      draft.lines(has_class ? "You are in. Go to {class}." : "You are in.", em, em * 0.85, !named);
  for (Line& line : says) {
    line.gap = line.said.phrase == says.front().said.phrase && &line == &says.front() ? 1 : 0;
    // A class may have a long name.
    line.most_lines = 3;
    lines.push_back(line);
  }
  if (draft.screen.kind != ScreenKind::clock_unknown) return lines;
  const double small = theme.sentence * 0.9 * zoom;
  for (Line& line : draft.lines("The office will check the time.", small, small * 0.9, false)) {
    lines.push_back(line);
  }
  return lines;
}

void add_one(Draft& draft, const Box& box) {
  const auto& child = draft.screen.child;
  const bool animal = child && !child->class_picture.empty();
  const std::string picture = animal ? child->class_picture : "check";
  const bool tall = draft.tall() && box.h > box.w * 0.7;
  const Setting paper{draft.theme.paper.ink, draft.theme.paper.colour};
  if (tall) {
    const double side = std::min(box.w * 0.6, box.h * 0.45);
    draft.picture_in({box.x, box.y + box.h * 0.04, box.w, side}, side, picture,
                     draft.theme.in.colour);
    const double under = side + box.h * 0.04 + 2 * kGap;
    Setting setting = paper;
    setting.fill = Fill::top;
    draft.write({box.x, box.y + under, box.w, box.h - under}, words_of(draft), setting);
    return;
  }
  // Who reads from the right finds the picture there, and the words beside it.
  const double side = std::min(box.h, box.w * 0.32);
  const bool right = draft.mirrored();
  const double x = right ? box.x + box.w - side : box.x;
  draft.picture_in({x, box.y, side, box.h}, side * 0.92, picture, draft.theme.in.colour);
  Setting setting = paper;
  setting.align = right ? Align::right : Align::start;
  const double left = right ? box.x : box.x + side + 2 * kGap;
  draft.write({left, box.y, box.w - side - 2 * kGap, box.h}, words_of(draft), setting);
}

/// How high "Who else is here?" stands. On a low screen it gives way to the result.
double question_em(const Draft& draft) {
  constexpr double kLow = 90;
  return draft.body.h < kLow ? draft.theme.small * 1.1 : draft.theme.label * draft.zoom();
}

/// As the highest script needs it: what stands under it keeps its place in every language.
double question_height(const Draft& draft) {
  constexpr double kNastaliq = 2.6;  // ems
  return question_em(draft) * kNastaliq;
}

/// "Who else is here?" over the brothers and sisters.
void add_who_else(Draft& draft, const Box& box) {
  const double em = question_em(draft);
  const double line = question_height(draft);
  auto lines = draft.lines("Who else is here?", em, em, true);
  const double half = (box.w - kGap) / static_cast<double>(lines.size());
  if (draft.mirrored() && lines.size() > 1) std::swap(lines[0], lines[1]);
  const Setting setting{draft.theme.paper.ink, draft.theme.paper.colour, Align::start,
                        Fill::middle};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    draft.write({box.x + (half + kGap) * static_cast<double>(i), box.y, half - kGap, line},
                {lines[i]}, setting);
  }
  add_choices(draft, {box.x, box.y + line + 1, box.w, box.h - line - 1}, {kTouch, 90, 44});
}

/// A family: each child under its animal.
void add_family(Draft& draft, const Box& box) {
  std::vector<ResultFor> all;
  if (draft.screen.child) all.push_back(*draft.screen.child);
  all.insert(all.end(), draft.screen.children.begin(), draft.screen.children.end());
  const double em = draft.theme.sentence * 1.1 * draft.zoom();
  const double words = std::min(box.h * 0.32, em * 4.4);
  draft.write({box.x, box.y, box.w, words}, draft.lines("You are all in.", em, em * 0.85, true),
              {draft.theme.paper.ink, draft.theme.paper.colour});
  add_children(draft, {box.x, box.y + words + 1, box.w, box.h - words - 1}, all);
}

}  // namespace

void add_result(Draft& draft) {
  const Box& body = draft.body;
  if (!draft.screen.children.empty()) {
    add_family(draft, body);
    return;
  }
  if (draft.screen.choices.empty()) {
    add_one(draft, body);
    return;
  }
  const double lower = std::max(body.h * 0.5, kTouch + question_height(draft) + 1);
  add_one(draft, {body.x, body.y, body.w, body.h - lower - 1});
  add_who_else(draft, {body.x, body.y + body.h - lower, body.w, lower});
}

}  // namespace handbell::kiosk
