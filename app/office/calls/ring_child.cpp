#include "app/office/calls/ring_child.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/calls/language_words.h"
#include "app/office/page/child_name.h"
#include "app/office/web/code_choice.h"
#include "app/reports/absence_day.h"
#include "app/reports/social_worker_task.h"
#include "app/reports/thresholds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace handbell::office {
namespace {

using Calls = std::vector<reg::CallAttempt>;

Calls calls_about(const CallsRead& read, PupilId pupil) {
  Calls calls;
  for (const auto& noted : read.calls) {
    if (noted.what.pupil == pupil) calls.push_back(noted.what);
  }
  std::ranges::stable_sort(calls, {}, &reg::CallAttempt::at);
  return calls;
}

/// The list may have been imported anew since: place and name both name the adult.
bool is_to(const reg::CallAttempt& call, const reg::Contact& contact) {
  return call.contact == contact.order && call.rung == contact.name.text();
}

CallContact contact_line(const reg::Contact& contact, const Calls& calls) {
  CallContact line{contact.order,
                   contact.name.text(),
                   contact.relationship,
                   {},
                   !contact.court_order.empty(),
                   ""};
  for (const auto& phone : {contact.first_phone, contact.second_phone}) {
    if (phone) line.phones.push_back({phone->text(), phone->dialled()});
  }
  Calls own;
  std::ranges::copy_if(calls, std::back_inserter(own),
                       [&](const auto& call) { return is_to(call, contact); });
  line.calls = tries_words(own);
  return line;
}

bool reached(const reg::CallAttempt& call) {
  return call.result == reg::CallResult::spoke || call.result == reg::CallResult::coming;
}

/// Whoever has a number was rung, and nobody was reached.
bool all_in_vain(const std::vector<reg::Contact>& contacts, const Calls& calls) {
  if (std::ranges::any_of(calls, reached)) return false;
  const bool any =
      std::ranges::any_of(contacts, [](const auto& each) { return each.phones() > 0; });
  return any && std::ranges::all_of(contacts, [&](const reg::Contact& contact) {
           return contact.phones() == 0 || std::ranges::any_of(calls, [&](const auto& call) {
                    return is_to(call, contact);
                  });
         });
}

void put_coming(const Calls& calls, Instant now, RingChild& child) {
  const auto newest = std::find_if(calls.rbegin(), calls.rend(), reached);
  if (newest == calls.rend() || !newest->expected) return;
  const auto by = local_hh_mm(*newest->expected);
  child.late_again = *newest->expected < now;
  child.coming = child.late_again ? fmt::format("Was to be here by {}: ring again.", by)
                                  : fmt::format("Will be here by {}.", by);
}

std::string asks_words(int day) {
  const reports::Thresholds limits;
  if (day >= limits.day_three) {
    return "Besides the office, the class teacher, year lead, DSL or attendance champion speaks "
           "with the family today (policy 5, stage two).";
  }
  return day == 2 ? "Nobody has seen the child since yesterday: ring all contacts again (policy 5, "
                    "stage one)."
                  : "";
}

/// Where the reason was known until yesterday the family is asked whether it still holds; else the
/// policy says who speaks with it.
void put_day(const Visit& visit, const std::optional<reg::Code>& before, RingChild& child) {
  if (!before) {
    child.asks = asks_words(child.day);
    return;
  }
  child.before = sees_code(visit.who, *before) ? std::string(before->name()) : "Absent, known";
}

std::string partly_words(const Visit& visit, const CallsRead& read, const reg::PupilRecord& pupil) {
  const bool whole = reg::refusal_of(read.leave, pupil.id, {visit.today, Half::pm}) != nullptr;
  return whole ? "Leave was granted for other days, and not for today,"
               : "Leave was granted for other sessions, and not for this morning,";
}

/// Leave for this morning was asked for and refused: G is suggested in words, and never by itself.
void put_refusal(const Visit& visit, const CallsRead& read, const reg::PupilRecord& pupil,
                 RingChild& child) {
  const auto* one = reg::refusal_of(read.leave, pupil.id, {visit.today, Half::am});
  if (one == nullptr) return;
  const auto& decided = one->decision->what;
  const reg::Code g = reg::code_when_refused();
  const bool partly = decided.answer == reg::LeaveAnswer::partly;
  child.refused = fmt::format(
      "{} by {}. Where the child is away for it all the same: {}, {}; a person decides.",
      partly ? partly_words(visit, read, pupil) : "Leave for today was refused", decided.by.text(),
      g.text(), ascii_lower(g.name()));
  child.may_enter_g =
      std::ranges::any_of(visit.who.roles, [&](reg::Role role) { return g.may_be_set_by(role); });
  if (!child.may_enter_g) child.refused += " The headteacher or the champion enters it.";
}

/// Whom the office spoke to last is offered as who told us, with the time of that call.
void offer_teller(const Calls& calls, RingChild& child) {
  const auto spoke = std::find_if(calls.rbegin(), calls.rend(), [](const auto& call) {
    return call.result == reg::CallResult::spoke;
  });
  if (spoke == calls.rend()) {
    if (!child.contacts.empty()) child.absence.who = std::to_string(child.contacts.front().order);
    return;
  }
  child.absence.open = !calls.back().expected;
  child.absence.who = std::to_string(spoke->contact);
  child.absence.told_at = local_hh_mm(spoke->at);
}

}  // namespace

