// What Settings needs beside the register: where its file stands, how kiosks find the office, and
// chance for a code.
#pragma once

#include "app/base/random.h"
#include "app/office/web/card_desk.h"
#include "app/office/web/card_enroller.h"

#include <string>

namespace handbell::office {

struct SettingsParts {
  std::string register_path;         ///< copies are put into the folder "backups" beside it
  std::string office_for_kiosks;     ///< "unix:..." or "tls:HOST:PORT", as it is typed at a kiosk
  Random* random = nullptr;          ///< on the writer's thread; null: nothing is made
  CardEnroller* enroller = nullptr;  ///< writes staff cards; null: nobody does
  const CardDesk* desk = nullptr;    ///< what lies on the office's readers; null: it has none
};

}  // namespace handbell::office
