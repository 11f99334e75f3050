#include "app/register/store.h"

namespace handbell::reg {

Result<std::vector<RegisterLine>> lines_of(Store& store, SessionId session) {
  const auto school = store.school();
  if (!school) return fail(school.error());
  const auto events = store.events(session.day);
  if (!events) return fail(events.error());
  const auto marks = store.marks(session);
  if (!marks) return fail(marks.error());
  return register_lines(*events, *school, *marks, session);
}

}  // namespace handbell::reg
