// A recording as a recorder would make it: a tone of some length.
#pragma once

#include "app/kiosk/sound/samples.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace handbell::kiosk {

inline void put_number(std::string& bytes, std::size_t number, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>((number >> (8 * i)) & 0xFF);
}

/// 16 bits.
inline std::string recording(double seconds, int rate = 44'100, int channels = 1) {
  std::string data;
  const auto count = static_cast<int>(seconds * rate);
  for (int i = 0; i < count; ++i) {
    const auto sample = static_cast<std::int16_t>(10'000 * std::sin(0.05 * i));
    for (int c = 0; c < channels; ++c) put_number(data, static_cast<std::uint16_t>(sample), 2);
  }
  const auto frame = static_cast<std::size_t>(channels) * 2;
  std::string bytes = "RIFF";
  put_number(bytes, 36 + data.size(), 4);
  bytes += "WAVEfmt ";
  put_number(bytes, 16, 4);
  put_number(bytes, 1, 2);
  put_number(bytes, static_cast<std::size_t>(channels), 2);
  put_number(bytes, static_cast<std::size_t>(rate), 4);
  put_number(bytes, static_cast<std::size_t>(rate) * frame, 4);
  put_number(bytes, frame, 2);
  put_number(bytes, 16, 2);
  bytes += "data";
  put_number(bytes, data.size(), 4);
  return bytes + data;
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

inline double seconds_of(const Samples& samples) {
  return static_cast<double>(samples.size()) / kSamplesASecond;
}

inline int loudest(const Samples& samples) {
  int most = 0;
  for (const std::int16_t sample : samples) most = std::max(most, std::abs(int{sample}));
  return most;
}

}  // namespace handbell::kiosk
