#include "app/office/cards/release_card_routes.h"

#include "app/office/cards/page_release_cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace handbell::office {
namespace {

using reg::Role;

/// What the handlers share.
struct Desk {
  ReleaseCardParts parts;
  WrittenCards written;
  std::mutex writes;  ///< one card at a time; nobody waits for it
};

Result<Answer> show_staff_cards(const Visit& visit, store::Register& held, const Desk& desk,
                                const FormErrors& errors = {}) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  NewestSiteKey newest;
  if (desk.parts.enroller != nullptr) newest = desk.parts.enroller->newest();
  const auto on_desk = desk.parts.desk == nullptr ? CardDesk::View{} : desk.parts.desk->view();
  auto view = release_cards_view(**school, **staff, on_desk, newest, visit.today);
  view.chosen = visit.typed("staff");
  PageFrame frame = visit.frame;
  frame.errors = errors;
  return page_answer(release_cards_page(view, frame), errors.empty() ? 200 : 422);
}

const reg::StaffMember* member_typed(const reg::Staff& staff, const std::string& id) {
  const auto found = std::ranges::find(staff.members, id, &reg::StaffMember::id);
  const bool works = found != staff.members.end() && !found->roles.empty();
  return works ? &*found : nullptr;
}

/// The card that lies there, if it is still the one that was shown.
std::optional<CardNumber> card_typed(const Visit& visit, const Desk& desk, FormErrors& errors) {
  const auto typed = CardNumber::parse(visit.typed("card"));
  const auto lies = desk.parts.desk == nullptr ? std::nullopt : desk.parts.desk->view().card;
  if (typed && lies && *typed == *lies) return *typed;
  errors.add("write", "That card does not lie on the reader any more: lay it there, and leave it.");
  return std::nullopt;
}

void check_pin(const Visit& visit, FormErrors& errors) {
  const auto pin = visit.typed("pin");
  if (const Status fits = reg::fit_release_pin(pin); !fits) {
    errors.add("pin", sentence(fits.error()));
  } else if (visit.typed("again") != pin) {
    errors.add("again", "The two are not the same: type the PIN again.");
  }
}

Result<Answer> write_card(const Visit& visit, store::Register& held, Desk& desk) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  FormErrors errors;
  const auto* member = member_typed(**staff, visit.typed("staff"));
  if (member == nullptr) errors.add("staff", "Choose whose card it is.");
  check_pin(visit, errors);
  const auto card = card_typed(visit, desk, errors);
  if (desk.parts.enroller == nullptr) errors.add("write", "No card can be written here.");
  if (!errors.empty()) return show_staff_cards(visit, held, desk, errors);
  const std::unique_lock writes(desk.writes, std::try_to_lock);
  if (!writes.owns_lock()) {
    errors.add("write", "A card is being written: wait until it is done.");
    return show_staff_cards(visit, held, desk, errors);
  }
  const auto key =
      desk.parts.enroller->enrol(*card, enrolled_with(**school, *card), visit.typed("pin"));
  if (!key) {
    errors.add("write", sentence(key.error()));
    return show_staff_cards(visit, held, desk, errors);
  }
  const WrittenCard written{
      desk.parts.enroller->ticket(), visit.who.author.text(), member->id, *card, *key,
      visit.now + kWrittenHolds};
  desk.written.keep(written);
  return read_answer(written_card_page(written, member->name.text(), visit.frame),
                     {reg::ReadKind::account, {}, "staff card " + card->masked() + " written"});
}

Result<Answer> give_card(const Visit& visit, store::Register& held, Desk& desk) {
  const auto written = desk.written.take(visit.typed("ticket"), visit.who.author.text(), visit.now);
  if (!written) {
    FormErrors errors;
    errors.add("write", "That card waits no more: write it again, and give it within ten minutes.");
    return show_staff_cards(visit, held, desk, errors);
  }
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  reg::StaffCardRecord row{written->card, written->staff, {}, visit.today, std::nullopt};
  // The same card of the same person: its four digits stay, and so does its day.
  for (const auto& each : (*school)->staff_cards) {
    if (each.uid == row.uid && each.staff == row.staff && !each.revoked) row = each;
  }
  row.release = written->key;
  const auto put = held.put_staff_cards({row});
  if (!put) {
    FormErrors errors;
    errors.add("write", sentence(put.error()));
    return show_staff_cards(visit, held, desk, errors);
  }
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  const auto* member = (*staff)->named(written->staff);
  const std::string holder = member == nullptr ? "its holder" : member->name.text();
  auto answer = go_to("/cards/staff", fmt::format("The card {} is {}'s and releases at the door.",
                                                  written->card.masked(), holder));
  answer.read.push_back(
      {reg::ReadKind::account,
       {},
       fmt::format("staff card {} given to {}", written->card.masked(), written->staff)});
  return answer;
}

Result<Answer> revoke_card(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto card = CardNumber::parse(visit.typed("card"));
  if (!card) return not_found(visit);
  std::vector<reg::StaffCardRecord> rows;
  for (const auto& each : (*school)->staff_cards) {
    if (each.uid != *card || each.revoked) continue;
    rows.push_back(each);
    rows.back().revoked = visit.today;
  }
  if (rows.empty()) return go_to("/cards/staff", "That card was nobody's already.");
  if (const auto put = held.put_staff_cards(rows); !put) return fail(put.error());
  auto answer =
      go_to("/cards/staff", fmt::format("The card {} opens nothing from now on.", card->masked()));
  answer.read.push_back(
      {reg::ReadKind::account, {}, fmt::format("staff card {} revoked", card->masked())});
  return answer;
}

}  // namespace

Routes release_card_routes(const ReleaseCardParts& parts) {
  const std::vector<Role> office{Role::office, Role::head};
  const auto desk = std::make_shared<Desk>();
  desk->parts = parts;
  return {
      {"GET", "/cards/staff", office, Runs::reading,
       [desk](const Visit& visit, store::Register& held) {
         return show_staff_cards(visit, held, *desk);
       }},
      {"POST", "/cards/staff/write", office, Runs::reading,
       [desk](const Visit& visit, store::Register& held) {
         return write_card(visit, held, *desk);
       }},
      {"POST", "/cards/staff/give", office, Runs::writing,
       [desk](const Visit& visit, store::Register& held) { return give_card(visit, held, *desk); }},
      {"POST", "/cards/staff/revoke", office, Runs::writing, revoke_card}};
}

}  // namespace handbell::office
