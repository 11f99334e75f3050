#include "app/journal/entry_codec.h"

#include <algorithm>

namespace handbell::journal {

namespace {

bool is_kind(std::uint16_t number) {
  const auto kind = static_cast<EntryKind>(number);
  return (kind >= EntryKind::kiosk_started && kind <= EntryKind::staff_refused) ||
         (kind >= EntryKind::mark && kind <= EntryKind::leave_decision) ||
         (kind >= EntryKind::roll_step && kind <= EntryKind::concern);
}

bool is_retention(std::uint8_t retention) { return retention >= 1 && retention <= 4; }

}  // namespace

void put_entry(Writer& writer, const Entry& entry) {
  writer.raw(entry.history).u64(entry.seq).u16(static_cast<std::uint16_t>(entry.kind));
  writer.u8(static_cast<std::uint8_t>(entry.retention)).i64(entry.at.ms);
  writer.flag(entry.salt.has_value());
  if (entry.salt) writer.raw(*entry.salt);
  writer.bytes(entry.payload).raw(entry.commitment).raw(entry.link);
}

Entry get_entry(Reader& reader) {
  Entry entry;
  entry.history = get_array<HistoryId>(reader);
  entry.seq = reader.u64();
  const auto kind = reader.u16();
  const auto retention = reader.u8();
  if (!is_kind(kind) || !is_retention(retention)) reader.fail();
  entry.kind = static_cast<EntryKind>(kind);
  entry.retention = static_cast<Retention>(retention);
  entry.at = Instant{reader.i64()};
  if (reader.flag()) entry.salt = get_array<Salt>(reader);
  entry.payload = reader.bytes(kLongestPayload);
  entry.commitment = get_array<Digest>(reader);
  entry.link = get_array<Digest>(reader);
  return entry;
}

}  // namespace handbell::journal
