#include "app/kiosk/paint/png.h"

#include <cstring>

namespace handbell::kiosk {

Image painted(Painter& painter, const Scene& scene, int width, int height) {
  constexpr std::size_t kPixel = 4;
  Image image{width, height, {}};
  image.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * kPixel);
  painter.paint(scene, image.canvas());
  return image;
}

Status write_png(Image& image, const std::string& path) {
  const Canvas canvas = image.canvas();
  const Surface surface(cairo_image_surface_create_for_data(
      canvas.pixels, CAIRO_FORMAT_RGB24, canvas.width, canvas.height, canvas.stride));
  if (cairo_surface_write_to_png(surface.get(), path.c_str()) != CAIRO_STATUS_SUCCESS) {
    return fail(FaultCode::disk_failed, path);
  }
  return {};
}

Result<Image> read_png(const std::string& path) {
  const Surface surface(cairo_image_surface_create_from_png(path.c_str()));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return fail(FaultCode::file_unreadable, path);
  }
  Image image{cairo_image_surface_get_width(surface.get()),
              cairo_image_surface_get_height(surface.get()),
              {}};
  const int stride = cairo_image_surface_get_stride(surface.get());
  const std::uint8_t* from = cairo_image_surface_get_data(surface.get());
  const auto row = static_cast<std::size_t>(image.width) * 4;
  image.pixels.resize(row * static_cast<std::size_t>(image.height));
  for (int y = 0; y < image.height; ++y) {
    std::memcpy(image.pixels.data() + row * static_cast<std::size_t>(y),
                from + std::ptrdiff_t{stride} * y, row);
  }
  return image;
}

}  // namespace handbell::kiosk
