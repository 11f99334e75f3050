#include "app/kiosk/paint/icons.h"

#include <librsvg/rsvg.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>

namespace handbell::kiosk {

namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Icons of one colour say "the colour of the text": that is ours to name.
void tint_with(std::string& svg, Rgb tint) {
  static const std::string kCurrent = "currentColor";
  std::array<char, 8> hex{};
  std::snprintf(hex.data(), hex.size(), "#%02x%02x%02x", tint.r, tint.g, tint.b);
  for (auto at = svg.find(kCurrent); at != std::string::npos; at = svg.find(kCurrent, at)) {
    svg.replace(at, kCurrent.size(), hex.data());
  }
}

}  // namespace

cairo_surface_t* Icons::drawn(const std::string& icon, int pixels, Rgb tint) {
  const int colour = tint.r << 16 | tint.g << 8 | tint.b;
  auto& kept = kept_[{icon, pixels, colour}];
  if (!kept) kept = draw(icon, pixels, tint);
  return kept.get();
}

Surface Icons::draw(const std::string& icon, int pixels, Rgb tint) const {
  std::string svg = text_of(folder_ + "/" + icon + ".svg");
  if (svg.empty()) return nullptr;
  tint_with(svg, tint);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what librsvg takes
  const auto* bytes = reinterpret_cast<const guint8*>(svg.data());
  RsvgHandle* handle = rsvg_handle_new_from_data(bytes, svg.size(), nullptr);
  if (handle == nullptr) return nullptr;
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels, pixels));
  cairo_t* cairo = cairo_create(surface.get());
  const RsvgRectangle place{0, 0, static_cast<double>(pixels), static_cast<double>(pixels)};
  const bool drawn = rsvg_handle_render_document(handle, cairo, &place, nullptr) != 0;
  cairo_destroy(cairo);
  g_object_unref(handle);
  if (!drawn) surface.reset();
  return surface;
}

}  // namespace handbell::kiosk
