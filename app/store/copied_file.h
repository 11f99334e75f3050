// A database file that is made beside its name, and gets the name when it is whole.
//
// What did not get its name is removed again, with all that SQLite put beside it.
#pragma once

#include "app/base/result.h"

#include <string>

namespace handbell::store {

/// Removes what did not get its name.
class Unfinished {
 public:
  explicit Unfinished(std::string path) : path_(std::move(path)) { remove(); }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() { remove(); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  void remove() const;
  std::string path_;
};

/// Fault: folder_exists.
[[nodiscard]] Status nothing_bears(const std::string& name);

/// Whole, in one read of the source, beside the program that writes it. Faults: file_unreadable,
/// database_wrong, program_running, disk_full, disk_failed.
[[nodiscard]] Status copy_database(const std::string& from, const std::string& to);

/// One file and nothing beside it, so that it reads from a stick that nobody may write to. Fault:
/// disk_failed.
[[nodiscard]] Status without_log(const std::string& path);

}  // namespace handbell::store
