#include "app/kiosk/shell/window_display.h"

#include <algorithm>
#include <string_view>

namespace handbell::kiosk {

Result<std::unique_ptr<WindowDisplay>> WindowDisplay::open(Painter& painter,
                                                           const DisplaySize& size,
                                                           bool full_screen) {
  std::unique_ptr<WindowDisplay> display(new WindowDisplay(painter, size));
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  // With it, and none of its plugins, a window under Wayland never comes up.
  SDL_SetHint(SDL_HINT_VIDEO_WAYLAND_ALLOW_LIBDECOR, "0");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return fail(FaultCode::display_failed, SDL_GetError());
  // 38 MB instead of 135 on X11; Wayland has nothing else to show pixels with.
  const bool x11 = std::string_view(SDL_GetCurrentVideoDriver()) == "x11";
  if (x11) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  display->window_ = SDL_CreateWindow(
      "Handbell", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, size.panel_width(),
      size.panel_height(), full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE);
  if (display->window_ == nullptr) return fail(FaultCode::display_failed, SDL_GetError());
  display->wake_event_ = SDL_RegisterEvents(1);
  return display;
}

WindowDisplay::~WindowDisplay() {
  if (audio_ != 0) SDL_CloseAudioDevice(audio_);
  if (window_ != nullptr) SDL_DestroyWindow(window_);
  SDL_Quit();
}

Status WindowDisplay::show(const Scene& scene) {
  shown_ = scene;
  SDL_Surface* surface = SDL_GetWindowSurface(window_);
  if (surface == nullptr || surface->format->BytesPerPixel != 4) {
    return fail(FaultCode::display_failed, SDL_GetError());
  }
  painter_.paint(
      scene, {static_cast<std::uint8_t*>(surface->pixels), surface->w, surface->h, surface->pitch},
      size_.turn);
  if (SDL_UpdateWindowSurface(window_) != 0) {
    return fail(FaultCode::display_failed, SDL_GetError());
  }
  return {};
}

std::vector<Touch> WindowDisplay::wait(Millis most) {
  std::vector<Touch> touches;
  most = std::min(most, rest_audio().value_or(most));
  SDL_Event event;
  if (SDL_WaitEventTimeout(&event, static_cast<int>(std::max<std::int64_t>(most.count, 0))) == 0) {
    return touches;
  }
  do {
    take(event, touches);
  } while (SDL_PollEvent(&event) != 0);
  return touches;
}

void WindowDisplay::take(const SDL_Event& event, std::vector<Touch>& touches) {
  switch (event.type) {
    case SDL_QUIT:
      closed_ = true;
      break;
    case SDL_WINDOWEVENT:
      take_window(event.window);
      break;
    case SDL_FINGERDOWN:
      finger_down(event.tfinger, touches);
      break;
    case SDL_FINGERUP:
      fingers_.erase(event.tfinger.fingerId);
      break;
    case SDL_FINGERMOTION:
      fingers_[event.tfinger.fingerId] = event.tfinger.timestamp;
      break;
    case SDL_MOUSEBUTTONDOWN:
      if (event.button.which == SDL_TOUCH_MOUSEID) break;
      touches.push_back(touch_at(event.button.x, event.button.y));
      break;
    case SDL_KEYDOWN:
      if (event.key.repeat == 0 && event.key.keysym.sym >= SDLK_1 &&
          event.key.keysym.sym <= SDLK_9) {
        digit_ = event.key.keysym.sym - SDLK_0;
      }
      break;
    default:
      break;
  }
}

Touch WindowDisplay::touch_at(double x, double y) const {
  int width = 0;
  int height = 0;
  SDL_GetWindowSize(window_, &width, &height);
  const Placement placement(width, height, size_.mm.width, size_.mm.height, size_.turn);
  const Point at = placement.on_scene({x, y});
  return {at.x, at.y};
}

void WindowDisplay::finger_down(const SDL_TouchFingerEvent& finger, std::vector<Touch>& touches) {
  // A finger whose end nobody told us must not keep every other out for ever.
  constexpr Uint32 kForgotten = 10'000;
  std::erase_if(fingers_,
                [&](const auto& held) { return finger.timestamp - held.second > kForgotten; });
  const bool first = fingers_.empty();
  fingers_[finger.fingerId] = finger.timestamp;
  if (!first) return;
  int width = 0;
  int height = 0;
  SDL_GetWindowSize(window_, &width, &height);
  touches.push_back(touch_at(double{finger.x} * width, double{finger.y} * height));
}

void WindowDisplay::take_window(const SDL_WindowEvent& event) {
  // The pixels were lost: the same scene again.
  const bool lost = event.event == SDL_WINDOWEVENT_EXPOSED ||
                    event.event == SDL_WINDOWEVENT_SHOWN ||
                    event.event == SDL_WINDOWEVENT_SIZE_CHANGED;
  if (lost && shown_) (void)show(Scene(*shown_));
}

void WindowDisplay::wake() {
  SDL_Event event{};
  event.type = wake_event_;
  SDL_PushEvent(&event);
}

void WindowDisplay::open_audio() {
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return;
  SDL_AudioSpec wanted{};
  wanted.freq = kSamplesASecond;
  wanted.format = AUDIO_S16SYS;
  wanted.channels = 1;
  wanted.samples = 1024;
  audio_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
}

std::optional<Millis> WindowDisplay::rest_audio() {
  constexpr std::int64_t kSecond = kSamplesASecond * sizeof(Samples::value_type);
  constexpr Millis kOneMore{30};  // what the device has in hand
  if (audio_ == 0) return std::nullopt;
  const std::int64_t left = SDL_GetQueuedAudioSize(audio_);
  if (left > 0) return Millis{left * 1000 / kSecond} + kOneMore;
  SDL_CloseAudioDevice(audio_);
  SDL_QuitSubSystem(SDL_INIT_AUDIO);
  audio_ = 0;
  return std::nullopt;
}

std::optional<int> WindowDisplay::digit() { return std::exchange(digit_, std::nullopt); }

bool WindowDisplay::sounds() const { return audio_ != 0 && SDL_GetQueuedAudioSize(audio_) > 0; }

void WindowDisplay::play(const Samples& samples) {
  if (audio_ != 0) SDL_ClearQueuedAudio(audio_);
  if (!samples.empty()) play_next(samples);
}

void WindowDisplay::play_next(const Samples& samples) {
  if (audio_ == 0) open_audio();
  // A kiosk without a loudspeaker is a kiosk all the same.
  if (audio_ == 0) return;
  SDL_QueueAudio(audio_, samples.data(), static_cast<Uint32>(samples.size() * sizeof samples[0]));
  SDL_PauseAudioDevice(audio_, 0);
}

}  // namespace handbell::kiosk
