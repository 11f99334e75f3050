// What can be wrong with a reader: each was seen to trouble libnfc (or the child that hosts it).
//
// A fault lasts until "fault none", or for one command. Those of the line damage what the chip
// sends; those of the card change the answer; brown-out and unplugging meet the next command.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::pn532 {

enum class FaultKind : std::uint8_t {
  none,
  ignore_command,  ///< the chip hears nothing
  lose_ack,        ///< no ACK, no answer, but the command is carried out
  nack,            ///< NACK instead of ACK
  bad_data_checksum,
  bad_length_checksum,
  lose_byte,  ///< the sixth byte of each answer is missing
  garbage_before_ack,
  garbage_before_answer,
  late_answer,  ///< 3 s too late
  slow_bytes,   ///< one byte each 290 ms
  noise,        ///< bytes without end
  uid_length_zero,
  uid_length_ff,
  ats_length_zero,  ///< kills the process that hosts libnfc
  ats_length_ff,
  bad_status,        ///< status byte with bit 7
  endless_chaining,  ///< each answer says that more follows
  torn,              ///< the card leaves while its number is read, or while it answers
  brown_out,         ///< power is gone for a moment at each command
  unplug,            ///< the plug is pulled, and stays so
};

[[nodiscard]] std::string_view name_of(FaultKind kind);
[[nodiscard]] std::optional<FaultKind> fault_named(std::string_view name);
/// All but none and unplug, which only "replug" ends.
[[nodiscard]] std::vector<FaultKind> all_faults();

}  // namespace handbell::pn532
