#include "app/paper/page_flow.h"

#include "app/paper/table_layout.h"

#include <algorithm>
#include <optional>

namespace handbell::paper {
namespace {

constexpr double kBody = 10.5;
constexpr double kSmall = 9;
constexpr double kTableSize = 9.5;
constexpr double kAfter = 7;        // points below a block
constexpr double kWritingRow = 24;  // a line for a hand
constexpr double kSignRow = 40;

double heading_size(int level) { return level <= 1 ? 17 : level == 2 ? 13 : 11.5; }

class Flow {
 public:
  Flow(const Sheet& sheet, const Fonts& fonts, const PageBox& box)
      : sheet_(sheet), fonts_(fonts), box_(box), y_(box.first_top), pages_(1) {}

  Result<std::vector<Page>> set() {
    for (at_ = 0; at_ < sheet_.blocks.size(); ++at_) {
      if (!fits(need(at_))) next_page();
      const Status done = std::visit([this](const auto& block) { return put(block); }, block(at_));
      if (!done) return fail(done.error());
    }
    return std::move(pages_);
  }

 private:
  [[nodiscard]] const Block& block(std::size_t at) const { return sheet_.blocks[at]; }
  [[nodiscard]] double room() const { return box_.bottom - y_; }
  [[nodiscard]] bool fits(double height) const { return height <= room() + 0.01; }
  [[nodiscard]] bool is_sign(std::size_t at) const {
    return at < sheet_.blocks.size() && std::holds_alternative<SignBlock>(block(at));
  }

  void next_page() {
    // Invariant: where nothing stands on a page yet, another one would hold no more.
    if (pages_.back().ink.empty()) return;
    pages_.emplace_back();
    y_ = box_.top;
  }

  void ink(Ink more) { pages_.back().ink.push_back(std::move(more)); }
  void tag(const char* name, bool begins) { ink(TagInk{name, begins}); }

  [[nodiscard]] Layout text(const std::string& words, double size, Weight weight = Weight::normal,
                            double narrower = 0) const {
    return fonts_.laid_out(words, {size, weight}, box_.width - narrower);
  }

  void write(Layout layout, const char* name, double indent = 0) {
    const double height = height_of(layout);
    tag(name, true);
    ink(TextInk{{layout.release(), ObjectEnd()}, box_.left + indent, y_, 0});
    tag(name, false);
    y_ += height;
  }

  /// What has to have room on this page for the block to begin on it.
  [[nodiscard]] double need(std::size_t at) const {
    if (at >= sheet_.blocks.size()) return 0;
    const double page = box_.bottom - box_.top;
    const double own = std::visit([this](const auto& one) { return least(one); }, block(at));
    const bool heading = std::holds_alternative<HeadingBlock>(block(at));
    const bool paragraph = std::holds_alternative<ParagraphBlock>(block(at));
    const bool leads =
        heading || (paragraph && is_sign(at + 1)) || (is_sign(at) && is_sign(at + 1));
    const double all = own + (leads ? need(at + 1) : 0);
    return std::min(all, page);
  }

  [[nodiscard]] double least(const HeadingBlock& one) const {
    return height_of(text(one.words, heading_size(one.level), Weight::bold)) + 2 * kAfter;
  }
  [[nodiscard]] double least(const ParagraphBlock& one) const {
    const double whole = height_of(text(one.words, one.small ? kSmall : kBody));
    return whole > (box_.bottom - box_.top) / 2 ? 3 * kBody * 2 : whole;
  }
  [[nodiscard]] double least(const ListBlock& one) const {
    return one.items.empty() ? 0 : least(ParagraphBlock{one.items.front()});
  }
  [[nodiscard]] double least(const FactsBlock& one) const {
    return kBody * 2 * static_cast<double>(std::min<std::size_t>(one.facts.size(), 3));
  }
  [[nodiscard]] double least(const TableBlock& one) const {
    const TableBlock first{one.caption,
                           one.columns,
                           {one.rows.begin(), one.rows.begin() + (one.rows.empty() ? 0 : 1)},
                           one.figures};
    const TableLayout layout(first, fonts_, box_.width, kTableSize);
    const double row = layout.rows().empty() ? 0 : layout.rows().front().height;
    const double rows = one.rows.size() > 1 ? 2 : 1;
    return caption_height(one) + layout.head().height + rows * row;
  }
  [[nodiscard]] double least(const SignBlock&) const { return kSignRow; }
  [[nodiscard]] double least(const WritingBlock& one) const {
    return kWritingRow * std::clamp(one.lines, 1, 3);
  }
  [[nodiscard]] double least(const PictureBlock& one) const {
    return one.height_mm * kPointsAMm + 3 * kSmall;
  }
  [[nodiscard]] double caption_height(const TableBlock& one) const {
    return one.caption.empty() ? 0 : height_of(text(one.caption, kBody, Weight::bold)) + 2;
  }

