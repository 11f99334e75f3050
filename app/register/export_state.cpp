#include "app/register/export_state.h"

#include "app/base/text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

namespace handbell::reg {

namespace {

constexpr std::array<std::string_view, 3> kStates{"exported", "accepted", "rejected"};

}  // namespace

Result<ExportState> parse_export_state(std::string_view text) {
  const auto* const at = std::find(kStates.begin(), kStates.end(), ascii_lower(trimmed(text)));
  if (at == kStates.end()) {
    return fail(FaultCode::bad_choice,
                "\"" + std::string(text) + "\" is none of: exported, accepted, rejected");
  }
  return static_cast<ExportState>(at - kStates.begin());
}

std::string_view text_of(ExportState state) { return kStates.at(static_cast<std::size_t>(state)); }

Result<ExportRecord> ExportRecord::rejected(std::uint64_t entry, Instant at, std::string reason) {
  if (reason.empty()) return fail(FaultCode::entry_incomplete, "a reason");
  return ExportRecord(entry, at, ExportState::rejected, std::move(reason));
}

std::vector<Mark> still_to_export(const std::vector<Mark>& marks,
                                  const std::vector<ExportRecord>& records) {
  std::map<std::uint64_t, const ExportRecord*> newest;
  for (const ExportRecord& record : records) {
    const ExportRecord*& held = newest[record.entry()];
    if (held == nullptr || held->at() <= record.at()) held = &record;
  }
  std::vector<Mark> left;
  std::copy_if(marks.begin(), marks.end(), std::back_inserter(left), [&](const Mark& mark) {
    const auto at = newest.find(mark.entry);
    return at == newest.end() || at->second->state() == ExportState::rejected;
  });
  return left;
}

}  // namespace handbell::reg
