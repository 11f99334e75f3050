#include "app/paper/picture.h"

#include "app/base/text.h"
#include "app/paper/drawing_cost.h"

#include <fmt/format.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>

namespace handbell::paper {
namespace {

bool is_png(const std::string& bytes) { return bytes.starts_with("\x89PNG\r\n\x1a\n"); }

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    number = number << 8 | static_cast<std::uint8_t>(bytes[i]);
  }
  return number;
}

/// What the head of a PNG says of its sides: a small file may unfold to more than the machine has.
struct Pixels {
  std::uint32_t wide = 0;
  std::uint32_t high = 0;
  [[nodiscard]] bool are_few() const { return wide <= kMostPixels && high <= kMostPixels; }
};

/// Nothing where the head is cut off.
std::optional<Pixels> pixels_of(const std::string& png) {
  constexpr std::size_t kWidthAt = 16;
  if (png.size() < kWidthAt + 8) return std::nullopt;
  return Pixels{number_at(png, kWidthAt), number_at(png, kWidthAt + 4)};
}

/// An SVG may be sent packed, and unfolds to a thousand times its size.
bool is_packed(const std::string& bytes) { return bytes.starts_with("\x1f\x8b"); }

/// Whether what stands behind each `key`, a quotation mark or none before it, begins with "#": a
/// part of the drawing itself.
bool names_own_parts(std::string_view svg, std::string_view key, bool assigned) {
  const auto pass = [&](std::size_t at, std::string_view marks) {
    return std::min(svg.find_first_not_of(marks, at), svg.size());
  };
  constexpr std::string_view kBlank = " \t\r\n";
  for (auto at = svg.find(key); at != std::string_view::npos; at = svg.find(key, at + 1)) {
    std::size_t value = pass(at + key.size(), kBlank);
    if (assigned) {
      if (value >= svg.size() || svg[value] != '=') continue;
      value = pass(value + 1, kBlank);
    }
    if (svg.substr(value).starts_with("&quot;")) value += std::string_view("&quot;").size();
    value = pass(value, " \t\r\n\"'");
    if (value >= svg.size() || svg[value] != '#') return false;
  }
  return true;
}

/// Other pictures, files, addresses, styles from elsewhere, shorthand that unfolds: what would be
/// missing on paper, or more than it seems.
bool takes_in_others(const std::string& svg) {
  const std::string all = ascii_lower(svg);
  for (const char* part : {"<!entity", "<?xml-stylesheet", "@import"}) {
    if (all.find(part) != std::string::npos) return true;
  }
  return !names_own_parts(all, "href", true) || !names_own_parts(all, "url(", false);
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

cairo_status_t write_on(void* to, const unsigned char* data, unsigned int length) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are bytes
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

struct HandleEnd {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};
using Handle = std::unique_ptr<RsvgHandle, HandleEnd>;

/// Without a base address: a picture in it that is a file or an address is left out.
Handle handle_of(const std::string& svg) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what librsvg takes
  const auto* bytes = reinterpret_cast<const guint8*>(svg.data());
  GError* error = nullptr;
  Handle handle(rsvg_handle_new_from_data(bytes, svg.size(), &error));
  if (error != nullptr) g_error_free(error);
  return handle;
}

struct Sides {
  double width = 0;
  double height = 0;
};

Sides sides_of(RsvgHandle* handle) {
  gboolean has_width = FALSE;
  gboolean has_height = FALSE;
  gboolean has_box = FALSE;
  RsvgLength width{};
  RsvgLength height{};
  RsvgRectangle box{};
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_box,
                                       &box);
  if (has_box != 0) return {box.width, box.height};
  Sides sides;
  if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &sides.width, &sides.height) != 0) {
    return sides;
  }
  return {100, 100};
}

}  // namespace

Result<Picture> Picture::decode(const std::string& bytes) {
  Picture picture;
  if (is_png(bytes)) {
    const auto pixels = pixels_of(bytes);
    if (!pixels || !pixels->are_few()) {
      return fail(FaultCode::sheet_picture_unusable, "on a sheet");
    }
    Rest rest{bytes};
    picture.drawn_ = std::shared_ptr<cairo_surface_t>(
        cairo_image_surface_create_from_png_stream(read_on, &rest), SurfaceEnd());
    if (cairo_surface_status(picture.drawn_.get()) != CAIRO_STATUS_SUCCESS) {
      return fail(FaultCode::sheet_picture_unusable, "on a sheet");
    }
    picture.width_ = cairo_image_surface_get_width(picture.drawn_.get());
    picture.height_ = cairo_image_surface_get_height(picture.drawn_.get());
  } else {
    const Handle handle = is_packed(bytes) ? nullptr : handle_of(bytes);
    if (handle == nullptr) return fail(FaultCode::sheet_picture_unusable, "on a sheet");
    const Sides sides = sides_of(handle.get());
    picture.svg_ = bytes;
    picture.width_ = sides.width;
    picture.height_ = sides.height;
  }
  const bool shown = picture.width_ > 0 && picture.height_ > 0 && std::isfinite(picture.width_) &&
                     std::isfinite(picture.height_);
  return shown ? Result<Picture>(std::move(picture))
               : fail(FaultCode::sheet_picture_unusable, "on a sheet");
}

