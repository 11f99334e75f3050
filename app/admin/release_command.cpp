// release: the office's answers to who asks for a child at a door (D49).
#include "app/admin/commands.h"
#include "app/admin/report_cells.h"
#include "app/base/school_time.h"
#include "app/journal/door_book_codec.h"
#include "app/register/release_check.h"
#include "app/register/release_choice.h"
#include "app/register/staff_card_holders.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::admin {

namespace {

Result<std::vector<reg::Release>> releases_on(store::Register& file, SchoolDay day) {
  auto events = file.events(day);
  if (!events) return fail(events.error());
  auto told = file.told(day);
  if (!told) return fail(told.error());
  const auto answers = file.release_answers(day);
  if (!answers) return fail(answers.error());
  return releases_of({std::move(*events), std::move(*told)}, *answers);
}

/// Whose staff card it was at the door.
Result<reg::StaffCardHolders> holders_in(store::Register& file, const reg::School& school) {
  const auto staff = file.staff();
  if (!staff) return fail(staff.error());
  const auto key = file.card_key();
  if (!key) return fail(key.error());
  return reg::StaffCardHolders(school, staff->members, [&](const CardNumber& uid) {
    return journal::hash_of_card(uid.bytes(), *key);
  });
}

nlohmann::json adult_of(const reg::Release& release) {
  for (const auto& given : release.answers) {
    const bool handed = given.what.step == reg::ReleaseStep::handed_over;
    if (handed && given.what.handed_to) return given.what.handed_to->text();
  }
  return nullptr;
}

nlohmann::json check_of(const reg::Release& release) {
  if (release.at_door) return cell(text_of(release.at_door->what.checked));
  for (const auto& given : release.answers) {
    if (given.what.checked) return cell(text_of(*given.what.checked));
  }
  return nullptr;
}

/// What was answered last: when, by whom, and the words.
Row newest_answer(const reg::Release& release, const reg::StaffCardHolders& holders) {
  if (const auto& door = release.at_door) {
    return {door->at ? time_cell(*door->at) : nlohmann::json(),
            holders.whose(door->what.by, door->at), "Handed over at the door"};
  }
  if (release.answers.empty()) return {nullptr, nullptr, nullptr};
  const auto& what = release.answers.back().what;
  const std::string despite = what.despite.empty() ? "" : "In spite of a warning: " + what.despite;
  const std::string between = what.words.empty() || despite.empty() ? "" : ". ";
  return {time_cell(what.at), what.by.text(), what.words + between + despite};
}

Result<reg::WantedRequest> wanted_by(const ReleaseOptions& options) {
  if (options.asked.empty() || options.asked == reg::kNoTime) {
    return reg::WantedRequest{options.asked, options.asker};
  }
  const auto minute = TimeOfDay::parse(options.asked);
  if (!minute) return fail(minute.error());
  return reg::WantedRequest{minute->hh_mm(), options.asker};
}

/// Today's request for this child that the step answers.
Result<reg::Release> request_for(store::Register& file, const reg::PupilRecord& pupil,
                                 SchoolDay today, reg::ReleaseStep step,
                                 const reg::WantedRequest& wanted) {
  auto releases = releases_on(file, today);
  if (!releases) return fail(releases.error());
  std::erase_if(*releases,
                [&](const reg::Release& release) { return release.asked.pupil != pupil.id; });
  auto found = request_to_answer(*releases, step, wanted);
  if (found || found.error().code != FaultCode::release_unknown) return found;
  const std::string which = found.error().where.empty() ? "" : " (" + found.error().where + ")";
  return fail(FaultCode::release_unknown, pupil.full_name() + which);
}

Result<std::optional<Instant>> return_time(const std::string& text, SchoolDay today) {
  if (text.empty()) return std::optional<Instant>();
  const auto time = TimeOfDay::parse(text);
  if (!time) return fail(time.error());
  return std::optional(from_local(today, *time));
}

Result<reg::ReleaseAnswer> answer_from(const reg::Release& release, reg::ReleaseStep step,
                                       const ReleaseOptions& options, Instant now,
                                       SchoolDay today) {
  const auto by = reg::Author::parse(options.by);
  if (!by) return fail(by.error());
  reg::ReleaseAnswer answer{
      release.ref, release.asked.pupil, release.asked.at.wall, step, now, {}, {},
      {},          options.words,       options.despite,       *by};
  if (step == reg::ReleaseStep::granted) {
    const auto check = reg::parse_identity_check(options.checked);
    if (!check) return fail(check.error());
    answer.checked = *check;
  }
  if (step == reg::ReleaseStep::handed_over) {
    const auto adult = NamePart::parse(options.to);
    if (!adult) return fail(adult.error());
    const auto back_by = return_time(options.back_by, today);
    if (!back_by) return fail(back_by.error());
    answer.handed_to = *adult;
    answer.back_by = *back_by;
    answer.words = release.asked.why.empty() ? "" : reg::words_of_reason(release.asked.why);
  }
  return answer;
}

Result<reg::CollectLists> lists_of(store::Register& file, SchoolDay today) {
  auto contacts = file.contacts();
  if (!contacts) return fail(contacts.error());
  const auto notes = file.day_notes(today, today);
  if (!notes) return fail(notes.error());
  return reg::CollectLists{std::move(*contacts), reg::collectors_of(*notes)};
}

/// A restricted child goes with a reason or not at all.
Status may_be_given(const reg::PupilRecord& pupil, const reg::Release& release,
                    const reg::ReleaseAnswer& answer, const reg::CollectLists& lists) {
  const Status may = may_give(release, answer, lists);
  if (may || may.error().code != FaultCode::release_restricted) return may;
  return fail(FaultCode::release_restricted, pupil.full_name() + ": " + may.error().where);
}

std::string done_words(const reg::PupilRecord& pupil, const reg::ReleaseAnswer& answer) {
  const std::string who = pupil.full_name();
  switch (answer.step) {
    case reg::ReleaseStep::called:
      return fmt::format("{} was told that {} is asked for.\n", answer.words, who);
    case reg::ReleaseStep::granted:
      return fmt::format(
          "{} may go; the door says so. Hand over with 'handbell release "
          "hand-over'.\n",
          who);
    case reg::ReleaseStep::refused:
      return fmt::format("{} stays; the door sends whoever asked to the office.\n", who);
    case reg::ReleaseStep::handed_over:
      break;
  }
  return fmt::format("{} was handed over to {} and is out of the building.\n", who,
                     answer.handed_to->text());
}

}  // namespace

