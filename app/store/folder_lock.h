// Who owns a Handbell folder.
//
// The program that runs on a folder holds the lock on its file `lock`, and writes its name and
// process number into it. A second one is told so in words: "/srv/site/office is in use by
// handbell-office (process 4242)". The lock goes with the program, however it ends; the file stays.
#pragma once

#include "app/base/result.h"

#include <optional>
#include <string>

namespace handbell::store {

class FolderLock {
 public:
  /// Faults: folder_missing, folder_owned, disk_failed (the lock file cannot be made or locked).
  [[nodiscard]] static Result<FolderLock> take(const std::string& folder,
                                               const std::string& program);

  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

  /// "handbell-office (process 4242)", or nothing when nobody holds it now. Takes no lock for good.
  [[nodiscard]] static std::optional<std::string> owner(const std::string& folder);

 private:
  explicit FolderLock(int file) : file_(file) {}

  int file_;
};

}  // namespace handbell::store
