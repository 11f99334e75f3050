#include "app/register/release.h"

#include "app/base/text.h"
#include "app/register/door_times.h"
#include "app/register/presence_steps.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace handbell::reg {

namespace {

constexpr std::array<std::string_view, 3> kChecks{"known_to_staff", "photo_id",
                                                  "password_of_the_day"};
constexpr std::array<std::string_view, 6> kStates{"asked",   "called",      "granted",
                                                  "refused", "handed_over", "back"};

ReleaseState after_answer(ReleaseStep step) {
  switch (step) {
    case ReleaseStep::called:
      return ReleaseState::called;
    case ReleaseStep::granted:
      return ReleaseState::granted;
    case ReleaseStep::refused:
      return ReleaseState::refused;
    case ReleaseStep::handed_over:
      break;
  }
  return ReleaseState::handed_over;
}

/// Whether somebody saw the child here, or the door did, after that moment.
bool came_back(const StepsByPupil& steps, PupilId pupil, Instant gone) {
  const auto own = steps.find(pupil);
  if (own == steps.end()) return false;
  return std::ranges::any_of(own->second, [&](const Step& step) {
    const bool in = step.kind == StepKind::claimed_in || step.kind == StepKind::sighted;
    return in && step.at && *step.at > gone;
  });
}

bool is_about(const ReleaseGiven& given, const Release& release) {
  return given.what.request == release.ref && given.what.pupil == release.asked.pupil &&
         !given.back;
}

void add_answers(Release& release, const std::vector<ReleaseGiven>& answers) {
  for (const auto& given : answers) {
    if (!is_about(given, release)) continue;
    release.answers.push_back(given);
    release.state = after_answer(given.what.step);
  }
}

/// What was asked in the office stands in the answers alone.
std::vector<Release> asked_at_office(const std::vector<ReleaseGiven>& answers) {
  std::set<std::pair<EventRef, PupilId>> known;
  std::vector<Release> releases;
  for (const auto& given : answers) {
    const auto& what = given.what;
    if (given.back || what.request.journal != kAskedAtOffice) continue;
    if (!known.emplace(what.request, what.pupil).second) continue;
    ReleaseAsked asked;
    asked.pupil = what.pupil;
    asked.at.wall = what.asked;
    releases.push_back({what.request, std::move(asked), what.asked, ReleaseState::asked, {}});
  }
  return releases;
}

/// What the doors saw and nobody took back.
class DoorFacts {
 public:
  explicit DoorFacts(const PresenceFacts& facts) : facts_(facts), times_(facts.door) {
    for (const auto& fact : facts.people) {
      if (const auto* back = std::get_if<TakenBack>(&fact.event)) taken_back_.insert(back->what);
    }
  }

  [[nodiscard]] std::vector<Release> asked() const {
    std::vector<Release> releases;
    for (const auto& seen : facts_.door) {
      const auto* asked = std::get_if<ReleaseAsked>(&seen.event);
      if (asked == nullptr || !stands(seen.ref)) continue;
      releases.push_back(
          {seen.ref, *asked, times_.time_of(seen.ref, asked->at), ReleaseState::asked, {}});
    }
    return releases;
  }

  [[nodiscard]] std::vector<GivenAtDoor> given() const {
    std::vector<GivenAtDoor> given;
    for (const auto& seen : facts_.door) {
      const auto* gone = std::get_if<DoorHandOver>(&seen.event);
      if (gone == nullptr || !stands(seen.ref)) continue;
      given.push_back({seen.ref, *gone, times_.time_of(seen.ref, gone->at)});
    }
    return given;
  }

 private:
  [[nodiscard]] bool stands(const EventRef& ref) const {
    return times_.stands(ref) && !taken_back_.contains(ref);
  }

