#include "app/office/today/going_form.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/web/collecting.h"

#include <fmt/format.h>

#include <set>

namespace handbell::office {
namespace {

/// What stands against letting a child go on this page, which asks for no check of the adult.
struct GoingLists {
  reg::CollectLists lists;
  std::set<PupilId> asked;  ///< somebody asks for them, and nobody has answered for good
};

Result<GoingLists> read_going(const Visit& visit, store::Register& held,
                              const reg::PresenceFacts& known) {
  auto lists = read_collect_lists(held, visit.today);
  if (!lists) return fail(lists.error());
  const auto answers = held.release_answers(visit.today);
  if (!answers) return fail(answers.error());
  return GoingLists{std::move(*lists), reg::asked_for(reg::releases_of(known, *answers))};
}

/// Why the child goes by the page Out of school, whoever collects; empty: it need not.
std::string goes_elsewhere(const GoingLists& going, const reg::PupilRecord& pupil) {
  const std::string name = child_name(pupil);
  if (going.asked.contains(pupil.id)) return fmt::format("Somebody asks for {} already.", name);
  if (!reg::restriction_of(pupil.id, going.lists)) return "";
  return fmt::format("Not everybody may collect {}.", name);
}

GoingElsewhere by_out_of_school(const reg::PupilRecord& pupil, const std::string& words) {
  return {words, fmt::format("/out/child?pupil={}", pupil.id.number()), "Use Out of school"};
}

/// What is wrong with the adult who was typed, or was not; nothing where all is well.
std::optional<GoingElsewhere> wrong_with_adult(const GoingLists& going,
                                               const reg::PupilRecord& pupil,
                                               const std::optional<NamePart>& adult) {
  const std::string name = child_name(pupil);
  if (adult) {
    if (!reg::restriction_of(pupil.id, going.lists, adult)) return std::nullopt;
    return by_out_of_school(
        pupil, fmt::format("{} is not among those who may collect {}.", adult->text(), name));
  }
  if (!reg::somebody_listed(pupil.id, going.lists)) return std::nullopt;
  return GoingElsewhere{fmt::format("Type who collects {}.", name),
                        fmt::format("/presence/child?pupil={}#left", pupil.id.number()),
                        "Where the child goes alone, say so on Presence"};
}

std::string out_already(const reg::Presence& presence, const reg::PupilRecord& pupil, Instant at) {
  const auto where = presence.where(pupil.id, at);
  const bool gone = where.since && !is_in(where.place) && !where.closed;
  if (!gone) return "";
  return fmt::format("{} is out since {} already. Was that an error? Take it back on Today.",
                     child_name(pupil), local_hh_mm(*where.since));
}

class GoingReader {
 public:
  GoingReader(const Visit& visit, store::Register& held, const DeskFamily& family)
      : visit_(visit), held_(held), family_(family) {}

  Result<GoingTyped> read() {
    auto view = going_view(visit_, held_, family_);
    if (!view) return fail(view.error());
    typed_.view = std::move(*view);
    keep_typed();
    auto& errors = typed_.errors;
    const auto at = time_until_now(visit_, "at", errors);
    const auto back = back_by(at);
    const auto adult = typed_adult();
    check_choice(typed_.view.reason, typed_.view.reasons, "reason", errors);
    if (family_.ticked.empty()) errors.add("child", "Tick who goes.");
    if (!errors.empty() || !at) return std::move(typed_);
    const auto lists = reg::with_built_in(family_.school->reasons);
    const std::string reason = reason_words(lists.out, typed_.view.reason);
    for (const PupilId pupil : family_.ticked) {
      typed_.entries.push_back(
          {pupil, reg::Direction::out, *at, adult, back, reason, visit_.who.author});
    }
    const Status checked = check_children(*at, adult);
    if (!checked) return fail(checked.error());
    return std::move(typed_);
  }

