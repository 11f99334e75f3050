// What a scene in the entrance may say to strangers, held against its texts: a name that the door
// may show, a class, the time, and our own phrases. Anything else is found, whatever put it there.
#pragma once

#include "app/kiosk/flow/state.h"
#include "app/kiosk/view/view.h"

#include "../view/plain_ruler.h"

#include <regex>
#include <set>
#include <string>
#include <unordered_set>

namespace handbell::kiosk {

class PublicWords {
 public:
  /// The first text that a stranger may not read; empty where there is none. A screen that was
  /// looked at before is not drawn again.
  std::string wrong_on(const Screen& screen, const State& state) {
    if (!seen_.insert(key_of(screen)).second) return "";
    ++scenes_;
    const Scene scene = view(screen, words_, Place{{217, 136}, {}, Hand::right, {}}, ruler_);
    const bool staff = screen.kind >= ScreenKind::staff_pin;
    const bool reasons =
        staff || screen.kind == ScreenKind::pick_reason || screen.kind == ScreenKind::out_why;
    for (const Node& node : scene.nodes) {
      const auto* text = std::get_if<Text>(&node);
      if (text == nullptr) continue;
      if (text->text.find('%') != std::string::npos) return text->text;
      if (!text->phrase.empty() && (reasons || !is_reason(text->phrase))) continue;
      if (!staff && !may_stand(text->text, *state.book, *state.settings)) return text->text;
    }
    return "";
  }
  [[nodiscard]] std::size_t scenes() const { return scenes_; }

 private:
  static bool is_reason(const std::string& phrase) {
    static const std::set<std::string> kReasons{"Traffic",     "Bus or train",  "Overslept",
                                                "Family",      "Felt unwell",   "Appointment",
                                                "Wrong child", "Something else"};
    return kReasons.contains(phrase);
  }
  static bool may_stand(const std::string& text, const reg::DoorBook& book,
                        const DoorSettings& settings) {
    static const std::regex kFigures(R"((\d{1,2}(:\d{2})?)|((\+|↑) \d+))");
    if (text == book.school_name || std::regex_match(text, kFigures)) return true;
    for (const auto& pupil : book.pupils) {
      if (text == pupil.class_name || (!pupil.never_show && text == pupil.shown_name)) return true;
    }
    return std::any_of(settings.languages.begin(), settings.languages.end(),
                       [&](const OwnLanguage& language) { return text == language.name; });
  }
  static void put(std::string& key, const std::optional<ResultFor>& child) {
    key += child ? child->shown_name.value_or("-") + child->class_name : "";
    key += '|';
  }
  /// All that a scene's words depend on.
  static std::string key_of(const Screen& screen) {
    std::string key = std::to_string(static_cast<int>(screen.kind)) + screen.language + '|';
    for (const auto& time : {screen.clock, screen.came_at, screen.closes_at}) {
      key += time ? std::to_string(time->minute()) + '|' : "|";
    }
    put(key, screen.child);
    put(key, screen.newcomer);
    for (const auto& child : screen.children) put(key, child);
    for (const auto& choice : screen.choices) {
      key += choice.words + choice.name + (choice.ticked ? "+" : "-");
    }
    for (const bool flag :
         {screen.reader_works, screen.can_undo, screen.can_go_back, screen.can_skip,
          screen.can_finish, screen.newcomer_to_office, screen.office_has_more,
          screen.offers_look_up, screen.offers_going_out, screen.offers_languages}) {
      key += flag ? '1' : '0';
    }
    return key + std::to_string(screen.waiting) + '|' +
           std::to_string(screen.all_here.value_or(0)) + '|' +
           std::to_string(screen.seconds_left.value_or(0)) + '|' +
           std::to_string(screen.digits_typed);
  }

  Words words_;
  PlainRuler ruler_;
  std::unordered_set<std::string> seen_;
  std::size_t scenes_ = 0;
};

}  // namespace handbell::kiosk
