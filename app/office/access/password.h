// Passwords and PINs: which ones are taken, and how they are kept (argon2id, 64 MiB, about 60 ms).
//
// hash() and matches() are slow on purpose and take much memory: they run on PasswordWorkers alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace handbell::office {

/// Composed (NFC), so that an accent counts the same from every keyboard; as it is where it is not
/// UTF-8, which is refused.
[[nodiscard]] std::string as_typed_anywhere(std::string_view password);

/// Empty, or the sentence that says what is wrong: 12 to 128 characters; none that holds a name of
/// `about` (the person's, the school's), none of those that everybody tries first.
[[nodiscard]] std::string why_no_password(const std::string& password,
                                          const std::vector<std::string>& about);
/// Empty, or what is wrong: six figures, not all alike and not in a row.
[[nodiscard]] std::string why_no_pin(const std::string& pin);

/// Empty where there is not the memory for it.
[[nodiscard]] std::string hash_password(const std::string& secret);
/// A wrong one takes as long where there is no hash at all, so that nobody learns who is there.
[[nodiscard]] bool password_matches(const std::string& hash, const std::string& secret);

}  // namespace handbell::office
