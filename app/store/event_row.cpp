#include "app/store/event_row.h"

#include "app/journal/event_codec.h"
#include "app/store/entry_row.h"

namespace handbell::store {

namespace {

constexpr int kHistoryColumn = 8;

}  // namespace

std::string event_columns() { return std::string(kEntryColumns) + ", history"; }

Result<reg::SeenEvent> seen_in(SQLite::Statement& row) {
  journal::HistoryId history{};
  if (!copy_blob(row.getColumn(kHistoryColumn), history)) {
    return fail(FaultCode::entry_garbled, std::to_string(row.getColumn(0).getInt64()));
  }
  const auto entry = entry_from(row, history);
  if (!entry) return fail(entry.error());
  auto event = journal::event_of(*entry);
  if (!event) return fail(event.error());
  return reg::SeenEvent{{to_hex(history), entry->seq}, std::move(*event)};
}

}  // namespace handbell::store
