#include "app/office/cards/cards.h"

#include "app/office/page/child_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace handbell::office {
namespace {

bool stands(const reg::CardRecord& card) { return !card.revoked; }

CardOnDesk on_desk(const reg::School& school, const CardNumber& number) {
  CardOnDesk card;
  card.number = number.text();
  card.masked = number.masked();
  if (!number.fit_as_identity()) {
    card.words = "A phone, a bank card or a copy: its number is not its own. Take another card.";
    return card;
  }
  const auto of_staff = std::ranges::any_of(
      school.staff_cards, [&](const auto& each) { return each.uid == number && !each.revoked; });
  if (of_staff) {
    card.words = "A member of staff's card.";
    return card;
  }
  const auto found = std::ranges::find_if(
      school.cards, [&](const auto& each) { return each.uid == number && stands(each); });
  if (found == school.cards.end()) {
    card.free = true;
    card.words = number.is_short() ? "Nobody's. Its number is short: another card in the world may "
                                     "have the same."
                                   : "Nobody's.";
    return card;
  }
  const auto* holder = school.holder(*found);
  if (holder == nullptr) {
    card.words = "Of a pupil who is not known any more.";
    return card;
  }
  card.pupil = std::to_string(holder->id.number());
  card.words = found->family.empty()
                   ? fmt::format("{}'s card, {}.", child_name(*holder), holder->class_name)
                   : fmt::format("The card of {}'s family.", child_name(*holder));
  return card;
}

void add_readers(const CardDesk::View& desk, CardsView& view) {
  for (const auto& reader : desk.readers) {
    const auto remedy = remedy_of(reader);
    view.readers.push_back(fmt::format("{}: {}.{}{}", reader.name, words_of(reader),
                                       remedy.empty() ? "" : " ", remedy));
  }
}

void add_lines(const reg::School& school, SchoolDay today, CardsView& view) {
  for (const auto& pupil : school.pupils) {
    if (!pupil.on_roll(today) || pupil.class_name != view.class_name()) continue;
    if (has_card(school, pupil)) {
      ++view.with_card;
      continue;
    }
    view.lines.push_back({std::to_string(pupil.id.number()), child_name(pupil), pupil.class_name,
                          !pupil.family.empty()});
  }
  std::ranges::sort(view.lines, {}, &NeedsCardLine::name);
}

}  // namespace

bool has_card(const reg::School& school, const reg::PupilRecord& pupil) {
  return std::ranges::any_of(school.cards, [&](const reg::CardRecord& card) {
    if (!stands(card)) return false;
    return card.family.empty() ? card.pupil == pupil.id : card.family == pupil.family;
  });
}

CardsView cards_view(const reg::School& school, const CardDesk::View& desk, SchoolDay today,
                     std::optional<std::size_t> chosen) {
  CardsView view;
  add_readers(desk, view);
  view.several = desk.several;
  if (desk.card) view.card = on_desk(school, *desk.card);
  std::map<std::string, int> lacking;
  for (const auto& pupil : school.pupils) {
    if (!pupil.on_roll(today)) continue;
    lacking[pupil.class_name] += has_card(school, pupil) ? 0 : 1;
  }
  view.classes.assign(lacking.begin(), lacking.end());
  const auto first = std::ranges::find_if(view.classes, [](const auto& c) { return c.second > 0; });
  if (first != view.classes.end()) {
    view.chosen = static_cast<std::size_t>(first - view.classes.begin());
  }
  if (chosen && *chosen < view.classes.size()) view.chosen = *chosen;
  add_lines(school, today, view);
  return view;
}

}  // namespace handbell::office
