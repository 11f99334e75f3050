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
    case ReadKind::sign_in:
      return "signed in";
    case ReadKind::refused_sign_in:
      return "refused sign-in";
    case ReadKind::sign_out:
      return "signed out";
    case ReadKind::account:
      return "account changed";
    case ReadKind::device:
      return "device or day pass";
    case ReadKind::case_read:
      return "attendance case";
  }
  return "";
}

}  // namespace handbell::reg
