// handbell.toml: the machine's matters of a site (paths, ports, readers, displays, volume).
//
// What has legal effect stands in the register, dated and audited, never here. A program reads
// this file when it starts. A key that is not known is a fault: it would be a setting that somebody
// believes in.
#pragma once

#include "app/base/daily_hours.h"

#include <string>
#include <string_view>
#include <vector>

namespace handbell {

struct SiteConfig {
  bool rehearsal = false;
  std::string listen = "127.0.0.1:8400";           ///< of the office's page
  std::string kiosks = "unix:office/kiosks.sock";  ///< where kiosks reach the office
  std::string tls = "office/tls";         ///< the folder of the office's certificate; empty: none
  std::vector<std::string> desk_readers;  ///< of the office: connection strings
  std::vector<std::string> readers;       ///< libnfc connection strings, pcsc:NAME, wedge:PATH
  std::string display = "window";         ///< "window" or "memory"
  std::string size = "1280x800";          ///< pixels
  std::string mm = "217x136";             ///< the screen's physical size
  int rotation = 0;                       ///< of the panel: 0, 90, 180 or 270 degrees
  bool full_screen = false;               ///< the window covers the screen
  int volume = 60;                        ///< 0 to 100
  std::vector<std::string> theme;         ///< laid over the built-in one, in this order
  std::string hand = "right";             ///< or "left": where the way forward stands
  /// What the idle screen says to everybody, beside English (ISO 639).
  std::vector<std::string> languages{"ur", "pa", "pl", "bn", "so", "ar"};
  std::string look_up = "window";  ///< "off", "window" or "always" (D25)
  bool going_out = true;           ///< the button is there (D49)
  int patience = 1;                ///< 1 to 4: so many times the usual wait for an adult's touch
  DailyHours night;                ///< the screen is black until somebody touches it
  DailyHours dim;                  ///< light letters on a dark ground
  DailyHours quiet;                ///< no sound
  bool speech = false;             ///< a result is said after its sound
  bool read_aloud = false;         ///< the button is there
  bool says_names = false;         ///< "Read aloud" says children's names too
  std::string slip_printer;        ///< "usb:/dev/usb/lp0"; empty: none
  std::string logo;                ///< the path of a picture of the school's; empty: none

  friend bool operator==(const SiteConfig&, const SiteConfig&) = default;
};

/// Fault: bad_config naming the line or the key.
[[nodiscard]] Result<SiteConfig> parse_site_config(std::string_view text);

/// The file with a comment at each key.
[[nodiscard]] std::string written(const SiteConfig& config);

}  // namespace handbell
