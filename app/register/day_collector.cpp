#include "app/register/day_collector.h"

namespace handbell::reg {

Status complete(const DayCollector& collector) {
  if (collector.told_by.empty()) {
    return fail(FaultCode::entry_incomplete, "who of the family told us");
  }
  if (collector.told_how.empty()) return fail(FaultCode::entry_incomplete, "how we were told");
  if (Status fits = text_fits(collector.relationship, "a relationship", 100); !fits) return fits;
  if (Status fits = text_fits(collector.told_by, "a name", 200); !fits) return fits;
  if (Status fits = text_fits(collector.told_how, "a reason", 200); !fits) return fits;
  return text_fits(collector.despite, "a reason");
}

}  // namespace handbell::reg
