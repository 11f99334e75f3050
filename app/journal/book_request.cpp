#include "app/journal/book_request.h"

#include <algorithm>

namespace handbell::journal {

namespace {

constexpr std::string_view kRequestedBookTag = "HBBR1";

}  // namespace

Bytes encode(const BookRequest& request, const KioskKey& key) {
  Writer w;
  w.raw(as_bytes(kRequestedBookTag)).u32(request.kiosk).u64(request.version).i64(request.made.ms);
  return with_seal(w, key);
}

Result<std::uint32_t> kiosk_asking(std::span<const std::uint8_t> bytes) {
  Reader r(bytes);
  const auto tag = r.raw(kRequestedBookTag.size());
  const auto kiosk = r.u32();
  const bool named =
      r.ok() && std::equal(tag.begin(), tag.end(), as_bytes(kRequestedBookTag).begin());
  if (!named) return fail(FaultCode::message_garbled, "it does not begin as one");
  return kiosk;
}

Result<BookRequest> decode_book_request(std::span<const std::uint8_t> bytes, const KioskKey& key) {
  const auto body = opened(bytes, kRequestedBookTag, key);
  if (!body) return fail(FaultCode::message_garbled, "its seal is wrong");
  Reader r(*body);
  BookRequest request;
  request.kiosk = r.u32();
  request.version = r.u64();
  request.made.ms = r.i64();
  if (!r.at_end()) return fail(FaultCode::message_garbled, "it does not read to its end");
  return request;
}

}  // namespace handbell::journal
