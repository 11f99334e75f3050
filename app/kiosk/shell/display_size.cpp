#include "app/kiosk/shell/display_size.h"

#include "app/base/text.h"

#include <utility>

namespace handbell::kiosk {

namespace {

Result<std::pair<int, int>> sides(const std::string& text, int least, int most) {
  const auto by = text.find('x');
  if (by == std::string::npos) return fail(FaultCode::bad_number, text);
  const auto width = whole_number(text.substr(0, by));
  const auto height = whole_number(text.substr(by + 1));
  const auto fits = [&](const auto& side) { return side && *side >= least && *side <= most; };
  if (!fits(width) || !fits(height)) return fail(FaultCode::bad_number, text);
  return std::pair{static_cast<int>(*width), static_cast<int>(*height)};
}

}  // namespace

Result<DisplaySize> parse_display_size(const std::string& pixels, const std::string& mm,
                                       int degrees) {
  const auto size = sides(pixels, 320, 8192);
  if (!size) return fail(size.error());
  const auto real = sides(mm, 100, 2000);
  if (!real) return fail(real.error());
  constexpr int kQuarterTurn = 90;
  if (degrees % kQuarterTurn != 0 || degrees < 0 || degrees > 3 * kQuarterTurn) {
    return fail(FaultCode::bad_number, std::to_string(degrees));
  }
  DisplaySize display;
  display.width = size->first;
  display.height = size->second;
  display.mm = {static_cast<double>(real->first), static_cast<double>(real->second)};
  display.turn = static_cast<Turn>(degrees / kQuarterTurn);
  return display;
}

}  // namespace handbell::kiosk
