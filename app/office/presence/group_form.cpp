#include "app/office/presence/group_form.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/office/presence/presence_words.h"
#include "app/office/web/collecting.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

constexpr Millis kPressedTwice = minutes(2);

std::string id_of_child(PupilId pupil) { return std::to_string(pupil.number()); }

std::string joined_names(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

std::string offered_name(const GroupList& list) {
  if (list.from) return list.from->what.group;
  if (goes_by_class(*list.way)) return joined_names(list.classes);
  return std::string(list.way->name);
}

/// Home time and a trip of whole classes are ticked against all of them; a new club or taxi is
/// whom one ticks.
std::string offered_belongs(const GroupList& list) {
  const bool whole =
      list.from || goes_by_class(*list.way) || list.way->kind == reg::GroupKind::trip;
  return whole ? "all" : "ticked";
}

void fill_offered(const GroupList& list, GroupTickView& view) {
  view.name = offered_name(list);
  view.belongs = offered_belongs(list);
  if (view.returns && list.from->what.in_charge) view.in_charge = list.from->what.in_charge->text();
}

void fill_typed(const Visit& visit, const GroupList& list, GroupTickView& view) {
  view.name = view.returns ? offered_name(list) : visit.typed("name");
  view.in_charge = visit.typed("in-charge");
  view.time = visit.typed("time");
  view.back_by = visit.typed("back-by");
  view.belongs = visit.typed("belongs") == "ticked" ? "ticked" : "all";
}

void add_more_classes(const PresenceDay& day, const GroupList& list, GroupTickView& view) {
  if (view.returns) return;
  for (const auto& name : day.classes()) {
    const bool has = std::ranges::find(list.classes, name) != list.classes.end();
    if (!has) view.more.push_back(name);
  }
}

bool is_ticked(const Visit& visit, const std::vector<std::string>& ticks, const TickLine& line) {
  const std::string fill = visit.typed("fill");
  if (fill == "likely") return line.likely;
  if (fill == "none") return false;
  return std::ranges::find(ticks, line.id) != ticks.end();
}

class MovementTyped {
 public:
  MovementTyped(const Visit& visit, const PresenceDay& day, const GroupList& list,
                FormErrors& errors)
      : visit_(visit), day_(day), list_(list), errors_(errors), draft_(empty_draft()) {}

  reg::MovementDraft read() {
    read_ticks();
    read_name();
    read_in_charge();
    if (const auto at = typed_moment(visit_, "time", day_.day, errors_)) draft_.at = *at;
    read_back_by();
    return draft_;
  }

 private:
  [[nodiscard]] reg::MovementDraft empty_draft() const {
    return {list_.way->kind, list_.way->direction, "", {}, {}, {}, {}, {}, visit_.who.author};
  }

  void read_ticks() {
    int gone = 0;
    for (const auto& id : values_of(visit_.form, "tick")) {
      const auto number = whole_number(id);
      if (number && list_.holds(PupilId(*number))) {
        draft_.ticked.push_back(PupilId(*number));
      } else {
        ++gone;
      }
    }
    if (gone > 0) {
      errors_.add("ticks", fmt::format("{} whom you ticked {} not on this list any more: somebody "
                                       "told of them meanwhile. Look again.",
                                       gone, gone == 1 ? "is" : "are"));
    } else if (draft_.ticked.empty()) {
      errors_.add("ticks", "Tick the children one by one.");
    }
    draft_.list = draft_.ticked;
    if (visit_.typed("belongs") == "ticked" && !is_return(*list_.way)) return;
    const bool own_list = list_.from.has_value();
    for (const auto* child : list_.children) {
      if (!own_list || list_.members.contains(child->id)) draft_.list.push_back(child->id);
    }
  }

  void read_name() {
    if (is_return(*list_.way)) {
      draft_.group = list_.from->what.group;
      return;
    }
    const std::string typed = visit_.typed("name");
    const auto name = NamePart::parse(typed);
    if (name) {
      draft_.group = name->text();
    } else if (typed.empty()) {
      errors_.add("name", "Say what the group is called, as Museum or Taxi 4.");
    } else {
      errors_.add("name", "The group's name has up to 80 characters, without line breaks.");
    }
  }

  void read_in_charge() {
    const std::string typed = visit_.typed("in-charge");
    if (typed.empty()) {
      if (list_.way->kind == reg::GroupKind::trip) {
        errors_.add("in-charge", "Say which adult is in charge of the trip.");
      }
      return;
    }
    const auto adult = NamePart::parse(typed);
    if (!adult) return errors_.add("in-charge", sentence(adult.error()));
    draft_.in_charge = *adult;
  }

  void read_back_by() {
    const std::string typed = visit_.typed("back-by");
    if (typed.empty() || !comes_back(*list_.way)) return;
    const auto time = TimeOfDay::parse(typed);
    if (!time) return errors_.add("back-by", sentence(time.error()));
    draft_.back_by = from_local(day_.day, *time);
    if (*draft_.back_by <= draft_.at) {
      errors_.add("back-by", "They are back after they left: type a later time.");
    }
  }

  const Visit& visit_;
  const PresenceDay& day_;
  const GroupList& list_;
  FormErrors& errors_;
  reg::MovementDraft draft_;
};

/// Nobody goes with a group whom not everybody may collect, however the ticks came about.
void expect_none_alone(const PresenceDay& day, const GroupWay& way, const LeavingLists& leaving,
                       const reg::MovementDraft& draft, FormErrors& errors) {
  if (!hands_to_adults(way)) return;
  std::vector<std::string> names;
  for (const PupilId id : draft.ticked) {
    const auto* pupil = day.pupil(id);
    if (pupil != nullptr && leaves_alone(leaving, id)) names.push_back(child_name(*pupil));
  }
  if (names.empty()) return;
  errors.add("ticks", fmt::format("Not everybody may collect {}: nobody was moved. Take the tick "
                                  "away, and answer for each by itself.",
                                  joined_names(names)));
}

/// Another group of this name has children whom this person does not see: its list would be lost.
bool takes_others_name(const PresenceDay& day, const std::vector<MovementTold>& lately,
                       const reg::MovementDraft& draft, const GroupWay& way) {
  if (goes_by_class(way) || is_return(way)) return false;
  const auto mine = groups_for(day, lately, way);
  return std::ranges::any_of(saved_groups(lately, way.kind), [&](const MovementTold& told) {
    return folded(told.what.group) == folded(draft.group) &&
           std::ranges::find(mine, told.ref, &MovementTold::ref) == mine.end();
  });
}

std::vector<PupilId> sorted_once(std::vector<PupilId> children) {
  std::sort(children.begin(), children.end());
  children.erase(std::unique(children.begin(), children.end()), children.end());
  return children;
}

/// Whoever ticks a child off sees whom not to hand it to, where this person reads the lists.
std::string who_may_not(const Visit& visit, const LeavingLists& leaving,
                        const reg::PupilRecord& pupil) {
  if (!answers_for_restricted(visit.who)) return "";
  std::string adults;
  for (const auto& adult : collect_words(leaving.lists, pupil).may_not) {
    adults += (adults.empty() ? "" : "; ") + adult;
  }
  return adults;
}

MovedChild moved_child(const PresenceDay& day, const reg::PupilRecord& pupil, bool was_ticked,
                       const MovementTold& told) {
  const auto where = day.where(pupil.id);
  MovedChild child{id_of_child(pupil.id), child_name(pupil), pupil.class_name, place_words(where),
                   false};
  const std::string company = company_words(where);
  if (!company.empty()) child.where += ", " + company;
  const bool stands = where.not_ticked && where.not_ticked->at == told.what.at;
  child.left_behind =
      !was_ticked && stands && (is_in(where.place) || where.place == reg::Place::elsewhere);
  return child;
}

std::string told_of(const MovementTold& told) {
  std::string words = "Told by " + told.what.by.text();
  if (told.what.in_charge) words += ". In charge: " + told.what.in_charge->text();
  if (told.what.back_by) words += ". Back by " + local_hh_mm(*told.what.back_by);
  return words + ".";
}

std::string return_address(const MovementTold& told) {
  const bool out = told.what.direction == reg::Direction::out && !told.taken_back;
  if (!out) return "";
  if (told.what.kind == reg::GroupKind::trip) {
    return fmt::format("/presence/group?do=trip-in&from={}", told.ref.seq);
  }
  if (told.what.kind == reg::GroupKind::lunch) {
    return fmt::format("/presence/group?do=lunch-in&from={}", told.ref.seq);
  }
  return "";
}

}  // namespace

