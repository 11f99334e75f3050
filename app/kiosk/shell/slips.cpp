#include "app/kiosk/shell/slips.h"

#include "app/kiosk/view/slip.h"
#include "app/store/site_clock.h"

namespace handbell::kiosk {

namespace {

constexpr int kDotsPerMm = 8;

}  // namespace

Status Slips::start(const std::string& printer, Inbox& inbox) {
  if (printer.empty()) return {};
  const auto name = printer::parse_printer_name(printer);
  if (!name) return fail(name.error());
  name_ = *name;
  printer_ = std::make_unique<printer::SlipPrinter>(
      [name = *name] { return printer::open_port(name, seconds(3)); }, store::steady_now,
      [&inbox](printer::PrinterState state) { inbox.put(PrinterNews{fault_of(state)}); });
  return {};
}

void Slips::print(const PrintSlip& slip, PaintedScreen& screen) {
  if (!printer_) return;
  printer_->print(black_and_white(screen.slip(slip, name_.dots(), kDotsPerMm)));
}

std::optional<ReaderHealth> Slips::health() {
  if (!printer_) return std::nullopt;
  ReaderHealth health{"slip-printer", handbell::ReaderState::ready, ReaderTrouble::none};
  switch (printer_->state()) {
    case printer::PrinterState::starting:
      health.state = handbell::ReaderState::starting;
      break;
    case printer::PrinterState::ready:
    case printer::PrinterState::low:
      break;
    case printer::PrinterState::no_paper:
      health.state = handbell::ReaderState::faulty;
      health.trouble = ReaderTrouble::no_paper;
      break;
    case printer::PrinterState::missing:
      health.state = handbell::ReaderState::missing;
      health.trouble = ReaderTrouble::printer_off;
      break;
    case printer::PrinterState::stuck:
      health.state = handbell::ReaderState::faulty;
      health.trouble = ReaderTrouble::printer_stuck;
      break;
  }
  return health;
}

std::string Slips::fault_of(printer::PrinterState state) {
  const auto remedy = printer::remedy_of(state);
  if (remedy.empty()) return "";
  return "Slip printer: " + std::string(printer::words_of(state)) + ". " + std::string(remedy);
}

printer::Bitmap black_and_white(const Image& image) {
  constexpr int kHalf = 3 * 128;
  printer::Bitmap picture{image.width, image.height, {}};
  picture.bits.resize(picture.row_bytes() * static_cast<std::size_t>(image.height));
  for (std::size_t dot = 0; dot < picture.bits.size() * 8; ++dot) {
    const auto* pixel = image.pixels.data() + dot * 4;
    if (pixel[0] + pixel[1] + pixel[2] >= kHalf) continue;
    picture.bits[dot / 8] = static_cast<std::uint8_t>(picture.bits[dot / 8] | (0x80U >> (dot % 8)));
  }
  return picture;
}

}  // namespace handbell::kiosk
