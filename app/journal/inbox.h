// Where the office puts what kiosks send.
//
// Each entry once, in order, or nothing. A history that does not fit what is held is refused, and
// what was wrong with it stays on the office's page: it does not go away by itself.
#pragma once

#include "app/journal/enrolment.h"
#include "app/journal/message.h"

#include <string>
#include <vector>

namespace handbell::journal {

/// A kiosk as the office knows it.
struct KioskSeen {
  std::uint32_t number = 0;
  std::string name;
  std::optional<Instant> last_contact;
  KioskHealth health;
  std::vector<HistoryId> journals;  ///< that it wrote, oldest first
  Head held;                        ///< of its newest journal
  std::string fault;                ///< a sentence, empty where all is well
  std::optional<Instant> fault_since;
  bool revoked = false;
  friend bool operator==(const KioskSeen&, const KioskSeen&) = default;
};

class Inbox {
 public:
  Inbox() = default;
  Inbox(const Inbox&) = delete;
  Inbox& operator=(const Inbox&) = delete;
  virtual ~Inbox() = default;

  /// A new kiosk. Fault: bad_name.
  [[nodiscard]] virtual Result<std::uint32_t> enrol(const std::string& name,
                                                    const KioskKey& key) = 0;
  /// A code was made; one that was made for the same name before is nobody's. Fault: bad_name.
  [[nodiscard]] virtual Status invite(const Invitation& invitation) = 0;
  /// Those that are still open.
  [[nodiscard]] virtual Result<std::vector<Invitation>> invitations(Instant now) = 0;
  /// The kiosk that was invited with `code_key`, once: a new number, or that of the kiosk of this
  /// name, whose old key then opens nothing any more. Fault: enrol_code_wrong.
  [[nodiscard]] virtual Result<std::uint32_t> enrol_invited(const KioskKey& code_key,
                                                            const KioskKey& key, Instant now) = 0;
  /// Its key opens nothing any more: what it still had to send is taken only when it is enrolled
  /// again under its name. Fault: kiosk_unknown.
  [[nodiscard]] virtual Status revoke_kiosk(std::uint32_t kiosk) = 0;
  /// Fault: kiosk_unknown, also of one that was revoked.
  [[nodiscard]] virtual Result<KioskKey> key_of(std::uint32_t kiosk) = 0;
  /// Takes what is new and answers how far the office is; a message that cannot be taken gets an
  /// answer that says why. Faults: disk_full, disk_failed: then nothing is answered.
  [[nodiscard]] virtual Result<SyncAnswer> apply(const SyncMessage& message, Instant now) = 0;
  [[nodiscard]] virtual Result<std::vector<KioskSeen>> kiosks() = 0;
};

}  // namespace handbell::journal
