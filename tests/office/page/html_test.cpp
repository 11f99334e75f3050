#include "app/office/page/html.h"

#include <gtest/gtest.h>

namespace handbell::office {
namespace {

TEST(Html, a_name_never_becomes_markup) {
  EXPECT_EQ(text("<script>alert('x')</script> & \"O'Neill\"").markup(),
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;O&#39;Neill&quot;");
  EXPECT_EQ(attr("value", "\" onfocus=\"x").markup(), " value=\"&quot; onfocus=&quot;x\"");
  EXPECT_EQ(text("Nguyễn Zoë علی").markup(), "Nguyễn Zoë علی");
}

TEST(Html, what_is_not_text_is_replaced) {
  EXPECT_EQ(text("a\x01z\x7F").markup(), "a\uFFFDz\uFFFD");
  EXPECT_EQ(text(std::string_view("a\0b", 3)).markup(), "a\uFFFDb");
  EXPECT_EQ(text("Zo\xEB!").markup(), "Zo\uFFFD!");
  EXPECT_EQ(text("two\nlines\tand a tab").markup(), "two\nlines\tand a tab");
}

TEST(Html, addresses_lead_to_this_site_alone) {
  EXPECT_EQ(url("href", "/today?on=2026-01-12&x='").markup(),
            " href=\"/today?on=2026-01-12&amp;x=&#39;\"");
  for (const char* elsewhere :
       {"javascript:alert(1)", "//host/x", "https://host/", "/\\host", ""}) {
    EXPECT_EQ(url("href", elsewhere).markup(), " href=\"#\"") << elsewhere;
  }
  EXPECT_EQ(url("href", "#waiting").markup(), " href=\"#waiting\"");
}

TEST(Html, a_number_to_ring_is_digits_alone) {
  EXPECT_EQ(telephone("+447700900101").markup(), " href=\"tel:+447700900101\"");
  EXPECT_EQ(telephone("07700900101").markup(), " href=\"tel:07700900101\"");
  for (const char* other : {"", "+", "1\"x", "07700 900101", "+44+1", "1;ext=2"}) {
    EXPECT_EQ(telephone(other).markup(), " href=\"#\"") << other;
  }
}

TEST(Html, a_drawings_view_box_keeps_its_capital_for_whoever_reads_it_as_a_file) {
  EXPECT_EQ(attr("viewBox", "0 0 4 4").markup(), " viewBox=\"0 0 4 4\"");
}

TEST(Html, elements_nest_and_lone_ones_do_not_close) {
  const auto made =
      element("td", {attr("class", "a"), flag("hidden")}, text("1 < 2") + lone("br", {}));
  EXPECT_EQ(made.markup(), "<td class=\"a\" hidden>1 &lt; 2<br></td>");
}

TEST(HtmlDeathTest, our_own_mistakes_end_the_program) {
  EXPECT_DEATH((void)attr("onclick", "x"), "broken invariant");
  EXPECT_DEATH((void)attr("style", "x"), "broken invariant");
  EXPECT_DEATH((void)attr("href", "/x"), "broken invariant");
  EXPECT_DEATH((void)element("script", text("x")), "broken invariant");
  EXPECT_DEATH((void)element("p x", {}), "broken invariant");
}

}  // namespace
}  // namespace handbell::office
