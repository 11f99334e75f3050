// cards issue, cards revoke and staff card: whose card is it.
#include "app/admin/commands.h"
#include "app/journal/door_book_codec.h"
#include "app/register/staff_pin.h"

#include <fmt/format.h>

namespace handbell::admin {

namespace {

/// Those of them that are still somebody's, as revoked today.
template <class Card>
std::vector<Card> revoked(const std::vector<Card>& cards, const CardNumber& uid, SchoolDay today) {
  std::vector<Card> rows;
  for (const auto& held : cards) {
    if (held.uid != uid || held.revoked) continue;
    rows.push_back(held);
    rows.back().revoked = today;
  }
  return rows;
}

Result<std::string> give_staff_card(const Site& site, store::Register& file,
                                    const reg::StaffMember& member, const CardNumber& uid,
                                    const std::string& pin) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  if (Status fits = reg::fit_pin(pin); !fits) return fail(fits.error());
  const auto school = file.school();
  if (!school) return fail(school.error());
  const auto key = file.card_key();
  if (!key) return fail(key.error());
  reg::StaffCardRecord row{uid, member.id, {}, *today, std::nullopt};
  // Another PIN for a card that is held: the same card, not a second one.
  for (const auto& held : school->staff_cards) {
    if (held.uid != uid || held.staff != member.id || held.revoked) continue;
    row.issued = held.issued;
    row.release = held.release;
  }
  row.pin = journal::hash_of_pin(journal::hash_of_card(uid.bytes(), *key), pin, *key);
  const auto put = file.put_staff_cards({row});
  if (!put) return fail(put.error());
  if (row.release) {
    return fmt::format(
        "The card {} of {} keeps its release key: at the kiosk its long PIN counts, and these four "
        "digits open nothing.\n",
        uid.masked(), member.name.text());
  }
  return fmt::format(
      "The card {} with its PIN opens the lists of the kiosk for {}; it releases no child.\n",
      uid.masked(), member.name.text());
}

}  // namespace

Result<std::string> issue_card(const Site& site, const CardOptions& options) {
  const auto card = CardNumber::parse(options.uid);
  if (!card) return fail(card.error());
  const auto today = site.today();
  if (!today) return fail(today.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto* holder = school->named(options.pupil);
  if (holder == nullptr) return fail(FaultCode::pupil_unknown, options.pupil);
  if (options.family && holder->family.empty()) {
    return fail(FaultCode::family_unknown, "of " + holder->full_name());
  }
  const reg::CardRecord row = options.family
                                  ? reg::CardRecord{*card, PupilId(), *today, {}, holder->family}
                                  : reg::CardRecord{*card, holder->id, *today, {}, ""};
  const auto done = opened->file->put_cards({row});
  if (!done) return fail(done.error());
  return fmt::format("The card {} is {}{}.\n", card->masked(),
                     options.family ? "of the family of " : "",
                     holder->full_name() + (options.family ? "" : "'s"));
}

Result<std::string> revoke_card(const Site& site, const std::string& uid) {
  const auto card = CardNumber::parse(uid);
  if (!card) return fail(card.error());
  const auto today = site.today();
  if (!today) return fail(today.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto rows = revoked(school->cards, *card, *today);
  const auto of_staff = revoked(school->staff_cards, *card, *today);
  if (rows.empty() && of_staff.empty()) return fail(FaultCode::card_unknown, card->masked());
  const auto done =
      of_staff.empty() ? opened->file->put_cards(rows) : opened->file->put_staff_cards(of_staff);
  if (!done) return fail(done.error());
  return fmt::format("The card {} is nobody's from now on.\n", card->masked());
}

Result<std::string> staff_card(const Site& site, const StaffCardOptions& options) {
  const auto uid = CardNumber::parse(options.uid);
  if (!uid) return fail(uid.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto staff = opened->file->staff();
  if (!staff) return fail(staff.error());
  const auto* member = staff->named(options.staff);
  if (member == nullptr) return fail(FaultCode::staff_unknown, options.staff);
  if (!options.revoke) return give_staff_card(site, *opened->file, *member, *uid, options.pin);
  const auto today = site.today();
  if (!today) return fail(today.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  auto rows = revoked(school->staff_cards, *uid, *today);
  std::erase_if(rows, [&](const auto& row) { return row.staff != member->id; });
  if (rows.empty()) return fail(FaultCode::card_unknown, uid->masked());
  const auto put = opened->file->put_staff_cards(rows);
  if (!put) return fail(put.error());
  return fmt::format("The card {} is nobody's from now on.\n", uid->masked());
}

}  // namespace handbell::admin
