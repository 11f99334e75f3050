#include "app/paper/drawing_cost.h"

#include <gtest/gtest.h>

#include <cmath>

namespace handbell::paper {
namespace {

double parts(const std::string& inside) {
  const auto cost = cost_of_drawing("<svg xmlns='http://www.w3.org/2000/svg'>" + inside + "</svg>");
  EXPECT_TRUE(cost) << inside;
  return cost ? cost->parts : -1;
}

std::string many(int times, const std::string& words) {
  std::string all;
  for (int i = 0; i < times; ++i) all += words;
  return all;
}

TEST(DrawingCost, what_stands_there_once_counts_once_and_a_long_line_more) {
  EXPECT_LT(parts("<rect/><circle/>"), 10);
  EXPECT_GT(parts("<path d='" + many(1000, "L 1 2 ") + "'/>"), 100);
}

TEST(DrawingCost, copies_of_copies_clips_patterns_and_styles_count_each_time) {
  const std::string group = "<g id='a'>" + many(100, "<rect/>") + "</g>";
  EXPECT_GT(parts(group + many(50, "<use href='#a'/>")), 5000);
  EXPECT_GT(parts("<pattern id='a'>" + many(100, "<rect/>") + "</pattern>" +
                  many(50, "<rect fill='url(#a)'/>")),
            5000);
  EXPECT_GT(parts("<style>rect { clip-path: url(#a) }</style>" + group + many(50, "<rect/>")),
            5000);
}

TEST(DrawingCost, a_mark_on_a_line_counts_at_each_corner) {
  EXPECT_GT(parts("<marker id='a'>" + many(100, "<rect/>") + "</marker><path d='" +
                  many(100, "L 1 2 ") + "' marker-mid='url(#a)'/>"),
            10'000);
}

TEST(DrawingCost, what_leads_back_to_itself_is_without_end) {
  EXPECT_TRUE(std::isinf(parts("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>")));
}

TEST(DrawingCost, of_no_xml_of_a_cut_one_and_of_one_too_deep_nothing_is_said) {
  EXPECT_FALSE(cost_of_drawing("no drawing"));
  EXPECT_FALSE(cost_of_drawing("<svg><g>"));
  EXPECT_FALSE(cost_of_drawing("<svg>\xFF</svg>"));
  EXPECT_FALSE(cost_of_drawing("<svg>" + many(100'000, "<g>") + many(100'000, "</g>") + "</svg>"));
  EXPECT_TRUE(cost_of_drawing("\xEF\xBB\xBF<?xml version='1.0'?><svg/>"));
}

TEST(DrawingCost, effects_are_known) {
  EXPECT_TRUE(cost_of_drawing("<svg><svg:filter id='a'/></svg>")->effects);
  EXPECT_FALSE(cost_of_drawing("<svg filter='none'/>")->effects);
}

}  // namespace
}  // namespace handbell::paper
