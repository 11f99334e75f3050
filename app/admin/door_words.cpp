// The commands of what the office tells its doors: cards, staff cards, "leave the building".
#include "app/admin/line.h"

namespace handbell::admin {

namespace {

CLI::App* add_answer(CLI::App& releases, Line& line, const char* name, const char* help,
                     reg::ReleaseStep step) {
  auto* answer = command(releases, line, name, help, [&line, step](const Site& site) {
    return answer_release(site, step, line.release);
  });
  answer->add_option("pupil", line.release.pupil, "UPN or admission number")->required();
  answer->add_option("--by", line.release.by, "\"NAME, POSITION\"")->required();
  answer->add_option("--asked", line.release.asked,
                     "which request, where two are open: HH:MM, or untimed");
  answer->add_option("--asker", line.release.asker, "and who asks, as the list has it");
  return answer;
}

void add_despite(CLI::App* answer, Line& line) {
  answer->add_option("--despite-warning", line.release.despite,
                     "why the child goes all the same; kept");
}

}  // namespace

void add_releases(CLI::App& app, Line& line) {
  auto* releases = app.add_subcommand("release", "who asks for a child at a door, and the answer");
  releases->require_subcommand(1);
  auto* listed = command(
      *releases, line, "list", "each request of a day with what became of it",
      [&line](const Site& site) { return release_list(site, line.released_on, line.format); });
  listed->add_option("--on", line.released_on, "the day, YYYY-MM-DD; without it today");
  add_format(listed, line);
  using reg::ReleaseStep;
  add_answer(*releases, line, "call", "the class was told", ReleaseStep::called)
      ->add_option("--told", line.release.words, "who of the class was told")
      ->required();
  auto* granted = add_answer(*releases, line, "grant", "the child may go", ReleaseStep::granted);
  granted
      ->add_option("--checked", line.release.checked,
                   "known_to_staff, photo_id or password_of_the_day")
      ->required()
      ->check(CLI::IsMember({"known_to_staff", "photo_id", "password_of_the_day"}));
  add_despite(granted, line);
  add_answer(*releases, line, "refuse", "the child stays", ReleaseStep::refused)
      ->add_option("--reason", line.release.words, "why")
      ->required();
  auto* handed = add_answer(*releases, line, "hand-over", "the child is out of the building",
                            ReleaseStep::handed_over);
  handed->add_option("--to", line.release.to, "who takes the child")->required();
  handed->add_option("--back-by", line.release.back_by, "HH:MM, where the child comes back today");
  add_despite(handed, line);
}

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
