#include "app/kiosk/view/spoken.h"

#include <algorithm>
#include <set>

namespace handbell::kiosk {

namespace {

/// A text of the scene, and the button that it stands on.
struct Spot {
  const Text* text;
  const Button* button;
};

const Button* button_under(const Scene& scene, const Text& text) {
  for (const Node& node : scene.nodes) {
    const auto* button = std::get_if<Button>(&node);
    if (button != nullptr && overlap(button->box, text.box)) return button;
  }
  return nullptr;
}

/// Says each thing once.
class Reader {
 public:
  Reader(const Scene& scene, std::string language, const Words& words)
      : scene_(scene), language_(std::move(language)), words_(words) {
    for (const Node& node : scene.nodes) {
      const auto* text = std::get_if<Text>(&node);
      if (text == nullptr || text->language != language_) continue;
      translated_.insert(text->phrase);
    }
  }

  std::vector<Sentence> read() {
    for (const Node& node : scene_.nodes) {
      if (const auto* text = std::get_if<Text>(&node)) take(*text);
      if (const auto* button = std::get_if<Button>(&node)) take(*button);
    }
    return std::move(said_);
  }

 private:
  void take(const Text& text) {
    const bool name = text.phrase.empty();
    const std::string& wanted = translated_.contains(text.phrase) ? language_ : kEnglish;
    if (!name && text.language != wanted) return;
    const Button* button = button_under(scene_, text);
    if (button != nullptr) spoken_for_.insert(button->id);
    said_.push_back({text.text, text.language, button != nullptr, name});
  }
  /// A button that shows a picture alone.
  void take(const Button& button) {
    if (spoken_for_.contains(button.id)) return;
    const std::string other = words_.other(language_, button.label, {});
    said_.push_back(
        {other.empty() ? button.label : other, other.empty() ? kEnglish : language_, true, false});
  }

  inline static const std::string kEnglish = "en";
  const Scene& scene_;
  std::string language_;
  const Words& words_;
  std::set<std::string> translated_;
  std::set<std::string> spoken_for_;
  std::vector<Sentence> said_;
};

/// "8:52"
bool is_time(const std::string& text) {
  return text.find(':') != std::string::npos &&
         text.find_first_not_of("0123456789:") == std::string::npos;
}

}  // namespace

std::vector<Sentence> without_names(std::vector<Sentence> said, ScreenKind kind) {
  const bool choices = kind == ScreenKind::pick_class || kind == ScreenKind::pick_language;
  std::erase_if(said, [&](const Sentence& one) {
    return one.name && !is_time(one.text) && !(choices && one.button);
  });
  return said;
}

std::vector<Sentence> spoken(const Scene& scene, const std::string& language, const Words& words) {
  return Reader(scene, language, words).read();
}

}  // namespace handbell::kiosk
