// The reader's child, looked after: started, listened to, ended and started again.
//
// libnfc can crash or freeze its process; here that is a pause in the taps and nothing more. After
// 2.5 s of silence the child is killed. The time from one start to the next doubles from 50 ms to
// 2 s; there are 50 ms between an end and the next start at least.
#pragma once

#include "drivers/card/reader.h"
#include "drivers/card/reader_line.h"
#include "drivers/card/reader_talk.h"
#include "drivers/card/tap_keeper.h"

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace handbell::card {

class ReaderProcess final : public Reader {
 public:
  /// `command`: the program and its arguments. `now`: milliseconds since the machine started.
  ReaderProcess(std::vector<std::string> command, std::function<Steady()> now);
  ReaderProcess(const ReaderProcess&) = delete;
  ReaderProcess& operator=(const ReaderProcess&) = delete;
  ~ReaderProcess() override;

  [[nodiscard]] Status start(ReaderQueue queue) override;
  void stop() override;
  /// From another thread than the kiosk's loop: it waits for the card.
  [[nodiscard]] CardTalk* talk() override { return &talk_; }
  [[nodiscard]] ReaderState state() const override { return state_; }
  [[nodiscard]] ReaderTrouble trouble() const override { return trouble_; }
  /// How often the child was started.
  [[nodiscard]] int starts() const { return starts_; }

 private:
  struct Child;
  void look_after();
  void listen_to(Child& child);
  [[nodiscard]] bool hear(Child& child);
  void take(const ReaderLine& line);
  void set_state(ReaderState state, ReaderTrouble trouble = ReaderTrouble::none);
  /// False: to be stopped.
  [[nodiscard]] bool pause(Steady started);

  std::vector<std::string> command_;
  std::function<Steady()> now_;
  ReaderQueue queue_;
  std::atomic<ReaderState> state_ = ReaderState::starting;
  std::atomic<ReaderTrouble> trouble_ = ReaderTrouble::none;
  std::atomic<int> starts_ = 0;
  TapKeeper taps_;
  ReaderTalk talk_;
  Millis pause_;
  Steady heard_;
  Steady last_ready_;
  int end_[2] = {-1, -1};  ///< written to once: stop
  std::thread thread_;
};

}  // namespace handbell::card
