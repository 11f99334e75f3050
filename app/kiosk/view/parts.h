// What stands between band and foot, a function for each family of screens.
#pragma once

#include "app/kiosk/view/draft.h"

namespace handbell::kiosk {

/// "Tap your card", to everybody; or that the reader does not work.
void add_idle(Draft& draft);
/// A child is in: picture, name, where to go; the children who came along; who else may be here.
void add_result(Draft& draft);
/// One large picture and a sentence.
struct Message {
  std::string picture;
  std::string says;
  std::string more;  ///< a second sentence; may be empty
  std::string name;  ///< of whom it is said; may be empty
};
void add_message(Draft& draft, const Message& message);
/// "Leave the building", over the whole screen, and nothing else.
void add_evacuation(Draft& draft);
/// What an adult chooses from.
void add_choosing(Draft& draft);
/// Behind a staff card: its choices, and what is wrong in sentences.
void add_staff(Draft& draft);

}  // namespace handbell::kiosk
