#include "app/register/concern.h"

#include "app/register/choice_words.h"

#include <algorithm>

namespace handbell::reg {

namespace {

constexpr ChoiceList<kConcernFor> kWhom{{{"class_teacher", "class teacher"},
                                         {"dsl", "DSL"},
                                         {"champion", "senior attendance champion"},
                                         {"head", "headteacher"},
                                         {"senco", "SENDCo"},
                                         {"pupil_premium_lead", "Pupil Premium Lead"}}};
constexpr ChoiceList<3> kConcernStates{
    {{"raised", "raised"}, {"taken_up", "taken up"}, {"closed", "closed"}}};

bool rising(const std::vector<ConcernFor>& whom) {
  return std::ranges::adjacent_find(whom, std::greater_equal()) == whom.end();
}

}  // namespace

std::string_view text_of(ConcernFor whom) { return entry_of(kWhom, whom).key; }
std::string_view words_of(ConcernFor whom) { return entry_of(kWhom, whom).words; }
Result<ConcernFor> parse_concern_for(std::string_view text) {
  return parse_choice<ConcernFor>(kWhom, text);
}

std::string_view text_of(ConcernState state) { return entry_of(kConcernStates, state).key; }
std::string_view words_of(ConcernState state) { return entry_of(kConcernStates, state).words; }
Result<ConcernState> parse_concern_state(std::string_view text) {
  return parse_choice<ConcernState>(kConcernStates, text);
}

Status complete(const Concern& concern) {
  const bool raises = concern.state == ConcernState::raised;
  if (raises != (concern.of == 0)) return fail(FaultCode::entry_incomplete, "which concern it is");
  if (raises == concern.whom.empty() || !rising(concern.whom)) {
    return fail(FaultCode::entry_incomplete, "whom it is for");
  }
  if (raises && concern.words.empty()) return fail(FaultCode::entry_incomplete, "what worries");
  if (concern.state == ConcernState::closed && concern.words.empty()) {
    return fail(FaultCode::entry_incomplete, "what became of it");
  }
  return text_fits(concern.words, "a concern");
}

bool is_for(const Concern& raised, const std::vector<Role>& roles, bool own_class) {
  const auto named = [&](ConcernFor whom) {
    return std::ranges::find(raised.whom, whom) != raised.whom.end();
  };
  return std::ranges::any_of(roles, [&](Role role) {
    switch (role) {
      case Role::head:
      case Role::champion:
      case Role::dsl:
        return true;
      case Role::teacher:
        return own_class && named(ConcernFor::class_teacher);
      default:
        return false;
    }
  });
}

}  // namespace handbell::reg
