#include "app/paper/pdf.h"

#include "app/paper/picture.h"

#include "read_pdf.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace handbell::paper {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kRing =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'>"
    "<circle cx='20' cy='20' r='16' fill='none' stroke='#1d70b8' stroke-width='6'/></svg>";

Letterhead oak_lane() {
  Letterhead head;
  head.school = "Oak Lane Infant School";
  head.stamp = "Made on Monday 12 January 2026. Legal register: Handbell.";
  head.made = Instant{1'768'209'120'000};
  return head;
}

Sheet with(Block block, const std::string& title = "A sheet") {
  return {title, {HeadingBlock{title, 1}, std::move(block)}};
}

std::string pdf_of(const std::vector<Sheet>& sheets, const Letterhead& head = oak_lane()) {
  auto bytes = render_pdf(sheets, head);
  EXPECT_TRUE(bytes) << sentence(bytes.error());
  return bytes ? *bytes : "";
}

std::size_t count_of(const std::string& words, const std::string& part) {
  std::size_t count = 0;
  for (auto at = words.find(part); at != std::string::npos; at = words.find(part, at + 1)) ++count;
  return count;
}

TEST(Pdf, a_name_in_any_script_is_read_as_it_was_written) {
  const std::vector<std::string> names{"إسماعيل خان",  // Arabic
                                       "زینب چوہدری",  // Urdu
                                       "Nguyễn Thị Ánh Tuyết",
                                       "Łucja Wiśniewska-Żółć",
                                       "Zoë O'Neill",
                                       "Ọláolúwa Adébáyọ̀",
                                       "Олександр"};
  FactsBlock facts;
  TableBlock table{"Names", {"Name", "Class"}, {}, {}};
  for (const auto& name : names) {
    facts.facts.emplace_back("Name", name);
    table.rows.push_back({name, "Owls"});
  }
  Sheet sheet = with(facts, "Names in any script");
  for (const auto& name : names) sheet.blocks.push_back(ParagraphBlock{name});
  sheet.blocks.push_back(table);
  const PdfFile file(pdf_of({sheet}));
  file.picture_for_docs(HANDBELL_DOCS, "sheet-names");
  const std::string words = file.words();
  for (const auto& name : names) EXPECT_EQ(count_of(words, name), 3U) << name << "\n" << words;
}

TEST(Pdf, what_stands_first_is_read_first) {
  Sheet sheet{
      "Meeting",
      {HeadingBlock{"First", 1}, ParagraphBlock{"Second"}, ListBlock{{"Third"}},
       FactsBlock{{{"Fourth", "Fifth"}}},
       TableBlock{"Sixth", {"Seventh", "Eighth"}, {{"Ninth", "Tenth"}}, {}}, SignBlock{"Last"}}};
  const PdfFile file(pdf_of({sheet}));
  const std::string words = file.in_order();
  std::size_t before = 0;
  for (const char* word : {"Oak Lane Infant School", "First", "Second", "Third", "Fourth", "Fifth",
                           "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Last", "Made on"}) {
    const auto at = words.find(word);
    ASSERT_NE(at, std::string::npos) << word << "\n" << words;
    EXPECT_GE(at, before) << word << "\n" << words;
    before = at;
  }
}

TEST(Pdf, says_its_title_whose_it_is_in_which_language_and_what_is_a_heading) {
  const std::string bytes = pdf_of({with(TableBlock{"", {"Day"}, {{"Monday"}}, {}}, "Meeting")});
  const PdfFile file(bytes);
  const std::string about = file.said_by("pdfinfo");
  EXPECT_THAT(about, HasSubstr("Title:           Meeting"));
  EXPECT_THAT(about, HasSubstr("Author:          Oak Lane Infant School"));
  EXPECT_THAT(about, HasSubstr("Tagged:          yes"));
  EXPECT_THAT(about, HasSubstr("A4"));
  EXPECT_THAT(bytes, HasSubstr("/Lang (en-GB)"));
  const std::string parts = file.said_by("pdfinfo -struct");
  for (const char* part : {"H1", "Table", "TH", "TD"}) EXPECT_THAT(parts, HasSubstr(part));
  EXPECT_THAT(parts, Not(HasSubstr("Warning")));
}

