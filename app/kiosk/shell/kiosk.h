// The kiosk at work: one loop that takes what happened, steps the flow, does what it asks for.
//
// 1. Threads (readers, journal, office) put events into the inbox; the loop alone has the state.
// 2. The journal's owner writes; its answer comes back as an event, and only then the screen says
//    that the child is in.
// 3. The loop sleeps until the next deadline; nothing is painted that did not change.
#pragma once

#include "app/base/daily_hours.h"
#include "app/kiosk/link/book_link.h"
#include "app/kiosk/link/office_link.h"
#include "app/kiosk/shell/admin_desk.h"
#include "app/kiosk/shell/clock_watch.h"
#include "app/kiosk/shell/failure_note.h"
#include "app/kiosk/shell/kiosk_folder.h"
#include "app/kiosk/shell/loudspeaker.h"
#include "app/kiosk/shell/painted_screen.h"
#include "app/kiosk/shell/readers.h"
#include "app/kiosk/shell/slips.h"

#include <atomic>

namespace handbell::kiosk {

struct KioskSettings {
  std::string rehearsal_file;    ///< empty in a real site
  std::vector<CardNumber> keys;  ///< a rehearsal's cards on the keys 1 to 9
  DoorSettings door;
  DailyHours night;
  DailyHours dim;
  SoundSettings sound;
  keys::StaffProof* proof = nullptr;  ///< outlives the kiosk; null: no key, no release at this door
};

class Kiosk {
 public:
  /// `folder` and `random` outlive it.
  Kiosk(KioskFolder& folder, Random& random, KioskSettings settings);
  Kiosk(const Kiosk&) = delete;
  Kiosk& operator=(const Kiosk&) = delete;
  ~Kiosk();

  [[nodiscard]] Inbox& inbox() { return inbox_; }
  [[nodiscard]] Readers& readers() { return readers_; }
  [[nodiscard]] Slips& slips() { return slips_; }
  /// Until `end`, or the window is closed. Faults: disk_failed (to be started again by the
  /// supervisor), display_failed, those of starting.
  [[nodiscard]] Status run(Display& display, PaintedScreen& screen, const std::atomic<bool>& end);

 private:
  [[nodiscard]] Status start(Display& display);
  [[nodiscard]] Status start_links();
  void take(const Event& event, Display& display);
  void obey(const WriteEvent& write);
  void end_over_disk(Steady now);
  void obey(const Effect& effect, const Moment& now, Display& display);
  /// Reads what somebody asked for once it stands there, and no longer than it does.
  void read_aloud(const PaintedScreen& screen, Display& display);
  void clock_changed();
  [[nodiscard]] bool within(const DailyHours& hours, const Moment& now) const;
  void mind_night(const Moment& now, Display& display);
  void rest(store::JournalFile& held);
  [[nodiscard]] Status prune(store::JournalFile& held);
  [[nodiscard]] Millis until_next(const Moment& now) const;
  void touched(const std::vector<Touch>& touches, Display& display, const PaintedScreen& screen);

  KioskFolder& folder_;
  Random& random_;
  KioskSettings settings_;
  store::SiteClock clock_;
  store::SiteClock link_clock_;
  store::SiteClock rest_clock_;  ///< the journal's thread alone asks it
  ClockWatch watch_;
  FailureNote failure_;
  Inbox inbox_;
  Readers readers_;
  std::atomic<bool> rest_failed_ = false;
  std::optional<SchoolDay> pruned_on_;
  store::Owner<store::JournalFile> journal_;
  std::unique_ptr<BookLink> book_link_;
  std::unique_ptr<OfficeLink> link_;
  std::unique_ptr<AdminDesk> admin_desk_;
  std::unique_ptr<StaffCheck> staff_check_;
  Loudspeaker loudspeaker_;
  Slips slips_;
  std::vector<PrintSlip> to_print_;
  State state_;
  Steady asked_machine_;
  bool disk_failed_ = false;
  Steady failure_seen_;  ///< until then somebody still reads that the disk failed
  bool asked_to_read_ = false;
  std::string read_of_;  ///< the scene that is read aloud; empty: none
};

}  // namespace handbell::kiosk
