// The school's letters and its logo, in the twin without a disk.
#include "app/journal/letter_codec.h"
#include "app/store/memory_register.h"

namespace handbell::store {

Status MemoryRegister::change_letter(const reg::LetterChange& change, Instant at) {
  if (Status whole = complete(change); !whole) return whole;
  const auto number = append(journal::draft_of(change, at));
  letters_.push_back({number, at, change});
  return {};
}

Status MemoryRegister::change_logo(const reg::LogoChange& change, const std::string& bytes,
                                   Instant at) {
  if (Status whole = complete(change); !whole) return whole;
  if (bytes.size() > reg::kLargestLogo) {
    return fail(FaultCode::logo_unfit, "is larger than 512 kB");
  }
  const auto number = append(journal::draft_of(change, at));
  letters_.push_back({number, at, journal::as_letter_change(change)});
  logo_ = bytes;
  return {};
}

Result<std::vector<reg::LetterChangeGiven>> MemoryRegister::letter_changes() { return letters_; }

Result<std::string> MemoryRegister::logo() { return logo_; }

}  // namespace handbell::store