TEST(Pdf, the_same_sheet_at_the_same_moment_is_the_same_file) {
  const auto sheet = with(ParagraphBlock{"Words"});
  EXPECT_EQ(pdf_of({sheet}), pdf_of({sheet}));
}

TEST(Pdf, each_sheet_begins_on_a_page_and_counts_its_own) {
  const std::string words =
      PdfFile(pdf_of({with(ParagraphBlock{"One"}), with(ParagraphBlock{"Two"})})).words();
  EXPECT_EQ(count_of(words, "Page 1 of 1"), 2U) << words;
  EXPECT_EQ(count_of(words, "Legal register: Handbell."), 2U);
}

TEST(Pdf, a_long_table_names_its_columns_on_each_page_and_loses_no_row) {
  TableBlock table{"Sessions", {"Day", "What it says"}, {}, {}};
  for (int i = 0; i < 140; ++i) {
    table.rows.push_back({"row " + std::to_string(i) + ".",
                          i % 9 == 0 ? "a longer explanation that goes on over the end of the line "
                                       "and does not stop before the next"
                                     : "Illness"});
  }
  const PdfFile file(pdf_of({with(table, "Extract")}));
  file.picture("long_table");
  const std::string words = file.words();
  for (int i = 0; i < 140; ++i) {
    EXPECT_EQ(count_of(words, "row " + std::to_string(i) + "."), 1U) << i;
  }
  const auto pages = count_of(words, " of 5\n");
  EXPECT_GE(pages, 3U) << words;
  EXPECT_EQ(count_of(words, "What it says"), pages);
}

// Columns are measured by the first two hundred rows.
TEST(Pdf, a_row_that_is_wider_than_all_before_it_is_broken_and_not_cut) {
  TableBlock table{"", {"Day", "What it says"}, {}, {}};
  for (int i = 0; i < 220; ++i) table.rows.push_back({"Monday", "Illness"});
  const std::string longest = "Pneumonoultramicroscopicsilicovolcanoconiosis";
  std::string wide;
  for (int i = 0; i < 12; ++i) wide += longest + std::to_string(i) + " ";
  table.rows.push_back({longest + longest, wide});
  const PdfFile file(pdf_of({with(table)}));
  std::string words = file.words();
  std::erase_if(words, [](char c) { return c == '\n' || c == ' '; });
  for (int i = 0; i < 12; ++i) EXPECT_THAT(words, HasSubstr(longest + std::to_string(i)));
  EXPECT_THAT(words, HasSubstr(longest + longest));
  // Nothing stands beyond the paper's edge, 595 points wide, or below it.
  const std::string boxes = file.said_by("pdftotext -bbox", "-");
  const std::string key = "xMax=\"";
  std::size_t seen = 0;
  for (auto at = boxes.find(key); at != std::string::npos; at = boxes.find(key, at + 1)) {
    ++seen;
    EXPECT_LT(std::stod(boxes.substr(at + key.size(), 12)), 595 - 60) << boxes.substr(at, 80);
  }
  EXPECT_GT(seen, 440U);
}

TEST(Pdf, a_row_that_is_longer_than_a_page_goes_on_and_loses_no_word) {
  std::string said;
  for (int i = 0; i < 900; ++i) said += "word" + std::to_string(i) + (i % 9 == 0 ? "\n" : " ");
  const TableBlock table{"",
                         {"Day", "In words", "By"},
                         {{"Monday", "short", "R Patel"},
                          {"Tuesday", said, "A Noor"},
                          {"Wednesday", "last", "R Patel"}},
                         {}};
  const PdfFile file(pdf_of({with(table)}));
  file.picture("long_row");
  const std::string words = file.words();
  std::string spaced = words;
  std::ranges::replace(spaced, '\n', ' ');
  for (int i = 0; i < 900; ++i) {
    EXPECT_EQ(count_of(spaced, "word" + std::to_string(i) + " "), 1U) << i;
  }
  EXPECT_EQ(count_of(words, "Tuesday"), 1U);
  EXPECT_EQ(count_of(words, "Wednesday"), 1U);
  EXPECT_GE(count_of(words, "Page "), 2U);
  EXPECT_EQ(count_of(words, "In words"), count_of(words, "Page "));
  const std::string boxes = file.said_by("pdftotext -bbox", "-");
  const std::string key = "yMax=\"";
  for (auto at = boxes.find(key); at != std::string::npos; at = boxes.find(key, at + 1)) {
    EXPECT_LT(std::stod(boxes.substr(at + key.size(), 12)), 842 - 28) << boxes.substr(at, 80);
  }
}