 private:
  void keep_typed() {
    typed_.view.at = visit_.typed("at");
    typed_.view.reason = visit_.typed("reason");
    typed_.view.with = visit_.typed("with");
    typed_.view.back = visit_.typed("back");
  }

  std::optional<Instant> back_by(const std::optional<Instant>& out) {
    if (typed_.view.back.empty()) return std::nullopt;
    const auto time = typed_time(typed_.view.back);
    if (!time) {
      typed_.errors.add("back", "Type the time as the clock shows it, such as 13:00.");
      return std::nullopt;
    }
    const Instant back = from_local(visit_.today, *time);
    if (out && back <= *out) typed_.errors.add("back", "Back by is before the child went.");
    return back;
  }

  std::optional<NamePart> typed_adult() {
    if (typed_.view.with.empty()) return std::nullopt;
    const auto adult = NamePart::parse(typed_.view.with);
    if (!adult) typed_.errors.add("with", sentence(adult.error()));
    return adult ? std::optional(*adult) : std::nullopt;
  }

  Status check_children(Instant at, const std::optional<NamePart>& adult) {
    const auto known = known_today(visit_, held_);
    if (!known) return fail(known.error());
    const auto going = read_going(visit_, held_, *known);
    if (!going) return fail(going.error());
    const auto presence = presence_today(visit_, *known);
    for (const PupilId id : family_.ticked) {
      const auto& pupil = *family_.school->pupil(id);
      check_collecting(*going, pupil, adult);
      const std::string out = out_already(presence, pupil, at);
      if (!out.empty()) typed_.errors.add("child", out);
    }
    return {};
  }

  /// The page has the link for whoever goes elsewhere; a wrong adult adds one.
  void check_collecting(const GoingLists& going, const reg::PupilRecord& pupil,
                        const std::optional<NamePart>& adult) {
    if (const auto words = goes_elsewhere(going, pupil); !words.empty()) {
      return typed_.errors.add("child",
                               words + " Use Out of school for " + child_name(pupil) + ".");
    }
    const auto wrong = wrong_with_adult(going, pupil, adult);
    if (!wrong) return;
    typed_.errors.add("with", wrong->words + " " + wrong->link + ".");
    typed_.view.elsewhere.push_back(*wrong);
  }

  const Visit& visit_;
  store::Register& held_;
  const DeskFamily& family_;
  GoingTyped typed_;
};

}  // namespace

Result<GoingView> going_view(const Visit& visit, store::Register& held, const DeskFamily& family) {
  const auto known = known_today(visit, held);
  if (!known) return fail(known.error());
  const auto going = read_going(visit, held, *known);
  if (!going) return fail(going.error());
  const auto presence = presence_today(visit, *known);
  GoingView view;
  view.first = std::to_string(family.children.front()->id.number());
  view.at = local_hh_mm(visit.now);
  view.reasons = reason_choices(reg::with_built_in(family.school->reasons).out);
  for (const auto* pupil : family.children) {
    view.children.push_back(desk_child(*pupil, presence, visit.now));
    view.children.back().ticked = is_ticked(family, pupil->id);
    const std::string words = goes_elsewhere(*going, *pupil);
    if (!words.empty()) view.elsewhere.push_back(by_out_of_school(*pupil, words));
    view.asks_who = view.asks_who || reg::somebody_listed(pupil->id, going->lists);
  }
  return view;
}

Result<GoingTyped> going_typed(const Visit& visit, store::Register& held,
                               const DeskFamily& family) {
  return GoingReader(visit, held, family).read();
}

std::string going_words(const reg::School& school, const std::vector<reg::SingleEntry>& entries) {
  std::vector<std::string> names;
  for (const auto& entry : entries) {
    const auto* pupil = school.pupil(entry.pupil);
    if (pupil != nullptr) names.push_back(child_name(*pupil));
  }
  const std::string at = entries.empty() ? "" : local_hh_mm(entries.front().at);
  return fmt::format("{} went out at {}.", names_listed(names), at);
}

}  // namespace handbell::office
