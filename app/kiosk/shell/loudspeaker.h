// What is heard at the door: the sound of a result, a voice after it, a screen that is read aloud.
//
// The newest result silences whatever was heard before. In a school's quiet hours nothing sounds,
// except what somebody asks for with the button. A voice says names only where the school wants it,
// and then only to who pressed the button.
#pragma once

#include "app/base/daily_hours.h"
#include "app/kiosk/flow/event.h"
#include "app/kiosk/shell/display.h"
#include "app/kiosk/shell/painted_screen.h"
#include "app/kiosk/sound/speaker.h"
#include "app/kiosk/view/prompt.h"

namespace handbell::kiosk {

struct SoundSettings {
  int volume = 60;  ///< 0 to 100
  DailyHours quiet;
  bool speech = false;      ///< a result is said after its sound
  bool says_names = false;  ///< of what is read aloud
  Voices voices;
};

class Loudspeaker {
 public:
  /// `news`: from a thread of its own; ready: call serve().
  Loudspeaker(SoundSettings settings, Speaker::News news);

  /// `screen`: as it is now, with the clock by which it is quiet; one without a clock is not.
  void sound(const Sound& sound, const Screen& screen, Display& display);
  void say(const Screen& screen, Display& display);
  void read(const PaintedScreen& screen, Display& display);
  /// A finger, or another screen: whoever reads stops, a result is heard to its end.
  void stop_reading(Display& display);
  /// A screen is being read; true once more when the end was heard.
  [[nodiscard]] bool reads(const Display& display);
  /// Plays what the voice has ready.
  void serve(Display& display);

 private:
  [[nodiscard]] bool is_quiet(const Screen& screen) const;
  void speak(const Prompt& prompt);

  SoundSettings settings_;
  bool reading_ = false;
  Speaker speaker_;
};

}  // namespace handbell::kiosk
