#include "app/paper/drawing_cost.h"

#include <glib.h>

#include <limits>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

namespace handbell::paper {
namespace {

constexpr int kDeepest = 200;      // parts within each other
constexpr int kLongestWay = 1000;  // from a part to what it names, and on
constexpr double kBeingCounted = -2;
constexpr double kWithoutEnd = std::numeric_limits<double>::infinity();

struct Part {
  std::string id;
  std::vector<std::string> names;  ///< of parts that are drawn with it
  std::vector<std::size_t> inside;
  double corners = 1;  ///< a part may be drawn at each of them
  double own = 1;
};

/// "#a" and "url(#b)": what stands behind each mark. A colour names no part.
void add_names(std::string_view words, std::vector<std::string>& names) {
  const auto of_name = [](char c) {
    return g_ascii_isalnum(c) || c == '_' || c == '-' || c == '.';
  };
  for (auto at = words.find('#'); at != std::string_view::npos; at = words.find('#', at + 1)) {
    std::size_t end = at + 1;
    while (end < words.size() && of_name(words[end])) ++end;
    if (end > at + 1) names.emplace_back(words.substr(at + 1, end - at - 1));
  }
}

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class DrawingReader {
 public:
  DrawingReader() : parts_(1) {}

  bool read(const std::string& svg) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    const std::string_view text =
        svg.starts_with(kMark) ? std::string_view(svg).substr(kMark.size()) : std::string_view(svg);
    const GMarkupParser parser{begin, end, words, nullptr, nullptr};
    const std::unique_ptr<GMarkupParseContext, decltype(&g_markup_parse_context_free)> context(
        g_markup_parse_context_new(&parser, GMarkupParseFlags{}, this, nullptr),
        g_markup_parse_context_free);
    const auto length = static_cast<gssize>(text.size());
    const bool whole = g_markup_parse_context_parse(context.get(), text.data(), length, nullptr) &&
                       g_markup_parse_context_end_parse(context.get(), nullptr);
    return whole && !too_deep_;
  }

  DrawingCost cost() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (!parts_[i].id.empty()) by_id_.emplace(parts_[i].id, i);
    }
    known_.assign(parts_.size(), -1);
    return {cost(0, 0), effects_};
  }

 private:
  // NOLINTNEXTLINE(readability-function-size): GLib says what it is called with
  static void begin(GMarkupParseContext*, const gchar* element, const gchar** names,
                    const gchar** values, gpointer self, GError**) {
    static_cast<DrawingReader*>(self)->open(element, names, values);
  }
  static void end(GMarkupParseContext*, const gchar*, gpointer self, GError**) {
    auto& open = static_cast<DrawingReader*>(self)->open_;
    if (open.size() > 1) open.pop_back();
  }
  static void words(GMarkupParseContext* context, const gchar* text, gsize length, gpointer self,
                    GError**) {
    const std::string_view element = g_markup_parse_context_get_element(context) != nullptr
                                         ? g_markup_parse_context_get_element(context)
                                         : "";
    auto& reader = *static_cast<DrawingReader*>(self);
    if (without_prefix(element) == "style") add_names({text, length}, reader.of_style_);
  }

  void open(std::string_view element, const gchar** names, const gchar** values) {
    if (open_.size() > kDeepest) {
      too_deep_ = true;
      return open_.push_back(open_.back());
    }
    effects_ = effects_ || without_prefix(element) == "filter";
    marks_ = marks_ || without_prefix(element) == "marker";
    Part part;
    for (; *names != nullptr; ++names, ++values) {
      const std::string_view name = *names;
      const std::string_view value = *values;
      if (name == "id") part.id = value;
      if (name != "d" && name != "points") {
        add_names(value, part.names);
        continue;
      }
      constexpr double kBytesACorner = 4;
      part.corners += static_cast<double>(value.size()) / kBytesACorner;
      part.own += part.corners / kBytesACorner;
    }
    parts_[open_.back()].inside.push_back(parts_.size());
    open_.push_back(parts_.size());
    parts_.push_back(std::move(part));
  }

  double cost(std::size_t at, int depth) {
    if (known_[at] == kBeingCounted || depth > kLongestWay) return kWithoutEnd;
    if (known_[at] >= 0) return known_[at];
    known_[at] = kBeingCounted;
    const Part& part = parts_[at];
    double all = part.own;
    for (const std::size_t inside : part.inside) all += cost(inside, depth + 1);
    for (const auto& name : part.names) all += cost_of(name, part, depth);
    for (const auto& name : of_style_) {
      // A style may mean any part; what stands in the one that it names is no way back.
      const auto found = by_id_.find(name);
      const bool within = found != by_id_.end() && known_[found->second] == kBeingCounted;
      if (!within) all += cost_of(name, part, depth);
    }
    return known_[at] = all;
  }

  /// Of what a part names, once for each place at which it is drawn.
  double cost_of(const std::string& name, const Part& part, int depth) {
    const auto found = by_id_.find(name);
    if (found == by_id_.end()) return 0;
    return (marks_ ? part.corners : 1) * cost(found->second, depth + 1);
  }

  std::vector<Part> parts_;  ///< the first holds all
  std::vector<std::size_t> open_{0};
  std::vector<std::string> of_style_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::vector<double> known_;
  bool effects_ = false;
  bool marks_ = false;
  bool too_deep_ = false;
};

}  // namespace

std::optional<DrawingCost> cost_of_drawing(const std::string& svg) {
  DrawingReader reader;
  if (!reader.read(svg)) return std::nullopt;
  return reader.cost();
}

}  // namespace handbell::paper
