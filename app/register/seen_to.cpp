#include "app/register/seen_to.h"

namespace handbell::reg {

Status complete(const SeenTo& seen) {
  if (seen.alert.empty()) return fail(FaultCode::entry_incomplete, "which alert");
  if (seen.said.empty()) return fail(FaultCode::entry_incomplete, "what the alert said");
  if (Status fits = text_fits(seen.alert, "the name of an alert", 100); !fits) return fits;
  if (Status fits = text_fits(seen.said, "an alert"); !fits) return fits;
  return text_fits(seen.words, "a reason");
}

}  // namespace handbell::reg
