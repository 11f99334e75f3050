#include "app/register/other_mark.h"

namespace handbell::reg {

Status complete(const OtherMark& mark) {
  if (mark.file.empty()) return fail(FaultCode::entry_incomplete, "the name of a file");
  return text_fits(mark.file, "the name of a file");
}

bool agree(Code theirs, const std::optional<int>& minutes, const Standing& ours) {
  const bool both_timed = minutes && ours.minutes_late;
  return theirs == ours.code && (!both_timed || *minutes == *ours.minutes_late);
}

}  // namespace handbell::reg
