#include "drivers/pn532/fault_kind.h"

#include <algorithm>
#include <array>
#include <utility>

namespace handbell::pn532 {

namespace {

constexpr std::array<std::pair<FaultKind, std::string_view>, 21> kNames{{
    {FaultKind::none, "none"},
    {FaultKind::ignore_command, "ignore_command"},
    {FaultKind::lose_ack, "lose_ack"},
    {FaultKind::nack, "nack"},
    {FaultKind::bad_data_checksum, "bad_data_checksum"},
    {FaultKind::bad_length_checksum, "bad_length_checksum"},
    {FaultKind::lose_byte, "lose_byte"},
    {FaultKind::garbage_before_ack, "garbage_before_ack"},
    {FaultKind::garbage_before_answer, "garbage_before_answer"},
    {FaultKind::late_answer, "late_answer"},
    {FaultKind::slow_bytes, "slow_bytes"},
    {FaultKind::noise, "noise"},
    {FaultKind::uid_length_zero, "uid_length_zero"},
    {FaultKind::uid_length_ff, "uid_length_ff"},
    {FaultKind::ats_length_zero, "ats_length_zero"},
    {FaultKind::ats_length_ff, "ats_length_ff"},
    {FaultKind::bad_status, "bad_status"},
    {FaultKind::endless_chaining, "endless_chaining"},
    {FaultKind::torn, "torn"},
    {FaultKind::brown_out, "brown_out"},
    {FaultKind::unplug, "unplug"},
}};

}  // namespace

std::string_view name_of(FaultKind kind) {
  const auto* found = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const auto& each) { return each.first == kind; });
  return found->second;
}

std::optional<FaultKind> fault_named(std::string_view name) {
  const auto* found = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const auto& each) { return each.second == name; });
  if (found == kNames.end()) return std::nullopt;
  return found->first;
}

std::vector<FaultKind> all_faults() {
  std::vector<FaultKind> kinds;
  for (const auto& [kind, name] : kNames) {
    if (kind != FaultKind::none && kind != FaultKind::unplug) kinds.push_back(kind);
  }
  return kinds;
}

}  // namespace handbell::pn532
