#include "app/office/page/child_name.h"

#include <utf8proc.h>

namespace handbell::office {
namespace {

/// Latin letters stand below U+0370 and from U+1E00 to U+1EFF; what is no letter is any script's.
bool is_latin(std::string_view text) {
  while (!text.empty()) {
    utf8proc_int32_t point = 0;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &point);
    if (read <= 0) return true;
    const auto category = utf8proc_category(point);
    const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    const bool latin = point < 0x370 || (point >= 0x1E00 && point < 0x1F00);
    if (letter && !latin) return false;
    text.remove_prefix(static_cast<std::size_t>(read));
  }
  return true;
}

}  // namespace

std::string child_name(const reg::PupilRecord& pupil) {
  if (!pupil.preferred || is_latin(pupil.preferred->text())) return pupil.full_name();
  return pupil.forename.text() + " " + pupil.surname.text() + " (" + pupil.preferred->text() + ")";
}

std::string child_and_class(const reg::PupilRecord& pupil) {
  return child_name(pupil) + " (" + pupil.class_name + ")";
}

}  // namespace handbell::office