  const PresenceFacts& facts_;
  DoorTimes times_;
  std::set<EventRef> taken_back_;
};

/// The door names its own request by number, another door's by the child and the moment.
bool is_answered_by(const Release& release, const GivenAtDoor& given) {
  if (release.at_door || release.asked.pupil != given.what.pupil) return false;
  if (given.what.request != 0) {
    return release.ref == EventRef{given.ref.journal, given.what.request};
  }
  return given.what.asked && release.asked.at.wall == *given.what.asked;
}

/// A hand-over whose request is not known here.
Release alone(const GivenAtDoor& given) {
  Release release;
  release.ref = given.ref;
  release.asked.pupil = given.what.pupil;
  release.asked.at = given.what.at;
  release.asked.who = given.what.who;
  release.asked.why = given.what.why;
  release.asked.back_today = given.what.back_today;
  release.at = given.at;
  return release;
}

void add_given(std::vector<Release>& releases, const std::vector<GivenAtDoor>& all) {
  for (const auto& given : all) {
    auto found = std::ranges::find_if(
        releases, [&](const Release& release) { return is_answered_by(release, given); });
    if (found == releases.end()) found = releases.insert(found, alone(given));
    found->at_door = given;
    found->state = ReleaseState::handed_over;
  }
}

/// When the child went, as the newest of both says.
std::optional<Instant> gone_at(const Release& release) {
  std::optional<Instant> gone = release.at_door ? release.at_door->at : std::nullopt;
  for (const auto& given : release.answers) {
    if (given.what.step == ReleaseStep::handed_over) gone = std::max(gone, {given.what.at});
  }
  return gone;
}

std::string who_is(const Contact& contact) {
  return contact.relationship.empty() ? contact.name.text()
                                      : contact.name.text() + " (" + contact.relationship + ")";
}

void add_words(std::string& text, const std::string& more) {
  text += (text.empty() ? "" : "; ") + more;
}

bool same_name(const NamePart& a, const NamePart& b) {
  return folded(a.text()) == folded(b.text());
}

/// Whether the lists say anything of this adult: may collect, may not, or may today. `today`: of
/// this child alone.
bool stands_on_lists(const NamePart& adult, const std::vector<Contact>& own,
                     const std::vector<DayCollector>& today) {
  return std::ranges::any_of(own, [&](const Contact& one) { return same_name(adult, one.name); }) ||
         std::ranges::any_of(today,
                             [&](const DayCollector& one) { return same_name(adult, one.adult); });
}

}  // namespace

std::string_view text_of(IdentityCheck check) {
  return kChecks.at(static_cast<std::size_t>(check) - 1);
}

Result<IdentityCheck> parse_identity_check(std::string_view text) {
  const auto at = std::ranges::find(kChecks, ascii_lower(text));
  if (at != kChecks.end()) return static_cast<IdentityCheck>(at - kChecks.begin() + 1);
  return fail(FaultCode::bad_choice, "\"" + std::string(text) +
                                         "\" is none of: known_to_staff, photo_id, "
                                         "password_of_the_day");
}

std::string_view text_of(ReleaseState state) { return kStates.at(static_cast<std::size_t>(state)); }

Status complete(const ReleaseAnswer& answer) {
  const bool granted = answer.step == ReleaseStep::granted;
  const bool handed = answer.step == ReleaseStep::handed_over;
  if (granted != answer.checked.has_value()) {
    return fail(FaultCode::entry_incomplete, "how the adult's identity was checked");
  }
  if (handed && !answer.handed_to) {
    return fail(FaultCode::entry_incomplete, "to whom the child was handed over");
  }
  if (!handed && !granted && answer.handed_to) {
    return fail(FaultCode::entry_incomplete, "no adult but with who is checked or handed over to");
  }
  const bool needs_words =
      answer.step == ReleaseStep::refused || answer.step == ReleaseStep::called;
  if (needs_words && answer.words.empty()) {
    return fail(FaultCode::entry_incomplete,
                answer.step == ReleaseStep::called ? "who of the class was told" : "why");
  }
  if (Status fits = text_fits(answer.words, "a reason"); !fits) return fits;
  if (Status fits = text_fits(answer.warning, "a warning"); !fits) return fits;
  return text_fits(answer.despite, "a reason");
}

std::vector<Release> releases_of(const PresenceFacts& facts,
                                 const std::vector<ReleaseGiven>& answers) {
  const DoorFacts door(facts);
  std::vector<Release> releases = door.asked();
  std::ranges::move(asked_at_office(answers), std::back_inserter(releases));
  for (auto& release : releases) add_answers(release, answers);
  add_given(releases, door.given());
  std::optional<StepsByPupil> steps;
  for (auto& release : releases) {
    if (release.state != ReleaseState::handed_over) continue;
    if (!steps) steps = steps_of(facts);
    const auto gone = gone_at(release);
    if (gone && came_back(*steps, release.asked.pupil, *gone)) release.state = ReleaseState::back;
  }
  std::sort(releases.begin(), releases.end(), [](const Release& a, const Release& b) {
    // Invariant: what has no time stands last, where it hides nothing and nobody overlooks it.
    const bool untimed = !a.at;
    const bool other = !b.at;
    return std::tie(untimed, a.at, a.asked.pupil, a.ref) <
           std::tie(other, b.at, b.asked.pupil, b.ref);
  });
  return releases;
}

