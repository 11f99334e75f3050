#include "app/office/today/alerts.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/register/door_reason.h"
#include "app/register/leave_cases.h"
#include "app/register/presence_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace handbell::office {
namespace {

std::string hhmm(Instant at) {
  std::string time = local_hh_mm(at);
  std::erase(time, ':');
  return time;
}

/// Requests of the day that stand and whose child is still here.
std::vector<reg::Release> open_releases(const DayFacts& facts, const reg::Presence& presence,
                                        Instant now) {
  const bool any = std::ranges::any_of(facts.events, [](const reg::SeenEvent& seen) {
    return std::holds_alternative<reg::ReleaseAsked>(seen.event);
  });
  if (!any) return {};
  auto releases = reg::releases_of({facts.events, facts.told}, facts.releases);
  std::erase_if(releases, [&](const reg::Release& release) {
    const auto where = presence.where(release.asked.pupil, now);
    const bool gone =
        release.at && where.since && *where.since >= *release.at && !is_in(where.place);
    return gone || release.state >= reg::ReleaseState::refused;
  });
  return releases;
}

std::string asked_by(const reg::ReleaseAsked& asked) {
  std::string words = reg::words_of_reason(asked.who);
  if (!asked.why.empty()) words += ", " + reg::words_of_reason(asked.why);
  return words;
}

class AlertList {
 public:
  AlertList(const DayFacts& facts, const reg::School& school, Instant now)
      : facts_(facts),
        school_(school),
        now_(now),
        presence_({facts.events, facts.told}, facts.day, reg::presence_closes()) {}

  std::vector<Alert> of(const std::vector<reg::RegisterLine>& lines) {
    add_evacuation();
    add_elsewhere(lines);
    add_not_in_class();
    add_left_behind();
    add_put_out();
    add_unanswered();
    add_handed_over();
    add_expected();
    std::ranges::stable_sort(found_, [](const Alert& a, const Alert& b) {
      return a.lasts != b.lasts ? a.lasts : b.at < a.at;
    });
    return std::move(found_);
  }

 private:
  void add(const std::string& kind, PupilId id, Instant at, const std::string& what,
           const std::string& todo, const std::string& page = "") {
    const auto* pupil = school_.pupil(id);
    if (pupil == nullptr) return;
    found_.push_back({fmt::format("{}-{}-{}", kind, id.number(), hhmm(at)), id, at,
                      child_and_class(*pupil), what, todo, page, false});
  }

  void add_evacuation() {
    if (!school_.evacuating()) return;
    const auto& call = school_.evacuations.back();
    found_.push_back({"evacuation-" + hhmm(call.at), std::nullopt, call.at, "Leave the building",
                      fmt::format("was called at {} by {}.", local_hh_mm(call.at), call.by.text()),
                      "Call the roll at the assembly point.", "/roll-call", true});
  }

  void add_elsewhere(const std::vector<reg::RegisterLine>& lines) {
    for (const auto& line : lines) {
      if (!line.arrival.judgement.urgent) continue;
      const auto at = line.arrival.first_contact;
      add("elsewhere", line.arrival.pupil, at,
          fmt::format("came at {} and is not expected on site.", local_hh_mm(at)),
          "Keep the child with an adult and ring home now.", "");
    }
  }

  void add_not_in_class() {
    for (const auto& child : reg::missing_from_class(presence_, now_)) {
      const Instant at = *child.where.missing_since;
      const std::string came =
          child.where.since ? " and came at " + local_hh_mm(*child.where.since) : "";
      add("class", child.pupil, at,
          fmt::format("was not seen in class at {}{}.", local_hh_mm(at), came),
          "Look for the child now; then press Seen here.");
    }
  }

  void add_left_behind() {
    for (const auto& child : reg::not_ticked(presence_, now_)) {
      if (!child.left_behind) continue;
      const auto& missed = *child.child.where.not_ticked;
      const bool out = missed.direction == reg::Direction::out;
      add("ticked", child.child.pupil, missed.at,
          fmt::format("was not ticked when {} {} at {}.", missed.group, out ? "left" : "came back",
                      local_hh_mm(missed.at)),
          "Ask the adult in charge where the child is.", "/presence");
    }
  }

  void add_put_out() {
    for (const auto& child : presence_.put_out_by_close(now_)) {
      add("close", child.pupil, presence_.close(),
          fmt::format("was in the building at {}, and nobody said that the child left.",
                      local_hh_mm(presence_.close())),
          "Make sure that the child is at home.");
    }
  }

  void add_unanswered() {
    for (const auto& release : open_releases(facts_, presence_, now_)) {
      if (release.state != reg::ReleaseState::asked) continue;
      const Instant at = release.at.value_or(now_);
      if (release.at && now_ - at <= kLongestUnanswered) continue;
      const auto* pupil = school_.pupil(release.asked.pupil);
      if (pupil == nullptr) continue;
      const auto since = release.at ? local_hh_mm(at) : std::string("a time that is not known");
      found_.push_back({fmt::format("asked-{}-{}", pupil->id.number(), release.ref.seq), pupil->id,
                        at, child_and_class(*pupil),
                        fmt::format("is asked for at the door since {} ({}), and nobody has "
                                    "answered.",
                                    since, asked_by(release.asked)),
                        "Go to the door, then answer.", "/out", false});
    }
  }

