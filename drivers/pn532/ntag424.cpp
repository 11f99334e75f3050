#include "drivers/pn532/ntag424.h"

#include "app/base/text.h"

#include <algorithm>

namespace handbell::pn532 {

namespace {

enum Code : std::uint8_t {
  get_version = 0x60,
  get_key_version = 0x64,
  login_first = 0x71,
  login_again = 0x77,
  go_on = 0xAF,
  set_key = 0xC4,
};
enum Why : std::uint8_t {
  done = 0x00,
  unknown_command = 0x1C,
  no_such_key = 0x40,
  wrong_length = 0x7E,
  not_allowed = 0x9D,
  wrong_parameter = 0x9E,
  later = 0xAD,
  wrong_proof = 0xAE,
  more = 0xAF,
  wrong_mac = 0x1E,
};

constexpr int kPatience = 50;
constexpr std::size_t kMac = 8;
constexpr cipher::Block kZeros{};

Bytes own(Bytes data, std::uint8_t why) {
  return with_status(std::move(data), static_cast<std::uint16_t>(0x9100U | why));
}

cipher::Block block_from(const Bytes& bytes, std::size_t at) {
  cipher::Block block{};
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), block.size(), block.begin());
  return block;
}

}  // namespace

Ntag424::Ntag424(CardNumber name, const cipher::Key128& key, std::uint8_t version)
    : IsoCard(std::move(name)) {
  slots_.fill({key, version});
  std::seed_seq seed(this->name().bytes().begin(), this->name().bytes().end());
  chance_.seed(seed);
}

std::unique_ptr<Target> Ntag424::made(const CardNumber& uid, const std::string& key) {
  if (key.empty()) return std::make_unique<Ntag424>(uid, cipher::Key128(), std::uint8_t{0});
  const auto bytes = from_hex(key);
  if (!bytes || bytes->size() != cipher::kBlock) return nullptr;
  return std::make_unique<Ntag424>(uid, cipher::Key128(block_from(*bytes, 0)), std::uint8_t{1});
}

void Ntag424::forget() {
  selected_ = false;
  version_at_ = 0;
  login_.reset();
  session_.reset();
}

Bytes Ntag424::answer(const Bytes& command) {
  constexpr std::size_t kHead = 5;
  constexpr std::uint16_t kNoSuchClass = 0x6E00;
  if (command[0] == 0x00) return select(command);
  if (command[0] != 0x90) return with_status({}, kNoSuchClass);
  if (command[2] != 0 || command[3] != 0) return refuse(wrong_parameter);
  Bytes data;
  if (command.size() > kHead) {  // length, data, 00
    if (command.size() != kHead + command[4] + 1 || command.back() != 0) {
      return refuse(wrong_length);
    }
    data.assign(command.begin() + kHead, command.end() - 1);
  }
  if (!selected_) return refuse(not_allowed);
  return own_command(command[1], data);
}

Bytes Ntag424::own_command(std::uint8_t code, const Bytes& data) {
  if (code != go_on) {
    version_at_ = 0;
    login_.reset();
  }
  switch (code) {
    case get_version:
      if (session_) return refuse(wrong_length);  // in a session it wants a MAC, which we never ask
      return data.empty() ? version_frame() : refuse(wrong_length);
    case go_on:
      if (login_) return end_login(data);
      return version_at_ > 0 && data.empty() ? version_frame() : refuse(unknown_command);
    case login_first:
    case login_again:
      return begin_login(code == login_first, data);
    case get_key_version:
      return key_version(data);
    case set_key:
      return change_key(data);
    default:
      return refuse(unknown_command);
  }
}

Bytes Ntag424::select(const Bytes& command) {
  static const Bytes kName{0xD2, 0x76, 0x00, 0x00, 0x85, 0x01, 0x01};
  forget();
  const bool by_name = command[1] == 0xA4 && command[2] == 0x04 && command.size() >= 12 &&
                       command[4] == kName.size() &&
                       std::equal(kName.begin(), kName.end(), command.begin() + 5);
  if (!by_name) return with_status({}, kNotFound);
  selected_ = true;
  return with_status({}, 0x9000);
}

Bytes Ntag424::version_frame() {
  switch (++version_at_) {
    case 1:
      return own({0x04, 0x04, 0x02, 0x30, 0x00, 0x11, 0x05}, more);
    case 2:
      return own({0x04, 0x04, 0x02, 0x01, 0x02, 0x11, 0x05}, more);
    default:
      version_at_ = 0;
      Bytes last = uid();
      last.insert(last.end(), {0xCF, 0x39, 0xD4, 0x49, 0x80, 0x34, 0x20});
      return own(last, done);
  }
}

Bytes Ntag424::begin_login(bool first, const Bytes& data) {
  const std::size_t least = first ? 2 : 1;
  const bool right_length =
      first ? data.size() >= least && data.size() == least + data[1] : data.size() == least;
  if (!right_length) return refuse(wrong_length);
  if (data[0] >= kKeys) return refuse(no_such_key);
  if (!first && !session_) return refuse(not_allowed);
  later_ = wrong_ >= kPatience && !later_;
  if (later_) return refuse(later);
  Login login{data[0], first, {}};
  for (auto& byte : login.rnd_b) byte = static_cast<std::uint8_t>(chance_() & 0xFFU);
  login_ = login;
  if (first) session_.reset();
  const auto& key = slots_.at(login.number).key;
  return own(cipher::cbc_encrypted(key, kZeros, Bytes(login.rnd_b.begin(), login.rnd_b.end())),
             more);
}

