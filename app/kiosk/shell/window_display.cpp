#include "app/kiosk/shell/window_display.h"

#include "app/kiosk/sound/chime.h"

#include <algorithm>

namespace handbell::kiosk {

Result<std::unique_ptr<WindowDisplay>> WindowDisplay::open(Painter& painter,
                                                           const DisplaySize& size) {
  std::unique_ptr<WindowDisplay> display(new WindowDisplay(painter, size));
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return fail(FaultCode::display_failed, SDL_GetError());
  display->window_ = SDL_CreateWindow("Handbell", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                      size.width, size.height, SDL_WINDOW_SHOWN);
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
      scene, {static_cast<std::uint8_t*>(surface->pixels), surface->w, surface->h, surface->pitch});
  if (SDL_UpdateWindowSurface(window_) != 0) {
    return fail(FaultCode::display_failed, SDL_GetError());
  }
  return {};
}

std::vector<Touch> WindowDisplay::wait(Millis most) {
  std::vector<Touch> touches;
  rest_audio();
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
      if (fingers_++ > 0) break;
      touches.push_back({event.tfinger.x * size_.mm.width, event.tfinger.y * size_.mm.height});
      break;
    case SDL_FINGERUP:
      fingers_ = std::max(0, fingers_ - 1);
      break;
    case SDL_MOUSEBUTTONDOWN:
      if (event.button.which == SDL_TOUCH_MOUSEID) break;
      touches.push_back({event.button.x * size_.mm.width / size_.width,
                         event.button.y * size_.mm.height / size_.height});
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

void WindowDisplay::take_window(const SDL_WindowEvent& event) {
  // The pixels were lost: the same scene again.
  if (event.event == SDL_WINDOWEVENT_EXPOSED && shown_) (void)show(Scene(*shown_));
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

void WindowDisplay::rest_audio() {
  if (audio_ == 0 || SDL_GetQueuedAudioSize(audio_) > 0) return;
  SDL_CloseAudioDevice(audio_);
  SDL_QuitSubSystem(SDL_INIT_AUDIO);
  audio_ = 0;
}

std::optional<int> WindowDisplay::digit() { return std::exchange(digit_, std::nullopt); }

void WindowDisplay::play(const std::vector<std::int16_t>& samples) {
  if (audio_ == 0) open_audio();
  // A kiosk without a loudspeaker is a kiosk all the same.
  if (audio_ == 0) return;
  SDL_ClearQueuedAudio(audio_);
  SDL_QueueAudio(audio_, samples.data(), static_cast<Uint32>(samples.size() * sizeof samples[0]));
  SDL_PauseAudioDevice(audio_, 0);
}

}  // namespace handbell::kiosk
