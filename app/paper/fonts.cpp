#include "app/paper/fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace handbell::paper {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFamilies =
    "Andika, Noto Sans, Noto Sans Arabic, Noto Sans Bengali, Noto Sans Gurmukhi";

fs::path beside_program() {
  std::error_code error;
  const auto program = fs::read_symlink("/proc/self/exe", error);
  return (program.parent_path() / "../share/handbell/fonts").lexically_normal();
}

std::vector<fs::path> font_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".ttf") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Nothing of the machine is in it but where ours is missing.
FcConfig* font_set(const fs::path& folder) {
  const auto files = font_files(folder);
  FcConfig* config = nullptr;
  if (files.empty()) config = FcInitLoadConfigAndFonts();
  if (config == nullptr) config = FcConfigCreate();
  for (const auto& file : files) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what fontconfig takes
    FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file.c_str()));
  }
  return config;
}

bool has_fonts(FcConfig* config) {
  for (const FcSetName name : {FcSetApplication, FcSetSystem}) {
    const FcFontSet* found = FcConfigGetFonts(config, name);
    if (found != nullptr && found->nfont > 0) return true;
  }
  return false;
}

void write_as(PangoLayout* layout, const Face& face) {
  PangoFontDescription* font = pango_font_description_from_string(kFamilies);
  pango_font_description_set_absolute_size(font, face.size * PANGO_SCALE);
  const bool bold = face.weight == Weight::bold;
  pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
}

}  // namespace

struct Fonts::Set {
  FcConfig* config = nullptr;
  PangoFontMap* map = nullptr;
  PangoContext* context = nullptr;

  Set() = default;
  Set(const Set&) = delete;
  Set& operator=(const Set&) = delete;
  ~Set() {
    if (context != nullptr) g_object_unref(context);
    if (map != nullptr) g_object_unref(map);
    if (config != nullptr) FcConfigDestroy(config);
  }
};

Fonts::Fonts(std::unique_ptr<Set> set) : set_(std::move(set)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

Result<Fonts> Fonts::open(const std::string& folder) {
  const fs::path from = folder.empty() ? beside_program() : fs::path(folder);
  auto set = std::make_unique<Set>();
  set->config = font_set(from);
  if (!has_fonts(set->config)) return fail(FaultCode::asset_missing, from.string());
  set->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(set->map), set->config);
  // A point of paper is a point of the font.
  constexpr double kPointsAnInch = 72;
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(set->map), kPointsAnInch);
  set->context = pango_font_map_create_context(set->map);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(set->context, options);
  cairo_font_options_destroy(options);
  // Rounded to whole points, letters that are joined stand apart, and are read as words apart.
  pango_context_set_round_glyph_positions(set->context, FALSE);
  return Fonts(std::move(set));
}

Layout Fonts::laid_out(const std::string& words, const Face& face, double width) const {
  Layout layout(pango_layout_new(set_->context));
  write_as(layout.get(), face);
  if (width > 0) pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
  // Andika leaves room for two accents above each other in every line; with all of it a letter
  // looks like a form.
  constexpr float kClose = 0.86F;
  pango_layout_set_line_spacing(layout.get(), kClose);
  return layout;
}

double Fonts::width_of(const std::string& words, const Face& face) const {
  const Layout layout = laid_out(words, face, 0);
  int width = 0;
  pango_layout_get_size(layout.get(), &width, nullptr);
  return static_cast<double>(width) / PANGO_SCALE;
}

double Fonts::widest_word(const std::string& words, const Face& face) const {
  double widest = 0;
  std::size_t at = 0;
  while (at < words.size()) {
    const auto end = std::min(words.find_first_of(" \n", at), words.size());
    if (end > at) widest = std::max(widest, width_of(words.substr(at, end - at), face));
    at = end + 1;
  }
  return widest;
}

void stand_left(PangoLayout* layout) {
  // Pango turns left and right for a text that runs from right to left.
  const bool turned = pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL;
  pango_layout_set_alignment(layout, turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

double height_of(PangoLayout* layout) {
  int height = 0;
  pango_layout_get_size(layout, nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

double baseline_of(PangoLayout* layout) {
  return static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE;
}

}  // namespace handbell::paper
