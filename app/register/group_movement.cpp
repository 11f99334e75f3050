#include "app/register/group_movement.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace handbell::reg {

namespace {

struct KindRow {
  std::string_view words;
  bool in;
  bool out;
};

constexpr std::array kMovementKinds{
    KindRow{"breakfast club", true, false}, KindRow{"trip", true, true},
    KindRow{"transport", true, true},       KindRow{"nursery session", false, true},
    KindRow{"lunch", true, true},           KindRow{"after-school club", true, true},
    KindRow{"home time", false, true},
};

const KindRow& row_of(GroupKind kind) { return kMovementKinds.at(static_cast<std::size_t>(kind)); }

void each_once(std::vector<PupilId>& children) {
  std::sort(children.begin(), children.end());
  children.erase(std::unique(children.begin(), children.end()), children.end());
}

std::vector<PupilId> without(const std::vector<PupilId>& children,
                             const std::vector<PupilId>& left_out) {
  std::vector<PupilId> rest;
  std::set_difference(children.begin(), children.end(), left_out.begin(), left_out.end(),
                      std::back_inserter(rest));
  return rest;
}

/// What is wrong, or nothing.
std::string wrong_with(const MovementDraft& draft) {
  const KindRow& row = row_of(draft.kind);
  if (draft.group.empty()) return fmt::format("a {} without a name", row.words);
  if (!(draft.direction == Direction::in ? row.in : row.out)) {
    const bool in = draft.direction == Direction::in;
    return fmt::format("{} is a {}, which never {}", draft.group, row.words,
                       in ? "comes in" : "goes out");
  }
  if (draft.kind == GroupKind::trip && !draft.in_charge) {
    return fmt::format("{} is a trip without an adult in charge", draft.group);
  }
  const auto strangers = without(draft.ticked, draft.list).size();
  if (strangers == 0) return "";
  return fmt::format("{} ticked who are not on the list of {}", strangers, draft.group);
}

}  // namespace

std::string_view words_for(GroupKind kind) { return row_of(kind).words; }

Result<GroupMovement> GroupMovement::from(MovementDraft draft) {
  each_once(draft.list);
  each_once(draft.ticked);
  auto wrong = wrong_with(draft);
  if (!wrong.empty()) return fail(FaultCode::movement_wrong, std::move(wrong));
  return GroupMovement(std::move(draft));
}

std::vector<PupilId> GroupMovement::not_ticked() const { return without(what_.list, what_.ticked); }

}  // namespace handbell::reg