  Status put(const HeadingBlock& one) {
    if (!pages_.back().ink.empty()) y_ += one.level == 1 ? 0 : kAfter;
    const std::string name = "H" + std::to_string(std::clamp(one.level, 1, 3));
    Layout words = text(one.words, heading_size(one.level), Weight::bold);
    // It begins where all others do, also where it is a name alone that runs from right to left.
    stand_left(words.get());
    write(std::move(words), name.c_str());
    y_ += kAfter - 2;
    return {};
  }

  Status put(const ParagraphBlock& one) {
    write_over_pages(one.words, one.small ? kSmall : kBody, "P", 0);
    y_ += kAfter;
    return {};
  }

  Status put(const ListBlock& one) {
    constexpr double kIndent = 14;
    for (const auto& item : one.items) {
      if (!fits(least(ParagraphBlock{item}))) next_page();
      Layout point = fonts_.laid_out("\u2022", {kBody, Weight::normal}, kIndent);
      tag("L", true);
      tag("LI", true);
      ink(TextInk{{point.release(), ObjectEnd()}, box_.left + 2, y_, 0});
      tag("LI", false);
      tag("L", false);
      write_over_pages(item, kBody, "P", kIndent);
      y_ += 3;
    }
    y_ += kAfter - 3;
    return {};
  }

  Status put(const FactsBlock& one) {
    double widest = 0;
    for (const auto& [name, value] : one.facts) {
      widest = std::max(widest, fonts_.width_of(name, {kBody, Weight::bold}));
    }
    const double names = std::min(widest + 12, box_.width * 0.45);
    for (const auto& [name, value] : one.facts) {
      Layout left = fonts_.laid_out(name, {kBody, Weight::bold}, names - 6);
      Layout right = text(value, kBody, Weight::normal, names);
      stand_left(right.get());
      // On one line, whatever script the value is in.
      const double base = std::max(baseline_of(left.get()), baseline_of(right.get()));
      const double left_top = base - baseline_of(left.get());
      const double right_top = base - baseline_of(right.get());
      const double height = std::max(left_top + height_of(left), right_top + height_of(right));
      if (!fits(height)) next_page();
      const double top = y_;
      y_ = top + left_top;
      write(std::move(left), "P");
      y_ = top + right_top;
      write(std::move(right), "P", names);
      y_ = top + height + 2;
    }
    y_ += kAfter - 2;
    return {};
  }

  void put_row(const TableLayout& layout, const TableRow& row, const char* cell) {
    tag("TR", true);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      tag(cell, true);
      const double down = row.baseline - baseline_of(row.cells[i].get());
      ink(TextInk{row.cells[i], box_.left + layout.left_of(i), y_ + TableLayout::kPadding + down,
                  0});
      tag(cell, false);
    }
    tag("TR", false);
    y_ += row.height;
    const bool head = std::string(cell) == "TH";
    ink(RuleInk{box_.left, y_, layout.width(), head ? 1.0 : 0.4, head ? 0.2 : 0.7});
  }

  Status put(const TableBlock& one) {
    if (!one.caption.empty()) {
      write(text(one.caption, kBody, Weight::bold), "P");
      y_ += 2;
    }
    if (one.columns.empty()) return {};
    const TableLayout layout(one, fonts_, box_.width, kTableSize);
    const auto& rows = layout.rows();
    tag("Table", true);
    put_row(layout, layout.head(), "TH");
    for (std::size_t i = 0; i < rows.size(); ++i) {
      // The last row goes to no page alone: the one before it comes along.
      const bool before_last = i + 2 == rows.size() && i > 0;
      const double least_room = rows[i].height + (before_last ? rows[i + 1].height : 0);
      if (!fits(least_room) && i > 0) {
        tag("Table", false);
        next_page();
        tag("Table", true);
        put_row(layout, layout.head(), "TH");
      }
      if (fits(rows[i].height)) {
        put_row(layout, rows[i], "TD");
      } else {
        put_long_row(layout, one.rows[i]);
      }
    }
    tag("Table", false);
    y_ += kAfter + 3;
    return {};
  }

