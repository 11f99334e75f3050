#include "app/office/today/going_form.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/register/release.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

using Contacts = std::vector<reg::Contact>;
using Collectors = std::vector<reg::DayCollector>;

/// Not everybody may collect this child: why stands on the page Out of school. Where the school has
/// entered nobody for the child, it has restricted nobody.
bool is_restricted(const Contacts& contacts, PupilId pupil, const std::optional<NamePart>& adult,
                   const Collectors& today) {
  return !reg::contacts_of(contacts, pupil).empty() &&
         reg::collect_warning(contacts, pupil, adult, today).has_value();
}

Result<Collectors> collectors_today(const Visit& visit, store::Register& held) {
  const auto notes = held.day_notes(visit.today, visit.today);
  if (!notes) return fail(notes.error());
  Collectors found;
  for (const auto& noted : reg::standing<reg::DayCollector>(*notes)) found.push_back(noted.what);
  return found;
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
    const auto contacts = held_.contacts();
    if (!contacts) return fail(contacts.error());
    const auto collectors = collectors_today(visit_, held_);
    if (!collectors) return fail(collectors.error());
    const auto known = known_today(visit_, held_);
    if (!known) return fail(known.error());
    const auto presence = presence_today(visit_, *known);
    for (const PupilId id : family_.ticked) {
      const auto& pupil = *family_.school->pupil(id);
      if (is_restricted(*contacts, id, adult, *collectors)) {
        typed_.errors.add(
            "child",
            fmt::format("Use Out of school for {}: not everybody may collect.", child_name(pupil)));
      }
      const std::string out = out_already(presence, pupil, at);
      if (!out.empty()) typed_.errors.add("child", out);
    }
    return {};
  }

  const Visit& visit_;
  store::Register& held_;
  const DeskFamily& family_;
  GoingTyped typed_;
};

}  // namespace

Result<GoingView> going_view(const Visit& visit, store::Register& held, const DeskFamily& family) {
  const auto contacts = held.contacts();
  if (!contacts) return fail(contacts.error());
  const auto collectors = collectors_today(visit, held);
  if (!collectors) return fail(collectors.error());
  const auto known = known_today(visit, held);
  if (!known) return fail(known.error());
  const auto presence = presence_today(visit, *known);
  GoingView view;
  view.first = std::to_string(family.children.front()->id.number());
  view.at = local_hh_mm(visit.now);
  view.reasons = reason_choices(reg::with_built_in(family.school->reasons).out);
  for (const auto* pupil : family.children) {
    view.children.push_back(desk_child(*pupil, presence, visit.now));
    view.children.back().ticked = is_ticked(family, pupil->id);
    if (is_restricted(*contacts, pupil->id, std::nullopt, *collectors)) {
      view.warnings.push_back(child_name(*pupil));
    }
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
