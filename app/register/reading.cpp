#include "app/register/reading.h"

namespace handbell::reg {

std::string_view words_of(ReadKind kind) {
  switch (kind) {
    case ReadKind::pupil_record:
      return "pupil's record";
    case ReadKind::mark_history:
      return "history of a mark";
    case ReadKind::contacts:
      return "contacts";
    case ReadKind::leave:
      return "leave requests";
    case ReadKind::printed_list:
      return "printed list";
    case ReadKind::exported:
      return "export";
    case ReadKind::audit:
      return "who read what";
  }
  return "";
}

}  // namespace handbell::reg
