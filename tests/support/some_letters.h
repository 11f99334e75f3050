// A change of a letter and one of the logo, for tests of what keeps them.
#pragma once

#include "app/register/letter_change.h"

namespace handbell {

inline reg::LetterChange some_letter_change(const char* is = "# Attendance\n\nDear {{family}}") {
  return {"meeting", "", is, "Shorter, in plain words",
          *reg::Author::parse("Łucja Wójcik, champion")};
}

inline reg::LogoChange some_logo_change() {
  return {"a PNG of 1 kB", std::string(64, 'a'), "Our new logo",
          *reg::Author::parse("Łucja Wójcik, champion")};
}

}  // namespace handbell