Bytes Ntag424::end_login(const Bytes& data) {
  const Login login = *login_;
  login_.reset();
  if (data.size() != 2 * cipher::kBlock) return refuse(wrong_length);
  const auto& key = slots_.at(login.number).key;
  const Bytes plain = cipher::cbc_decrypted(key, kZeros, data);
  const auto rnd_a = block_from(plain, 0);
  if (!cipher::same(block_from(plain, cipher::kBlock), cipher::turned(login.rnd_b))) {
    ++wrong_;
    return refuse(wrong_proof);
  }
  wrong_ = 0;
  proven_number_ = login.number;
  const auto turned = cipher::turned(rnd_a);
  Bytes said;
  cipher::Transaction transaction{};
  std::uint16_t count = 0;
  if (login.first) {
    for (auto& byte : transaction) byte = static_cast<std::uint8_t>(chance_() & 0xFFU);
    said.assign(transaction.begin(), transaction.end());
  } else {
    transaction = session_->transaction;
    count = session_->count;
  }
  said.insert(said.end(), turned.begin(), turned.end());
  if (login.first) said.resize(2 * cipher::kBlock, 0);  // what both can do: nothing beyond
  session_ = cipher::session_of(key, rnd_a, login.rnd_b, transaction);
  session_->count = count;
  return own(cipher::cbc_encrypted(key, kZeros, said), done);
}

bool Ntag424::right_mac(std::uint8_t code, Bytes& data) const {
  const Bytes mac(data.end() - kMac, data.end());
  data.erase(data.end() - kMac, data.end());
  return cipher::same(mac, cipher::command_mac(*session_, code, data));
}

Bytes Ntag424::with_mac(const Bytes& data) {
  ++session_->count;
  const auto mac = cipher::answer_mac(*session_, done, data);
  Bytes said = data;
  said.insert(said.end(), mac.begin(), mac.end());
  return own(said, done);
}

Bytes Ntag424::key_version(const Bytes& data) {
  if (!session_) {
    if (data.size() != 1) return refuse(wrong_length);
    return data[0] < kKeys ? own({slots_.at(data[0]).version}, done) : refuse(no_such_key);
  }
  Bytes asked = data;
  if (asked.size() != 1 + kMac) return refuse(wrong_length);
  if (!right_mac(get_key_version, asked)) return refuse(wrong_mac);
  if (asked[0] >= kKeys) return refuse(no_such_key);
  return with_mac({slots_.at(asked[0]).version});
}

Bytes Ntag424::change_key(const Bytes& data) {
  constexpr std::size_t kSealed = 2 * cipher::kBlock;
  constexpr std::size_t kPlain = cipher::kBlock + 1;
  if (!session_ || proven_number_ != 0) return refuse(wrong_proof);
  Bytes asked = data;
  if (asked.size() != 1 + kSealed + kMac) return refuse(wrong_length);
  if (!right_mac(set_key, asked)) return refuse(wrong_mac);
  const std::uint8_t number = asked[0];
  if (number >= kKeys) return refuse(no_such_key);
  const auto plain = cipher::opened(*session_, Bytes(asked.begin() + 1, asked.end()));
  const bool own_key = number == 0;
  if (!plain || plain->size() != (own_key ? kPlain : kPlain + 4)) return refuse(wrong_mac);
  auto block = block_from(*plain, 0);
  if (!own_key) {
    const auto& old = slots_.at(number).key.bytes();
    for (std::size_t i = 0; i < block.size(); ++i) {
      block[i] = static_cast<std::uint8_t>(block[i] ^ old[i]);
    }
    const auto sum = cipher::crc32(block);
    if (!std::equal(sum.begin(), sum.end(), plain->begin() + kPlain)) return refuse(wrong_mac);
  }
  slots_.at(number) = {cipher::Key128(block), plain->at(cipher::kBlock)};
  if (!own_key) return with_mac({});
  session_.reset();
  return own({}, done);
}

Bytes Ntag424::refuse(std::uint8_t why) {
  login_.reset();
  session_.reset();
  version_at_ = 0;
  return own({}, why);
}

ReplayCard::ReplayCard(CardNumber name, std::vector<Bytes> answers)
    : IsoCard(std::move(name)), answers_(std::move(answers)) {}

std::unique_ptr<Target> ReplayCard::made(const CardNumber& uid, const std::string& answers) {
  std::vector<Bytes> said;
  for (const auto& each : split(answers, ',')) {
    auto bytes = from_hex(each);
    if (!bytes || bytes->size() < 2) return nullptr;
    said.push_back(std::move(*bytes));
  }
  return std::make_unique<ReplayCard>(uid, std::move(said));
}

Bytes ReplayCard::answer(const Bytes&) {
  constexpr std::uint16_t kNothingMore = 0x6F00;
  return at_ < answers_.size() ? answers_[at_++] : with_status({}, kNothingMore);
}

}  // namespace handbell::pn532
