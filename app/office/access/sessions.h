// Who is signed in, by the cookie that the browser shows: in memory, with a line each in
// accounts.db.
//
//   15 minutes without a page            over (a classroom device asks for the PIN again)
//   10 hours after signing in            over
//   the office starts again              goes on: a teacher in the middle of a register keeps it
//   locked, signed out everywhere, new password, device lost: over at once
//
// The cookie is 256 bits of chance; what is kept is its hash.
#pragma once

#include "app/base/random.h"
#include "app/store/accounts.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace handbell::office {

class Sessions {
 public:
  static constexpr Millis kIdle = minutes(15);
  static constexpr Millis kLongest = hours(10);

  /// `accounts` outlives it. Faults: those of reading.
  [[nodiscard]] static Result<std::unique_ptr<Sessions>> open(store::Accounts& accounts);
  /// Keeps when each was seen last.
  ~Sessions() { flush(); }
  Sessions(const Sessions&) = delete;
  Sessions& operator=(const Sessions&) = delete;

  /// `row`: all but hash and times. Answers what the cookie says.
  [[nodiscard]] Result<std::string> begin(store::SessionRow row, Random& random, Instant now);
  /// The session of a cookie, seen now; nothing where it is over. In memory.
  [[nodiscard]] std::optional<store::SessionRow> find(const std::string& cookie, Instant now);
  /// The same without having been there: nothing lives longer by it.
  [[nodiscard]] std::optional<store::SessionRow> look(const std::string& cookie, Instant now);
  [[nodiscard]] Status end(const std::string& cookie);
  /// Of one person, by when they began.
  [[nodiscard]] std::vector<store::SessionRow> of(const std::string& staff, Instant now);
  /// Writes down when each was seen last.
  void flush();
  /// True once a minute: it is time to flush.
  [[nodiscard]] bool wants_flush(Instant now);

 private:
  explicit Sessions(store::Accounts& accounts) : accounts_(accounts) {}
  [[nodiscard]] Status load();
  void follow();
  [[nodiscard]] store::SessionRow* standing(const std::string& cookie, Instant now);

  store::Accounts& accounts_;
  std::mutex mutex_;
  std::map<std::string, store::SessionRow> rows_;  ///< by hash
  std::uint64_t known_ended_ = 0;
  Instant flushed_;
};

/// Stands in every form of this session's pages.
[[nodiscard]] std::string form_token_of(const std::string& cookie);
[[nodiscard]] bool is_over(const store::SessionRow& row, Instant now);

}  // namespace handbell::office
