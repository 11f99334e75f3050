#include "app/kiosk/sound/chime.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace handbell::kiosk {

namespace {

struct Note {
  double hertz;
  double seconds;
};

/// A struck bell: a tone and its octave that fade.
void strike(Samples& samples, const Note& note, int volume) {
  constexpr double kLoudest = 20'000;
  constexpr double kFade = 5;
  constexpr double kAttack = 0.004;  // s; without it each note begins with a click
  const auto count = static_cast<int>(note.seconds * kSamplesASecond);
  for (int i = 0; i < count; ++i) {
    const double t = static_cast<double>(i) / kSamplesASecond;
    const double turn = 2 * std::numbers::pi * note.hertz * t;
    const double shape = std::min(1.0, t / kAttack) * std::exp(-kFade * t / note.seconds);
    const double tone = 0.75 * std::sin(turn) + 0.25 * std::sin(2 * turn);
    samples.push_back(static_cast<std::int16_t>(kLoudest * volume / 100 * shape * tone));
  }
}

}  // namespace

Samples samples_of(Chime chime, int volume) {
  static const std::vector<Note> kIn{{587.33, 0.14}, {783.99, 0.14}, {1174.66, 0.4}};
  static const std::vector<Note> kOffice{{440.0, 0.25}, {440.0, 0.45}};
  Samples samples;
  for (const Note& note : chime == Chime::in ? kIn : kOffice) strike(samples, note, volume);
  return samples;
}

}  // namespace handbell::kiosk
