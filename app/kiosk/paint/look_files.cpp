#include "app/kiosk/paint/look_files.h"

#include "app/kiosk/view/theme_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

namespace handbell::kiosk {

namespace {

namespace fs = std::filesystem;

/// Nothing for a file that is not there, cannot be read or is larger than any of these is.
std::optional<std::string> small_file(const std::string& path) {
  constexpr std::uintmax_t kMost = 1024 * 1024;
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error || size > kMost) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

void read_words(const std::string& folder, LookFiles& look) {
  std::error_code error;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".po") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& path : files) {
    const auto text = small_file(path.string());
    auto language = text ? Language::parse(*text)
                         : Result<Language>(fail(FaultCode::words_garbled, "any line"));
    if (language) {
      look.words.add(path.stem().string(), std::move(*language));
    } else {
      const std::string where = path.filename().string() + ", " + language.error().where;
      look.faults.push_back({language.error().code, where});
      look.garbled.insert(path.stem().string());
    }
  }
}

/// What most languages say: English that is wrong in one file is that file's fault alone.
std::set<std::string> usual_phrases(const Words& words) {
  std::map<std::string, std::size_t> said;
  for (const auto& [code, language] : words.all()) {
    for (const auto& [phrase, translation] : language.all()) ++said[phrase];
  }
  std::set<std::string> usual;
  for (const auto& [phrase, count] : said) {
    if (2 * count >= words.all().size()) usual.insert(phrase);
  }
  return usual;
}

void tell_missing(LookFiles& look) {
  const auto usual = usual_phrases(look.words);
  for (const auto& [code, language] : look.words.all()) {
    std::string first;
    std::size_t count = 0;
    for (const auto& phrase : usual) {
      if (language.all().contains(phrase)) continue;
      if (count++ == 0) first = phrase;
    }
    if (count == 0) continue;
    const std::string more = count > 1 ? fmt::format(" and {} more", count - 1) : "";
    look.faults.push_back(
        {FaultCode::words_missing, fmt::format("{}.po (\"{}\"{})", code, first, more)});
  }
}

void read_theme(const std::string& path, LookFiles& look) {
  const std::string name = fs::path(path).filename().string();
  const auto text = small_file(path);
  if (!text) {
    look.faults.push_back({FaultCode::theme_unusable, name + ", which cannot be read"});
    return;
  }
  auto theme = parse_theme(*text, look.theme);
  if (theme) {
    look.theme = std::move(*theme);
  } else {
    look.faults.push_back({theme.error().code, name + ", " + theme.error().where});
  }
}

}  // namespace

LookFiles read_look(const std::string& assets, const std::vector<std::string>& themes) {
  LookFiles look;
  read_words(assets + "/i18n", look);
  tell_missing(look);
  for (const std::string& theme : themes) {
    const bool own = theme.find('/') != std::string::npos;
    read_theme(own ? theme : fmt::format("{}/theme/{}.toml", assets, theme), look);
  }
  return look;
}

void tell_absent(const std::vector<std::string>& languages, const std::string& assets,
                 LookFiles& look) {
  if (!languages.empty() && look.words.all().empty() && look.garbled.empty()) {
    look.faults.push_back({FaultCode::asset_missing, assets + "/i18n"});
    return;
  }
  for (const auto& code : languages) {
    if (look.words.knows(code) || look.garbled.contains(code)) continue;
    look.faults.push_back({FaultCode::words_missing, code + ".po, which is not there"});
  }
}

Theme dimmed(const std::string& assets, const Theme& usual) {
  LookFiles look;
  look.theme = usual;
  read_theme(assets + "/theme/dark.toml", look);
  return std::move(look.theme);
}

}  // namespace handbell::kiosk
