// The kiosk's colours and sizes. Every text on every colour behind it has a contrast of 7 or more.
#pragma once

#include "app/kiosk/view/scene.h"

namespace handbell::kiosk::theme {

inline constexpr Rgb kPaper{0xFF, 0xFB, 0xF0};
inline constexpr Rgb kInk{0x14, 0x20, 0x4D};
inline constexpr Rgb kWhite{0xFF, 0xFF, 0xFF};
inline constexpr Rgb kNavy{0x1B, 0x28, 0x60};
inline constexpr Rgb kGreen{0x0B, 0x53, 0x2E};
inline constexpr Rgb kAmber{0xFF, 0xC8, 0x40};
inline constexpr Rgb kBlue{0x0F, 0x4C, 0x81};
inline constexpr Rgb kRed{0x9B, 0x0F, 0x1E};  ///< "Not me" and faults, nothing else
inline constexpr Rgb kQuiet{0x4A, 0x4F, 0x63};

// Millimetres.
inline constexpr double kName = 14;
inline constexpr double kHeadline = 12;
inline constexpr double kSentence = 7;
inline constexpr double kSmall = 4.5;
inline constexpr double kMargin = 7;
inline constexpr double kTouch = 24;
inline constexpr double kGap = 4;

/// What a line of this language needs, in ems: Nastaliq 2.5, Latin and Bengali 1.6.
[[nodiscard]] double line_of(const std::string& language);
/// Of WCAG 2: 1 to 21.
[[nodiscard]] double contrast(Rgb a, Rgb b);

}  // namespace handbell::kiosk::theme
