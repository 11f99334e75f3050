#include "app/journal/entry.h"

#include "app/base/check.h"
#include "app/journal/codec.h"

#include <string>

namespace handbell::journal {

namespace {

constexpr std::string_view kLinkTag = "handbell link 1";

std::string number_of(const Entry& entry) { return std::to_string(entry.seq); }

}  // namespace

Digest commitment_of(std::span<const std::uint8_t> payload, const Salt& salt) {
  return blake2b(payload, salt);
}

Digest link_of(const Entry& entry, const Digest& before) {
  // Invariant: every field stands behind its length, so no two lists of fields give one text.
  Writer all;
  all.text(kLinkTag).bytes(before);
  all.u32(sizeof entry.seq).u64(entry.seq).bytes(entry.history);
  all.u32(sizeof entry.kind).u16(static_cast<std::uint16_t>(entry.kind));
  all.u32(sizeof entry.retention).u8(static_cast<std::uint8_t>(entry.retention));
  all.u32(sizeof entry.at.ms).i64(entry.at.ms).bytes(entry.commitment);
  return blake2b(all.done());
}

Entry sealed(const HistoryId& history, const Head& head, Draft draft, const Salt& salt) {
  check(draft.payload.size() <= kLongestPayload);
  Entry entry;
  entry.history = history;
  entry.seq = head.seq + 1;
  entry.kind = draft.kind;
  entry.retention = draft.retention;
  entry.at = draft.at;
  entry.salt = salt;
  entry.payload = std::move(draft.payload);
  entry.commitment = commitment_of(entry.payload, salt);
  entry.link = link_of(entry, head.link);
  return entry;
}

Status follows(const Head& head, const Entry& entry) {
  if (entry.seq != head.seq + 1) {
    return fail(FaultCode::entry_missing, std::to_string(head.seq + 1));
  }
  if (link_of(entry, head.link) != entry.link)
    return fail(FaultCode::link_broken, number_of(entry));
  const bool blank = !entry.salt;
  if (blank && !entry.payload.empty()) return fail(FaultCode::commitment_broken, number_of(entry));
  if (!blank && commitment_of(entry.payload, *entry.salt) != entry.commitment) {
    return fail(FaultCode::commitment_broken, number_of(entry));
  }
  return {};
}

}  // namespace handbell::journal
