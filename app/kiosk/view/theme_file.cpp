#include "app/kiosk/view/theme_file.h"

#include "app/base/hex.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <optional>

namespace handbell::kiosk {

namespace {

constexpr double kLeastContrast = 7;
constexpr double kLeastType = 4.5;
constexpr double kMostType = 30;
constexpr double kLeastEdge = 0.3;
constexpr double kMostEdge = 2;

std::map<std::string, Tone*> tones_of(Theme& theme) {
  return {{"paper", &theme.paper}, {"button", &theme.button}, {"ticked", &theme.ticked},
          {"calm", &theme.calm},   {"in", &theme.in},         {"late", &theme.late},
          {"after", &theme.after}, {"undo", &theme.undo},     {"night", &theme.night}};
}

std::map<std::string, double*> sizes_of(Theme& theme) {
  return {{"name", &theme.name},   {"headline", &theme.headline}, {"sentence", &theme.sentence},
          {"label", &theme.label}, {"small", &theme.small},       {"edge", &theme.edge}};
}

/// "#1B2860"
std::optional<Rgb> colour_of(const toml::node* node) {
  const auto text = node == nullptr ? std::nullopt : node->value<std::string>();
  if (!text || text->size() != 7 || text->front() != '#') return std::nullopt;
  const auto bytes = from_hex(text->substr(1));
  if (!bytes || bytes->size() != 3) return std::nullopt;
  return Rgb{(*bytes)[0], (*bytes)[1], (*bytes)[2]};
}

/// Takes one file into a theme.
class ThemeReader {
 public:
  explicit ThemeReader(Theme& theme)
      : theme_(theme), tones_(tones_of(theme)), sizes_(sizes_of(theme)) {}

  [[nodiscard]] bool take(const std::string& section, const std::string& key,
                          const toml::node& node) {
    if (section == "colours") return key == "quiet" ? take_quiet(node) : take_tone(key, node);
    if (section == "sizes") return take_size(key, node);
    if (section == "pictures") return take_picture(key, node);
    return false;
  }

 private:
  bool take_quiet(const toml::node& node) {
    const auto colour = colour_of(&node);
    if (colour) theme_.quiet = *colour;
    return colour.has_value();
  }
  bool take_tone(const std::string& key, const toml::node& node) {
    const auto tone = tones_.find(key);
    const auto* pair = node.as_array();
    if (tone == tones_.end() || pair == nullptr || pair->size() != 2) return false;
    const auto colour = colour_of(pair->get(0));
    const auto ink = colour_of(pair->get(1));
    if (!colour || !ink) return false;
    *tone->second = {*colour, *ink};
    return true;
  }
  bool take_size(const std::string& key, const toml::node& node) {
    const auto size = sizes_.find(key);
    const auto mm = node.value<double>();
    if (size == sizes_.end() || !mm) return false;
    const bool edge = key == "edge";
    if (*mm < (edge ? kLeastEdge : kLeastType) || *mm > (edge ? kMostEdge : kMostType)) {
      return false;
    }
    *size->second = *mm;
    return true;
  }
  bool take_picture(const std::string& key, const toml::node& node) {
    const auto other = node.value<std::string>();
    if (other) theme_.pictures[key] = *other;
    return other.has_value();
  }

  Theme& theme_;
  std::map<std::string, Tone*> tones_;
  std::map<std::string, double*> sizes_;
};

Fault unusable(const std::string& where) { return {FaultCode::theme_unusable, where}; }

Status readable(Theme& theme) {
  for (const auto& [key, tone] : tones_of(theme)) {
    const double has = contrast(tone->colour, tone->ink);
    if (has < kLeastContrast) {
      return fail(
          unusable(fmt::format("{}: the contrast is {:.1f}, not {}", key, has, kLeastContrast)));
    }
  }
  if (contrast(theme.quiet, theme.calm.colour) < kLeastContrast) {
    return fail(unusable("quiet: too near to calm"));
  }
  return {};
}

}  // namespace

Result<Theme> parse_theme(std::string_view text, const Theme& under) {
  Theme theme = under;
  ThemeReader reader(theme);
  try {
    const toml::table table = toml::parse(text);
    for (const auto& [section, node] : table) {
      const auto* keys = node.as_table();
      if (keys == nullptr) return fail(unusable(std::string(section.str())));
      for (const auto& [key, value] : *keys) {
        if (reader.take(std::string(section.str()), std::string(key.str()), value)) continue;
        return fail(unusable(
            fmt::format("{}.{} (line {})", section.str(), key.str(), value.source().begin.line)));
      }
    }
  } catch (const toml::parse_error& error) {
    return fail(unusable(fmt::format("line {}", error.source().begin.line)));
  }
  if (Status can = readable(theme); !can) return fail(can.error());
  return theme;
}

}  // namespace handbell::kiosk