std::string day_words(int day) {
  static constexpr std::array<std::string_view, 11> kWords{
      "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  if (day >= 1 && day < static_cast<int>(kWords.size())) {
    return fmt::format("Day {}", kWords.at(static_cast<std::size_t>(day)));
  }
  return fmt::format("Day {}", day);
}

std::string contact_words(const reg::Contact& contact) {
  return contact.name.text() + (contact.relationship.empty() ? "" : ", " + contact.relationship);
}

std::vector<Choice> who_told(const CallsRead& read, PupilId pupil) {
  std::vector<Choice> choices;
  for (const auto& contact : read.contacts_of(pupil)) {
    choices.push_back({std::to_string(contact.order), contact_words(contact)});
  }
  choices.push_back({"0", "Somebody else"});
  return choices;
}

std::optional<reg::Code> known_reason(const CallsRead& read, PupilId pupil) {
  const auto absence =
      reports::absence_on(read.source.years_of(pupil), read.source.days(), read.day.day.plus(-1));
  return absence.day > 0 && absence.reason_known() ? absence.newest : std::nullopt;
}

RingChild ring_child(const Visit& visit, const CallsRead& read, const reg::PupilRecord& pupil,
                     int day) {
  RingChild child;
  child.pupil = std::to_string(pupil.id.number());
  child.name = child_name(pupil);
  child.class_name = pupil.class_name;
  child.day = day;
  if (day > 1) child.day_words = day_words(day);
  child.language = language_words(pupil.language);
  if (pupil.social_worker) {
    child.social_worker = sentence(
        reports::SocialWorkerTask{pupil.id, reports::TellCause::unexplained_absence, read.day.day});
  }
  put_refusal(visit, read, pupil, child);
  put_day(visit, day > 1 ? known_reason(read, pupil.id) : std::nullopt, child);
  for (const auto* sibling : siblings_to_ring(read, pupil)) {
    child.siblings.push_back({std::to_string(sibling->id.number()), child_and_class(*sibling)});
  }
  const auto calls = calls_about(read, pupil.id);
  const auto& contacts = read.contacts_of(pupil.id);
  for (const auto& contact : contacts) child.contacts.push_back(contact_line(contact, calls));
  put_coming(calls, visit.now, child);
  if (all_in_vain(contacts, calls)) {
    child.next =
        "Every contact was rung and nobody answered: tell the headteacher or the DSL, who "
        "decide what comes next.";
  }
  child.absence.told_on = read.day.day.text();
  offer_teller(calls, child);
  return child;
}

}  // namespace handbell::office
