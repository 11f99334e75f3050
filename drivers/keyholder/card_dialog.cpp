#include "drivers/keyholder/card_dialog.h"

#include <algorithm>

namespace handbell::keys {

namespace {

constexpr std::uint8_t kChangeKey = 0xC4;
constexpr std::uint8_t kGetKeyVersion = 0x64;
constexpr std::uint8_t kOk = 0x00;
constexpr std::uint8_t kMoreFollows = 0xAF;
/// ISO SELECT by name, first or only, no answer wanted: the application of NTAG 424 DNA.
const Bytes kSelect{0x00, 0xA4, 0x04, 0x00, 0x07, 0xD2, 0x76, 0x00, 0x00, 0x85, 0x01, 0x01, 0x00};

/// What stands before the two status bytes 91 `status`.
std::optional<Bytes> said(const Bytes& answer, std::uint8_t status) {
  constexpr std::uint8_t kOwn = 0x91;
  const auto size = answer.size();
  if (size < 2 || answer[size - 2] != kOwn || answer[size - 1] != status) return std::nullopt;
  return Bytes(answer.begin(), answer.end() - 2);
}

bool selected(const Bytes& answer) {
  constexpr std::uint8_t kDone = 0x90;
  return answer.size() >= 2 && answer[answer.size() - 2] == kDone && answer.back() == 0x00;
}

/// Moves the count on, and gives what stands before a right MAC.
std::optional<Bytes> proven_answer(cipher::Ev2Session& session, const Bytes& answer) {
  auto data = said(answer, kOk);
  ++session.count;
  constexpr std::size_t kMac = std::tuple_size_v<cipher::ShortMac>;
  if (!data || data->size() < kMac) return std::nullopt;
  const Bytes mac(data->end() - kMac, data->end());
  data->erase(data->end() - kMac, data->end());
  if (!cipher::same(mac, cipher::answer_mac(session, kOk, *data))) return std::nullopt;
  return data;
}

DialogStep refused() { return {{}, DialogEnd::refused}; }

}  // namespace

Bytes LoginDialog::hear(const Bytes& answer) {
  if (state_ == State::first) {
    state_ = State::refused;
    const auto challenge = said(answer, kMoreFollows);
    const auto reply = challenge ? login_.second(*challenge) : std::nullopt;
    if (!reply) return {};
    state_ = State::second;
    return *reply;
  }
  if (state_ != State::second) return {};
  const auto last = said(answer, kOk);
  if (last) session_ = login_.finish(*last);
  state_ = session_ ? State::in : State::refused;
  return {};
}

Bytes ProofDialog::first() { return kSelect; }

DialogStep ProofDialog::hear(const Bytes& answer) {
  if (!selected_) {
    if (!selected(answer)) return refused();
    selected_ = true;
    return {login_.first(), {}};
  }
  const Bytes next = login_.hear(answer);
  if (login_.state() == LoginDialog::State::in) return {{}, DialogEnd::proven};
  if (next.empty()) return refused();
  return {next, {}};
}

std::optional<CardKeys> card_keys(const SiteKeys& site, const CardNumber& card,
                                  KeyVersion version) {
  CardKeys answer;
  answer.version = version;
  if (version == 0) return answer;
  const SiteKey* key = site.of(version);
  if (key == nullptr) return std::nullopt;
  for (std::uint8_t number = 0; number < kCardKeys; ++number) {
    const auto one = card_key(*key, card, number);
    if (!one) return std::nullopt;
    answer.keys.at(number) = *one;
  }
  return answer;
}

EnrolDialog::EnrolDialog(std::vector<CardKeys> held, CardKeys to, Random& random)
    : held_(std::move(held)), to_(std::move(to)), random_(random) {}

Bytes EnrolDialog::first() { return kSelect; }

DialogStep EnrolDialog::hear(const Bytes& answer) {
  switch (stage_) {
    case Stage::select:
      if (!selected(answer)) return refused();
      return begin_old_login();
    case Stage::select_again:
      if (!selected(answer)) return refused();
      return begin_login(Stage::login_new, to_, kMasterNumber);
    case Stage::version:
      return heard_version(answer);
    case Stage::change:
    case Stage::change_master:
      return heard_change(answer);
    default:
      return heard_login(answer);
  }
}

DialogStep EnrolDialog::begin_login(Stage stage, const CardKeys& keys, std::uint8_t number) {
  stage_ = stage;
  login_.emplace(keys.keys.at(number), number, random_);
  return {login_->first(), {}};
}

DialogStep EnrolDialog::begin_old_login() {
  return begin_login(Stage::login_old, held_.at(at_), kMasterNumber);
}

DialogStep EnrolDialog::heard_old_login(bool in) {
  if (!in && ++at_ < held_.size()) return begin_old_login();
  if (!in) return refused();
  // A card that was taken away after its last change has the new keys already.
  if (held_.at(at_).version == to_.version) {
    return begin_login(Stage::login_release, to_, kReleaseNumber);
  }
  return next_key();
}

DialogStep EnrolDialog::heard_login(const Bytes& answer) {
  const Bytes more = login_->hear(answer);
  if (!more.empty()) return {more, {}};
  const bool in = login_->state() == LoginDialog::State::in;
  if (stage_ == Stage::login_old) return heard_old_login(in);
  if (!in) return refused();
  if (stage_ == Stage::login_new) return begin_login(Stage::login_release, to_, kReleaseNumber);
  return {{}, DialogEnd::enrolled};
}

DialogStep EnrolDialog::next_key() {
  --number_;
  if (number_ == kMasterNumber) return change(kMasterNumber, nullptr);
  stage_ = Stage::version;
  Bytes data{number_};
  const auto mac = cipher::command_mac(login_->session(), kGetKeyVersion, data);
  data.insert(data.end(), mac.begin(), mac.end());
  return {cipher::wrapped(kGetKeyVersion, data), {}};
}

DialogStep EnrolDialog::heard_version(const Bytes& answer) {
  const auto version = proven_answer(login_->session(), answer);
  if (!version || version->size() != 1) return refused();
  if (version->front() == to_.version) return next_key();
  const auto old = std::ranges::find(held_, version->front(), &CardKeys::version);
  if (old == held_.end()) return refused();
  return change(number_, &old->keys.at(number_));
}

DialogStep EnrolDialog::change(std::uint8_t number, const cipher::Key128* old_key) {
  stage_ = number == kMasterNumber ? Stage::change_master : Stage::change;
  Bytes data{number};
  const Bytes sealed = cipher::sealed(
      login_->session(), cipher::key_change(to_.keys.at(number), to_.version, old_key));
  data.insert(data.end(), sealed.begin(), sealed.end());
  const auto mac = cipher::command_mac(login_->session(), kChangeKey, data);
  data.insert(data.end(), mac.begin(), mac.end());
  return {cipher::wrapped(kChangeKey, data), {}};
}

DialogStep EnrolDialog::heard_change(const Bytes& answer) {
  if (stage_ == Stage::change) {
    const auto done = proven_answer(login_->session(), answer);
    return done && done->empty() ? next_key() : refused();
  }
  // With key 0 the session ended: its answer has no MAC, the login below proves it.
  if (!said(answer, kOk)) return refused();
  stage_ = Stage::select_again;
  return {kSelect, {}};
}

}  // namespace handbell::keys
