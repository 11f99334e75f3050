#include "app/office/today/desk.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/register/typed_arrival.h"

#include <algorithm>

namespace handbell::office {
namespace {

const reg::PupilRecord* child_on_roll(const reg::School& school, const std::string& typed,
                                      SchoolDay day) {
  const auto number = whole_number(typed);
  const auto* pupil = number ? school.pupil(PupilId(*number)) : nullptr;
  return pupil != nullptr && pupil->on_roll(day) ? pupil : nullptr;
}

std::string since_words(std::string_view what, const reg::Whereabouts& where) {
  std::string words(what);
  if (where.since) words += " since " + local_hh_mm(*where.since);
  if (where.back_by) words += ", back by " + local_hh_mm(*where.back_by);
  return words;
}

bool only_digits(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<std::optional<DeskFamily>> desk_family(const Visit& visit, store::Register& held) {
  auto school = held.shared_school();
  if (!school) return fail(school.error());
  const bool post = visit.request.method == "POST";
  const auto* chosen =
      child_on_roll(**school, post ? visit.typed("first") : visit.query("child"), visit.today);
  if (chosen == nullptr) return std::nullopt;
  DeskFamily family{*school, {chosen}, {}};
  for (const auto* other : reg::siblings_of(**school, *chosen, visit.today)) {
    family.children.push_back(other);
  }
  if (!post) family.ticked.push_back(chosen->id);
  for (const auto& [name, value] : visit.form) {
    const auto number = name == "child" ? whole_number(value) : std::nullopt;
    const auto is = [&](const reg::PupilRecord* each) { return each->id.number() == *number; };
    if (number && std::ranges::any_of(family.children, is)) {
      family.ticked.emplace_back(*number);
    }
  }
  return family;
}

bool is_ticked(const DeskFamily& family, PupilId pupil) {
  return std::ranges::find(family.ticked, pupil) != family.ticked.end();
}

std::optional<TimeOfDay> typed_time(const std::string& text) {
  std::string time = text;
  std::ranges::replace(time, '.', ':');
  if (only_digits(time) && (time.size() == 3 || time.size() == 4)) {
    time.insert(time.size() - 2, ":");
  }
  if (time.find(':') == 1) time.insert(0, "0");
  if (time.size() != 5) return std::nullopt;
  const auto parsed = TimeOfDay::parse(time);
  return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<Instant> time_until_now(const Visit& visit, const std::string& field,
                                      FormErrors& errors) {
  const auto time = typed_time(visit.typed(field));
  if (!time) {
    errors.add(field, "Type the time as the clock shows it, such as 08:52.");
    return std::nullopt;
  }
  const Instant at = from_local(visit.today, *time);
  if (visit.now < at) {
    errors.add(field, "That time is still to come.");
    return std::nullopt;
  }
  return at;
}

Result<reg::PresenceFacts> known_today(const Visit& visit, store::Register& held) {
  auto events = held.events(visit.today);
  if (!events) return fail(events.error());
  auto told = held.told(visit.today);
  if (!told) return fail(told.error());
  return reg::PresenceFacts{std::move(*events), std::move(*told)};
}

reg::Presence presence_today(const Visit& visit, const reg::PresenceFacts& known) {
  return {known, visit.today, reg::presence_closes()};
}

std::string where_words(const reg::Whereabouts& where) {
  switch (where.place) {
    case reg::Place::on_site:
      return since_words("On site", where);
    case reg::Place::at_door:
      return since_words("At the door", where);
    case reg::Place::elsewhere:
      return since_words("Away with the school", where);
    case reg::Place::out_expected:
      return since_words("Out", where);
    case reg::Place::out:
      break;
  }
  return where.since ? since_words("Out", where) : "Nothing known of today";
}

DeskChild desk_child(const reg::PupilRecord& pupil, const reg::Presence& presence, Instant now) {
  return {std::to_string(pupil.id.number()), child_name(pupil), pupil.class_name,
          where_words(presence.where(pupil.id, now)), false};
}

std::vector<Choice> reason_choices(const std::vector<reg::DoorReason>& list) {
  std::vector<Choice> choices{{"", "No reason said"}};
  for (const auto& reason : list) choices.push_back({reason.key, reason.words});
  return choices;
}

std::string reason_words(const std::vector<reg::DoorReason>& list, const std::string& key) {
  const auto found = std::ranges::find(list, key, &reg::DoorReason::key);
  return key.empty() || found == list.end() ? "" : found->words;
}

std::string names_listed(const std::vector<std::string>& names) {
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    all += (i == 0 ? "" : last ? " and " : ", ") + names[i];
  }
  return all;
}

}  // namespace handbell::office
