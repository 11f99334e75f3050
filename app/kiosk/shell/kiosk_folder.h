// A kiosk's folder: who it is, its journal, the door book that it keeps. One program at a time.
#pragma once

#include "app/base/random.h"
#include "app/journal/kiosk_identity.h"
#include "app/kiosk/flow/flow.h"
#include "app/store/folder_lock.h"
#include "app/store/journal_file.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace handbell::kiosk {

struct KioskFolder {
  /// Faults: folder_missing, folder_owned, file_unreadable, bad_config, those of the journal.
  [[nodiscard]] static Result<KioskFolder> open(const std::string& path, Random& random);

  /// The newest entries of the journal, as many as a busy day has, oldest first. Fault: those of
  /// reading the journal.
  [[nodiscard]] Result<std::vector<PastEvent>> newest();
  [[nodiscard]] std::string book_path() const { return path + "/door.book"; }

  std::string path;
  store::FolderLock lock;
  journal::KioskIdentity identity;
  std::unique_ptr<store::JournalFile> journal;
  std::shared_ptr<const reg::DoorBook> book;  ///< empty where none could be read
  std::optional<Fault> book_fault;
};

}  // namespace handbell::kiosk
