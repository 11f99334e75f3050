// One sheet of paper for one family or one meeting, before anybody knows how it is printed: its
// title and what stands on it from top to bottom.
//
// The same sheet becomes a PDF (pdf.h) or a page of the office. Whoever makes one says what stands
// there and nothing of sizes, fonts or places: letters look alike because nothing else is possible.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace handbell::paper {

/// `level` 1 is the sheet's own; a part of it is 2 or 3.
struct HeadingBlock {
  std::string words;
  int level = 2;
  friend bool operator==(const HeadingBlock&, const HeadingBlock&) = default;
};

/// Line breaks in it stay.
struct ParagraphBlock {
  std::string words;
  bool small = false;
  friend bool operator==(const ParagraphBlock&, const ParagraphBlock&) = default;
};

/// Points, one below the other.
struct ListBlock {
  std::vector<std::string> items;
  friend bool operator==(const ListBlock&, const ListBlock&) = default;
};

/// "Class: Owls", one below the other.
struct FactsBlock {
  std::vector<std::pair<std::string, std::string>> facts;
  friend bool operator==(const FactsBlock&, const FactsBlock&) = default;
};

/// Each row has as many cells as there are columns. Over a page's end it goes on with its columns
/// named again.
struct TableBlock {
  std::string caption;  ///< may be empty
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<bool> figures{};  ///< which columns stand to the right; may be shorter
  friend bool operator==(const TableBlock&, const TableBlock&) = default;
};

/// A line to sign, with the date beside it. Those that follow each other stay on one page.
struct SignBlock {
  std::string who;  ///< "Parent or carer"
  friend bool operator==(const SignBlock&, const SignBlock&) = default;
};

/// Empty lines to write on by hand.
struct WritingBlock {
  int lines = 3;  ///< 1 to 30
  friend bool operator==(const WritingBlock&, const WritingBlock&) = default;
};

/// A chart of ours. The words say what is to be seen; they stand below it.
struct PictureBlock {
  std::string svg;
  std::string words;
  double height_mm = 60;  ///< as wide as the sheet allows
  friend bool operator==(const PictureBlock&, const PictureBlock&) = default;
};

using Block = std::variant<HeadingBlock, ParagraphBlock, ListBlock, FactsBlock, TableBlock,
                           SignBlock, WritingBlock, PictureBlock>;

enum class PaperSize {
  a4,
  slip,  ///< A6, for a teacher's hand
};

struct Sheet {
  std::string title;
  std::vector<Block> blocks;
  PaperSize size = PaperSize::a4;
  friend bool operator==(const Sheet&, const Sheet&) = default;
};

}  // namespace handbell::paper
