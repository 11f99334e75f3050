// The office's own card readers, with which cards are given out: those that handbell.toml names, as
// children of the office, and those that another program at a desk sends from.
//
// The socket takes lines "NAME LINE", LINE as drivers/card/reader_line.h has it. Who is silent for
// 2.5 s is not connected any more.
#pragma once

#include "app/office/web/card_desk.h"
#include "drivers/card/reader_process.h"
#include "drivers/control/line_socket.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace handbell::office {

class DeskReaders {
 public:
  /// `program`: the path of handbell-reader. `desk` outlives it. Faults: bad_config,
  /// program_failed, address_wrong.
  [[nodiscard]] static Result<std::unique_ptr<DeskReaders>> open(
      const std::string& program, const std::vector<std::string>& connections,
      const std::string& socket, CardDesk& desk, std::function<Steady()> now);
  DeskReaders(const DeskReaders&) = delete;
  DeskReaders& operator=(const DeskReaders&) = delete;
  ~DeskReaders();

  /// How to speak to this card where it lies on a reader of the office's own; else null. Lives as
  /// long as this does.
  [[nodiscard]] card::CardTalk* talk_to(const CardNumber& card);

 private:
  DeskReaders(control::LineSocket socket, CardDesk& desk, std::function<Steady()> now);
  [[nodiscard]] Status start(const std::string& program, const std::vector<std::string>& readers);
  void listen();
  [[nodiscard]] std::string hear(const std::string& line);
  void take(const std::string& reader, const card::ReaderEvent& event);
  void keep_lying(std::size_t child, const card::ReaderEvent& event);
  void forget_silent();

  control::LineSocket socket_;
  CardDesk& desk_;
  std::function<Steady()> now_;
  std::map<std::string, Steady> senders_;  ///< when each was last heard; the thread's alone
  struct Child {
    std::unique_ptr<card::ReaderProcess> process;
    std::optional<CardNumber> lies{};  ///< under the lock
  };
  std::vector<Child> children_;
  std::mutex lying_mutex_;
  int end_[2] = {-1, -1};
  std::thread thread_;
};

}  // namespace handbell::office
