// The kiosk's card readers, each a child process, as events for the inbox.
#pragma once

#include "app/journal/seal.h"
#include "app/kiosk/shell/staff_check.h"
#include "app/store/site_clock.h"
#include "drivers/card/reader_process.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace handbell::kiosk {

class Readers {
 public:
  /// `program`: the path of handbell-reader; `clock`: for the wall time of a tap.
  Readers(Inbox& inbox, const journal::KioskKey& card_key, std::string rehearsal_file);

  /// Once. Faults: bad_config, program_failed.
  [[nodiscard]] Status start(const std::string& program,
                             const std::vector<std::string>& connections);
  void stop();
  /// A card that no reader saw: a rehearsal's.
  void card(const CardNumber& uid, Steady at);
  /// For the office's page: readers_text().
  [[nodiscard]] std::string state() const { return readers_text(health()); }
  /// Each, in the order of the configuration. From any thread once all are added.
  [[nodiscard]] std::vector<ReaderHealth> health() const;
  /// Where that card lies now. Of one that no reader saw: uid_only.
  [[nodiscard]] FoundCard find(const reg::CardHash& card);

 private:
  void take(std::size_t which, const card::ReaderEvent& event);
  void tapped(const reg::CardHash& card, Steady at);
  [[nodiscard]] reg::CardHash hash_of(const CardNumber& card) const;

  Inbox& inbox_;
  journal::KioskKey card_key_;
  std::string rehearsal_file_;
  struct Kept {
    std::string name;
    std::unique_ptr<card::ReaderProcess> process;
  };
  std::vector<Kept> readers_;
  std::mutex lying_mutex_;
  std::map<std::size_t, CardNumber> lying_;  ///< by reader: as long as it lies there
  std::optional<reg::CardHash> unread_;      ///< the newest card that no reader saw
};

}  // namespace handbell::kiosk
