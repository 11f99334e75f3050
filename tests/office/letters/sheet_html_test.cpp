#include "app/office/letters/sheet_html.h"

#include "golden.h"
#include <gmock/gmock.h>

namespace handbell::office {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(SheetHtml, each_block_is_markup_and_no_word_of_it_is) {
  paper::Sheet sheet{
      "A sheet",
      {paper::HeadingBlock{"<b>Zoë</b>", 1}, paper::HeadingBlock{"Part", 2},
       paper::ParagraphBlock{"One\nزینب"}, paper::ListBlock{{"a", "b"}},
       paper::FactsBlock{{{"Class", "Owls"}}}, paper::TableBlock{"Days", {"Day"}, {{"Monday"}}, {}},
       paper::WritingBlock{2}, paper::PictureBlock{"<svg/>", "A trend."},
       paper::SignBlock{"Parent or carer"}}};
  const auto page = sheet_html(sheet, {"Oak Lane", "Made on Monday.", true});
  EXPECT_THAT(page.markup(), Not(HasSubstr("<b>")));
  EXPECT_THAT(page.markup(), Not(HasSubstr("<svg")));
  expect_golden("sheet.html", page);
}

}  // namespace
}  // namespace handbell::office
