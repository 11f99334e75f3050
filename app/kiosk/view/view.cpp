#include "app/kiosk/view/view.h"

#include "app/kiosk/view/theme.h"

#include <algorithm>
#include <array>

namespace handbell::kiosk {

using namespace theme;

namespace {

struct Look {
  ScreenKind kind;
  const char* name;
  Rgb colour;
  Rgb ink;
  const char* icon;
  const char* word;  ///< of the band
};

constexpr std::array<Look, 28> kLooks{{
    {ScreenKind::idle, "idle", kNavy, kWhite, "", ""},
    {ScreenKind::on_time, "on_time", kGreen, kWhite, "check", "Hello"},
    {ScreenKind::late, "late", kAmber, kInk, "clock", "Hello"},
    {ScreenKind::after_close, "after_close", kBlue, kWhite, "later", "After {time}"},
    {ScreenKind::already_in, "already_in", kGreen, kWhite, "check", "You are already in"},
    {ScreenKind::welcome_back, "welcome_back", kGreen, kWhite, "check", "Welcome back"},
    {ScreenKind::see_office, "see_office", kNavy, kWhite, "office", "Hello"},
    {ScreenKind::clock_unknown, "clock_unknown", kGreen, kWhite, "check", "Hello"},
    {ScreenKind::not_recorded, "not_recorded", kNavy, kWhite, "office", "Hello"},
    {ScreenKind::one_card, "one_card", kNavy, kWhite, "", ""},
    {ScreenKind::pick_class, "pick_class", kNavy, kWhite, "", ""},
    {ScreenKind::pick_month, "pick_month", kNavy, kWhite, "", ""},
    {ScreenKind::pick_child, "pick_child", kNavy, kWhite, "", ""},
    {ScreenKind::siblings, "siblings", kNavy, kWhite, "", ""},
    {ScreenKind::pick_reason, "pick_reason", kNavy, kWhite, "", ""},
    {ScreenKind::pick_language, "pick_language", kNavy, kWhite, "", ""},
    {ScreenKind::out_child, "out_child", kNavy, kWhite, "", ""},
    {ScreenKind::out_who, "out_who", kNavy, kWhite, "", ""},
    {ScreenKind::out_why, "out_why", kNavy, kWhite, "", ""},
    {ScreenKind::out_back, "out_back", kNavy, kWhite, "", ""},
    {ScreenKind::someone_comes, "someone_comes", kNavy, kWhite, "", ""},
    {ScreenKind::staff_pin, "staff_pin", kNavy, kWhite, "", ""},
    {ScreenKind::staff_menu, "staff_menu", kNavy, kWhite, "", ""},
    {ScreenKind::staff_late, "staff_late", kNavy, kWhite, "", ""},
    {ScreenKind::staff_out, "staff_out", kNavy, kWhite, "", ""},
    {ScreenKind::staff_reader, "staff_reader", kNavy, kWhite, "", ""},
    {ScreenKind::evacuate, "evacuate", kNavy, kWhite, "", ""},
    {ScreenKind::night, "night", kNavy, kWhite, "", ""},
}};

const Look& look_of(ScreenKind kind) {
  return *std::find_if(kLooks.begin(), kLooks.end(),
                       [&](const Look& look) { return look.kind == kind; });
}

/// A scene under way.
class Draft {
 public:
  Draft(const Screen& screen, const Words& words, const DisplayMm& display)
      : screen_(screen), words_(words), display_(display), look_(look_of(screen.kind)) {
    scene_.name = look_.name;
    scene_.width = display.width;
    scene_.height = display.height;
    scene_.background = kPaper;
  }

  Scene finished() {
    add_top();
    if (screen_.kind == ScreenKind::idle) {
      add_idle();
    } else if (screen_.kind == ScreenKind::see_office || screen_.kind == ScreenKind::not_recorded) {
      add_message("office", "Please go to the office");
    } else if (screen_.kind == ScreenKind::one_card) {
      add_message("cards", "One card at a time");
    } else {
      add_result();
    }
    if (screen_.can_undo) add_undo();
    if (screen_.waiting > 0) add_waiting();
    return std::move(scene_);
  }

 private:
  void add_top();
  void add_idle();
  void add_message(const char* icon, const char* says);
  void add_result();
  void add_undo();
  void add_waiting();
  void add_both(Column& column, const std::string& english, double em, bool bold);
  [[nodiscard]] Insertions inserted() const;
  /// The language beside English: the family's, or the one the entrance shows to all.
  [[nodiscard]] std::string second() const;
  [[nodiscard]] Box middle(double height) const;
  /// A tall screen has room for larger words.
  [[nodiscard]] double zoom() const { return display_.tall() ? 1.35 : 1; }