Release asked_in_office(PupilId pupil, Instant asked, Instant typed) {
  Release release;
  release.ref = {std::string(kAskedAtOffice), static_cast<std::uint64_t>(typed.ms)};
  release.asked.pupil = pupil;
  release.asked.at.wall = asked;
  release.at = asked;
  return release;
}

Status may_answer(const Release& release, ReleaseStep step) {
  const ReleaseState state = release.state;
  const bool open = state == ReleaseState::asked || state == ReleaseState::called;
  const bool granted = state == ReleaseState::granted;
  const bool may = step == ReleaseStep::called        ? state == ReleaseState::asked
                   : step == ReleaseStep::granted     ? open
                   : step == ReleaseStep::handed_over ? granted
                                                      : open || granted;
  if (may) return {};
  std::string words(text_of(state));
  std::replace(words.begin(), words.end(), '_', ' ');
  return fail(FaultCode::release_settled, words);
}

std::optional<std::string> collect_warning(const std::vector<Contact>& contacts, PupilId pupil,
                                           const std::optional<NamePart>& handed_to,
                                           const std::vector<DayCollector>& today) {
  const auto own = contacts_of(contacts, pupil);
  std::vector<DayCollector> own_today;
  std::ranges::copy_if(today, std::back_inserter(own_today),
                       [&](const DayCollector& one) { return one.pupil == pupil; });
  std::string warning;
  for (const auto& contact : own) {
    if (!contact.court_order.empty()) {
      add_words(warning, who_is(contact) + ", court order: " + contact.court_order);
    }
    const bool named = handed_to && same_name(*handed_to, contact.name);
    if (named && !contact.may_collect) add_words(warning, who_is(contact) + " may not collect");
  }
  const bool somebody = std::ranges::any_of(own, &Contact::may_collect) || !own_today.empty();
  if (!somebody) add_words(warning, "nobody is named who may collect");
  // Else a name spelt otherwise than on the list would lift what stands against it.
  if (somebody && handed_to && !stands_on_lists(*handed_to, own, own_today)) {
    add_words(warning, handed_to->text() + " is not on the list of who may collect");
  }
  return warning.empty() ? std::nullopt : std::optional(warning);
}

std::optional<std::string> collector_warning(const std::vector<Contact>& contacts,
                                             const DayCollector& collector) {
  return collect_warning(contacts, collector.pupil, collector.adult, {collector});
}

std::vector<DoorRelease> door_releases(const std::vector<ReleaseGiven>& answers) {
  std::map<EventRef, DoorRelease> newest;
  for (const auto& given : answers) {
    if (given.back || given.what.step == ReleaseStep::called) continue;
    if (given.what.request.journal == kAskedAtOffice) continue;
    const auto state = given.what.step == ReleaseStep::granted   ? DoorReleaseState::granted
                       : given.what.step == ReleaseStep::refused ? DoorReleaseState::refused
                                                                 : DoorReleaseState::handed_over;
    newest[given.what.request] = {given.what.pupil, given.what.asked, state, given.what.at};
  }
  std::vector<DoorRelease> heard;
  heard.reserve(newest.size());
  for (const auto& [ref, release] : newest) heard.push_back(release);
  std::sort(heard.begin(), heard.end(), [](const DoorRelease& a, const DoorRelease& b) {
    return std::tie(a.at, a.pupil, a.asked) < std::tie(b.at, b.pupil, b.asked);
  });
  return heard;
}

std::vector<DoorRelease> door_releases(const std::vector<ReleaseGiven>& answers,
                                       const PresenceFacts& facts) {
  auto heard = door_releases(answers);
  const bool any = std::ranges::any_of(facts.door, [](const SeenEvent& seen) {
    return std::holds_alternative<DoorHandOver>(seen.event);
  });
  if (!any) return heard;
  for (const auto& release : releases_of(facts, answers)) {
    if (!release.at_door || !release.at_door->at) continue;
    const Instant asked = release.asked.at.wall;
    std::erase_if(heard, [&](const DoorRelease& known) {
      return known.pupil == release.asked.pupil && known.asked == asked;
    });
    heard.push_back(
        {release.asked.pupil, asked, DoorReleaseState::handed_over, *release.at_door->at});
  }
  std::ranges::sort(
      heard, {}, [](const DoorRelease& one) { return std::tuple(one.at, one.pupil, one.asked); });
  return heard;
}

}  // namespace handbell::reg
