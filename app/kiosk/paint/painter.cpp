#include "app/kiosk/paint/painter.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <cmath>
#include <numbers>
#include <set>

namespace handbell::kiosk {

namespace {

struct CairoEnd {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Cairo = std::unique_ptr<cairo_t, CairoEnd>;

struct ObjectEnd {
  void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, ObjectEnd>;

/// Whatever the sentence, a name in it may be in any script: fontconfig looks on from here.
const char* family_of(const std::string& language) {
  if (language == "ur") return "Noto Nastaliq Urdu, Andika";
  if (language == "ar" || language == "fa" || language == "ps") return "Noto Sans Arabic, Andika";
  if (language == "bn") return "Noto Sans Bengali, Andika";
  if (language == "pa") return "Noto Sans Gurmukhi, Andika";
  return "Andika, Noto Sans, Noto Sans Arabic, Noto Sans Bengali, Noto Sans Gurmukhi";
}

void set_colour(cairo_t* cairo, Rgb colour) {
  cairo_set_source_rgb(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0);
}

void rounded(cairo_t* cairo, const Box& box, double radius) {
  constexpr double kQuarter = std::numbers::pi / 2;
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, box.x + box.w - radius, box.y + radius, radius, -kQuarter, 0);
  cairo_arc(cairo, box.x + box.w - radius, box.y + box.h - radius, radius, 0, kQuarter);
  cairo_arc(cairo, box.x + radius, box.y + box.h - radius, radius, kQuarter, 2 * kQuarter);
  cairo_arc(cairo, box.x + radius, box.y + radius, radius, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(cairo);
}

/// Pango turns left and right for a text that runs from right to left: there both of ours are its
/// left.
PangoAlignment alignment_of(PangoLayout* layout, Align align) {
  if (align == Align::centre) return PANGO_ALIGN_CENTER;
  const bool turned = pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL;
  return align == Align::right && !turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

Layout laid_out(PangoContext* context, const Text& text, double scale) {
  Layout layout(pango_layout_new(context));
  PangoFontDescription* font = pango_font_description_from_string(family_of(text.language));
  pango_font_description_set_absolute_size(font, text.em * scale * PANGO_SCALE);
  pango_font_description_set_weight(font, text.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(
      attributes, pango_attr_language_new(pango_language_from_string(text.language.c_str())));
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_width(layout.get(), static_cast<int>(text.box.w * scale * PANGO_SCALE));
  // A name may be one long word; ours are broken between words alone.
  const bool cut = text.most_lines > 0;
  pango_layout_set_wrap(layout.get(), cut ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  if (cut) {
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    pango_layout_set_height(layout.get(), -text.most_lines);
  }
  pango_layout_set_text(layout.get(), text.text.data(), static_cast<int>(text.text.size()));
  pango_layout_set_alignment(layout.get(), alignment_of(layout.get(), text.align));
  return layout;
}

/// The fonts of this folder and no others, but for what `more` says.
FcConfig* private_set(const std::string& folder, const std::string& cache,
                      const std::string& more) {
  const std::string settings = "<?xml version=\"1.0\"?><fontconfig><dir>" + folder + "</dir>" +
                               more + "<cachedir>" + cache + "</cachedir></fontconfig>";
  FcConfig* config = FcConfigCreate();
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what fontconfig takes
  const auto* text = reinterpret_cast<const FcChar8*>(settings.c_str());
  FcConfigParseAndLoadFromMemory(config, text, FcTrue);
  FcConfigBuildFonts(config);
  return config;
}

std::set<std::string> families_in(FcConfig* config) {
  std::set<std::string> families;
  const FcFontSet* found = FcConfigGetFonts(config, FcSetSystem);
  for (int i = 0; found != nullptr && i < found->nfont; ++i) {
    FcChar8* family = nullptr;
    if (FcPatternGetString(found->fonts[i], FC_FAMILY, 0, &family) != FcResultMatch) continue;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): what fontconfig gives
    families.insert(reinterpret_cast<const char*>(family));
  }
  return families;
}

/// " (the font Andika and 2 more)"; empty: none is missing.
std::string families_missing(FcConfig* config) {
  const auto found = families_in(config);
  std::string first;
  int others = 0;
  for (const char* family : {"Andika", "Noto Sans", "Noto Nastaliq Urdu", "Noto Sans Arabic",
                             "Noto Sans Bengali", "Noto Sans Gurmukhi"}) {
    if (found.contains(family)) continue;
    if (!first.empty()) ++others;
    if (first.empty()) first = family;
  }
  if (first.empty()) return "";
  const std::string more = others > 0 ? " and " + std::to_string(others) + " more" : "";
  return " (the font " + first + more + ")";
}

/// From here on the scene's upper left corner is 0, 0.
void place(cairo_t* cairo, const Canvas& canvas, const Placement& placement) {
  constexpr double kQuarter = 1.5707963267948966;
  if (placement.turn() == Turn::quarter) cairo_translate(cairo, canvas.width, 0);
  if (placement.turn() == Turn::half) cairo_translate(cairo, canvas.width, canvas.height);
  if (placement.turn() == Turn::three_quarters) cairo_translate(cairo, 0, canvas.height);
  cairo_rotate(cairo, static_cast<int>(placement.turn()) * kQuarter);
  cairo_translate(cairo, placement.corner().x, placement.corner().y);
}

}  // namespace

/// The private set of fonts.
struct Painter::Fonts {
  FcConfig* config = nullptr;
  PangoFontMap* map = nullptr;
  PangoContext* context = nullptr;

  Fonts() = default;
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;
  ~Fonts() {
    if (context != nullptr) g_object_unref(context);
    if (map != nullptr) g_object_unref(map);
    if (config != nullptr) FcConfigDestroy(config);
  }
};

Painter::Painter(std::unique_ptr<Fonts> fonts, Icons icons)
    : fonts_(std::move(fonts)), icons_(std::move(icons)) {}
Painter::Painter(Painter&&) noexcept = default;
Painter& Painter::operator=(Painter&&) noexcept = default;
Painter::~Painter() = default;

Painter Painter::make(const std::string& assets, const std::string& cache) {
  auto fonts = std::make_unique<Fonts>();
  const std::string folder = assets + "/fonts";
  fonts->config = private_set(folder, cache, "");
  std::vector<Fault> faults;
  const std::string missing = families_missing(fonts->config);
  if (!missing.empty()) faults.push_back({FaultCode::asset_missing, folder + missing});
  if (!faults.empty()) {
    FcConfigDestroy(fonts->config);
    fonts->config = private_set(folder, cache, "<dir>/usr/share/fonts</dir>");
  }
  fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), fonts->config);
  fonts->context = pango_font_map_create_context(fonts->map);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(fonts->context, options);
  cairo_font_options_destroy(options);
  Painter painter(std::move(fonts), Icons(assets + "/icons"));
  if (!painter.has_icon("card")) faults.push_back({FaultCode::asset_missing, assets + "/icons"});
  painter.faults_ = std::move(faults);
  return painter;
}

bool Painter::has_icon(const std::string& icon) {
  constexpr int kAny = 16;
  return icons_.drawn(icon, kAny, {}) != nullptr;
}

namespace {

/// One drawing under way.
struct Drawing {
  cairo_t* cairo;
  PangoContext* context;
  Icons& icons;
  double scale;