Result<std::string> release_list(const Site& site, const std::string& on, Format format) {
  const auto day = on.empty() ? site.today() : SchoolDay::parse(on);
  if (!day) return fail(day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto releases = releases_on(*opened->file, *day);
  if (!releases) return fail(releases.error());
  const auto holders = holders_in(*opened->file, *school);
  if (!holders) return fail(holders.error());
  Table table{joined(joined({"asked_at", "state"}, who_columns()),
                     {"asked_by", "reason", "back_today", "identity", "handed_to", "answered_at",
                      "answered_by", "words"}),
              {}};
  for (const auto& release : *releases) {
    const auto* pupil = school->pupil(release.asked.pupil);
    if (pupil == nullptr) continue;
    const auto& asked = release.asked;
    const std::string why = asked.why.empty() ? "" : reg::words_of_reason(asked.why);
    const Row what{reg::words_of_reason(asked.who), why, asked.back_today, check_of(release),
                   adult_of(release)};
    table.rows.push_back(joined(
        joined(joined({time_cell(release.at), cell(text_of(release.state))}, who(*pupil)), what),
        newest_answer(release, *holders)));
  }
  return rendered(table, format);
}

Result<std::string> answer_release(const Site& site, reg::ReleaseStep step,
                                   const ReleaseOptions& options) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto pupil = pupil_named(*school, options.pupil);
  if (!pupil) return fail(pupil.error());
  const auto wanted = wanted_by(options);
  if (!wanted) return fail(wanted.error());
  const auto release = request_for(*opened->file, **pupil, *today, step, *wanted);
  if (!release) return fail(release.error());
  auto answer = answer_from(*release, step, options, site.now(), *today);
  if (!answer) return fail(answer.error());
  const auto lists = lists_of(*opened->file, *today);
  if (!lists) return fail(lists.error());
  *answer = under_lists(*release, std::move(*answer), *lists);
  if (Status may = may_be_given(**pupil, *release, *answer, *lists); !may) {
    return fail(may.error());
  }
  const auto entry = opened->file->answer_release(*answer, site.now());
  if (!entry) return fail(entry.error());
  return done_words(**pupil, *answer);
}

}  // namespace handbell::admin
