#include "app/kiosk/shell/kiosk_folder.h"

#include "app/journal/event_codec.h"
#include "app/kiosk/link/book_link.h"
#include "app/store/atomic_file.h"

namespace handbell::kiosk {

namespace {

constexpr std::size_t kLongestIdentity = 4096;
constexpr std::uint64_t kBusyDay = 4096;  // entries
constexpr std::size_t kEntriesEachRead = 256;

}  // namespace

Result<KioskFolder> KioskFolder::open(const std::string& path, Random& random) {
  auto lock = store::FolderLock::take(path, "handbell-kiosk");
  if (!lock) return fail(lock.error());
  const auto text = store::read_file(path + "/kiosk.id", kLongestIdentity);
  if (!text) return fail(text.error());
  auto identity = journal::parse_kiosk_identity(*text);
  if (!identity) return fail(identity.error());
  auto journal = store::JournalFile::open(path + "/journal.db", random);
  if (!journal) return fail(journal.error());
  KioskFolder folder{path, std::move(*lock), *identity, std::move(*journal), nullptr, {}};
  auto kept = kept_book(folder.book_path(), folder.identity.key);
  folder.book = std::move(kept.book);
  folder.book_fault = std::move(kept.fault);
  return folder;
}

Result<std::vector<PastEvent>> KioskFolder::newest() {
  std::vector<PastEvent> events;
  const std::uint64_t head = journal->head().seq;
  std::uint64_t next = head > kBusyDay ? head - kBusyDay + 1 : 1;
  while (next <= head) {
    const auto entries = journal->read_from(next, kEntriesEachRead);
    if (!entries) return fail(entries.error());
    if (entries->empty()) break;
    for (const auto& entry : *entries) {
      // A text that was erased says nothing any more.
      if (auto event = journal::event_of(entry)) events.push_back({entry.seq, *event});
    }
    next = entries->back().seq + 1;
  }
  return events;
}

}  // namespace handbell::kiosk