  /// The door handed a child over by a book that did not say what the office knows.
  void add_handed_over() {
    for (const auto& going : facts_.goings) {
      const auto& door = *going.release.at_door;
      const Instant at = door.at.value_or(now_);
      const std::string went =
          fmt::format("was handed over at the door at {} by {}", local_hh_mm(at), going.by);
      const char* todo = "Make sure now that the child is with the right adult.";
      if (going.of_office) {
        add("restricted", door.what.pupil, at,
            went + ", though the office alone hands this child over.", todo, "/out");
      }
      if (going.refused) {
        add("refused", door.what.pupil, at, went + ", though the office had refused it.", todo,
            "/out");
      }
      if (!going.card_known) {
        add("nobodys", door.what.pupil, at, went + ".",
            "Make sure where the child is, and find out who has that card.", "/out");
      }
    }
  }

  /// Whoever was to be here from an appointment by now: no list of the morning asks any more.
  void add_expected() {
    if (presence_.close() <= now_) return;
    for (const auto& [pupil, what] : reg::appointments_of(reg::leave_cases(facts_.notes))) {
      if (!what.back_at || what.day != facts_.day || is_away_otherwise(pupil, *what.back_at)) {
        continue;
      }
      const Instant due = from_local(facts_.day, *what.back_at);
      const auto where = presence_.where(pupil, now_);
      const bool here = is_in(where.place) || where.place == reg::Place::elsewhere;
      // Who was to leave from school and never came is the call list's.
      const bool never_came = what.leaves && !where.since;
      if (here || never_came || now_ - due < reg::kAppointmentLate) continue;
      add("expected", pupil, due,
          fmt::format("was expected at {} from an appointment and has not come.",
                      what.back_at->hh_mm()),
          "Ring the family.", "/calls");
    }
  }

  /// A person entered why the child is not here in that half of the day.
  [[nodiscard]] bool is_away_otherwise(PupilId pupil, TimeOfDay at) const {
    const auto& marks = reg::half_of(at) == Half::am ? facts_.morning : facts_.afternoon;
    return std::ranges::any_of(marks, [&](const reg::Mark& mark) {
      const reg::Code code = mark.what.code;
      return mark.what.pupil == pupil && !code.is_attending() && !code.gives_way() &&
             code != reg::code_of("M");
    });
  }

  const DayFacts& facts_;
  const reg::School& school_;
  Instant now_;
  reg::Presence presence_;
  std::vector<Alert> found_;
};

std::string state_words(reg::ReleaseState state) {
  if (state == reg::ReleaseState::called) return "The class was told.";
  if (state == reg::ReleaseState::granted) return "Granted, not yet handed over.";
  return "Nobody has answered yet.";
}

}  // namespace

std::vector<Alert> alerts_of(const DayFacts& facts, const reg::School& school,
                             const std::vector<reg::RegisterLine>& lines, Instant now) {
  return AlertList(facts, school, now).of(lines);
}

void add_alerts(const DayFacts& facts, const reg::School& school,
                const std::vector<reg::RegisterLine>& lines, Instant now, TodayView& view) {
  std::map<std::string, reg::SeenTo> seen;
  for (const auto& noted : reg::standing<reg::SeenTo>(facts.notes)) {
    seen.insert_or_assign(noted.what.alert, noted.what);
  }
  for (const auto& alert : alerts_of(facts, school, lines, now)) {
    if (seen.contains(alert.key)) continue;
    view.alerts.push_back({alert.key, alert.who, alert.what, alert.todo, alert.page,
                           alert.lasts ? std::string() : alert.key});
  }
  for (const auto& [key, what] : seen) {
    view.seen_to.push_back({local_hh_mm(what.at), what.said, what.words, what.by.text()});
  }
  std::ranges::stable_sort(view.seen_to,
                           [](const SeenToLine& a, const SeenToLine& b) { return b.at < a.at; });
}

void add_release_lines(const DayFacts& facts, const reg::School& school, Instant now,
                       TodayView& view) {
  const reg::Presence presence({facts.events, facts.told}, facts.day, reg::presence_closes());
  for (const auto& release : open_releases(facts, presence, now)) {
    const auto* pupil = school.pupil(release.asked.pupil);
    if (pupil == nullptr) continue;
    view.releases.push_back({child_name(*pupil), pupil->class_name,
                             release.at ? local_hh_mm(*release.at) : "", asked_by(release.asked),
                             release.asked.back_today, state_words(release.state),
                             release.state == reg::ReleaseState::asked});
  }
}

}  // namespace handbell::office
