#include "app/kiosk/shell/loudspeaker.h"

#include "app/kiosk/sound/chime.h"

namespace handbell::kiosk {

Loudspeaker::Loudspeaker(SoundSettings settings, Speaker::News news)
    : settings_(std::move(settings)), speaker_(settings_.voices, std::move(news)) {}

void Loudspeaker::sound(const Sound& sound, const Screen& screen, Display& display) {
  stop_reading(display);
  speaker_.hush();
  if (is_quiet(screen)) return;
  const Chime chime = sound.name == SoundName::in ? Chime::in : Chime::office;
  display.play(samples_of(chime, settings_.volume));
  speak(sound.newcomer ? newcomer_prompt(screen) : prompt_for(screen));
}

void Loudspeaker::say(const Screen& screen, Display& display) {
  stop_reading(display);
  if (!is_quiet(screen)) speak(prompt_for(screen));
}

void Loudspeaker::read(const PaintedScreen& screen, Display& display) {
  display.play({});
  reading_ = true;
  const std::string language = speaker_.voices().speaks(screen.language()) ? screen.language() : "";
  std::vector<Utterance> utterances;
  for (const Sentence& sentence : screen.spoken(language, settings_.says_names)) {
    utterances.push_back({sentence.language, "", sentence.text});
  }
  speaker_.say(std::move(utterances));
}

void Loudspeaker::stop_reading(Display& display) {
  if (!reading_) return;
  reading_ = false;
  speaker_.hush();
  display.play({});
}

bool Loudspeaker::reads(const Display& display) {
  const bool read = reading_;
  reading_ = read && (speaker_.is_busy() || display.sounds());
  return read;
}

void Loudspeaker::serve(Display& display) {
  for (Samples& samples : speaker_.take()) {
    display.play_next(at_volume(std::move(samples), settings_.volume));
  }
}

bool Loudspeaker::is_quiet(const Screen& screen) const {
  return screen.clock && settings_.quiet.contains(*screen.clock);
}

void Loudspeaker::speak(const Prompt& prompt) {
  if (!settings_.speech) return;
  std::vector<Utterance> utterances;
  for (const auto& key : prompt.keys) utterances.push_back({prompt.language, key, ""});
  speaker_.say(std::move(utterances));
}

}  // namespace handbell::kiosk
