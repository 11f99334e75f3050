// The key process, looked after from the kiosk or the office: started when it is first needed,
// asked, ended and started again.
//
// 1. Everything here waits, so it is called from a thread that may; one question at a time.
// 2. A process that cannot be started, died, answers nothing in time or something wrong proves
//    nothing, and says nothing against a card or a PIN either: no_key. It is ended, and started
//    anew for the next question.
// 3. Starting it may take 3 s, before the time for a card begins; warm() does it beforehand.
// 4. It ends with us: its input ends when we do.
#pragma once

#include "drivers/keyholder/key_line.h"
#include "drivers/keyholder/staff_proof.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace handbell::keys {

enum class EnrolEnd : std::uint8_t {
  enrolled,
  refused,  ///< the card has keys that are not of this site, or takes no commands
  left,     ///< taken away before it was done; enrol it again
  no_key,   ///< this machine has no administration key of `to`
  silent,   ///< the process does not answer
};
/// For a card and for a PIN's verifier, each.
inline constexpr Millis kLongestEnrolment = seconds(5);

class KeyProcess final : public StaffProof {
 public:
  /// `command`: the program and its arguments. `now`: milliseconds since the machine started.
  KeyProcess(std::vector<std::string> command, std::function<Steady()> now);
  KeyProcess(const KeyProcess&) = delete;
  KeyProcess& operator=(const KeyProcess&) = delete;
  ~KeyProcess() override;

  /// Starts the process where it does not run, within 3 s. Whoever may wait calls it early.
  void warm();

  [[nodiscard]] CardProof prove(const CardNumber& card, std::uint8_t version,
                                card::CardTalk& talk) override;
  [[nodiscard]] PinAnswer try_pin(const CardNumber& card, std::uint8_t version,
                                  const PinVerifier& verifier, std::string_view digits) override;

  // For the office alone, whose folder has the administration keys.
  /// The newest version with which cards can be written, within 3 s; nothing: none was made.
  /// Faults: site_key_garbled, program_silent.
  [[nodiscard]] Result<std::optional<NewestKey>> newest();
  /// `from`: with which the card was given, 0 for one from its factory; the other versions that
  /// are here are tried after it.
  [[nodiscard]] EnrolEnd enrol(const CardNumber& card, std::uint8_t from, std::uint8_t to,
                               card::CardTalk& talk, Millis most = kLongestEnrolment);
  /// Nothing: no key of this version, a wedge number, digits that are no release PIN, no memory
  /// for it, or no process.
  [[nodiscard]] std::optional<PinVerifier> make_verifier(const CardNumber& card,
                                                         std::uint8_t version,
                                                         std::string_view digits,
                                                         Millis most = kLongestEnrolment);

  /// How often the process was started.
  [[nodiscard]] int starts() const { return starts_; }
  /// 0: none runs.
  [[nodiscard]] int pid() const { return pid_; }

 private:
  struct Child;
  using Request = decltype(KeyRequest::what);
  using Reply = decltype(KeyReply::what);

  // Under the lock, all of them. Nothing: nobody answers.
  [[nodiscard]] std::optional<KeyEnd> carried(const CardNumber& card, Request question,
                                              card::CardTalk& talk, Steady until);
  [[nodiscard]] std::optional<KeyEnd> carried_on(SendCommand send, card::CardTalk& talk,
                                                 Steady until);
  /// It runs and has answered, now or before.
  [[nodiscard]] bool ready(Steady until);
  /// A new question, for which the process is started if need be.
  [[nodiscard]] std::optional<Reply> asked(Request question, Steady until);
  /// One line, one answer. Nothing: the process is ended.
  [[nodiscard]] std::optional<Reply> said(Request what, Steady until);
  [[nodiscard]] bool run();
  void end();

  std::vector<std::string> command_;
  std::function<Steady()> now_;
  std::mutex mutex_;
  std::unique_ptr<Child> child_;
  std::uint32_t seq_ = 0;
  bool talked_ = false;  ///< the last talk with a card was opened
  std::atomic<int> starts_ = 0;
  std::atomic<int> pid_ = 0;
};

}  // namespace handbell::keys
