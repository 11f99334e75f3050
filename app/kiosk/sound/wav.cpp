#include "app/kiosk/sound/wav.h"

#include <SDL.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>

namespace handbell::kiosk {

namespace {

namespace fs = std::filesystem;

struct FreeWav {
  void operator()(Uint8* data) const { SDL_FreeWAV(data); }
};

/// As it came out of the file.
struct RawSound {
  SDL_AudioSpec spec{};
  std::unique_ptr<Uint8, FreeWav> data;
  Uint32 size = 0;
};

std::optional<RawSound> decoded(std::string_view bytes) {
  RawSound sound;
  Uint8* data = nullptr;
  SDL_RWops* file = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
  if (file == nullptr || SDL_LoadWAV_RW(file, 1, &sound.spec, &data, &sound.size) == nullptr) {
    return std::nullopt;
  }
  sound.data.reset(data);
  return sound;
}

/// 0: it has none.
double length_of(const RawSound& sound) {
  const double second =
      1.0 * sound.spec.freq * sound.spec.channels * (SDL_AUDIO_BITSIZE(sound.spec.format) / 8);
  return second > 0 ? sound.size / second : 0;
}

/// All at once: SDL's stream keeps the last hundredths of a second to itself.
std::optional<Samples> converted(const RawSound& sound) {
  const SDL_AudioSpec& spec = sound.spec;
  SDL_AudioCVT work{};
  if (SDL_BuildAudioCVT(&work, spec.format, spec.channels, spec.freq, AUDIO_S16SYS, 1,
                        kSamplesASecond) < 0) {
    return std::nullopt;
  }
  std::vector<Uint8> bytes(std::size_t{sound.size} * static_cast<std::size_t>(work.len_mult));
  std::copy_n(sound.data.get(), sound.size, bytes.begin());
  work.buf = bytes.data();
  work.len = work.len_cvt = static_cast<int>(sound.size);
  if (work.needed != 0 && SDL_ConvertAudio(&work) != 0) return std::nullopt;
  Samples samples(static_cast<std::size_t>(work.len_cvt) / sizeof(Samples::value_type));
  std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(Samples::value_type));
  return samples;
}

tl::unexpected<Fault> unusable(const std::string& why) {
  return fail(FaultCode::voice_unusable, why);
}

}  // namespace

Result<Samples> samples_of_wav(std::string_view bytes) {
  const auto sound = decoded(bytes);
  auto samples = sound ? converted(*sound) : std::nullopt;
  if (!samples || samples->empty()) return unusable("which is no WAV file");
  return std::move(*samples);
}

Result<Samples> read_recording(const std::string& path) {
  // Ten seconds in two channels of 32 bits at 96,000 a second.
  constexpr std::uintmax_t kMost = 8'000'000;
  static const std::string kLong =
      "which is longer than " + std::to_string(kLongestRecording) + " seconds";
  std::error_code error;
  const auto size = fs::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || !file) return unusable("which cannot be read");
  if (size > kMost) return unusable(kLong);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto sound = decoded(bytes);
  if (sound && length_of(*sound) > kLongestRecording) return unusable(kLong);
  return samples_of_wav(bytes);
}

}  // namespace handbell::kiosk