bool Picture::draw_once(const Place& most) {
  if (svg_.empty()) return true;
  constexpr double kDotsAMm = 600 / 25.4;
  const double scale = std::min(most.width * kDotsAMm / width_, most.height * kDotsAMm / height_);
  const int wide = std::max(1, static_cast<int>(width_ * scale));
  const int high = std::max(1, static_cast<int>(height_ * scale));
  const std::shared_ptr<cairo_surface_t> drawn(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, wide, high), SurfaceEnd());
  cairo_t* cairo = cairo_create(drawn.get());
  const bool done = draw(cairo, {0, 0, static_cast<double>(wide), static_cast<double>(high)});
  cairo_destroy(cairo);
  if (!done) return false;
  svg_.clear();
  drawn_ = drawn;
  width_ = wide;
  height_ = high;
  return true;
}

bool Picture::draw(cairo_t* cairo, const Place& place) const {
  if (!svg_.empty()) {
    const Handle handle = handle_of(svg_);
    const RsvgRectangle box{place.x, place.y, place.width, place.height};
    GError* error = nullptr;
    const bool drawn = rsvg_handle_render_document(handle.get(), cairo, &box, &error) != 0;
    if (error != nullptr) g_error_free(error);
    return drawn;
  }
  const double scale = std::min(place.width / width_, place.height / height_);
  cairo_save(cairo);
  cairo_translate(cairo, place.x, place.y);
  cairo_scale(cairo, scale, scale);
  cairo_set_source_surface(cairo, drawn_.get(), 0, 0);
  cairo_paint(cairo);
  cairo_restore(cairo);
  return cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
}

namespace {

/// What of an SVG would be missing on paper, be coarse there, or never be done.
Status is_plain_drawing(const std::string& svg) {
  if (is_packed(svg)) return fail(FaultCode::logo_unfit, "that was sent is packed (SVGZ)");
  const auto cost = cost_of_drawing(svg);
  if (svg.find("<svg") != std::string::npos && takes_in_others(svg)) {
    return fail(FaultCode::logo_unfit,
                "that was sent is an SVG that takes in another picture, file or address (save it "
                "as a PNG)");
  }
  if (!cost) return fail(FaultCode::logo_unfit, "that was sent is no picture");
  if (cost->effects) {
    return fail(FaultCode::logo_unfit,
                "that was sent is an SVG with effects such as shadows (save it as a PNG)");
  }
  constexpr double kMostParts = 100'000;
  if (cost->parts <= kMostParts) return {};
  return fail(FaultCode::logo_unfit,
              "that was sent is an SVG that draws its parts too often (save it as a PNG)");
}

}  // namespace

Status fits_logo(const std::string& bytes) {
  if (bytes.empty()) return fail(FaultCode::logo_unfit, "that was sent is empty");
  if (bytes.size() > kLargestLogo) {
    return fail(FaultCode::logo_unfit,
                "of " + std::to_string(bytes.size() / 1024) + " kB is larger than 512 kB");
  }
  if (is_png(bytes)) {
    const auto pixels = pixels_of(bytes);
    if (pixels && !pixels->are_few()) {
      return fail(FaultCode::logo_unfit,
                  fmt::format("of {} by {} pixels is larger than {} by {}", pixels->wide,
                              pixels->high, kMostPixels, kMostPixels));
    }
  } else if (Status plain = is_plain_drawing(bytes); !plain) {
    return plain;
  }
  const auto picture = Picture::decode(bytes);
  if (!picture) return fail(FaultCode::logo_unfit, "that was sent is no picture");
  constexpr int kTry = 64;
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, kTry, kTry));
  cairo_t* cairo = cairo_create(surface.get());
  const bool drawn = picture->draw(cairo, {0, 0, kTry, kTry});
  cairo_destroy(cairo);
  if (drawn) return {};
  return fail(FaultCode::logo_unfit, "that was sent is no picture");
}

Result<std::string> as_png(const std::string& bytes) {
  const auto picture = Picture::decode(bytes);
  if (!picture) return fail(picture.error());
  constexpr double kHigh = 240;
  constexpr double kWide = 1200;
  const double scale = std::min(kHigh / picture->height(), kWide / picture->width());
  const double wide = std::max(1.0, picture->width() * scale);
  const double high = std::max(1.0, picture->height() * scale);
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(wide),
                                                   static_cast<int>(high)));
  cairo_t* cairo = cairo_create(surface.get());
  const bool drawn = picture->draw(cairo, {0, 0, wide, high});
  cairo_destroy(cairo);
  std::string png;
  const bool written =
      cairo_surface_write_to_png_stream(surface.get(), write_on, &png) == CAIRO_STATUS_SUCCESS;
  if (drawn && written) return png;
  return fail(FaultCode::sheet_picture_unusable, "on a page");
}

std::string type_of_picture(const std::string& bytes) {
  if (is_png(bytes)) return "image/png";
  return handle_of(bytes) != nullptr ? "image/svg+xml" : "";
}

}  // namespace handbell::paper
