// One program has a reader at a time, also where the reader is no file that could be locked.
//
// Two kiosks on one reader would each tell the same tap. The lock is a socket's name that only
// lives as long as its process, however that ends.
#pragma once

#include <optional>
#include <string>

namespace handbell::card {

class NameLock {
 public:
  /// None: another process holds it.
  [[nodiscard]] static std::optional<NameLock> take(const std::string& name);
  NameLock(NameLock&& other) noexcept;
  NameLock& operator=(NameLock&& other) noexcept;
  NameLock(const NameLock&) = delete;
  NameLock& operator=(const NameLock&) = delete;
  ~NameLock();

 private:
  explicit NameLock(int socket) : socket_(socket) {}
  int socket_;
};

}  // namespace handbell::card