  const Screen& screen_;
  const Words& words_;
  const DisplayMm& display_;
  const Look& look_;
  Scene scene_;
  double top_ = 0;
};

std::string Draft::second() const {
  const bool to_all = screen_.kind == ScreenKind::idle || screen_.kind == ScreenKind::see_office ||
                      screen_.kind == ScreenKind::not_recorded ||
                      screen_.kind == ScreenKind::one_card;
  return to_all ? "ur" : screen_.language;
}

Insertions Draft::inserted() const {
  Insertions insert;
  if (screen_.child) insert["class"] = screen_.child->class_name;
  if (screen_.closes_at) insert["time"] = screen_.closes_at->shown();
  return insert;
}

Box Draft::middle(double height) const {
  const double room = display_.height - top_ - kTouch - kMargin;
  return {kMargin, top_ + std::max(0.0, (room - height) / 2), display_.width - 2 * kMargin, height};
}

void Draft::add_top() {
  Band band{look_.colour, look_.ink, look_.icon, "", "", "", ""};
  band.language = second();
  if (screen_.kind == ScreenKind::idle || screen_.kind == ScreenKind::one_card) {
    band.word = screen_.school_name;
  } else {
    const bool after = screen_.kind == ScreenKind::after_close && screen_.closes_at;
    const std::string word =
        screen_.kind == ScreenKind::after_close && !after ? "Hello" : look_.word;
    band.word = Words::english(word, inserted());
    band.other = words_.other(second(), word, inserted());
  }
  // A result shows the time that counts for this child, not the running clock.
  const auto& time = screen_.came_at ? screen_.came_at : screen_.clock;
  if (time) band.end = time->shown();
  top_ = add_band(scene_, band);
}

void Draft::add_both(Column& column, const std::string& english, double em, bool bold) {
  constexpr double kLeast = 6;
  const double headline = em > 8 ? 8 : kLeast;
  em *= zoom();
  column.add(Words::english(english, inserted()), "en", {em, headline, bold});
  column.add(words_.other(second(), english, inserted()), second(),
             {std::min(em, 8.0 * zoom()), kLeast});
}

void Draft::add_idle() {
  const double icon = display_.tall() ? 70 : screen_.reader_works ? 38 : 26;
  const char* says = screen_.reader_works ? "Tap your card" : "Please go to the office";
  const Box box = middle(icon + 62 * zoom());
  const std::string shown = screen_.reader_works ? "card" : "unplugged";
  scene_.nodes.emplace_back(Picture{
      {(display_.width - icon) / 2, box.y, icon, icon}, shown, screen_.reader_works ? kInk : kRed});
  Column column(scene_, {box.x, box.y + icon + kGap, box.w, 0}, true);
  add_both(column, says, kHeadline, true);
  if (!screen_.reader_works) add_both(column, "The card reader is not working.", 6, false);
}

void Draft::add_message(const char* icon, const char* says) {
  const double size = display_.tall() ? 70 : 38;
  const Box box = middle(size + 50 * zoom());
  scene_.nodes.emplace_back(Picture{{(display_.width - size) / 2, box.y, size, size}, icon, kInk});
  Column column(scene_, {box.x, box.y + size + kGap, box.w, 0}, true);
  add_both(column, says, kHeadline, true);
}

void Draft::add_result() {
  const bool tall = display_.tall();
  const std::string icon = screen_.child && !screen_.child->class_picture.empty()
                               ? screen_.child->class_picture
                               : "check";
  const double size = tall ? 90 : 52;
  const double y = top_ + (tall ? 24 : 7);
  const double x = tall ? (display_.width - size) / 2 : kMargin + 4;
  scene_.nodes.emplace_back(Picture{{x, y, size, size}, icon, kGreen});
  const double left = tall ? kMargin : x + size + 10;
  const Box box{left, tall ? y + size + 8 : y, display_.width - left - kMargin, 0};
  Column column(scene_, box, tall);
  const bool named = screen_.child && screen_.child->shown_name;
  if (named) column.add(*screen_.child->shown_name, "en", {kName * zoom(), 9, true});
  const bool has_class = screen_.child && !screen_.child->class_name.empty();
  const bool more = screen_.kind == ScreenKind::clock_unknown;
  add_both(column, has_class ? "You are in. Go to {class}." : "You are in.",
           more    ? 6
           : named ? kSentence
                   : kHeadline,
           !named);
  if (more) add_both(column, "The office will check the time.", 6, false);
}

void Draft::add_undo() {
  constexpr double kWide = 74;
  constexpr double kIcon = 14;
  const Box box{display_.width - kMargin - kWide, display_.height - kMargin - kTouch, kWide,
                kTouch};
  constexpr double kEdge = 0.8;
  scene_.nodes.emplace_back(Panel{box, kRed, 4});
  scene_.nodes.emplace_back(
      Panel{{box.x + kEdge, box.y + kEdge, box.w - 2 * kEdge, box.h - 2 * kEdge}, kWhite, 3.4});
  scene_.nodes.emplace_back(
      Picture{{box.x + 5, box.y + (kTouch - kIcon) / 2, kIcon, kIcon}, "undo", kRed});
  const double left = box.x + kIcon + 8;
  const double wide = box.w - kIcon - 11;
  const std::string other = words_.other(second(), "Not me", {});
  const double all = 6 * line_of("en") + (other.empty() ? 0 : 4.5 * line_of(second()));
  double y = box.y + (kTouch - all) / 2;
  scene_.nodes.emplace_back(Text{
      {left, y, wide, 6 * line_of("en")}, "Not me", "en", 6, kRed, kWhite, true, Align::centre});
  y += 6 * line_of("en");
  if (!other.empty()) {
    scene_.nodes.emplace_back(Text{{left, y, wide, 4.5 * line_of(second())},
                                   other,
                                   second(),
                                   4.5,
                                   kRed,
                                   kWhite,
                                   false,
                                   Align::centre});
  }
  scene_.nodes.emplace_back(Button{box, "not_me", "Not me"});
}

void Draft::add_waiting() {
  const double line = kSmall * line_of("en");
  scene_.nodes.emplace_back(Text{{kMargin, display_.height - kMargin / 2 - line, 30, line},
                                 "\u2191 " + std::to_string(screen_.waiting),
                                 "en",
                                 kSmall,
                                 kQuiet,
                                 kPaper,
                                 false,
                                 Align::start});
}

}  // namespace

std::string name_of(ScreenKind kind) { return look_of(kind).name; }

Scene view(const Screen& screen, const Words& words, const DisplayMm& display) {
  return Draft(screen, words, display).finished();
}

}  // namespace handbell::kiosk
