#include "app/office/letters/sheet_html.h"

#include "app/base/text.h"

#include <algorithm>

namespace handbell::office {
namespace {

using namespace paper;

/// Line breaks in it stay.
Html lines_of(const std::string& words) {
  Html all;
  for (const auto& line : split(words, '\n')) {
    if (!all.empty()) all += lone("br", {});
    all += text(line);
  }
  return all;
}

struct BlockHtml {
  Html operator()(const HeadingBlock& block) const {
    // The page's own heading stands above the sheet.
    const bool first = block.level == 1;
    return element(first ? "h2" : "h3",
                   {attr("class", first ? "govuk-heading-m" : "govuk-heading-s")},
                   text(block.words));
  }
  Html operator()(const ParagraphBlock& block) const {
    return element("p", {attr("class", "govuk-body"), attr("dir", "auto")}, lines_of(block.words));
  }
  Html operator()(const ListBlock& block) const {
    Html items;
    for (const auto& item : block.items) items += element("li", {attr("dir", "auto")}, text(item));
    return element("ul", {attr("class", "govuk-list govuk-list--bullet")}, items);
  }
  Html operator()(const FactsBlock& block) const {
    Html rows;
    for (const auto& [name, value] : block.facts) {
      rows += element("div", {attr("class", "hb-letter__fact")},
                      element("dt", text(name)) + element("dd", text(value)));
    }
    return element("dl", {attr("class", "hb-letter__facts")}, rows);
  }
  Html operator()(const TableBlock& block) const {
    Table made{block.caption.empty() ? "Figures" : block.caption, block.columns, {}, false};
    for (const auto& row : block.rows) {
      std::vector<Html> cells;
      cells.reserve(row.size());
      for (const auto& cell : row) cells.push_back(text(cell));
      made.rows.push_back(std::move(cells));
    }
    return element("div",
                   {attr("class", "hb-scroll"), attr("tabindex", "0"), attr("role", "group"),
                    attr("aria-label", made.caption)},
                   table(made));
  }
  Html operator()(const SignBlock& block) const {
    const auto line = element("span", {attr("class", "hb-letter__line")}, text(""));
    return element("p", {attr("class", "hb-letter__sign")},
                   join({text("Signed "), line, text(" (" + block.who + ") Date "), line}));
  }
  Html operator()(const WritingBlock& block) const {
    Html lines;
    for (int i = 0; i < std::clamp(block.lines, 1, 30); ++i) {
      lines += element("span", {attr("class", "hb-letter__row")}, text(""));
    }
    return element("div", {attr("class", "hb-letter__rows"), attr("aria-hidden", "true")}, lines);
  }
  Html operator()(const PictureBlock& block) const {
    return element("p", {attr("class", "govuk-body")}, text(block.words));
  }
};

}  // namespace

Html sheet_html(const Sheet& sheet, const SheetLook& look) {
  Html head;
  if (look.logo) {
    head += lone("img", {attr("class", "hb-letter__logo"), attr("alt", ""),
                         url("src", "/letters/logo/picture")});
  }
  head += element("p", {attr("class", "hb-letter__school")}, text(look.school));
  Html inside = element("div", {attr("class", "hb-letter__head")}, head);
  for (const auto& block : sheet.blocks) inside += std::visit(BlockHtml(), block);
  inside += element("p", {attr("class", "hb-letter__stamp")}, lines_of(look.stamp));
  const bool slip = sheet.size == PaperSize::slip;
  return element("article",
                 {attr("class", slip ? "hb-letter hb-letter--slip" : "hb-letter"),
                  attr("aria-label", sheet.title)},
                 inside);
}

}  // namespace handbell::office
