#include "app/office/desk_enroller.h"

#include "app/base/hex.h"

#include <array>
#include <chrono>
#include <filesystem>

namespace handbell::office {

namespace {

constexpr Millis kLongestWriting = seconds(5);
/// Two pages at once wait for each other, never for a card that is written.
constexpr std::chrono::milliseconds kShortWait{500};

}  // namespace

DeskEnroller::DeskEnroller(std::string program, std::string folder, DeskReaders& readers,
                           Random& random, std::function<Steady()> now)
    : folder_(std::move(folder)),
      readers_(readers),
      random_(random),
      now_(now),
      shown_(fail(FaultCode::program_silent, folder_)),
      process_({std::move(program), "--folder", folder_}, std::move(now)) {}

std::string DeskEnroller::ticket() {
  const std::scoped_lock hold(mutex_);
  std::array<std::uint8_t, 16> bytes{};
  random_.fill(bytes);
  return to_hex(bytes);
}

Result<std::optional<ShownSiteKey>> DeskEnroller::newest() {
  const std::unique_lock asks(process_mutex_, kShortWait);
  if (asks.owns_lock()) return asked_newest();
  const std::scoped_lock hold(mutex_);
  return shown_;
}

Result<std::optional<ShownSiteKey>> DeskEnroller::asked_newest() {
  Result<std::optional<ShownSiteKey>> shown;
  std::error_code error;
  // Without a folder there is no key, and nothing that the process could work in.
  if (std::filesystem::is_directory(folder_, error)) {
    const auto newest = process_.newest();
    if (!newest) shown = fail(newest.error());
    if (newest && *newest) shown = ShownSiteKey{(*newest)->version, (*newest)->check_value};
  }
  const std::scoped_lock hold(mutex_);
  shown_ = shown;
  return shown;
}

Result<reg::ReleaseKey> DeskEnroller::enrol(const CardNumber& card, std::uint8_t from,
                                            std::string_view pin) {
  const Steady until = now_() + kLongestWriting;
  const std::unique_lock asks(process_mutex_, kShortWait);
  if (!asks.owns_lock()) return fail(FaultCode::program_silent, folder_);
  const auto newest = asked_newest();
  if (!newest) return fail(newest.error());
  if (!*newest) return fail(FaultCode::site_key_missing, folder_);
  const std::uint8_t version = (*newest)->version;
  card::CardTalk* talk = readers_.talk_to(card);
  if (talk == nullptr) return fail(FaultCode::card_left, card.masked());
  // First: a card whose PIN cannot be kept is not written.
  const auto verifier = process_.make_verifier(card, version, pin, until - now_());
  if (!verifier) return fail(FaultCode::program_silent, folder_);
  switch (process_.enrol(card, from, version, *talk, until - now_())) {
    case keys::EnrolEnd::enrolled:
      return reg::ReleaseKey{version, *verifier};
    case keys::EnrolEnd::left:
      return fail(FaultCode::card_left, card.masked());
    case keys::EnrolEnd::no_key:
      return fail(FaultCode::site_key_missing, folder_);
    case keys::EnrolEnd::silent:
      return fail(FaultCode::program_silent, folder_);
    case keys::EnrolEnd::refused:
      break;
  }
  return fail(FaultCode::card_mute, card.masked());
}

}  // namespace handbell::office
