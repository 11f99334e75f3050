#include "app/kiosk/paint/icons.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace handbell::kiosk {

namespace {

/// Empty for what is no file, and for one that is larger than any picture need be.
std::string picture_bytes(const std::string& path) {
  constexpr std::uintmax_t kMost = 1024 * 1024;
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error || size > kMost) return "";
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

bool is_png(const std::string& bytes) { return bytes.starts_with("\x89PNG"); }

/// A small file may unfold to more than the machine has: what its head says of both sides.
bool is_small_png(const std::string& bytes) {
  constexpr std::size_t kWidthAt = 16;
  constexpr std::uint32_t kMost = 4096;
  if (bytes.size() < kWidthAt + 8) return false;
  const auto number_at = [&](std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
      number = number << 8 | static_cast<std::uint8_t>(bytes[i]);
    }
    return number;
  };
  return number_at(kWidthAt) <= kMost && number_at(kWidthAt + 4) <= kMost;
}

struct Rest {
  const std::string& bytes;
  std::size_t at = 0;
};

cairo_status_t read_on(void* from, unsigned char* to, unsigned int length) {
  auto& rest = *static_cast<Rest*>(from);
  if (rest.bytes.size() - rest.at < length) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(to, rest.bytes.data() + rest.at, length);
  rest.at += length;
  return CAIRO_STATUS_SUCCESS;
}

/// In the middle of the square, nothing of it cut.
bool draw_png(cairo_t* cairo, const std::string& bytes, int pixels) {
  if (!is_small_png(bytes)) return false;
  Rest rest{bytes};
  const Surface image(cairo_image_surface_create_from_png_stream(read_on, &rest));
  const int wide = cairo_image_surface_get_width(image.get());
  const int high = cairo_image_surface_get_height(image.get());
  if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS || wide < 1 || high < 1) {
    return false;
  }
  const double scale = static_cast<double>(pixels) / std::max(wide, high);
  cairo_translate(cairo, (pixels - wide * scale) / 2, (pixels - high * scale) / 2);
  cairo_scale(cairo, scale, scale);
  cairo_set_source_surface(cairo, image.get(), 0, 0);
  cairo_paint(cairo);
  return true;
}

bool draw_svg(cairo_t* cairo, std::string svg, int pixels, Rgb tint) {
  tint_with(svg, tint);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what librsvg takes
  const auto* bytes = reinterpret_cast<const guint8*>(svg.data());
  RsvgHandle* handle = rsvg_handle_new_from_data(bytes, svg.size(), nullptr);
  if (handle == nullptr) return false;
  const RsvgRectangle place{0, 0, static_cast<double>(pixels), static_cast<double>(pixels)};
  const bool drawn = rsvg_handle_render_document(handle, cairo, &place, nullptr) != 0;
  g_object_unref(handle);
  return drawn;
}

}  // namespace

cairo_surface_t* Icons::drawn(const std::string& icon, int pixels, Rgb tint) {
  const int colour = tint.r << 16 | tint.g << 8 | tint.b;
  const Key key{icon, pixels, colour};
  const auto known = kept_.find(key);
  if (known != kept_.end()) return known->second.get();
  // More than any one screen has on it.
  constexpr std::size_t kMost = 5 * 1024 * 1024;
  const std::size_t bytes =
      std::size_t{4} * static_cast<std::size_t>(pixels) * static_cast<std::size_t>(pixels);
  if (kept_bytes_ + bytes > kMost) {
    kept_.clear();
    kept_bytes_ = 0;
  }
  kept_bytes_ += bytes;
  return (kept_[key] = draw(icon, pixels, tint)).get();
}

Surface Icons::draw(const std::string& icon, int pixels, Rgb tint) const {
  const bool own = icon.find('/') != std::string::npos;
  const std::string bytes = picture_bytes(own ? icon : folder_ + "/" + icon + ".svg");
  if (bytes.empty()) return nullptr;
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels, pixels));
  cairo_t* cairo = cairo_create(surface.get());
  const bool drawn =
      is_png(bytes) ? draw_png(cairo, bytes, pixels) : draw_svg(cairo, bytes, pixels, tint);
  cairo_destroy(cairo);
  if (!drawn) surface.reset();
  return surface;
}

}  // namespace handbell::kiosk
