#include "drivers/keyholder/site_keys.h"

#include "drivers/keyholder/kept_file.h"

#include <sodium.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

namespace handbell::keys {

namespace {

constexpr std::string_view kTag = "HBSK1";
constexpr std::size_t kHead = 7;  // tag, last version made, count
constexpr std::size_t kRow = 34;  // version, flag, two keys
constexpr std::size_t kSum = 32;
constexpr KeyVersion kLastVersion = 255;
constexpr mode_t kOnlyOwner = 0700;
constexpr std::array<std::uint8_t, 7> kApplication{0xD2, 0x76, 0x00, 0x00, 0x85, 0x01, 0x01};
constexpr std::string_view kSystem = "Handbell";

std::array<std::uint8_t, kSum> checksum(std::span<const std::uint8_t> bytes) {
  std::array<std::uint8_t, kSum> sum{};
  crypto_generichash(sum.data(), sum.size(), bytes.data(), bytes.size(), nullptr, 0);
  return sum;
}

cipher::Key128 key_at(std::span<const std::uint8_t> bytes) {
  cipher::Block block{};
  std::copy_n(bytes.begin(), block.size(), block.begin());
  const cipher::Key128 key(block);
  cipher::wipe(block);
  return key;
}

cipher::Key128 fresh_key(Random& random) {
  cipher::Block block{};
  random.fill(block);
  const cipher::Key128 key(block);
  cipher::wipe(block);
  return key;
}

void add(Bytes& to, const cipher::Key128& key) {
  to.insert(to.end(), key.bytes().begin(), key.bytes().end());
}

std::string file_in(const std::string& folder) { return folder + "/site.key"; }

Status keep(const std::string& folder, const SiteKeys& keys) {
  if (::mkdir(folder.c_str(), kOnlyOwner) != 0 && errno != EEXIST) {
    return fail(errno == ENOENT ? FaultCode::folder_missing : FaultCode::disk_failed, folder);
  }
  Bytes bytes = keys.bytes();
  Status kept = write_kept(file_in(folder), bytes);
  cipher::wipe(bytes);
  return kept;
}

}  // namespace

Result<SiteKeys> SiteKeys::parse(const Bytes& bytes) {
  const auto garbled = [](const char* what) { return fail(FaultCode::site_key_garbled, what); };
  if (bytes.size() < kHead + kSum) return garbled("a cut file");
  const std::span<const std::uint8_t> all(bytes);
  const auto text = as_bytes(kTag);
  if (!std::equal(text.begin(), text.end(), all.begin())) return garbled("another tag");
  const std::size_t count = all[kHead - 1];
  if (bytes.size() != kHead + count * kRow + kSum) return garbled("a wrong length");
  const auto sum = checksum(all.first(bytes.size() - kSum));
  if (!std::equal(sum.begin(), sum.end(), all.end() - kSum)) return garbled("a wrong sum");
  SiteKeys keys;
  keys.last_made_ = all[kHead - 2];
  for (std::size_t i = 0; i < count; ++i) {
    const auto row = all.subspan(kHead + i * kRow, kRow);
    SiteKey key{key_at(row.subspan(2)), std::nullopt};
    if (row[1] > 1) return garbled("an unknown flag");
    if (row[1] == 1) key.administration = key_at(row.subspan(2 + cipher::kBlock));
    const bool fits = row[0] != 0 && row[0] <= keys.last_made_;
    if (!fits || !keys.keys_.emplace(row[0], key).second) return garbled("a wrong version");
  }
  return keys;
}

Bytes SiteKeys::bytes() const {
  Bytes bytes;
  bytes.reserve(kHead + keys_.size() * kRow + kSum);  // no copy of a key is left where it grew
  for (const std::uint8_t each : as_bytes(kTag)) bytes.push_back(each);
  bytes.push_back(last_made_);
  bytes.push_back(static_cast<std::uint8_t>(keys_.size()));
  for (const auto& [version, key] : keys_) {
    bytes.push_back(version);
    bytes.push_back(key.administration ? 1 : 0);
    add(bytes, key.release);
    add(bytes, key.administration.value_or(cipher::Key128()));
  }
  const auto sum = checksum(bytes);
  bytes.insert(bytes.end(), sum.begin(), sum.end());
  return bytes;
}

const SiteKey* SiteKeys::of(KeyVersion version) const {
  const auto found = keys_.find(version);
  return found == keys_.end() ? nullptr : &found->second;
}

Result<KeyVersion> SiteKeys::make(Random& random) {
  if (last_made_ == kLastVersion) return fail(FaultCode::too_many, "255 versions of the site key");
  ++last_made_;
  const cipher::Key128 release = fresh_key(random);
  keys_.insert_or_assign(last_made_, SiteKey{release, fresh_key(random)});
  return last_made_;
}

Status SiteKeys::retire(KeyVersion version) {
  if (keys_.erase(version) == 1) return {};
  return fail(FaultCode::site_key_missing, "version " + std::to_string(version));
}

SiteKeys SiteKeys::for_kiosk() const {
  SiteKeys answer = *this;
  for (auto& [version, key] : answer.keys_) key.administration.reset();
  return answer;
}

std::optional<cipher::Key128> card_key(const SiteKey& site, const CardNumber& card,
                                       std::uint8_t number) {
  if (card.is_wedge()) return std::nullopt;
  if (number != kReleaseNumber && !site.administration) return std::nullopt;
  Bytes input = card.bytes();
  input.insert(input.end(), kApplication.begin(), kApplication.end());
  input.push_back(number);
  for (const std::uint8_t each : as_bytes(kSystem)) input.push_back(each);
  return cipher::diversified(number == kReleaseNumber ? site.release : *site.administration, input);
}

ShownKey shown_key(KeyVersion version, const SiteKey& key) {
  const auto block = cipher::encrypted(key.release, {});
  return {version, to_hex(std::span(block).first(3)), key.administration.has_value()};
}

Result<SiteKeys> site_keys_in(const std::string& folder) {
  auto bytes = read_kept(file_in(folder));
  if (!bytes) return fail(bytes.error());
  if (!*bytes) return SiteKeys{};
  auto keys = SiteKeys::parse(**bytes);
  cipher::wipe(**bytes);
  if (!keys) return fail(FaultCode::site_key_garbled, file_in(folder));
  return keys;
}

Result<ShownKey> make_site_key(const std::string& folder, Random& random) {
  auto keys = site_keys_in(folder);
  if (!keys) return fail(keys.error());
  const auto version = keys->make(random);
  if (!version) return fail(version.error());
  if (Status kept = keep(folder, *keys); !kept) return fail(kept.error());
  return shown_key(*version, *keys->of(*version));
}

Status retire_site_key(const std::string& folder, KeyVersion version) {
  auto keys = site_keys_in(folder);
  if (!keys) return fail(keys.error());
  if (Status retired = keys->retire(version); !retired) return retired;
  return keep(folder, *keys);
}

Result<std::vector<ShownKey>> shown_site_keys(const std::string& folder) {
  const auto keys = site_keys_in(folder);
  if (!keys) return fail(keys.error());
  std::vector<ShownKey> answer;
  for (const auto& [version, key] : keys->all()) answer.push_back(shown_key(version, key));
  return answer;
}

Status copy_site_keys(const std::string& from, const std::string& to) {
  const auto keys = site_keys_in(from);
  if (!keys) return fail(keys.error());
  if (keys->empty()) return fail(FaultCode::site_key_missing, from);
  return keep(to, keys->for_kiosk());
}

}  // namespace handbell::keys
