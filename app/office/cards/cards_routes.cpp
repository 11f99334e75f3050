#include "app/office/cards/cards_routes.h"

#include "app/base/text.h"
#include "app/office/cards/cards.h"
#include "app/office/cards/page_cards.h"
#include "app/office/page/child_name.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

/// Of a class in the list, up to as many as a school has.
std::optional<std::size_t> place_of(const std::string& typed) {
  const auto number = whole_number(typed);
  if (!number || *number < 0 || *number >= static_cast<std::int64_t>(reg::kMostClasses)) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(*number);
}

Result<Answer> show_cards(const Visit& visit, store::Register& held, const CardDesk* desk,
                          const std::string& typed_class, const FormErrors& errors = {}) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto on_desk = desk == nullptr ? CardDesk::View{} : desk->view();
  PageFrame frame = visit.frame;
  frame.errors = errors;
  return page_answer(
      cards_page(cards_view(**school, on_desk, visit.today, place_of(typed_class)), frame),
      errors.empty() ? 200 : 422);
}

const reg::PupilRecord* pupil_typed(const reg::School& school, const std::string& typed) {
  const auto found = std::ranges::find_if(
      school.pupils, [&](const auto& each) { return std::to_string(each.id.number()) == typed; });
  return found == school.pupils.end() ? nullptr : &*found;
}

Result<Answer> give(const Visit& visit, store::Register& held, const CardDesk* desk) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = pupil_typed(**school, visit.typed("pupil"));
  const auto card = CardNumber::parse(visit.typed("card"));
  if (pupil == nullptr || !card) return not_found(visit);
  FormErrors errors;
  const bool family = visit.typed("whose") == "family";
  if (family && pupil->family.empty()) {
    errors.add("needing", child_name(*pupil) + " has no brother or sister here.");
  }
  if (!pupil->on_roll(visit.today)) {
    errors.add("needing", child_name(*pupil) + " is not on roll today.");
  }
  if (errors.empty()) {
    const auto put =
        held.put_cards({family ? reg::CardRecord{*card, PupilId(), visit.today, {}, pupil->family}
                               : reg::CardRecord{*card, pupil->id, visit.today, {}, ""}});
    if (!put) errors.add("needing", sentence(put.error()));
  }
  const std::string place = visit.typed("class");
  if (!errors.empty()) return show_cards(visit, held, desk, place, errors);
  return go_to(
      fmt::format("/cards?class={}", place_of(place).value_or(0)),
      fmt::format("The card {} is {}.", card->masked(),
                  family ? child_name(*pupil) + "'s family's" : child_name(*pupil) + "'s"));
}

}  // namespace

Routes cards_routes(const CardDesk* desk) {
  const std::vector<Role> office{Role::office, Role::head};
  return {{"GET", "/cards", office, Runs::reading,
           [desk](const Visit& visit, store::Register& held) {
             return show_cards(visit, held, desk, visit.query("class"));
           }},
          {"POST", "/cards/give", office, Runs::writing,
           [desk](const Visit& visit, store::Register& held) { return give(visit, held, desk); }}};
}

}  // namespace handbell::office
