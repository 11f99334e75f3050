#include "app/office/audit/audit_routes.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/audit/page_audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace handbell::office {
namespace {

using reg::Role;

constexpr std::size_t kMostReadings = 500;
constexpr int kDaysShown = 7;  // where nobody asked for others

struct AskedDays {
  SchoolDay from;
  SchoolDay to;
};

/// A day that was typed, or the given one; the sentence goes to its field.
SchoolDay day_or(const Visit& visit, const char* field, SchoolDay otherwise, FormErrors& errors) {
  const std::string typed = visit.query(field);
  if (typed.empty()) return otherwise;
  const auto day = SchoolDay::parse(typed);
  if (!day) errors.add(field, sentence(day.error()));
  return day ? *day : otherwise;
}

AskedDays asked_days(const Visit& visit, FormErrors& errors) {
  const AskedDays days{day_or(visit, "from", visit.today.plus(1 - kDaysShown), errors),
                       day_or(visit, "to", visit.today, errors)};
  if (errors.empty() && days.to < days.from)
    errors.add("to", "The last day lies before the first.");
  return days;
}

bool is_about_children(reg::ReadKind kind) { return kind <= reg::ReadKind::exported; }

std::string child_words(const reg::Reading& reading, const reg::School& school) {
  if (!reading.pupil) return is_about_children(reading.kind) ? "several" : "";
  const auto* pupil = school.pupil(*reading.pupil);
  return pupil != nullptr ? pupil->full_name() : "somebody who is not held any more";
}

AuditRow audit_row(const reg::Reading& reading, const reg::School& school) {
  AuditRow row;
  const auto at = to_local(reading.at);
  if (at) row.at = at->day.words() + ", " + local_hh_mm(reading.at);
  row.who = reading.by.text();
  row.what = reg::words_of(reading.kind);
  row.words = reading.words;
  row.child = child_words(reading, school);
  return row;
}

/// Stands for a person in an address, where no name may stand (FNV-1a).
std::string key_of_person(const reg::Author& person) {
  std::uint32_t hash = 2'166'136'261;
  for (const char each : person.text()) {
    hash = (hash ^ static_cast<unsigned char>(each)) * 16'777'619;
  }
  return fmt::format("{:08x}", hash);
}

/// What is asked for, of whom.
struct AskedReadings {
  AskedDays days;
  const reg::PupilRecord* pupil = nullptr;  ///< null: of all
  std::string who;
  std::string kind;

  [[nodiscard]] bool fits(const reg::Reading& each) const {
    return (pupil == nullptr || each.pupil == pupil->id) &&
           (who.empty() || key_of_person(each.by) == who) &&
           (kind.empty() || std::to_string(static_cast<int>(each.kind)) == kind);
  }
};

/// The pupil whose readings alone are asked for; null: of all.
const reg::PupilRecord* asked_pupil(const Visit& visit, const reg::School& school) {
  const auto number = whole_number(visit.query("pupil"));
  return number ? school.pupil(PupilId(*number)) : nullptr;
}

void add_once(std::vector<Choice>& choices, std::set<std::string>& known, std::string key,
              const std::string& words) {
  if (known.insert(key).second) choices.push_back({std::move(key), words});
}

/// By whom and of whom one may ask: those of these days.
void offer_choices(const std::vector<reg::Reading>& all, const reg::School& school,
                   AuditView& view) {
  std::set<std::string> people;
  std::set<std::string> pupils;
  if (!view.pupil.empty()) add_once(view.pupils, pupils, view.pupil, view.of_child);
  for (const auto& each : all) {
    add_once(view.people, people, key_of_person(each.by), each.by.text());
    const auto* pupil = each.pupil ? school.pupil(*each.pupil) : nullptr;
    if (pupil == nullptr) continue;
    add_once(view.pupils, pupils, std::to_string(pupil->id.number()), pupil->full_name());
  }
  std::ranges::sort(view.people, {}, &Choice::label);
  std::ranges::sort(view.pupils, {}, &Choice::label);
}

std::vector<Choice> kind_choices() {
  std::vector<Choice> kinds;
  for (int kind = 1; kind <= static_cast<int>(reg::kLastReadKind); ++kind) {
    kinds.push_back(
        {std::to_string(kind), std::string(reg::words_of(static_cast<reg::ReadKind>(kind)))});
  }
  return kinds;
}

Status fill_audit(AuditLog& audit, const AskedReadings& asked, const reg::School& school,
                  AuditView& view) {
  const Instant from = from_local(asked.days.from, TimeOfDay::from_ms(0));
  const Instant until = from_local(asked.days.to.plus(1), TimeOfDay::from_ms(0));
  const auto all = audit.read(from, until, AuditLog::kMostWaiting);
  if (!all) return fail(all.error());
  offer_choices(*all, school, view);
  for (const auto& each : *all) {
    if (view.rows.size() >= kMostReadings) break;
    if (asked.fits(each)) view.rows.push_back(audit_row(each, school));
  }
  return {};
}

Result<Answer> show_audit(AuditLog& audit, const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  PageFrame frame = visit.frame;
  const auto days = asked_days(visit, frame.errors);
  const auto* pupil = asked_pupil(visit, **school);
  if (pupil == nullptr && !visit.query("pupil").empty()) return not_found(visit);
  AuditView view;
  view.from = frame.errors.empty() ? days.from.text() : visit.query("from");
  view.to = frame.errors.empty() ? days.to.text() : visit.query("to");
  view.most = kMostReadings;
  if (pupil != nullptr) {
    view.pupil = std::to_string(pupil->id.number());
    view.of_child = pupil->full_name();
  }
  view.who = visit.query("who");
  view.kind = visit.query("kind");
  view.kinds = kind_choices();
  if (!frame.errors.empty()) return page_answer(audit_page(view, frame), 422);
  const Status filled = fill_audit(audit, {days, pupil, view.who, view.kind}, **school, view);
  if (!filled) return fail(filled.error());
  const auto whose = pupil == nullptr ? std::nullopt : std::optional(pupil->id);
  return read_answer(audit_page(view, frame), {reg::ReadKind::audit, whose});
}

}  // namespace

Routes audit_routes(AuditLog& audit) {
  return {{"GET",
           "/audit",
           {Role::head, Role::dsl},
           Runs::reading,
           [&audit](const Visit& visit, store::Register& held) {
             return show_audit(audit, visit, held);
           }}};
}

}  // namespace handbell::office
