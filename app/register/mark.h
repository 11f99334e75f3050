// An entry of the register: who wrote which mark, when and why (policy 3; D21).
//
// An amendment is another entry that names the one it replaces: what was, what is, why, when, who.
// Neither is ever changed; the newest by a person is the current mark of its pupil and session.
#pragma once

#include "app/base/instant.h"
#include "app/base/pupil_id.h"
#include "app/base/session_id.h"
#include "app/register/code.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handbell::reg {

/// A person with a position, as regulation 13 wants the author of an amendment named.
class Author {
 public:
  /// "NAME, POSITION", 1 to 80 characters each. Fault: bad_person.
  [[nodiscard]] static Result<Author> parse(std::string_view text);
  [[nodiscard]] static Result<Author> from(std::string_view name, std::string_view position);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& position() const { return position_; }
  [[nodiscard]] std::string text() const { return name_ + ", " + position_; }
  friend bool operator==(const Author&, const Author&) = default;

 private:
  Author(std::string name, std::string position)
      : name_(std::move(name)), position_(std::move(position)) {}
  std::string name_;
  std::string position_;
};

/// Characters of a reason and the like, as many as a cell of a file takes: what is longer is
/// refused, for it would be written and never read again.
inline constexpr std::size_t kLongestReason = 1000;
/// Fault: entry_too_long, naming what it is and how many characters it may have.
[[nodiscard]] Status text_fits(std::string_view text, const std::string& what,
                               std::size_t most = kLongestReason);

struct MarkDraft {
  PupilId pupil;
  SessionId session;
  Code code;
  std::optional<int> minutes_late;  ///< with L and U; 0 to 1439
  std::optional<Instant> arrived;   ///< the first contact that it rests on
  std::string reason;               ///< why this, or why changed; never empty
  std::string source;               ///< "Front door", "Class teacher"
  Author by;
  friend bool operator==(const MarkDraft&, const MarkDraft&) = default;
};

struct Mark {
  std::uint64_t entry = 0;  ///< the register's own number
  Instant at;               ///< when it was written
  MarkDraft what;
  std::uint64_t replaces = 0;  ///< the entry before it; 0: the first of its session
  friend bool operator==(const Mark&, const Mark&) = default;
};

/// Fault: entry_incomplete naming what is missing, where reason or source is empty.
[[nodiscard]] Status complete(const MarkDraft& draft);

}  // namespace handbell::reg