  /// A row that is longer than a page goes on in the same columns of the next.
  void put_long_row(const TableLayout& layout, std::vector<std::string> cells) {
    for (;;) {
      const TableRow whole = layout.row_of(cells);
      if (fits(whole.height)) return put_row(layout, whole, "TD");
      std::vector<std::string> first = cells;
      bool divided = false;
      for (std::size_t i = 0; i < whole.cells.size() && i < cells.size(); ++i) {
        const auto cut = division(whole.cells[i].get(), room() - 2 * TableLayout::kPadding);
        const std::size_t at = cut.value_or(cells[i].size());
        divided = divided || cut.has_value();
        first[i] = cells[i].substr(0, at);
        cells[i].erase(0, at);
      }
      // Invariant: a page has room for two lines, so a row that is longer is divided.
      if (!divided) return put_row(layout, whole, "TD");
      put_row(layout, layout.row_of(first), "TD");
      tag("Table", false);
      next_page();
      tag("Table", true);
      put_row(layout, layout.head(), "TH");
    }
  }

  Status put(const SignBlock& one) {
    const double base = y_ + kSignRow - 12;
    const double who_left = box_.width * 0.52;
    ink(RuleInk{box_.left + 42, base, who_left - 48, 0.6, 0.2});
    ink(RuleInk{box_.left + box_.width * 0.84, base, box_.width * 0.16, 0.6, 0.2});
    const double top = y_;
    const auto word = [&](const std::string& words, double left, double width) {
      Layout layout = fonts_.laid_out(words, {kBody, Weight::normal}, width);
      y_ = base - height_of(layout) + 4;
      write(std::move(layout), "P", left);
    };
    word("Signed", 0, 60);
    word("(" + one.who + ")", who_left, box_.width * 0.24);
    word("Date", box_.width * 0.77, 30);
    y_ = top + kSignRow;
    return {};
  }

  Status put(const WritingBlock& one) {
    for (int i = 0; i < std::clamp(one.lines, 1, 30); ++i) {
      if (!fits(kWritingRow)) next_page();
      y_ += kWritingRow;
      ink(RuleInk{box_.left, y_, box_.width, 0.5, 0.5});
    }
    y_ += kAfter;
    return {};
  }

  Status put(const PictureBlock& one) {
    auto picture = Picture::decode(one.svg);
    if (!picture) return fail(FaultCode::sheet_picture_unusable, "on \"" + sheet_.title + "\"");
    double height = std::min(one.height_mm * kPointsAMm, box_.bottom - box_.top - 4 * kSmall);
    double width = height * picture->width() / picture->height();
    if (width > box_.width) {
      height *= box_.width / width;
      width = box_.width;
    }
    tag("Figure", true);
    ink(PictureInk{std::make_shared<const Picture>(std::move(*picture)),
                   {box_.left, y_, width, height}});
    tag("Figure", false);
    y_ += height + 3;
    if (!one.words.empty()) write(text(one.words, kSmall), "P");
    y_ += kAfter;
    return {};
  }

  /// Where the text has to be divided so that the first part is at most so high; nothing where it
  /// is not or where less than two lines would stand there.
  static std::optional<std::size_t> division(PangoLayout* layout, double most) {
    std::vector<std::size_t> starts;
    std::vector<double> bottoms;
    PangoLayoutIter* line = pango_layout_get_iter(layout);
    do {
      PangoRectangle box{};
      pango_layout_iter_get_line_extents(line, nullptr, &box);
      bottoms.push_back(static_cast<double>(box.y + box.height) / PANGO_SCALE);
      starts.push_back(
          static_cast<std::size_t>(pango_layout_iter_get_line_readonly(line)->start_index));
    } while (pango_layout_iter_next_line(line) != 0);
    pango_layout_iter_free(line);
    const auto over = std::ranges::find_if(bottoms, [&](double bottom) { return bottom > most; });
    if (over == bottoms.end()) return std::nullopt;
    auto first = static_cast<std::size_t>(over - bottoms.begin());
    // The last line goes to no page alone.
    if (first + 1 == bottoms.size()) --first;
    return first < 2 ? std::nullopt : std::optional(starts[first]);
  }

  void write_over_pages(const std::string& words, double size, const char* name, double indent) {
    std::string rest = words;
    for (;;) {
      Layout layout = text(rest, size, Weight::normal, indent);
      if (fits(height_of(layout))) return write(std::move(layout), name, indent);
      const auto cut = division(layout.get(), room());
      if (!cut) {
        if (pages_.back().ink.empty()) return write(std::move(layout), name, indent);
        next_page();
        continue;
      }
      write(text(rest.substr(0, *cut), size, Weight::normal, indent), name, indent);
      rest.erase(0, *cut);
      next_page();
    }
  }

  const Sheet& sheet_;
  const Fonts& fonts_;
  PageBox box_;
  double y_;
  std::vector<Page> pages_;
  std::size_t at_ = 0;
};

}  // namespace

Result<std::vector<Page>> flow(const Sheet& sheet, const Fonts& fonts, const PageBox& box) {
  return Flow(sheet, fonts, box).set();
}

}  // namespace handbell::paper