  void operator()(const Panel& panel) const {
    set_colour(cairo, panel.colour);
    if (panel.radius > 0) {
      const Box box{panel.box.x * scale, panel.box.y * scale, panel.box.w * scale,
                    panel.box.h * scale};
      rounded(cairo, box, panel.radius * scale);
    } else {
      cairo_rectangle(cairo, panel.box.x * scale, panel.box.y * scale, panel.box.w * scale,
                      panel.box.h * scale);
    }
    cairo_fill(cairo);
  }

  /// Marks may pile up without end on a letter: they end half an em outside of the text's box.
  void keep_near(const Text& text) const {
    const double around = text.em / 2;
    cairo_rectangle(cairo, (text.box.x - around) * scale, (text.box.y - around) * scale,
                    (text.box.w + 2 * around) * scale, (text.box.h + 2 * around) * scale);
    cairo_clip(cairo);
  }

  void operator()(const Text& text) const {
    const Layout layout = laid_out(context, text, scale);
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    const double free = text.box.h * scale - static_cast<double>(height) / PANGO_SCALE;
    set_colour(cairo, text.colour);
    cairo_save(cairo);
    keep_near(text);
    cairo_move_to(cairo, text.box.x * scale, text.box.y * scale + free / 2);
    pango_cairo_show_layout(cairo, layout.get());
    cairo_restore(cairo);
  }

