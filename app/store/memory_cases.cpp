// What the office writes down about a child's case, in the twin without a disk.
#include "app/base/hex.h"
#include "app/journal/case_codec.h"
#include "app/store/memory_register.h"

#include <algorithm>

namespace handbell::store {

Result<std::vector<std::uint64_t>> MemoryRegister::write_case(
    const std::vector<reg::CaseNote>& notes, Instant at) {
  for (const auto& note : notes) {
    if (Status whole = complete(note); !whole) return fail(whole.error());
    const PupilId child = child_of(note);
    if (school_.pupil(child) != nullptr) continue;
    return fail(FaultCode::pupil_unknown, std::to_string(child.number()));
  }
  std::vector<std::uint64_t> numbers;
  for (const auto& note : notes) {
    numbers.push_back(append(journal::draft_of(note, at)));
    cases_.push_back({numbers.back(), at, note});
  }
  return numbers;
}

Result<std::vector<reg::CaseNoteGiven>> MemoryRegister::case_notes(std::optional<PupilId> pupil) {
  std::vector<reg::CaseNoteGiven> found;
  for (const auto& given : cases_) {
    if (!pupil || child_of(given.what) == *pupil) found.push_back(given);
  }
  return found;
}

/// With those that took one back.
std::vector<std::uint64_t> MemoryRegister::case_entries() const {
  std::vector<std::uint64_t> entries = case_backs_;
  for (const auto& given : cases_) entries.push_back(given.entry);
  return entries;
}

reg::CaseNoteGiven* MemoryRegister::case_at(const reg::EventRef& ref) {
  if (ref.journal != to_hex(id_)) return nullptr;
  const auto at = std::ranges::find(cases_, ref.seq, &reg::CaseNoteGiven::entry);
  return at == cases_.end() ? nullptr : &*at;
}

}  // namespace handbell::store
