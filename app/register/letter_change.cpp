#include "app/register/letter_change.h"

namespace handbell::reg {
namespace {

Status has_reason(const std::string& reason) {
  if (reason.empty()) return fail(FaultCode::entry_incomplete, "a reason");
  return text_fits(reason, "a reason", kLongestLetterReason);
}

}  // namespace

Status complete(const LetterChange& change) {
  if (change.kind.empty()) return fail(FaultCode::entry_incomplete, "the kind of letter");
  if (change.was.size() > kLongestLetter || change.is.size() > kLongestLetter) {
    return fail(FaultCode::entry_too_long,
                "a letter of more than " + std::to_string(kLongestLetter));
  }
  return has_reason(change.reason);
}

Status complete(const LogoChange& change) { return has_reason(change.reason); }

std::string wording_of(const std::vector<LetterChangeGiven>& changes, const std::string& kind) {
  std::string words;
  for (const auto& change : changes) {
    if (change.what.kind == kind) words = change.what.is;
  }
  return words;
}

}  // namespace handbell::reg