TEST(Pdf, markup_and_tags_in_words_are_words) {
  const std::string tag = "<b>bold</b> & <script>alert(1)</script> %s {{rate}}";
  const PdfFile file(pdf_of({with(ParagraphBlock{tag}, "A <i>sheet</i>")}));
  EXPECT_THAT(file.words(), HasSubstr(tag));
  EXPECT_THAT(file.words(), HasSubstr("A <i>sheet</i>"));
}

TEST(Pdf, no_page_holds_a_single_last_row) {
  for (int rows = 20; rows < 45; ++rows) {
    TableBlock table{"", {"Day"}, {}, {}};
    for (int i = 0; i < rows; ++i) table.rows.push_back({"Monday"});
    const PdfFile file(pdf_of({with(table)}));
    const std::string second = file.said_by("pdftotext -f 2", "- 2>/dev/null || true");
    EXPECT_NE(count_of(second, "Monday"), 1U) << rows;
  }
}

TEST(Pdf, a_heading_and_the_lines_to_sign_stay_with_what_they_are_about) {
  for (int lines = 1; lines < 30; ++lines) {
    Sheet sheet = with(WritingBlock{lines});
    sheet.blocks.push_back(HeadingBlock{"A part", 2});
    sheet.blocks.push_back(ParagraphBlock{"Its words."});
    sheet.blocks.push_back(ParagraphBlock{"We agree."});
    sheet.blocks.push_back(SignBlock{"Parent"});
    sheet.blocks.push_back(SignBlock{"School"});
    const std::string words = PdfFile(pdf_of({sheet})).words();
    const auto page_of = [&](const char* part) {
      return count_of(words.substr(0, words.find(part)), "\f");
    };
    EXPECT_EQ(page_of("A part"), page_of("Its words.")) << lines;
    EXPECT_EQ(page_of("We agree."), page_of("(School)")) << lines;
  }
}

TEST(Pdf, a_text_longer_than_a_page_goes_on_and_loses_no_word) {
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "word" + std::to_string(i) + " ";
  const std::string words = PdfFile(pdf_of({with(ParagraphBlock{text})})).words();
  for (int i = 0; i < 1500; ++i) {
    EXPECT_THAT(words, HasSubstr("word" + std::to_string(i)));
  }
  EXPECT_THAT(words, HasSubstr("Page 2 of"));
}

TEST(Pdf, a_slip_is_small) {
  Sheet slip = with(FactsBlock{{{"Arrived", "08:52"}}}, "Late slip");
  slip.size = PaperSize::slip;
  const PdfFile file(pdf_of({slip}));
  file.picture("slip");
  EXPECT_THAT(file.said_by("pdfinfo"), HasSubstr("297.638 x 419.528"));
}

TEST(Pdf, a_stamp_of_many_lines_stands_on_a_slip_too) {
  auto head = oak_lane();
  head.stamp =
      "Made on Wednesday 16 September 2026, 09:10, by Wilhelmina Fitzwilliam-"
      "Featherstonehaugh, Senior Attendance Champion.\nLegal register: Handbell.";
  Sheet slip = with(WritingBlock{9}, "Late slip");
  slip.size = PaperSize::slip;
  const PdfFile file(pdf_of({slip}, head));
  const std::string boxes = file.said_by("pdftotext -bbox", "-");
  const std::string key = "yMax=\"";
  for (auto at = boxes.find(key); at != std::string::npos; at = boxes.find(key, at + 1)) {
    EXPECT_LT(std::stod(boxes.substr(at + key.size(), 12)), 419.5 - 12) << boxes.substr(at, 80);
  }
  EXPECT_THAT(boxes, HasSubstr(">Handbell.<"));
}

TEST(Pdf, a_logo_and_a_chart_are_drawn_and_the_chart_says_what_it_shows) {
  auto head = oak_lane();
  head.logo = kRing;
  const PdfFile file(pdf_of({with(PictureBlock{kRing, "A ring.", 30})}, head));
  file.picture("pictures");
  EXPECT_THAT(file.words(), HasSubstr("A ring."));
}

