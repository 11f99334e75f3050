#include "app/paper/letter_template.h"

#include "app/base/text.h"
#include "app/paper/direction.h"
#include "app/register/letter_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace handbell::paper {
namespace {

constexpr int kMostLines = 30;  // to write on

tl::unexpected<Fault> garbled(std::size_t number, const std::string& what) {
  return fail(FaultCode::template_garbled, fmt::format("In line {} {}", number, what));
}

/// One line of the text, and where it is.
struct RawLine {
  std::size_t number = 0;
  std::string_view text;
};

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' && c != '\t'; }

class LineReader {
 public:
  explicit LineReader(LetterKind kind) : fields_(fields_of(kind)) {}

  [[nodiscard]] Result<LetterLine> read(const RawLine& raw) const {
    const std::string words = trimmed(raw.text);
    if (words.empty()) return LetterLine{};
    if (words.starts_with("[") && words.ends_with("]")) return bracket(raw.number, words);
    if (words.starts_with("## ")) return line(raw.number, LetterLineKind::part, words.substr(3));
    if (words.starts_with("# ")) return line(raw.number, LetterLineKind::heading, words.substr(2));
    if (words.starts_with("- ")) return line(raw.number, LetterLineKind::point, words.substr(2));
    return line(raw.number, LetterLineKind::words, words);
  }

 private:
  [[nodiscard]] static Result<LetterLine> bracket(std::size_t number, const std::string& words) {
    const std::string inside = trimmed(std::string_view(words).substr(1, words.size() - 2));
    constexpr std::string_view kSign = "sign:";
    constexpr std::string_view kLines = "lines:";
    if (inside.starts_with(kSign)) {
      const std::string who = trimmed(std::string_view(inside).substr(kSign.size()));
      if (who.empty()) return garbled(number, "[sign: ] does not say who signs");
      return LetterLine{LetterLineKind::sign, {{who, false}}};
    }
    if (inside.starts_with(kLines)) {
      const auto count = whole_number(trimmed(std::string_view(inside).substr(kLines.size())));
      if (!count || *count < 1 || *count > kMostLines) {
        return garbled(number, fmt::format("[lines: ] needs a number from 1 to {}", kMostLines));
      }
      return LetterLine{LetterLineKind::lines, {}, static_cast<int>(*count)};
    }
    return garbled(number, words + " is neither [sign: Parent or carer] nor [lines: 3]");
  }

  [[nodiscard]] Result<LetterLine> line(std::size_t number, LetterLineKind kind,
                                        std::string_view words) const {
    auto pieces = pieces_of(number, words);
    if (!pieces) return fail(pieces.error());
    const bool alone = pieces->size() == 1 && pieces->front().field;
    for (const auto& piece : *pieces) {
      if (!piece.field) continue;
      const auto* field = find_field(fields_, piece.words);
      const bool block = field != nullptr && field->shape != FieldShape::words;
      if (!block) continue;
      if (alone && kind == LetterLineKind::words) return LetterLine{LetterLineKind::block, *pieces};
      return garbled(
          number, "{{" + piece.words + "}} is a list or a table, and stands on a line of its own");
    }
    return LetterLine{kind, std::move(*pieces)};
  }

  [[nodiscard]] Result<std::vector<LetterPiece>> pieces_of(std::size_t number,
                                                           std::string_view words) const {
    std::vector<LetterPiece> pieces;
    while (!words.empty()) {
      const auto open = words.find("{{");
      const auto plain = words.substr(0, open);
      if (plain.find("}}") != std::string_view::npos) {
        return garbled(number, "\"}}\" stands without \"{{\" before it");
      }
      if (!plain.empty()) pieces.push_back({std::string(plain), false});
      if (open == std::string_view::npos) break;
      const auto close = words.find("}}", open);
      if (close == std::string_view::npos) {
        return garbled(number, "\"{{\" is not closed by \"}}\"");
      }
      const std::string name = trimmed(words.substr(open + 2, close - open - 2));
      if (find_field(fields_, name) == nullptr) return unknown(number, name);
      pieces.push_back({name, true});
      words.remove_prefix(close + 2);
    }
    return pieces;
  }

  [[nodiscard]] tl::unexpected<Fault> unknown(std::size_t number, const std::string& name) const {
    if (name.empty()) return garbled(number, "\"{{}}\" names no field");
    constexpr std::size_t kShown = 40;
    const std::string shown = name.size() > kShown ? name.substr(0, kShown) + "..." : name;
    return fail(FaultCode::field_unknown,
                fmt::format("In line {} {{{{{}}}}} is no field of this letter, the nearest is "
                            "{{{{{}}}}}",
                            number, is_utf8(shown) ? shown : "...", nearest_field(fields_, name)));
  }

