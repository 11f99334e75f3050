#include "app/kiosk/sound/voices.h"

#include "app/kiosk/sound/wav.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>

namespace handbell::kiosk {

namespace {

namespace fs = std::filesystem;

constexpr const char* kMotherTongue = "en";

/// Lines of a word and what stands behind it; "#" begins a remark.
std::map<std::string, std::string> rows_of(const std::string& path) {
  std::map<std::string, std::string> rows;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto end = line.find(' ');
    if (line.starts_with("#") || end == std::string::npos) continue;
    rows[line.substr(0, end)] = line.substr(line.find_first_not_of(' ', end));
  }
  return rows;
}

/// Nothing of it may lead to another folder.
bool is_code(const std::string& language) {
  return !language.empty() && std::ranges::all_of(language, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || letter == '-';
  });
}

std::optional<Samples> recorded(const std::string& folder, const std::string& language,
                                const std::string& key) {
  const std::string path = folder + "/" + language + "/" + key + ".wav";
  std::error_code error;
  if (!fs::exists(path, error)) return std::nullopt;
  auto samples = read_recording(path);
  if (!samples) return std::nullopt;
  return std::move(*samples);
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    // What a file manager leaves behind is no recording.
    if (!entry.path().filename().string().starts_with(".")) entries.push_back(entry.path());
  }
  std::ranges::sort(entries);
  return entries;
}

}  // namespace

Voices Voices::read(const std::string& made, const std::string& own) {
  Voices voices;
  voices.made_ = made;
  voices.own_ = own;
  voices.phrases_ = rows_of(made + "/phrases.txt");
  voices.voices_ = rows_of(made + "/voices.txt");
  return voices;
}

std::vector<Fault> Voices::faults() const {
  std::vector<Fault> found;
  for (const fs::path& folder : entries_of(own_)) {
    for (const fs::path& file : entries_of(folder)) {
      const std::string name = folder.filename().string() + "/" + file.filename().string() + ", ";
      if (file.extension() != ".wav" || !phrases_.contains(file.stem().string())) {
        found.push_back({FaultCode::voice_unusable, name + "whose name is that of no sentence"});
        continue;
      }
      const auto samples = read_recording(file.string());
      if (!samples) found.push_back({FaultCode::voice_unusable, name + samples.error().where});
    }
  }
  return found;
}

Samples Voices::prompt(const std::string& key, const std::string& language) const {
  for (const std::string& tongue : {language, std::string(kMotherTongue)}) {
    if (!is_code(tongue)) continue;
    for (const std::string& folder : {own_, made_}) {
      if (auto samples = recorded(folder, tongue, key)) return std::move(*samples);
    }
  }
  return {};
}

bool Voices::speaks(const std::string& language) const { return voices_.contains(language); }

std::string Voices::voice_of(const std::string& language) const {
  const auto own = voices_.find(language);
  if (own != voices_.end()) return own->second;
  const auto english = voices_.find(kMotherTongue);
  return english == voices_.end() ? kMotherTongue : english->second;
}

}  // namespace handbell::kiosk
