// The files that a school may edit, read when the kiosk starts: its words and its theme.
//
// Whatever is wrong with one of them, the kiosk takes cards: a language that cannot be read is
// missing, a theme that cannot be used is left away, and a sentence says which and where.
#pragma once

#include "app/base/result.h"
#include "app/kiosk/i18n/words.h"
#include "app/kiosk/view/theme.h"

#include <set>
#include <string>
#include <vector>

namespace handbell::kiosk {

struct LookFiles {
  Words words;
  Theme theme;
  std::set<std::string> garbled;  ///< languages whose file is there and cannot be read
  std::vector<Fault> faults;      ///< words_garbled, words_missing, theme_unusable, asset_missing
};

/// `assets`: the folder with i18n/ and theme/. `themes`: names of theme/NAME.toml, or paths of a
/// school's own files, each laid over the one before it.
[[nodiscard]] LookFiles read_look(const std::string& assets,
                                  const std::vector<std::string>& themes);

/// Of `languages`, which somebody wants, those that have no file; one fault where none has.
void tell_absent(const std::vector<std::string>& languages, const std::string& assets,
                 LookFiles& look);

/// The same theme in the hours of kiosk.dim: theme/dark.toml laid over it. Where that cannot be
/// read it stays as it is.
[[nodiscard]] Theme dimmed(const std::string& assets, const Theme& usual);

}  // namespace handbell::kiosk
