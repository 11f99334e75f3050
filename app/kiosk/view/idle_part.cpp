#include "app/kiosk/view/grid.h"
#include "app/kiosk/view/parts.h"

#include <algorithm>

namespace handbell::kiosk {

namespace {

/// A school card with an owl on it, as children know theirs.
void add_card(Draft& draft, const Box& box) {
  const Theme& theme = draft.theme;
  draft.face(box, theme.button.colour, theme.calm.colour);
  const double pad = box.h * 0.13;
  const double animal = box.h - 2 * pad;
  draft.picture({box.x + pad, box.y + pad, animal, animal}, "card_animal", theme.paper.ink);
  const double left = box.x + animal + 2 * pad;
  const double wide = box.x + box.w - pad - left;
  const double line = box.h * 0.09;
  draft.scene.nodes.emplace_back(
      Panel{{left, box.y + box.h * 0.64, wide, line}, theme.calm.colour, line / 2});
  draft.scene.nodes.emplace_back(
      Panel{{left, box.y + box.h * 0.79, wide * 0.62, line}, theme.calm.colour, line / 2});
  const double waves = box.h * 0.42;
  draft.picture({left + (wide - waves) / 2, box.y + pad * 0.9, waves, waves}, "tap",
                theme.calm.colour);
}

/// The same in the entrance's languages, small, side by side.
void add_languages(Draft& draft, const Box& box, const std::string& phrase) {
  std::vector<Said> said;
  for (const auto& language : draft.place.languages) {
    Said one = draft.other(phrase, language);
    if (!one.text.empty()) said.push_back(std::move(one));
  }
  if (said.empty()) return;
  const std::size_t columns = std::min<std::size_t>(draft.tall() ? 2 : 3, said.size());
  const std::size_t rows = (said.size() + columns - 1) / columns;
  const GridShape shape{columns, rows, box.w / static_cast<double>(columns) - kGap,
                        std::min(box.h / static_cast<double>(rows), 20 * draft.zoom())};
  const double em = std::min(draft.theme.sentence * 0.85 * draft.zoom(), shape.height / 2.6);
  // The cells stand without gaps in height: lines of text have their own.
  const double down = (box.h - shape.height * static_cast<double>(rows)) / 2;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const std::size_t row = i / columns;
    const std::size_t in_row = std::min(columns, said.size() - row * columns);
    const double step = shape.width + kGap;
    const double left = box.x + (box.w - step * static_cast<double>(in_row) + kGap) / 2;
    Line line;
    line.said = said[i];
    line.em = std::max(em, draft.theme.small);
    draft.write({left + step * static_cast<double>(i % columns),
                 box.y + down + shape.height * static_cast<double>(row), shape.width, shape.height},
                {line}, {draft.theme.paper.ink, draft.theme.paper.colour});
  }
}

/// To everybody: English large, or a family's language over it where one was chosen.
void say_to_all(Draft& draft, const Box& box, const std::string& phrase) {
  const Setting setting{draft.theme.paper.ink, draft.theme.paper.colour};
  const double em = draft.theme.headline * draft.zoom();
  if (!draft.screen.language.empty() || draft.place.languages.empty() || draft.staff()) {
    draft.write(box, draft.lines(phrase, em, em * 0.7, true), setting);
    return;
  }
  const double half = std::min(box.h * 0.45, em * 2.2);
  draft.write({box.x, box.y, box.w, half}, draft.lines(phrase, em, em, true), setting);
  add_languages(draft, {box.x, box.y + half, box.w, box.h - half}, phrase);
}

void add_reader_gone(Draft& draft, const Box& box) {
  const bool alone = draft.screen.offers_look_up;
  const double em = draft.theme.headline * 0.8 * draft.zoom();
  auto lines = draft.lines(alone ? "Please press the button." : "Please go to the office", em,
                           em * 0.7, true);
  for (Line& line :
       draft.lines("The card reader is not working.", draft.theme.sentence * draft.zoom(),
                   draft.theme.sentence * draft.zoom() * 0.85, false)) {
    lines.push_back(line);
  }
  draft.write(box, lines, {draft.theme.paper.ink, draft.theme.paper.colour});
}

}  // namespace

void add_message(Draft& draft, const Message& message) {
  const Box& body = draft.body;
  const double picture = std::min(body.h * (draft.tall() ? 0.4 : 0.46), body.w * 0.5);
  const double top = draft.tall() ? body.h * 0.08 : 2;
  draft.picture_in({body.x, body.y + top, body.w, picture}, picture, message.picture,
                   draft.theme.paper.ink);
  Box words{body.x, body.y + top + picture + kGap, body.w, 0};
  words.h = body.y + body.h - words.y - (draft.tall() ? body.h * 0.12 : 1);
  if (message.more.empty() && message.name.empty()) {
    say_to_all(draft, words, message.says);
    return;
  }
  const double em = draft.theme.headline * draft.zoom();
  std::vector<Line> lines;
  if (!message.name.empty()) {
    Line name;
    name.said = as_it_is(message.name);
    name.em = draft.theme.name * draft.zoom();
    name.least = draft.theme.label;
    name.bold = true;
    lines.push_back(name);
  }
  for (const Line& line : draft.lines(message.says, em, em * 0.7, true)) lines.push_back(line);
  const double small = draft.theme.sentence * draft.zoom();
  for (const Line& line : draft.lines(message.more, small, small * 0.85, false)) {
    lines.push_back(line);
  }
  draft.write(words, lines, {draft.theme.paper.ink, draft.theme.paper.colour});
}

void add_idle(Draft& draft) {
  const Box& body = draft.body;
  const double high = std::min(body.h * (draft.tall() ? 0.34 : 0.46), body.w * 0.4);
  const double top = draft.tall() ? body.h * 0.1 : 2;
  const Box words{body.x, body.y + top + high + kGap, body.w, body.h - 2 * top - high - kGap};
  if (!draft.screen.reader_works) {
    draft.picture_in({body.x, body.y + top, body.w, high}, high, "unplugged", draft.theme.undo.ink);
    add_reader_gone(draft, words);
    return;
  }
  const double wide = high * 1.58;
  add_card(draft, {body.x + (body.w - wide) / 2, body.y + top, wide, high});
  say_to_all(draft, words, "Tap your card");
}

void add_evacuation(Draft& draft) {
  const Tone& tone = draft.theme.in;
  draft.scene.background = tone.colour;
  const Box& body = draft.body;
  const double side = std::min(body.w, body.h) * 0.5;
  const double top = draft.tall() ? body.h * 0.15 : 0;
  draft.picture_in({body.x, body.y + top, body.w, side}, side, "leave", tone.ink);
  const double em = draft.theme.headline * 1.6 * draft.zoom();
  const double under = top + side + kGap;
  draft.write({body.x, body.y + under, body.w, body.h - under - top},
              draft.lines("Leave the building", em, em * 0.8, true),
              {tone.ink, tone.colour, Align::centre, Fill::middle});
}

}  // namespace handbell::kiosk
