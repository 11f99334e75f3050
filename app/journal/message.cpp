#include "app/journal/message.h"

#include "app/base/check.h"
#include "app/base/reader_health.h"
#include "app/journal/entry_codec.h"
#include "app/journal/seal.h"

#include <algorithm>

namespace handbell::journal {

namespace {

constexpr std::string_view kMessageTag = "HBSM1";
constexpr std::string_view kSyncAnswerTag = "HBSA1";
constexpr std::size_t kLongestFault = 512;

void put(Writer& w, const Head& head) { w.u64(head.seq).raw(head.link); }

Head get_head(Reader& r) {
  Head head;
  head.seq = r.u64();
  head.link = get_array<Digest>(r);
  return head;
}

void put(Writer& w, const Witness& witness) {
  w.raw(witness.history);
  put(w, witness.head);
}

Witness get_witness(Reader& r) {
  Witness witness;
  witness.history = get_array<HistoryId>(r);
  witness.head = get_head(r);
  return witness;
}

tl::unexpected<Fault> garbled(std::string where) {
  return fail(FaultCode::message_garbled, std::move(where));
}

}  // namespace

Bytes encode(const SyncMessage& message, const KioskKey& key) {
  check(message.entries.size() <= kMostEntriesAMessage);
  Writer w;
  w.raw(as_bytes(kMessageTag)).u32(message.kiosk);
  put(w, message.journal);
  put(w, message.sealed);
  put(w, message.office);
  w.flag(message.health.clock_trusted).text(message.health.reader);
  w.u64(message.health.waiting).u64(message.health.book_version).i64(message.wall.ms);
  w.u16(static_cast<std::uint16_t>(message.entries.size()));
  for (const Entry& entry : message.entries) put_entry(w, entry);
  return with_seal(w, key);
}

Bytes encode(const SyncAnswer& answer, const KioskKey& key) {
  Writer w;
  w.raw(as_bytes(kSyncAnswerTag)).raw(answer.journal).u64(answer.received);
  put(w, answer.office);
  w.i64(answer.wall.ms).u64(answer.book_version).text(answer.fault.substr(0, kLongestFault));
  return with_seal(w, key);
}

Result<std::uint32_t> kiosk_of(std::span<const std::uint8_t> message) {
  Reader r(message);
  const auto tag = r.raw(kMessageTag.size());
  const auto kiosk = r.u32();
  const bool named = r.ok() && std::equal(tag.begin(), tag.end(), as_bytes(kMessageTag).begin());
  if (!named) return garbled("it does not begin as one");
  return kiosk;
}

Result<SyncMessage> decode_message(std::span<const std::uint8_t> bytes, const KioskKey& key) {
  if (bytes.size() > kLongestMessage) {
    return fail(FaultCode::message_too_large, std::to_string(bytes.size()) + " bytes");
  }
  const auto body = opened(bytes, kMessageTag, key);
  if (!body) return garbled("its seal is wrong");
  Reader r(*body);
  SyncMessage message;
  message.kiosk = r.u32();
  message.journal = get_witness(r);
  message.sealed = get_head(r);
  message.office = get_witness(r);
  message.health.clock_trusted = r.flag();
  message.health.reader = r.text(kLongestReadersText);
  message.health.waiting = r.u64();
  message.health.book_version = r.u64();
  message.wall = Instant{r.i64()};
  const std::size_t count = r.u16();
  if (count > kMostEntriesAMessage) r.fail();
  for (std::size_t i = 0; i < count && r.ok(); ++i) message.entries.push_back(get_entry(r));
  if (!r.at_end()) return garbled("it does not read to its end");
  return message;
}

Result<SyncAnswer> decode_answer(std::span<const std::uint8_t> bytes, const KioskKey& key) {
  const auto body = opened(bytes, kSyncAnswerTag, key);
  if (!body) return garbled("the seal of the answer is wrong");
  Reader r(*body);
  SyncAnswer answer;
  answer.journal = get_array<HistoryId>(r);
  answer.received = r.u64();
  answer.office = get_witness(r);
  answer.wall = Instant{r.i64()};
  answer.book_version = r.u64();
  answer.fault = r.text(kLongestFault);
  if (!r.at_end()) return garbled("the answer does not read to its end");
  return answer;
}

}  // namespace handbell::journal
