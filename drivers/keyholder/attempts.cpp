#include "drivers/keyholder/attempts.h"

#include <sodium.h>

#include <algorithm>

namespace handbell::keys {

namespace {

constexpr std::string_view kAttemptsTag = "HBPA1";
constexpr std::size_t kAttemptsKey = 32;
constexpr std::size_t kAttemptsSum = 32;
constexpr std::size_t kAttemptsRow = 42;  // hash 16, count 2, boot 16, time 8
constexpr std::size_t kMostCards = 4096;
constexpr unsigned kFree = 2;
constexpr Millis kFirstWait = seconds(30);
constexpr Millis kLongestWait = hours(1);

void put_number(Bytes& to, std::uint64_t value, std::size_t size) {
  for (std::size_t i = size; i-- > 0;) to.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

std::uint64_t number_at(std::span<const std::uint8_t> bytes, std::size_t size) {
  std::uint64_t value = 0;
  for (const std::uint8_t byte : bytes.first(size)) value = value << 8U | byte;
  return value;
}

std::array<std::uint8_t, kAttemptsSum> attempts_sum(std::span<const std::uint8_t> key,
                                                    std::span<const std::uint8_t> bytes) {
  std::array<std::uint8_t, kAttemptsSum> sum{};
  crypto_generichash(sum.data(), sum.size(), bytes.data(), bytes.size(), key.data(), key.size());
  return sum;
}

}  // namespace

Millis wait_after(unsigned wrong) {
  if (wrong <= kFree) return {0};
  Millis wait = kFirstWait;
  for (unsigned i = kFree + 1; i < wrong && wait < kLongestWait; ++i) wait.count *= 2;
  return std::min(wait, kLongestWait);
}

Attempts::Attempts(Random& random) { random.fill(key_); }

Result<Attempts> Attempts::parse(const Bytes& bytes) {
  const auto garbled = [] { return fail(FaultCode::attempts_garbled, "pin.attempts"); };
  const std::size_t head = kAttemptsTag.size() + kAttemptsKey;
  if (bytes.size() < head + kAttemptsSum) return garbled();
  const std::span<const std::uint8_t> all(bytes);
  const auto tag = as_bytes(kAttemptsTag);
  const auto rows = all.subspan(head, bytes.size() - head - kAttemptsSum);
  const bool fits = std::equal(tag.begin(), tag.end(), all.begin()) &&
                    rows.size() % kAttemptsRow == 0 && rows.size() / kAttemptsRow <= kMostCards;
  if (!fits) return garbled();
  Attempts answer;
  std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(tag.size()), kAttemptsKey,
              answer.key_.begin());
  const auto sum = attempts_sum(answer.key_, all.first(bytes.size() - kAttemptsSum));
  if (!std::equal(sum.begin(), sum.end(), all.end() - kAttemptsSum)) return garbled();
  for (std::size_t at = 0; at < rows.size(); at += kAttemptsRow) {
    const auto row = rows.subspan(at, kAttemptsRow);
    CardHash card{};
    Row read;
    std::copy_n(row.begin(), card.size(), card.begin());
    read.wrong = static_cast<std::uint16_t>(number_at(row.subspan(16), 2));
    std::copy_n(row.begin() + 18, read.last.boot.size(), read.last.boot.begin());
    read.last.at.ms =
        static_cast<std::int64_t>(number_at(row.subspan(34), 8) & 0x7FFFFFFFFFFFFFFFU);
    answer.rows_[card] = read;
  }
  return answer;
}

Bytes Attempts::bytes() const {
  Bytes bytes(kAttemptsTag.begin(), kAttemptsTag.end());
  bytes.insert(bytes.end(), key_.begin(), key_.end());
  for (const auto& [card, row] : rows_) {
    bytes.insert(bytes.end(), card.begin(), card.end());
    put_number(bytes, row.wrong, 2);
    bytes.insert(bytes.end(), row.last.boot.begin(), row.last.boot.end());
    put_number(bytes, static_cast<std::uint64_t>(row.last.at.ms), 8);
  }
  const auto sum = attempts_sum(key_, bytes);
  bytes.insert(bytes.end(), sum.begin(), sum.end());
  return bytes;
}

Millis Attempts::wait_left(const CardNumber& card, const MachineTime& now) const {
  const auto found = rows_.find(hash_of(card));
  if (found == rows_.end()) return {0};
  const Row& row = found->second;
  const bool same_start = row.last.boot == now.boot;
  const Millis passed = same_start ? now.at - row.last.at : Millis{now.at.ms};
  return std::clamp(wait_after(row.wrong) - passed, Millis{0}, wait_after(row.wrong));
}

bool Attempts::note_wrong(const CardNumber& card, const MachineTime& now) {
  const CardHash hash = hash_of(card);
  if (!rows_.contains(hash) && rows_.size() >= kMostCards) return false;
  Row& row = rows_[hash];
  if (row.wrong < 0xFFFF) ++row.wrong;
  row.last = now;
  return true;
}

void Attempts::forget(const CardNumber& card) { rows_.erase(hash_of(card)); }

unsigned Attempts::wrong(const CardNumber& card) const {
  const auto found = rows_.find(hash_of(card));
  return found == rows_.end() ? 0U : found->second.wrong;
}

Attempts::CardHash Attempts::hash_of(const CardNumber& card) const {
  CardHash hash{};
  crypto_generichash(hash.data(), hash.size(), card.bytes().data(), card.bytes().size(),
                     key_.data(), key_.size());
  return hash;
}

}  // namespace handbell::keys
