// One line of text for each thing that the reader's child tells its parent.
//
//   seen NUMBER STEADY_MS    gone NUMBER STEADY_MS    many    state NAME [TROUBLE]    beat
//
// Besides, what a card said to its parent's commands: relay_line.h.
// STEADY_MS counts since the machine started, so it means the same on both ends of the pipe.
#pragma once

#include "drivers/card/reader.h"
#include "drivers/card/relay_line.h"

#include <string>
#include <string_view>

namespace handbell::card {

/// The loop of the child is alive.
struct Beat {
  friend bool operator==(const Beat&, const Beat&) = default;
};
using ReaderLine = std::variant<ReaderEvent, Beat, RelayAnswer>;

/// Without the line's end.
[[nodiscard]] std::string line_of(const ReaderLine& line);
/// Fault: reader_frame.
[[nodiscard]] Result<ReaderLine> parse_line(std::string_view text);

}  // namespace handbell::card
