// What accounts.db holds. Hashes are hexadecimal text.
#pragma once

#include "app/base/hex.h"
#include "app/base/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace handbell::store {

struct Account {
  std::string staff;           ///< the StaffMember's id
  std::string password;        ///< argon2id; empty: invited only
  Bytes totp;                  ///< the secret of the six-figure codes; may be empty
  std::int64_t totp_step = 0;  ///< the last that counted
  std::string pin;             ///< argon2id; empty: none
  int pin_wrong = 0;           ///< in a row
  bool locked = false;
  int recovery_left = 0;
  Instant invited_until{};  ///< 0: no invitation

  [[nodiscard]] bool active() const { return !password.empty() && !locked; }
};

struct Credentials {
  std::string password{};
  std::string pin{};
  Bytes totp{};
  std::int64_t totp_step = 0;
};

struct Invitation {
  std::string staff;
  std::string hash;
  Instant until;
};

struct Device {
  std::int64_t id = 0;
  std::string name;
  std::vector<std::string> classes;
  std::string made_by;
  std::string cookie;  ///< hash; empty: its code was not typed yet
};

struct NewDevice {
  std::string name;
  std::vector<std::string> classes;
  std::string made_by;
  std::string code;  ///< hash
  Instant code_until;
};

/// For a supply teacher: one class, until the evening.
struct DayPass {
  std::string hash;
  std::string name;
  std::string class_name;
  Instant until;
  std::string made_by;
};

struct SessionRow {
  std::string hash;         ///< of the cookie
  std::string staff;        ///< empty with a day pass
  std::string pass;         ///< hash of the day pass, or empty
  std::int64_t device = 0;  ///< the classroom device, or 0
  bool whole = false;  ///< signed in with all that the person's roles ask for, not by PIN alone
  Instant begun;
  Instant seen;
};

}  // namespace handbell::store
