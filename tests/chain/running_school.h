// A whole school of real programs in a temporary folder: chip, kiosk, office, commands.
#pragma once

#include "../store/temporary_folder.h"
#include "emulated_reader.h"
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>

namespace handbell::chain {

using testing_support::EmulatedReader;
using testing_support::RunningProgram;
using testing_support::told;
using testing_support::until;

inline std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Children of assets/demo, by card: Reception (Bees), Nursery (Ducklings).
inline constexpr const char* kReceptionCard = "AFF65EC0";
inline constexpr const char* kNurseryCard = "042CDB325E3BD3";

/// The names on the screens that say "you are in"; a line that was cut off says nothing. Brothers
/// and sisters who may be chosen there are not in.
inline std::set<std::string> greeted(const std::string& described) {
  static const std::set<std::string> kIn{"on_time", "late", "after_close", "already_in"};
  std::set<std::string> names;
  std::istringstream lines(described);
  for (std::string line; std::getline(lines, line);) {
    const auto screen = nlohmann::json::parse(line, nullptr, false);
    if (screen.is_discarded() || !kIn.contains(screen.value("screen", ""))) continue;
    std::set<std::string> here;
    for (const auto& text : screen["texts"]) here.insert(text["text"].get<std::string>());
    for (const auto& button : screen["buttons"]) here.erase(button["label"].get<std::string>());
    names.merge(here);
  }
  return names;
}

class RunningSchool {
 public:
  /// With the children of assets/demo, or with its calendar alone.
  explicit RunningSchool(bool children = true) {
    handbell("init " + site() + " --rehearsal --name School");
    for (const std::string what : {"pupils", "cards", "calendar"}) {
      if (!children && what != "calendar") continue;
      handbell("import " + what + " " HANDBELL_SOURCE "/assets/demo/" + what + ".csv");
    }
    set_clock("2026-01-12T08:51:00");
  }

  [[nodiscard]] std::string site() const { return folder_.file("site"); }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }
  [[nodiscard]] std::string folder() const { return folder_.path(); }
  [[nodiscard]] std::string kiosk_folder() const { return site() + "/kiosk-1"; }
  [[nodiscard]] std::string control() const { return folder_.file("kiosk.sock"); }

  /// Runs a command of `handbell`: its output, with exit status 0 expected.
  std::string handbell(const std::string& words, int status = 0) const {
    const std::string said = folder_.file("said");
    const std::string command = std::string(HANDBELL_BIN "/handbell --site ") + site() + " " +
                                words + " >" + said + " 2>&1";
    const int ended = std::system(command.c_str());
    EXPECT_EQ(WEXITSTATUS(ended), status) << words << "\n" << text_of(said);
    return text_of(said);
  }
  void set_clock(const std::string& local) const {
    handbell("clock set " + local);
    handbell("clock hold");
  }

  void start_office() {
    office_.emplace(std::vector<std::string>{HANDBELL_BIN "/handbell-office", "--site", site(),
                                             "--listen", "127.0.0.1:0"},
                    file("office.log"));
    EXPECT_TRUE(
        until([&] { return text_of(file("office.log")).find("http") != std::string::npos; }));
  }
  int end_office(int signal = SIGTERM) {
    const int status = office_->end(signal);
    office_.reset();
    std::remove(file("office.log").c_str());
    return status;
  }
  /// The kiosk of another installation.
  void use_kiosk(const std::string& program) { program_ = program; }
  /// Starts it, and does not wait. `shell`: words of the shell that come before. `folder`: another
  /// kiosk's than kiosk-1.
  void begin_kiosk(const std::string& reader = "", const std::string& shell = "",
                   const std::string& folder = "") {
    std::remove(file("described").c_str());
    const std::string command = shell + "exec " + program_ + " --site " + site() +
                                " --describe --display memory --control " + control() +
                                (reader.empty() ? "" : " --reader " + reader) +
                                (folder.empty() ? "" : " --folder " + folder);
    kiosk_.emplace(std::vector<std::string>{"/bin/sh", "-c", command}, file("described"));
  }
  /// Starts it, and waits until it shows something and listens.
  void start_kiosk(const std::string& reader = "", const std::string& shell = "",
                   const std::string& folder = "") {
    begin_kiosk(reader, shell, folder);
    EXPECT_TRUE(until([&] { return shows("\"screen\"") && answers(); })) << lately();
  }
  int end_kiosk(int signal = SIGTERM) {
    const int status = kiosk_->end(signal);
    kiosk_.reset();
    return status;
  }
  [[nodiscard]] const RunningProgram& office() const { return *office_; }
  [[nodiscard]] RunningProgram& kiosk() { return *kiosk_; }
  /// With the door book of this school, and then without the office.
  void learn_school() {
    start_office();
    start_kiosk();
    EXPECT_TRUE(until([&] { return shows("School"); })) << lately();
    end_kiosk();
    end_office();
  }

  [[nodiscard]] bool answers() const { return !told(control(), "state").empty(); }
  std::string card(const std::string& uid) const { return told(control(), "card " + uid); }
  [[nodiscard]] std::string described() const { return text_of(file("described")); }
  /// The end of it, for messages.
  [[nodiscard]] std::string lately() const {
    constexpr std::size_t kEnough = 1500;
    const std::string text = described();
    return text.substr(text.size() - std::min(text.size(), kEnough));
  }
  /// What the newest screen says; between screens the kiosk may tell its keeper something.
  [[nodiscard]] bool shows(const std::string& words) const {
    return newest_screen().find(words) != std::string::npos;
  }
  /// The newest screen says that this child is in.
  [[nodiscard]] bool greets(const std::string& name) const {
    return greeted(newest_screen()).contains(name);
  }
  [[nodiscard]] bool shows_screen(const std::string& name) const {
    return shows("\"screen\":\"" + name + "\"");
  }

  /// The last whole line that is a screen's.
  [[nodiscard]] std::string newest_screen() const {
    std::istringstream lines(described());
    std::string newest;
    for (std::string line; std::getline(lines, line) && !lines.eof();) {
      if (line.starts_with("{")) newest = std::move(line);
    }
    return newest;
  }

  [[nodiscard]] nlohmann::json late(const std::string& day) const {
    return nlohmann::json::parse(handbell("report lateness --on " + day + " --format json"));
  }
  /// How many entries the journal of the stopped kiosk and the register hold, as `verify` counts.
  [[nodiscard]] std::string verified() const { return handbell("verify"); }

 private:
  store::TemporaryFolder folder_;
  std::string program_ = HANDBELL_BIN "/handbell-kiosk";
  std::optional<RunningProgram> office_;
  std::optional<RunningProgram> kiosk_;
};

/// The cards of assets/demo whose children are on roll in January 2026, in their order.
inline std::vector<std::string> demo_cards() {
  std::ifstream file(HANDBELL_SOURCE "/assets/demo/cards.csv");
  std::vector<std::string> cards;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= line.size();) {
      const auto comma = std::min(line.find(',', at), line.size());
      cells.push_back(line.substr(at, comma - at));
      at = comma + 1;
    }
    if (cells.size() > 4 && cells[4].find_first_not_of("\r") == std::string::npos) {
      cards.push_back(cells[2]);
    }
  }
  return cards;
}

}  // namespace handbell::chain
