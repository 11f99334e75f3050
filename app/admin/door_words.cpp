// The commands of what the office tells its doors: cards, staff cards, "leave the building".
#include "app/admin/line.h"

namespace handbell::admin {

void add_cards(CLI::App& app, Line& line) {
  auto* cards = app.add_subcommand("cards", "whose card is it");
  cards->require_subcommand(1);
  auto* issue = command(*cards, line, "issue", "give a card to a pupil, or to the pupil's family",
                        [&](const Site& site) { return issue_card(site, line.card); });
  issue->add_option("uid", line.card.uid, "the card's number")->required();
  issue->add_option("--pupil", line.card.pupil, "UPN or admission number")->required();
  issue->add_flag("--family", line.card.family, "for a keyring: it opens all of the family");
  auto* revoke = command(*cards, line, "revoke", "the card is nobody's from today",
                         [&](const Site& site) { return revoke_card(site, line.card.uid); });
  revoke->add_option("uid", line.card.uid, "the card's number")->required();
}

void add_evacuation(CLI::App& app, Line& line) {
  auto* call = command(app, line, "evacuation", "\"Leave the building\" on every door",
                       [&](const Site& site) { return evacuation(site, line.evacuation); });
  call->add_option("state", line.evacuation.state, "on or off")
      ->required()
      ->check(CLI::IsMember({"on", "off"}));
  call->add_option("--by", line.evacuation.by, "\"NAME, POSITION\"")->required();
}

void add_staff_card(CLI::App& staff, Line& line) {
  auto* card = staff.add_subcommand("card", "a card and a PIN for the kiosk's lists; asks the PIN");
  card->callback([&line] {
    line.asks_pin = !line.staff_card.revoke;
    line.action = [&line](const Site& site) { return staff_card(site, line.staff_card); };
  });
  card->add_option("staff", line.staff_card.staff, "id or name")->required();
  card->add_option("--card", line.staff_card.uid, "the card's number")->required();
  card->add_flag("--revoke", line.staff_card.revoke, "the card is nobody's from today");
}

}  // namespace handbell::admin