  void operator()(const Picture& picture) const {
    const int pixels = static_cast<int>(std::lround(picture.box.w * scale));
    cairo_surface_t* icon = icons.drawn(picture.icon, pixels, picture.tint);
    if (icon == nullptr) return;
    const double x = std::round(picture.box.x * scale);
    const double y = std::round(picture.box.y * scale);
    cairo_save(cairo);
    cairo_translate(cairo, picture.mirrored ? x + pixels : x, y);
    if (picture.mirrored) cairo_scale(cairo, -1, 1);
    cairo_set_source_surface(cairo, icon, 0, 0);
    cairo_paint(cairo);
    cairo_restore(cairo);
  }

  void operator()(const Ring& ring) const {
    constexpr double kTop = -std::numbers::pi / 2;
    const double thick = ring.box.w * scale * 0.09;
    const double radius = (ring.box.w * scale - thick) / 2;
    const double x = (ring.box.x + ring.box.w / 2) * scale;
    const double y = (ring.box.y + ring.box.h / 2) * scale;
    set_colour(cairo, ring.colour);
    cairo_new_path(cairo);  // a text before it left a point behind
    cairo_set_line_width(cairo, thick / 4);
    cairo_arc(cairo, x, y, radius, 0, 2 * std::numbers::pi);
    cairo_stroke(cairo);
    cairo_set_line_width(cairo, thick);
    cairo_arc(cairo, x, y, radius, kTop, kTop + 2 * std::numbers::pi * ring.part);
    cairo_stroke(cairo);
  }

  void operator()(const Button&) const {}
};

}  // namespace

void Painter::paint(const Scene& scene, const Canvas& canvas, Turn turn) {
  const Surface surface(cairo_image_surface_create_for_data(
      canvas.pixels, CAIRO_FORMAT_RGB24, canvas.width, canvas.height, canvas.stride));
  const Cairo cairo(cairo_create(surface.get()));
  set_colour(cairo.get(), scene.background);
  cairo_paint(cairo.get());
  const Placement placement(canvas.width, canvas.height, scene.width, scene.height, turn);
  place(cairo.get(), canvas, placement);
  pango_cairo_update_context(cairo.get(), fonts_->context);
  const Drawing drawing{cairo.get(), fonts_->context, icons_, placement.scale()};
  for (const Node& node : scene.nodes) std::visit(drawing, node);
  cairo_surface_flush(surface.get());
}

Measured Painter::measure(const Text& text) {
  constexpr double kScale = 10;
  const MeasureKey key{text.text, text.language, text.em, text.box.w, text.bold, text.most_lines};
  if (const auto known = measured_.find(key); known != measured_.end()) return known->second;
  if (const auto known = measured_before_.find(key); known != measured_before_.end()) {
    return keep_measured(key, known->second);
  }
  // At another scale a line may be a hair wider: what is painted must not break where this did not.
  constexpr double kHair = 0.985;
  Text narrower = text;
  narrower.box.w *= kHair;
  const Layout layout = laid_out(fonts_->context, narrower, kScale);
  int width = 0;
  int height = 0;
  pango_layout_get_size(layout.get(), &width, &height);
  return keep_measured(key, {width / kScale / PANGO_SCALE, height / kScale / PANGO_SCALE,
                             pango_layout_get_line_count(layout.get()),
                             pango_layout_get_unknown_glyphs_count(layout.get()),
                             pango_layout_is_ellipsized(layout.get()) != 0});
}

/// What was asked for lately is kept, and no more of it after a year than after a morning; with the
/// rest go the letters that were drawn for it.
Measured Painter::keep_measured(const MeasureKey& key, const Measured& measured) {
  constexpr std::size_t kKept = 1024;
  const Measured kept = measured;
  if (measured_.size() >= kKept) {
    measured_before_ = std::exchange(measured_, {});
    pango_fc_font_map_cache_clear(PANGO_FC_FONT_MAP(fonts_->map));
  }
  measured_[key] = kept;
  return kept;
}

}  // namespace handbell::kiosk
