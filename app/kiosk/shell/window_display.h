// The kiosk's window (SDL2): pixels by our painter, fingers and a real mouse's clicks as touches.
//
// The loop sleeps until something happens; there is no frame rate. Only the first finger counts,
// and one that is held counts once. X11, or Wayland under a compositor that gives the window any
// size.
#pragma once

#include "app/kiosk/paint/painter.h"
#include "app/kiosk/shell/display.h"
#include "app/kiosk/shell/display_size.h"

#include <SDL.h>

#include <map>
#include <memory>

namespace handbell::kiosk {

class WindowDisplay final : public Display {
 public:
  /// Fault: display_failed.
  [[nodiscard]] static Result<std::unique_ptr<WindowDisplay>> open(Painter& painter,
                                                                   const DisplaySize& size,
                                                                   bool full_screen);
  WindowDisplay(const WindowDisplay&) = delete;
  WindowDisplay& operator=(const WindowDisplay&) = delete;
  ~WindowDisplay() override;

  [[nodiscard]] Status show(const Scene& scene) override;
  [[nodiscard]] std::vector<Touch> wait(Millis most) override;
  void wake() override;
  [[nodiscard]] bool closed() const override { return closed_; }
  [[nodiscard]] std::optional<int> digit() override;
  void play(const Samples& samples) override;
  void play_next(const Samples& samples) override;
  [[nodiscard]] bool sounds() const override;

 private:
  WindowDisplay(Painter& painter, const DisplaySize& size) : painter_(painter), size_(size) {}
  void take(const SDL_Event& event, std::vector<Touch>& touches);
  void take_window(const SDL_WindowEvent& event);
  void finger_down(const SDL_TouchFingerEvent& finger, std::vector<Touch>& touches);
  /// `x`, `y` in pixels of the panel.
  [[nodiscard]] Touch touch_at(double x, double y) const;
  void open_audio();
  /// An open device wakes the machine 43 times a second, silent or not: once all was heard it is
  /// closed. How long that may still take; none: it is closed.
  [[nodiscard]] std::optional<Millis> rest_audio();

  Painter& painter_;
  DisplaySize size_;
  SDL_Window* window_ = nullptr;
  SDL_AudioDeviceID audio_ = 0;
  Uint32 wake_event_ = 0;
  std::optional<Scene> shown_;
  std::optional<int> digit_;
  std::map<SDL_FingerID, Uint32> fingers_;  ///< that are down, with when each was heard of last
  bool closed_ = false;
};

}  // namespace handbell::kiosk
