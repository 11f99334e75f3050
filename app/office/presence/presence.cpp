#include "app/office/presence/presence.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/office/presence/presence_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace handbell::office {
namespace {

using reg::Place;

/// As the tiles and the columns stand.
constexpr std::array kPlacesShown{Place::on_site, Place::at_door, Place::elsewhere,
                                  Place::out_expected, Place::out};

constexpr std::string_view kWithinWalls = "in";

std::size_t index_of(Place place) {
  return static_cast<std::size_t>(std::ranges::find(kPlacesShown, place) - kPlacesShown.begin());
}

bool is_long_at_door(const reg::Whereabouts& where, Instant at) {
  return where.place == Place::at_door &&
         (!where.since || at - *where.since >= reg::kUnseenTooLong);
}

std::string not_ticked_alert(const reg::NotTicked& missed) {
  return fmt::format("{} {} at {} without a tick for this child", missed.group,
                     missed.direction == reg::Direction::out ? "left" : "came",
                     local_hh_mm(missed.at));
}

/// Empty where nothing is in doubt.
std::string alert_for(const reg::Whereabouts& where, bool left_behind, Instant at) {
  if (where.missing_since) {
    return "The class did not see the child at " + local_hh_mm(*where.missing_since);
  }
  if (left_behind) return not_ticked_alert(*where.not_ticked) + ": left behind?";
  if (is_long_at_door(where, at)) {
    return where.since ? "At the door for ten minutes or more, and seen by nobody"
                       : "At the door at a time that is not known, and seen by nobody";
  }
  if (where.back_by && at > *where.back_by) return "Was to be back by now";
  return "";
}

class Lines {
 public:
  explicit Lines(const PresenceDay& day) : day_(day), words_(day.facts) {
    for (const auto& line : reg::not_ticked(day.presence, day.at)) {
      if (line.left_behind) left_behind_.insert(line.child.pupil);
    }
  }

  [[nodiscard]] PlaceLine of(const reg::PupilRecord& pupil) const {
    const auto where = day_.where(pupil.id);
    PlaceLine line;
    line.pupil = std::to_string(pupil.id.number());
    line.name = child_name(pupil);
    line.class_name = pupil.class_name;
    line.where = place_words(where);
    line.look = std::string(key_of_place(where.place));
    line.company = company_words(where);
    line.evidence = words_.of(where.evidence);
    line.alert = alert_for(where, left_behind_.contains(pupil.id), day_.at);
    return line;
  }

 private:
  const PresenceDay& day_;
  FactWords words_;
  std::set<PupilId> left_behind_;
};

std::string address_with(const PresenceView& view, const std::string& more) {
  std::string query;
  if (!view.is_today) query += "&on=" + view.day;
  if (!view.is_now) query += "&at=" + net::encoded(view.time);
  query += more;
  if (!query.empty()) query.front() = '?';
  return "/presence" + query;
}

void add_counts(const PresenceDay& day, PresenceView& view) {
  for (const Place place : kPlacesShown) {
    view.counts.push_back({std::string(key_of_place(place)), std::string(name_of_place(place))});
  }
  for (const auto* pupil : day.pupils) {
    const auto index = index_of(day.where(pupil->id).place);
    ++view.counts[index].children;
    if (view.classes.empty() || view.classes.back().name != pupil->class_name) {
      const std::string address = address_with(view, "&class=" + net::encoded(pupil->class_name));
      view.classes.push_back(
          {pupil->class_name, address, 0, std::vector<int>(kPlacesShown.size(), 0)});
    }
    ++view.classes.back().children;
    ++view.classes.back().at[index];
  }
}

void add_choices(const PresenceDay& day, const PresenceChoice& choice, PresenceView& view) {
  view.class_name = choice.class_name;
  view.place = choice.place;
  view.name = choice.name;
  view.class_choices.push_back({"", "All classes"});
  for (const auto& name : day.classes()) view.class_choices.push_back({name, name});
  view.place_choices = {{"", "Everywhere"},
                        {std::string(kWithinWalls), "In school or at the door"}};
  for (const Place place : kPlacesShown) {
    view.place_choices.push_back(
        {std::string(key_of_place(place)), std::string(name_of_place(place))});
  }
}

bool is_chosen(const PresenceChoice& choice, const reg::PupilRecord& pupil, Place place) {
  if (!choice.class_name.empty() && choice.class_name != pupil.class_name) return false;
  if (choice.place == kWithinWalls && !is_in(place)) return false;
  const bool any = choice.place.empty() || choice.place == kWithinWalls;
  if (!any && choice.place != key_of_place(place)) return false;
  if (choice.name.empty()) return true;
  return folded(child_name(pupil) + " " + pupil.full_name()).find(folded(choice.name)) !=
         std::string::npos;
}

void add_days(const Visit& visit, const PresenceDay& day, PresenceView& view) {
  SchoolDay before = day.day.plus(-1);
  while (before.is_weekend()) before = before.plus(-1);
  view.previous = before.text();
  SchoolDay after = day.day.plus(1);
  while (after.is_weekend()) after = after.plus(1);
  if (after <= visit.today) view.next = after.text();
}

}  // namespace

bool may_tell_presence(const Visitor& who) {
  return who.has_one_of({reg::Role::office, reg::Role::head, reg::Role::teacher});
}

PresenceView presence_view(const Visit& visit, const PresenceDay& day,
                           const PresenceChoice& choice) {
  PresenceView view;
  view.day = day.day.text();
  view.date = day.day.words();
  view.time = local_hh_mm(day.at);
  view.is_today = day.is_today;
  view.is_now = day.is_now;
  view.may_move = may_tell_presence(visit.who);
  add_days(visit, day, view);
  add_counts(day, view);
  add_choices(day, choice, view);
  const Lines lines(day);
  for (const auto* pupil : day.pupils) {
    PlaceLine line = lines.of(*pupil);
    if (!line.alert.empty()) view.look_for.push_back(line);
    const bool chosen = is_chosen(choice, *pupil, day.where(pupil->id).place);
    if (chosen) view.children.push_back(std::move(line));
  }
  return view;
}

}  // namespace handbell::office
