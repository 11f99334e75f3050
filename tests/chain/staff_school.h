// A whole school with a member of staff who has a card and a PIN, and what the kiosk then tells.
#pragma once

#include "evidence.h"

#include <filesystem>

namespace handbell::chain {

inline constexpr const char* kStaffCard = "AFF65E99";

class StaffSchool : public RunningSchool {
 public:
  explicit StaffSchool(bool children = true) : RunningSchool(children) {
    std::ofstream(file("staff.csv")) << "StaffId,Name,Position,Role\nJO,Joy Okoro,Manager,office\n";
    std::ofstream(file("pin")) << "4242\n4242\n";
    handbell("import staff " + file("staff.csv"));
    handbell("staff card JO --card " + std::string(kStaffCard) + " <" + file("pin"));
  }

  /// A private copy of the programs and of what stands beside them, to be broken.
  [[nodiscard]] std::string bin() const { return file("installed/bin"); }
  [[nodiscard]] std::string share() const { return file("installed/share/handbell"); }
  void install() {
    namespace fs = std::filesystem;
    fs::remove_all(file("installed"));
    fs::create_directories(bin());
    fs::create_directories(share());
    for (const char* program : {"/handbell-kiosk", "/handbell-reader"}) {
      fs::copy_file(std::string(HANDBELL_BIN) + program, bin() + program);
    }
    for (const char* part : {"/fonts", "/i18n", "/icons", "/theme", "/voice"}) {
      fs::copy(HANDBELL_BIN "/../share/handbell" + std::string(part), share() + part,
               fs::copy_options::recursive);
    }
    use_kiosk(bin() + "/handbell-kiosk");
  }

  void press(const std::string& button) const { (void)told(control(), "press " + button); }
  /// Card and PIN, up to the menu.
  void sign_in() const {
    (void)card(kStaffCard);
    EXPECT_TRUE(until([&] { return shows_screen("staff_pin"); })) << lately();
    for (const char* digit : {"choice:3", "choice:1", "choice:3", "choice:1"}) press(digit);
    EXPECT_TRUE(until([&] { return shows_screen("staff_menu"); })) << lately();
  }
  /// The newest whole screen.
  [[nodiscard]] nlohmann::json screen() const {
    nlohmann::json newest;
    std::istringstream lines(described());
    for (std::string line; std::getline(lines, line);) {
      auto screen = nlohmann::json::parse(line, nullptr, false);
      if (screen.is_object()) newest = std::move(screen);
    }
    return newest;
  }
  /// How many texts of the newest screen say exactly this.
  [[nodiscard]] std::size_t texts_with(const std::string& words) const {
    std::size_t found = 0;
    const auto newest = screen();
    for (const auto& text : newest.at("texts")) {
      if (text["text"] == words) ++found;
    }
    return found;
  }
  /// The buttons of the newest screen: label to id.
  [[nodiscard]] std::map<std::string, std::string> buttons() const {
    std::map<std::string, std::string> found;
    const auto newest = screen();
    for (const auto& button : newest.at("buttons")) {
      found[button["label"].get<std::string>()] = button["id"].get<std::string>();
    }
    return found;
  }
  /// What the kiosk printed besides its screens.
  [[nodiscard]] std::vector<std::string> log() const {
    std::vector<std::string> said;
    std::istringstream lines(described());
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with("{")) said.push_back(line);
    }
    return said;
  }
};

}  // namespace handbell::chain
