#include "app/register/mark.h"

#include "app/base/person_name.h"
#include "app/base/text.h"

namespace handbell::reg {

Result<Author> Author::from(std::string_view name, std::string_view position) {
  const auto who = NamePart::parse(name);
  const auto what = NamePart::parse(position);
  if (!who || !what) {
    return fail(FaultCode::bad_person,
                "\"" + std::string(name) + ", " + std::string(position) + "\"");
  }
  return Author(who->text(), what->text());
}

Result<Author> Author::parse(std::string_view text) {
  const auto comma = text.find(',');
  if (comma == std::string_view::npos) {
    return fail(FaultCode::bad_person, "\"" + std::string(text) + "\"");
  }
  return from(text.substr(0, comma), text.substr(comma + 1));
}

Status text_fits(std::string_view text, const std::string& what, std::size_t most) {
  if (code_points(text) <= most) return {};
  return fail(FaultCode::entry_too_long, what + " of more than " + std::to_string(most));
}

Status complete(const MarkDraft& draft) {
  if (draft.reason.empty()) return fail(FaultCode::entry_incomplete, "a reason");
  if (draft.source.empty()) return fail(FaultCode::entry_incomplete, "a source");
  if (Status fits = text_fits(draft.source, "a source"); !fits) return fits;
  return text_fits(draft.reason, "a reason");
}

}  // namespace handbell::reg
