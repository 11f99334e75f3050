#include "app/office/reports/sheet_paper.h"

#include "app/base/school_time.h"
#include "app/office/reports/sheet_parts.h"
#include "app/paper/pdf.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

using reports::ReportSheet;
using reports::SheetTable;

paper::TableBlock table_block(const SheetTable& table) {
  paper::TableBlock block{"", {table.of}, {}, {false}};
  block.columns.insert(block.columns.end(), table.columns.begin(), table.columns.end());
  block.figures.resize(block.columns.size(), true);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells{row.name};
    for (const auto& cell : row.cells) cells.push_back(cell.words);
    block.rows.push_back(std::move(cells));
  }
  return block;
}

/// So high that letters are of one size in every picture of a report: a bar takes 4 mm.
double height_of(const SheetTable& table) {
  constexpr double kCourse = 59;
  if (table.as_line) return kCourse;
  const auto series = static_cast<double>(table.drawn.size());
  const auto rows = static_cast<double>(table.rows.size());
  return 10 + rows * (4 * series + 3) + (series > 1 ? 6 * series : 0);
}

void add_table(paper::Sheet& paper, const SheetTable& table) {
  paper.blocks.emplace_back(paper::HeadingBlock{table.title});
  if (table.rows.empty()) {
    paper.blocks.emplace_back(paper::ParagraphBlock{"There is nothing to count in these days."});
    return;
  }
  if (!table.drawn.empty()) {
    const auto drawn = sheet_picture(table);
    paper.blocks.emplace_back(paper::PictureBlock{drawn.markup(), "", height_of(table)});
  }
  paper.blocks.emplace_back(table_block(table));
}

}  // namespace

Result<std::string> sheet_paper(const ReportSheet& sheet, paper::Letterhead head) {
  paper::Sheet paper{sheet.title, {}};
  paper.blocks.emplace_back(paper::HeadingBlock{sheet.title, 1});
  paper.blocks.emplace_back(
      paper::ParagraphBlock{reports::days_in_words(sheet.days) + ". " + sheet.of_whom});
  for (const auto& table : sheet.tables) add_table(paper, table);
  for (const auto& note : sheet.notes) paper.blocks.emplace_back(paper::ParagraphBlock{note});
  paper.blocks.emplace_back(paper::ParagraphBlock{reports::stamp_sentence(sheet)});
  head.title = sheet.title;
  return paper::render_pdf({paper}, head);
}

}  // namespace handbell::office
