#include "app/office/desk_enroller.h"

#include "app/base/hex.h"
#include "drivers/keyholder/site_keys.h"

#include <array>

namespace handbell::office {

DeskEnroller::DeskEnroller(std::string program, std::string folder, DeskReaders& readers,
                           Random& random, std::function<Steady()> now)
    : folder_(std::move(folder)),
      readers_(readers),
      random_(random),
      process_({std::move(program), "--folder", folder_}, std::move(now)) {}

std::string DeskEnroller::ticket() {
  const std::scoped_lock hold(mutex_);
  std::array<std::uint8_t, 16> bytes{};
  random_.fill(bytes);
  return to_hex(bytes);
}

Result<std::vector<ShownSiteKey>> DeskEnroller::keys() {
  const auto shown = keys::shown_site_keys(folder_);
  if (!shown) return fail(shown.error());
  std::vector<ShownSiteKey> versions;
  for (const auto& key : *shown) {
    if (key.administration) versions.push_back({key.version, key.check_value});
  }
  return versions;
}

Result<reg::ReleaseKey> DeskEnroller::enrol(const CardNumber& card, std::uint8_t from,
                                            std::string_view pin) {
  const auto versions = keys();
  if (!versions) return fail(versions.error());
  if (versions->empty()) return fail(FaultCode::site_key_missing, folder_);
  const std::uint8_t newest = versions->back().version;
  card::CardTalk* talk = readers_.talk_to(card);
  if (talk == nullptr) return fail(FaultCode::card_left, card.masked());
  switch (process_.enrol(card, from, newest, *talk)) {
    case keys::EnrolEnd::enrolled:
      break;
    case keys::EnrolEnd::left:
      return fail(FaultCode::card_left, card.masked());
    case keys::EnrolEnd::no_key:
      return fail(FaultCode::site_key_missing, folder_);
    case keys::EnrolEnd::refused:
      return fail(FaultCode::card_mute, card.masked());
  }
  const auto verifier = process_.make_verifier(card, newest, pin);
  if (!verifier) return fail(FaultCode::site_key_missing, folder_);
  return reg::ReleaseKey{newest, *verifier};
}

}  // namespace handbell::office
