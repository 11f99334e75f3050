#include "app/office/presence/group_routes.h"

#include "app/base/school_time.h"
#include "app/office/presence/day_routes.h"
#include "app/office/presence/group_form.h"
#include "app/office/presence/page_group.h"
#include "app/office/presence/presence_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

struct GroupAsked {
  PresenceDay day;
  std::vector<MovementTold> lately;
  GroupList list;
  LeavingLists leaving;
};

Result<GroupAsked> group_asked(const Visit& visit, store::Register& held,
                               const net::Fields& fields) {
  auto day = read_presence(visit, held, visit.today);
  if (!day) return fail(day.error());
  auto lately = movements_lately(held, visit.today);
  if (!lately) return fail(lately.error());
  auto list = group_list(*day, *lately, fields);
  auto leaving = read_leaving(visit, held, *day);
  if (!leaving) return fail(leaving.error());
  return GroupAsked{std::move(*day), std::move(*lately), std::move(list), std::move(*leaving)};
}

void add_ways(GroupChooseView& view) {
  for (const auto& way : group_ways()) {
    auto& side = way.direction == reg::Direction::in ? view.in : view.out;
    side.push_back({fmt::format("/presence/group?do={}", way.key), std::string(way.words), ""});
  }
}

std::string saved_hint(const GroupAsked& asked, const MovementTold& told, bool returns) {
  const auto& children = returns ? told.what.ticked : told.what.list;
  const auto count = children.size();
  const std::string many = fmt::format("{} {}", count, count == 1 ? "child" : "children");
  if (returns) return fmt::format("{}, left at {}", many, local_hh_mm(told.what.at));
  return told.day == asked.day.day ? many + ", last today"
                                   : fmt::format("{}, last on {}", many, told.day.words());
}

Result<Answer> choose_group(const Visit& visit, const GroupAsked& asked) {
  GroupChooseView view;
  const auto* way = asked.list.way;
  if (way == nullptr) {
    add_ways(view);
    return page_answer(group_choose_page(view, visit.frame));
  }
  view.way = std::string(way->key);
  view.title = std::string(way->words);
  view.returns = is_return(*way);
  view.by_class = goes_by_class(*way);
  view.classes = asked.day.classes();
  for (const auto& told : groups_for(asked.day, asked.lately, *way)) {
    view.saved.push_back({fmt::format("/presence/group?do={}&from={}", way->key, told.ref.seq),
                          told.what.group, saved_hint(asked, told, view.returns)});
  }
  return page_answer(group_choose_page(view, visit.frame));
}

Result<Answer> show_ticks(const Visit& visit, const GroupAsked& asked, const FormErrors& errors,
                          bool typed) {
  PageFrame frame = visit.frame;
  frame.errors = errors;
  return page_answer(
      group_tick_page(tick_view(visit, asked.day, asked.list, asked.leaving, typed), frame),
      errors.empty() ? 200 : 422);
}

std::string done_words(const reg::MovementDraft& draft) {
  const auto missing = draft.list.size() - draft.ticked.size();
  std::string words = fmt::format("{} {}: {} {} ticked", group_words(draft),
                                  movement_verb(draft.kind, draft.direction), draft.ticked.size(),
                                  draft.ticked.size() == 1 ? "child" : "children");
  if (missing > 0) words += fmt::format(", {} not", missing);
  return words + ".";
}

std::string moved_address(const reg::EventRef& ref) {
  return fmt::format("/presence/moved?entry={}", ref.seq);
}

/// The list is there, and this person may see all that it names.
bool has_list(const GroupAsked& asked) {
  return asked.list.way != nullptr && !asked.list.wrong && !asked.list.children.empty();
}

}  // namespace

Result<Answer> show_group(const Visit& visit, store::Register& held) {
  const auto asked = group_asked(visit, held, visit.request.query);
  if (!asked) return fail(asked.error());
  const bool unknown = asked->list.way == nullptr && !visit.query("do").empty();
  if (unknown || asked->list.wrong) return not_found(visit);
  if (!has_list(*asked)) return choose_group(visit, *asked);
  return show_ticks(visit, *asked, {}, false);
}

Result<Answer> fill_ticks(const Visit& visit, store::Register& held) {
  const auto asked = group_asked(visit, held, visit.form);
  if (!asked) return fail(asked.error());
  if (!has_list(*asked)) return not_found(visit);
  return show_ticks(visit, *asked, {}, true);
}

Result<Answer> move_group(const Visit& visit, store::Register& held) {
  const auto asked = group_asked(visit, held, visit.form);
  if (!asked) return fail(asked.error());
  if (asked->list.way == nullptr || asked->list.wrong) return not_found(visit);
  if (is_return(*asked->list.way) && !asked->list.from) return not_found(visit);
  FormErrors errors;
  const auto draft =
      typed_movement(visit, asked->day, asked->list, asked->lately, asked->leaving, errors);
  if (!draft) return show_ticks(visit, *asked, errors, true);
  if (const auto* twice = told_already(asked->lately, *draft)) {
    return go_to(moved_address(twice->ref), "That was told already, and not once more.");
  }
  auto moved = reg::GroupMovement::from(*draft);
  if (!moved) return fail(moved.error());
  const auto ref = held.tell(std::move(*moved), visit.now);
  if (!ref) return fail(ref.error());
  return go_to(moved_address(*ref), done_words(*draft));
}

Result<Answer> show_moved(const Visit& visit, store::Register& held) {
  const auto lately = movements_lately(held, visit.today);
  if (!lately) return fail(lately.error());
  const auto* told = movement_numbered(*lately, visit.query("entry"));
  if (told == nullptr) return not_found(visit);
  const auto day = read_presence(visit, held, told->day, end_unless_today(visit, told->day));
  if (!day) return fail(day.error());
  const auto view = moved_view(visit, *day, *told);
  if (view.ticked.empty() && view.not_ticked.empty()) return not_found(visit);
  return page_answer(group_moved_page(view, visit.frame));
}

}  // namespace handbell::office