GroupTickView tick_view(const Visit& visit, const PresenceDay& day, const GroupList& list,
                        const LeavingLists& leaving, bool typed) {
  GroupTickView view;
  view.way = std::string(list.way->key);
  view.title = std::string(list.way->words);
  if (list.from) view.from = std::to_string(list.from->ref.seq);
  view.classes = list.classes;
  view.out = list.way->direction == reg::Direction::out;
  view.returns = is_return(*list.way);
  view.trip = list.way->kind == reg::GroupKind::trip;
  view.asks_back_by = comes_back(*list.way);
  add_more_classes(day, list, view);
  if (typed) {
    fill_typed(visit, list, view);
  } else {
    fill_offered(list, view);
  }
  const auto ticks = values_of(visit.form, "tick");
  for (const auto* pupil : list.children) {
    const auto where = day.where(pupil->id);
    TickLine line{id_of_child(pupil->id),
                  child_name(*pupil),
                  pupil->class_name,
                  place_words(where),
                  can_move(*list.way, where.place),
                  false};
    if (hands_to_adults(*list.way)) {
      line.alone = leaves_alone(leaving, pupil->id);
      line.may_not = who_may_not(visit, leaving, *pupil);
    }
    line.ticked = typed && !line.alone && is_ticked(visit, ticks, line);
    view.lines.push_back(std::move(line));
  }
  return view;
}

