#include "app/office/access/qr_picture.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

namespace handbell::office {
namespace {

constexpr int kMargin = 4;  // modules of white that readers want around it

struct FreeQr {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

std::string squares(const QRcode& code) {
  std::string path;
  for (int y = 0; y < code.width; ++y) {
    for (int x = 0; x < code.width; ++x) {
      const bool black = (code.data[y * code.width + x] & 1) != 0;
      if (black) path += fmt::format("M{} {}h1v1h-1z", x + kMargin, y + kMargin);
    }
  }
  return path;
}

}  // namespace

Html qr_picture(const std::string& says, std::string_view words) {
  const std::unique_ptr<QRcode, FreeQr> code(
      QRcode_encodeString(says.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
  if (!code) return {};
  const int side = code->width + 2 * kMargin;
  const auto all = std::to_string(side);
  return element(
      "svg",
      {attr("class", "hb-qr"), attr("viewbox", fmt::format("0 0 {0} {0}", side)),
       attr("role", "img"), attr("aria-label", words)},
      join({element("rect", {attr("width", all), attr("height", all), attr("fill", "#ffffff")}, {}),
            element("path", {attr("d", squares(*code)), attr("fill", "#000000")}, {})}));
}

}  // namespace handbell::office
