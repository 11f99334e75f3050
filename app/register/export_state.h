// What became of an entry that was handed to the other system: exported, taken there, or refused.
//
// One record for each entry that left; the newest counts. What was refused there goes out again
// with the next export, and so does what never left.
#pragma once

#include "app/register/mark.h"

#include <string>
#include <vector>

namespace handbell::reg {

enum class ExportState : std::uint8_t { exported, accepted, rejected };

[[nodiscard]] Result<ExportState> parse_export_state(std::string_view text);  ///< Fault: bad_choice
[[nodiscard]] std::string_view text_of(ExportState state);                    ///< "exported"

class ExportRecord {
 public:
  [[nodiscard]] static ExportRecord exported(std::uint64_t entry, Instant at) {
    return {entry, at, ExportState::exported, ""};
  }
  [[nodiscard]] static ExportRecord accepted(std::uint64_t entry, Instant at) {
    return {entry, at, ExportState::accepted, ""};
  }
  /// `reason`: what the other system said. Fault: entry_incomplete where it is empty.
  [[nodiscard]] static Result<ExportRecord> rejected(std::uint64_t entry, Instant at,
                                                     std::string reason);

  [[nodiscard]] std::uint64_t entry() const { return entry_; }
  [[nodiscard]] Instant at() const { return at_; }
  [[nodiscard]] ExportState state() const { return state_; }
  [[nodiscard]] const std::string& reason() const { return reason_; }
  friend bool operator==(const ExportRecord&, const ExportRecord&) = default;

 private:
  ExportRecord(std::uint64_t entry, Instant at, ExportState state, std::string reason)
      : entry_(entry), at_(at), state_(state), reason_(std::move(reason)) {}
  std::uint64_t entry_;
  Instant at_;
  ExportState state_;
  std::string reason_;
};

/// The marks whose newest record (by time, then as given) is not there or says rejected.
[[nodiscard]] std::vector<Mark> still_to_export(const std::vector<Mark>& marks,
                                                const std::vector<ExportRecord>& records);

}  // namespace handbell::reg
