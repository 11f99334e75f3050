// ESC/POS, as receipt printers of every maker understand it: the few commands that a slip needs.
//
//   a slip   reset, the picture in bands, feed, cut: no letters, so that no printer's own character
//            set decides how a child's name looks
//   status   "how is the paper?" (DLE EOT 4), which a printer answers with one byte, also while it
//            prints or stands still
#pragma once

#include "drivers/printer/bitmap.h"

#include <cstdint>
#include <optional>
#include <string>

namespace handbell::printer {

inline constexpr int kBandRows = 255;  ///< of one picture: small printers hold no more

/// What is sent for one slip.
[[nodiscard]] std::string slip_bytes(const Bitmap& picture);

/// What asks for the paper's state.
[[nodiscard]] std::string paper_request();

enum class Paper : std::uint8_t { there, low, out };
/// What the answering byte says; nothing where it is no answer to paper_request().
[[nodiscard]] std::optional<Paper> paper_of(std::uint8_t answer);
/// The byte that says so: for an emulated printer.
[[nodiscard]] std::uint8_t answer_of(Paper paper);

}  // namespace handbell::printer
