#include "app/kiosk/view/choices.h"

#include <algorithm>
#include <array>
#include <optional>

namespace handbell::kiosk {

namespace {

constexpr double kPad = 2;
constexpr double kNarrow = 32;  // a cell that has no room for bold letters

/// So wide, a cell has its words beside the picture; two languages need more room there.
bool is_wide(double width, double height, bool two) { return width > height * (two ? 2.1 : 1.75); }

/// A cell before it is drawn: its picture, and what it says.
struct Cell {
  Box box;
  std::string picture;
  std::string number;  ///< in place of a picture: a month
  std::vector<Line> lines;
  Tone tone;
  double tick = 0;  ///< kept free at the upper right, ticked or not
  [[nodiscard]] bool bare() const { return picture.empty() && number.empty(); }
  [[nodiscard]] bool beside() const { return !bare() && is_wide(box.w, box.h, lines.size() > 1); }
  [[nodiscard]] double side() const { return box.w < kNarrow ? kPad / 3 : kPad; }
};

/// What is left of a cell's width for words.
Box words_box(const Cell& cell) {
  const Box& box = cell.box;
  if (cell.bare()) return {box.x + kPad, box.y + 1, box.w - 2 * kPad, box.h - 2};
  if (cell.beside()) {
    const double left = std::min(box.h * 0.72, box.w * 0.38) + 3 * kPad;
    return {box.x + left, box.y + 1, box.w - left - 2 * kPad - cell.tick, box.h - 2};
  }
  const double high = box.h * (cell.lines.size() > 1 ? 0.58 : 0.46);
  return {box.x + cell.side(), box.y + box.h - high - 1, box.w - 2 * cell.side(), high};
}

Setting setting_of(const Cell& cell) {
  // Two languages may run in two directions: they have one middle.
  const bool beside = cell.beside() && cell.lines.size() < 2;
  const Fill fill = cell.bare() || cell.beside() ? Fill::middle : Fill::bottom;
  return {cell.tone.ink, cell.tone.colour, beside ? Align::start : Align::centre, fill};
}

/// The size that suits most: one long name does not make all others small.
double common_em(Draft& draft, const std::vector<Cell>& cells, double wish) {
  constexpr double kNotSmaller = 0.6;
  double most = 0;
  double least = wish;
  for (const Cell& cell : cells) {
    const auto texts = fitted(draft.ruler, words_box(cell), cell.lines, setting_of(cell));
    if (texts.empty()) continue;
    most = std::max(most, texts.front().em);
    least = std::min(least, texts.front().em);
  }
  return std::max({least, most * kNotSmaller, draft.theme.small});
}

void add_number(Draft& draft, const Box& box, const Cell& cell) {
  Line line;
  line.said = as_it_is(cell.number);
  line.em = box.h / 1.7;
  line.bold = true;
  line.most_lines = 1;
  draft.write(box, {line}, {cell.tone.ink, cell.tone.colour, Align::centre, Fill::middle});
}

/// Over the words, or beside them.
Box picture_box(const Cell& cell, double words_top) {
  const Box& box = cell.box;
  if (cell.beside()) {
    const double side = std::min(box.h * 0.72, box.w * 0.38);
    return {box.x + 2 * kPad, box.y + (box.h - side) / 2, side, side};
  }
  const double room = words_top - box.y - 2.2 * kPad;
  const double side = std::max(0.0, std::min(room, box.w - 3 * kPad - 2 * cell.tick));
  return {box.x + (box.w - side) / 2, box.y + kPad + (room + 0.2 * kPad - side) / 2, side, side};
}

double words_top(Draft& draft, const Cell& cell) {
  const auto texts = fitted(draft.ruler, words_box(cell), cell.lines, setting_of(cell));
  return texts.empty() ? cell.box.y + cell.box.h - kPad : texts.front().box.y;
}

/// `picture_room`: over the words of every cell, so that the pictures stand in one line.
void draw(Draft& draft, const Cell& cell, double picture_room) {
  const double top = cell.beside() ? 0 : cell.box.y + picture_room;
  if (!cell.bare()) {
    const Box place = picture_box(cell, top);
    if (cell.number.empty()) {
      draft.picture(place, cell.picture, cell.tone.ink);
    } else {
      add_number(draft, place, cell);
    }
  }
  draft.write(words_box(cell), cell.lines, setting_of(cell));
}

/// All cells in one size of type, in as many lines as there is room for.
void settle(Draft& draft, std::vector<Cell>& cells, double wish) {
  constexpr double kLine = 1.6;  // ems
  for (Cell& cell : cells) {
    for (Line& line : cell.lines) {
      const double room = words_box(cell).h / static_cast<double>(cell.lines.size());
      line.most_lines = room < 2 * kLine * draft.theme.small ? 1 : 2;
      line.bold = line.bold && cell.box.w >= kNarrow;
    }
  }
  const double em = common_em(draft, cells, wish);
  for (Cell& cell : cells) {
    for (std::size_t i = 0; i < cell.lines.size(); ++i) {
      cell.lines[i].em = i == 0 ? em : std::max(draft.theme.small, em * 0.85);
    }
  }
}

double picture_room(Draft& draft, const std::vector<Cell>& cells) {
  double room = 1000;
  for (const Cell& cell : cells) room = std::min(room, words_top(draft, cell) - cell.box.y);
  return room;
}

std::string month_number(const std::string& english) {
  static constexpr std::array<const char*, 12> kMonths{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const auto found = std::find(kMonths.begin(), kMonths.end(), english);
  return found == kMonths.end() ? "" : std::to_string(found - kMonths.begin() + 1);
}

Line name_line(const Draft& draft, const std::string& name, const std::string& language) {
  Line line;
  line.said = as_it_is(name, language);
  line.em = draft.theme.name;
  line.least = draft.theme.small;
  line.bold = true;
  return line;
}

/// Whoever is here is ticked; elsewhere a press is the answer.
bool is_ticked_at(const Screen& screen) {
  return screen.kind == ScreenKind::siblings || screen.kind < ScreenKind::pick_class;
}

Cell cell_of(const Draft& draft, const Choice& choice, const Box& box, double wish) {
  Cell cell;
  cell.box = box;
  cell.tone = choice.ticked ? draft.theme.ticked : draft.theme.button;
  cell.picture = choice.picture;
  if (is_ticked_at(draft.screen)) cell.tick = std::clamp(box.h * 0.24, 8.0, 12.0);
  if (draft.screen.kind == ScreenKind::pick_month) cell.number = month_number(choice.words);
  if (choice.name.empty()) {
    cell.lines = draft.lines(choice.words, wish, wish * 0.85, true);
  } else {
    cell.lines = {name_line(draft, choice.name, choice.language)};
    cell.lines.front().em = wish;
  }
  return cell;
}

void add_tick(Draft& draft, const Cell& cell) {
  const double side = cell.tick - kPad;
  draft.picture({cell.box.x + cell.box.w - side - kPad, cell.box.y + kPad, side, side}, "tick",
                cell.tone.ink);
}

void count_the_rest(Draft& draft, const Box& box, std::size_t rest) {
  Line line;
  line.said = as_it_is("+ " + std::to_string(rest));
  line.em = draft.theme.label;
  line.most_lines = 1;
  draft.write(box, {line}, {draft.theme.paper.ink, draft.theme.paper.colour});
}

/// The picture is what is looked at first: words leave it most of the cell.
double wish_of(const Draft& draft, const GridShape& shape, bool two) {
  const Theme& theme = draft.theme;
  const double large = theme.label / Theme{}.label;  // of the theme
  const bool beside = is_wide(shape.width, shape.height, two);
  const bool bare =
      draft.screen.kind == ScreenKind::staff_pin || draft.screen.kind == ScreenKind::pick_language;
  const double alone = bare ? 0.4 : beside ? 0.3 : 0.22;
  const double part = two ? (beside ? 0.2 : 0.135) : alone;
  return std::clamp(shape.height * part * large, theme.small, theme.headline);
}

bool two_languages(const Draft& draft) {
  const auto& choices = draft.screen.choices;
  return !choices.empty() && choices.front().name.empty() &&
         draft.both(choices.front().words).size() > 1;
}

}  // namespace

void add_choices(Draft& draft, const Box& box, const CellRule& rule) {
  constexpr double kRest = 12;
  const auto& choices = draft.screen.choices;
  GridShape shape = shape_of(choices.size(), box, rule);
  Box room = box;
  const bool all = shape.room() >= choices.size();
  if (!all) {
    room.h -= kRest;
    shape = shape_of(choices.size(), room, rule);
  }
  const auto places = cells_of(shape, choices.size(), room);
  const double wish = wish_of(draft, shape, two_languages(draft));
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < places.size(); ++i) {
    cells.push_back(cell_of(draft, choices[i], places[i], wish));
  }
  settle(draft, cells, wish);
  const double over = picture_room(draft, cells);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Choice& choice = choices[i];
    const Tone& tone = cells[i].tone;
    draft.face(cells[i].box, tone.colour, choice.ticked ? tone.ink : draft.theme.calm.colour);
    draw(draft, cells[i], over);
    if (choice.ticked) add_tick(draft, cells[i]);
    draft.scene.nodes.emplace_back(
        Button{cells[i].box, choice.id, choice.name.empty() ? choice.words : choice.name});
  }
  if (!all)
    count_the_rest(draft, {box.x, box.y + box.h - kRest, box.w, kRest},
                   choices.size() - places.size());
}

void add_children(Draft& draft, const Box& box, const std::vector<ResultFor>& children) {
  const CellRule rule{18, 90, 70};
  const GridShape shape = shape_of(children.size(), box, rule);
  const auto places = cells_of(shape, children.size(), box);
  const double wish = wish_of(draft, shape, true);
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const ResultFor& child = children[i];
    Cell cell;
    cell.box = places[i];
    cell.tone = draft.theme.paper;
    cell.picture = child.class_picture.empty() ? "check" : child.class_picture;
    if (child.shown_name) cell.lines.push_back(name_line(draft, *child.shown_name, ""));
    if (!child.class_name.empty()) {
      cell.lines.push_back(name_line(draft, child.class_name, ""));
      cell.lines.back().bold = false;
    }
    cells.push_back(std::move(cell));
  }
  settle(draft, cells, wish);
  const double over = picture_room(draft, cells);
  for (const Cell& cell : cells) draw(draft, cell, over);
}

}  // namespace handbell::kiosk
