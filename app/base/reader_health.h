// How a card reader is, and what to do about it: on the office's page, at the kiosk for staff, and
// for whoever looks after the machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell {

enum class ReaderState : std::uint8_t {
  starting,
  ready,
  missing,  ///< nothing under this name
  busy,     ///< another program has it
  faulty,   ///< there, but 10 s without a right answer
};

/// Why a reader is missing, busy or faulty, where its driver can tell: what to mend follows from
/// it.
enum class ReaderTrouble : std::uint8_t {
  none,
  permission,     ///< the port is there and this user may not open it
  other_program,  ///< holds our lock, or grabbed the device
  kernel,         ///< a kernel module took the reader
  pcscd_holds,    ///< pcscd took the reader from libnfc
  pcscd_absent,   ///< the service that pcsc readers need does not run
  silent,         ///< it answers nothing, or nothing right
  no_paper,       ///< of a door's slip printer, which is told of beside its readers
  printer_off,
  printer_stuck,  ///< it is there and takes nothing
};

struct ReaderHealth {
  std::string name;  ///< as people know it: name_of_reader()
  ReaderState state = ReaderState::starting;
  ReaderTrouble trouble = ReaderTrouble::none;
  friend bool operator==(const ReaderHealth&, const ReaderHealth&) = default;
};

/// "handbell-reader" of "pn532_uart:/dev/handbell-reader", "ACS-ACR1252" of "pcsc:ACS ACR1252": the
/// last 24 characters, without blanks and the marks that part readers.
[[nodiscard]] std::string name_of_reader(std::string_view connection);
/// The same of several, each its own: equal ones are numbered.
[[nodiscard]] std::vector<std::string> names_of_readers(
    const std::vector<std::string>& connections);

/// "ready", "missing" ...
[[nodiscard]] std::string_view name_of(ReaderState state);
[[nodiscard]] std::optional<ReaderState> reader_state_named(std::string_view name);
/// "permission", "other_program" ...; empty: none.
[[nodiscard]] std::string_view name_of(ReaderTrouble trouble);
[[nodiscard]] std::optional<ReaderTrouble> reader_trouble_named(std::string_view name);

inline constexpr std::size_t kLongestReadersText = 512;  ///< bytes
/// As a kiosk tells the office. One reader: "ready", "missing permission"; several, behind their
/// names and by semicolons: "front=ready;side=missing permission"; none: "none".
[[nodiscard]] std::string readers_text(const std::vector<ReaderHealth>& readers);
/// What cannot be read is left out.
[[nodiscard]] std::vector<ReaderHealth> parse_readers_text(std::string_view text);

/// "working", "not plugged in", "does not answer" ...: behind the reader's name.
[[nodiscard]] std::string_view words_of(const ReaderHealth& reader);
/// What somebody has to do; empty where it works or starts.
[[nodiscard]] std::string_view remedy_of(const ReaderHealth& reader);
/// The same of all readers of a kiosk, from what it told: "working", "front: working, side: not
/// plugged in", "none connected", "not known".
[[nodiscard]] std::string readers_words(std::string_view text);
[[nodiscard]] bool all_ready(std::string_view readers_text);

}  // namespace handbell