std::optional<reg::MovementDraft> typed_movement(const Visit& visit, const PresenceDay& day,
                                                 const GroupList& list,
                                                 const std::vector<MovementTold>& lately,
                                                 const LeavingLists& leaving, FormErrors& errors) {
  auto draft = MovementTyped(visit, day, list, errors).read();
  expect_none_alone(day, *list.way, leaving, draft, errors);
  if (!errors.empty()) return std::nullopt;
  if (takes_others_name(day, lately, draft, *list.way)) {
    errors.add("name",
               "A group of this name has children of other classes. Give yours another name.");
    return std::nullopt;
  }
  const auto moved = reg::GroupMovement::from(draft);
  if (moved) return moved->what();
  errors.add("name", sentence(moved.error()));
  return std::nullopt;
}

const MovementTold* told_already(const std::vector<MovementTold>& lately,
                                 const reg::MovementDraft& draft) {
  const auto same = [&](const MovementTold& told) {
    const auto& what = told.what;
    const bool near = draft.at - what.at < kPressedTwice && what.at - draft.at < kPressedTwice;
    return !told.taken_back && near && what.kind == draft.kind &&
           what.direction == draft.direction && what.group == draft.group && what.by == draft.by &&
           what.ticked == sorted_once(draft.ticked);
  };
  const auto found = std::ranges::find_if(lately, same);
  return found == lately.end() ? nullptr : &*found;
}

GroupMovedView moved_view(const Visit& visit, const PresenceDay& day, const MovementTold& told) {
  GroupMovedView view;
  view.entry = std::to_string(told.ref.seq);
  view.day = told.day.text();
  view.title =
      fmt::format("{} {} at {}", group_words(told.what),
                  movement_verb(told.what.kind, told.what.direction), local_hh_mm(told.what.at));
  view.told = told_of(told);
  view.taken_back = told.taken_back;
  view.may_undo = !told.taken_back && may_take_back(visit.who, told.what.by);
  view.back_address = day.is_today ? return_address(told) : "";
  for (const PupilId id : told.what.list) {
    const auto* pupil = day.pupil(id);
    if (pupil == nullptr) continue;
    const bool ticked = std::ranges::binary_search(told.what.ticked, id);
    auto child = moved_child(day, *pupil, ticked, told);
    (ticked ? view.ticked : view.not_ticked).push_back(std::move(child));
  }
  std::ranges::stable_sort(view.not_ticked, std::greater{}, &MovedChild::left_behind);
  return view;
}

bool may_take_back(const Visitor& who, const reg::Author& by) {
  if (who.has_one_of({reg::Role::office, reg::Role::head})) return true;
  return who.has(reg::Role::teacher) && who.author == by;
}

}  // namespace handbell::office
