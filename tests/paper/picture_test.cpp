#include "app/paper/picture.h"

#include <cairo.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace handbell::paper {
namespace {

cairo_status_t append(void* to, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

std::string png(int width, int height) {
  std::string bytes;
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
  return bytes;
}

std::string told(const std::string& bytes) {
  const Status fits = fits_logo(bytes);
  return fits ? "" : sentence(fits.error());
}

TEST(Picture, a_png_and_an_svg_are_logos) {
  EXPECT_EQ(told(png(30, 20)), "");
  EXPECT_EQ(told("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='5'/>"), "");
  EXPECT_EQ(type_of_picture(png(3, 2)), "image/png");
  EXPECT_EQ(type_of_picture("<svg xmlns='http://www.w3.org/2000/svg'/>"), "image/svg+xml");
}

TEST(Picture, its_sides_are_known) {
  const auto picture = Picture::decode(png(30, 20));
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->width(), 30);
  EXPECT_EQ(picture->height(), 20);
}

TEST(Picture, what_is_no_picture_is_refused_in_one_sentence) {
  constexpr const char* kSentence =
      "The logo that was sent is no picture; choose a PNG or SVG file of at most 512 kB.";
  EXPECT_EQ(told("GIF89a"), kSentence);
  EXPECT_EQ(told("<html><body>no</body></html>"), kSentence);
  EXPECT_EQ(told(png(30, 20).substr(0, 60)), kSentence);
  EXPECT_EQ(told(std::string("\x89PNG\r\n\x1a\n", 8)), kSentence);
}

TEST(Picture, what_is_too_large_or_empty_is_refused) {
  EXPECT_EQ(told(""),
            "The logo that was sent is empty; choose a PNG or SVG file of at most 512 kB.");
  EXPECT_THAT(told(std::string(kLargestLogo + 1, 'x')), testing::HasSubstr("larger than 512 kB"));
}

// A small file that says it unfolds to gigabytes of pixels.
TEST(Picture, a_png_that_unfolds_to_more_than_the_machine_has_is_refused_in_one_sentence) {
  std::string bytes = png(30, 20);
  bytes[17] = '\x01';
  EXPECT_EQ(told(bytes),
            "The logo of 65566 by 20 pixels is larger than 4096 by 4096; choose a PNG or SVG file "
            "of at most 512 kB.");
  EXPECT_EQ(told(png(4096, 1)), "");
  EXPECT_THAT(told(png(4097, 1)), testing::HasSubstr("4097 by 1 pixels"));
}

TEST(Picture, a_packed_svg_that_unfolds_to_a_thousand_times_its_size_is_refused) {
  EXPECT_EQ(told(std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10)),
            "The logo that was sent is packed (SVGZ); choose a PNG or SVG file of at most 512 kB.");
}

TEST(Picture, an_svg_that_takes_in_files_addresses_pictures_or_shorthand_is_refused) {
  constexpr const char* kSentence =
      "The logo that was sent is an SVG that takes in another picture, file or address (save it as "
      "a PNG); choose a PNG or SVG file of at most 512 kB.";
  const auto svg = [](const std::string& inside, const std::string& before = "") {
    return before +
           "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
           "viewBox='0 0 9 9'>" +
           inside + "</svg>";
  };
  for (const char* inside :
       {"<image width='9' height='9' href='file:///etc/hostname'/>",
        "<image width='9' height='9' xlink:href = \"https://example.org/logo.png\"/>",
        "<image width='9' height='9' HREF='logo.png'/>",
        "<image width='9' height='9' xlink:href='data:image/png;base64,iVBORw0KGgo='/>",
        "<use href='other.svg#a'/>", "<style>@import url(https://example.org/a.css);</style>",
        "<rect width='9' height='9' fill='url(https://example.org/a.svg#b)'/>",
        "<rect width='9' height='9' style='fill: url( &quot;a.svg#b&quot; )'/>",
        "<style>@font-face { src: url('font.ttf') }</style>",
        "<image width='9' height='9' href='&#102;ile:///etc/hostname'/>"}) {
    EXPECT_EQ(told(svg(inside)), kSentence) << inside;
  }
  EXPECT_EQ(told(svg("<text>&a;</text>", "<!DOCTYPE svg [<!ENTITY a 'ha'>]>")), kSentence);
  EXPECT_EQ(told(svg("", "<?xml-stylesheet href='#a' type='text/css'?>")), kSentence);
  EXPECT_EQ(told(svg("<defs><linearGradient id='a'/><circle id='b' r='3'/></defs>"
                     "<rect width='9' height='9' fill='url(#a)'/><use xlink:href='#b'/>"
                     "<rect width='1' height='1' style='fill: url(&quot;#a&quot;)'/>",
                     "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                     "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>")),
            "");
}

// Ten parts of ten parts of ten: a small drawing that would be drawn for hours.
TEST(Picture, an_svg_that_repeats_itself_without_end_is_refused_soon) {
  std::string bytes =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><defs>"
      "<rect id='a0' width='1' height='1'/>";
  for (int i = 1; i <= 12; ++i) {
    bytes += "<g id='a" + std::to_string(i) + "'>";
    for (int j = 0; j < 10; ++j) bytes += "<use href='#a" + std::to_string(i - 1) + "'/>";
    bytes += "</g>";
  }
  bytes += "</defs><use href='#a12'/></svg>";
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(told(bytes),
            "The logo that was sent is an SVG that draws its parts too often (save it as a PNG); "
            "choose a PNG or SVG file of at most 512 kB.");
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(1));
}

TEST(Picture, an_svg_with_shadows_that_would_be_coarse_on_paper_is_refused) {
  EXPECT_EQ(told("<svg xmlns='http://www.w3.org/2000/svg'><filter id='a'><feGaussianBlur "
                 "stdDeviation='3'/></filter><rect width='9' height='9' filter='url(#a)'/></svg>"),
            "The logo that was sent is an SVG with effects such as shadows (save it as a PNG); "
            "choose a PNG or SVG file of at most 512 kB.");
}

TEST(Picture, a_drawing_of_any_size_becomes_pixels_that_a_page_can_bear) {
  for (const char* sides : {"width='1e9' height='1'", "width='1' height='1e9'",
                            "viewBox='0 0 1e300 1e300'", "width='0.001' height='0.001'"}) {
    const std::string bytes =
        std::string("<svg xmlns='http://www.w3.org/2000/svg' ") + sides + "/>";
    if (!told(bytes).empty()) continue;
    const auto shown = as_png(bytes);
    ASSERT_TRUE(shown) << sides;
    EXPECT_LT(shown->size(), 100'000U) << sides;
  }
}

}  // namespace
}  // namespace handbell::paper