  std::vector<LetterField> fields_;
};

std::vector<RawLine> lines_in(std::string_view text) {
  std::vector<RawLine> lines;
  std::size_t at = 0;
  while (at <= text.size()) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back({lines.size() + 1, line});
    at = end + 1;
  }
  return lines;
}

/// Puts lines together into blocks.
class Filling {
 public:
  explicit Filling(const LetterValues& values) : values_(values) {}

  void add(const LetterLine& line) {
    if (line.kind != LetterLineKind::words) end_paragraph();
    if (line.kind != LetterLineKind::point) end_list();
    switch (line.kind) {
      case LetterLineKind::empty:
        return;
      case LetterLineKind::heading:
        return blocks_.push_back(HeadingBlock{words(line), 1});
      case LetterLineKind::part:
        return blocks_.push_back(HeadingBlock{words(line), 2});
      case LetterLineKind::words:
        paragraph_ += (paragraph_.empty() ? "" : "\n") + words(line);
        return;
      case LetterLineKind::point:
        return points_.items.push_back(words(line));
      case LetterLineKind::block:
        return add_block(line.pieces.front().words);
      case LetterLineKind::sign:
        return blocks_.push_back(SignBlock{words(line)});
      case LetterLineKind::lines:
        return blocks_.push_back(WritingBlock{line.count});
    }
  }

  std::vector<Block> done() {
    end_paragraph();
    end_list();
    return std::move(blocks_);
  }

 private:
  void end_paragraph() {
    if (!paragraph_.empty()) blocks_.push_back(ParagraphBlock{std::exchange(paragraph_, "")});
  }
  void end_list() {
    if (!points_.items.empty()) blocks_.push_back(std::exchange(points_, {}));
  }

  [[nodiscard]] std::string words(const LetterLine& line) const {
    std::string all;
    std::string own;  // the letter's, without names
    for (const auto& piece : line.pieces) {
      all += piece.field ? value(piece.words) : piece.words;
      if (!piece.field) own += piece.words;
    }
    return direction_of(own) == Direction::from_left ? from_left(std::move(all)) : all;
  }

  [[nodiscard]] std::string value(const std::string& field) const {
    constexpr const char* kToWriteOn = "____________";
    const auto found = values_.find(field);
    const auto* held = found == values_.end() ? nullptr : std::get_if<std::string>(&found->second);
    return held == nullptr || held->empty() ? kToWriteOn : *held;
  }

  void add_block(const std::string& field) {
    constexpr int kToWriteOn = 5;
    const auto found = values_.find(field);
    if (found == values_.end()) return blocks_.push_back(WritingBlock{kToWriteOn});
    if (const auto* list = std::get_if<ListBlock>(&found->second)) {
      if (list->items.empty()) return blocks_.push_back(WritingBlock{kToWriteOn});
      blocks_.push_back(*list);
    } else if (const auto* facts = std::get_if<FactsBlock>(&found->second)) {
      blocks_.push_back(*facts);
    } else if (const auto* table = std::get_if<TableBlock>(&found->second)) {
      if (!table->rows.empty()) blocks_.push_back(*table);
    }
  }

  const LetterValues& values_;
  std::vector<Block> blocks_;
  std::string paragraph_;
  ListBlock points_;
};

std::string title_in(const std::vector<Block>& blocks, LetterKind kind) {
  for (const auto& block : blocks) {
    const auto* heading = std::get_if<HeadingBlock>(&block);
    if (heading != nullptr) return heading->words;
  }
  return std::string(words_of(kind));
}

}  // namespace

Result<LetterTemplate> LetterTemplate::parse(LetterKind kind, std::string_view text) {
  if (text.size() > reg::kLongestLetter) {
    return fail(FaultCode::entry_too_long,
                "a letter of more than " + std::to_string(reg::kLongestLetter));
  }
  if (!is_utf8(text)) return fail(FaultCode::template_garbled, "The letter is not UTF-8 text");
  const LineReader reader(kind);
  std::vector<LetterLine> lines;
  for (const RawLine& raw : lines_in(text)) {
    if (std::ranges::any_of(raw.text, is_control)) {
      return garbled(raw.number, "stands a character that cannot be printed");
    }
    auto line = reader.read(raw);
    if (!line) return fail(line.error());
    lines.push_back(std::move(*line));
  }
  const bool says = std::ranges::any_of(
      lines, [](const LetterLine& line) { return line.kind != LetterLineKind::empty; });
  if (!says) return fail(FaultCode::template_garbled, "The letter has no words");
  return LetterTemplate(kind, std::move(lines));
}

Sheet LetterTemplate::filled(const LetterValues& values) const {
  Filling filling(values);
  for (const auto& line : lines_) filling.add(line);
  Sheet sheet{"", filling.done(), size_of(kind_)};
  sheet.title = title_in(sheet.blocks, kind_);
  return sheet;
}

}  // namespace handbell::paper