TEST(Pdf, a_logo_of_pixels_stands_on_every_sheet_and_a_chart_on_a_page_of_its_own) {
  auto head = oak_lane();
  head.logo = *as_png(kRing);
  ASSERT_TRUE(head.logo.starts_with("\x89PNG"));
  Sheet chart = with(WritingBlock{26});
  chart.blocks.push_back(PictureBlock{kRing, "A ring.", 60});
  const PdfFile file(pdf_of({with(ParagraphBlock{"One"}), chart}, head));
  file.picture("pixels");
  EXPECT_THAT(file.words(), HasSubstr("A ring."));
  EXPECT_THAT(file.said_by("pdfinfo"), HasSubstr("Pages:           3"));
  EXPECT_THAT(file.said_by("pdfinfo -struct"),
              AllOf(HasSubstr("Figure"), Not(HasSubstr("Warning"))));
  // Of the first page's head, 22 mm from the left and 18 from the top, some is blue.
  const std::string pixels = file.said_by("pdftoppm -f 1 -l 1 -r 25.4 -x 22 -y 18 -W 17 -H 17");
  EXPECT_GT(
      std::ranges::count_if(pixels, [](char c) { return static_cast<unsigned char>(c) < 100; }),
      50);
}

TEST(Pdf, a_logo_stands_on_ninety_sheets_and_in_the_file_once) {
  auto head = oak_lane();
  head.logo = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 400'>";
  unsigned number = 1;
  const auto next = [&] {
    return std::to_string((number = number * 1'103'515'245U + 12'345U) >> 16U & 0x1FFU);
  };
  for (int i = 0; i < 4000; ++i) {
    head.logo += "<path d='M" + next() + " " + next() + "L" + next() + " " + next() + "'/>";
  }
  head.logo += "</svg>";
  const std::size_t bare = pdf_of({90, with(ParagraphBlock{"One"})}).size();
  const std::size_t one = pdf_of({with(ParagraphBlock{"One"})}, head).size();
  const std::size_t ninety = pdf_of({90, with(ParagraphBlock{"One"})}, head).size();
  EXPECT_GT(one, 10'000U) << "the logo is no small one";
  EXPECT_LT(ninety, bare + 2 * one);
}

TEST(Pdf, a_picture_that_cannot_be_read_is_a_fault_with_the_sheets_name) {
  const auto bytes = render_pdf({with(PictureBlock{"no picture", "", 30}, "Trend")}, oak_lane());
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().code, FaultCode::sheet_picture_unusable);
  EXPECT_THAT(sentence(bytes.error()), HasSubstr("\"Trend\""));
}

TEST(Pdf, of_a_rehearsal_says_so_on_each_page) {
  auto head = oak_lane();
  head.rehearsal = true;
  std::vector<Sheet> sheets{with(ParagraphBlock{"One"}), with(ParagraphBlock{"Two"})};
  for (int i = 0; i < 60; ++i) sheets[0].blocks.emplace_back(ParagraphBlock{"And so on."});
  sheets.push_back(with(ParagraphBlock{"A slip"}));
  sheets.back().size = PaperSize::slip;
  const PdfFile file(pdf_of(sheets, head));
  const auto words = file.words();
  EXPECT_EQ(count_of(words, "Rehearsal: nothing on this paper is real."), count_of(words, "Page "));
  EXPECT_GT(count_of(words, "Page "), 3U);
  file.picture("rehearsal");
  EXPECT_EQ(count_of(PdfFile(pdf_of(sheets)).words(), "Rehearsal"), 0U);
}

TEST(Pdf, a_logo_that_cannot_be_read_is_a_fault) {
  auto head = oak_lane();
  head.logo = "no picture";
  const auto bytes = render_pdf({with(ParagraphBlock{"One"})}, head);
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().code, FaultCode::logo_unfit);
}

TEST(Pdf, without_our_own_fonts_the_machines_stand_in) {
  auto head = oak_lane();
  head.fonts = "/nowhere";
  const PdfFile file(pdf_of({with(ParagraphBlock{"Łucja"})}, head));
  EXPECT_THAT(file.words(), HasSubstr("Łucja"));
}

}  // namespace
}  // namespace handbell::paper
