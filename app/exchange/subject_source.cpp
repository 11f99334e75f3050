#include "app/exchange/subject_source.h"

#include "app/exchange/subject_case.h"
#include "app/exchange/subject_notes.h"
#include "app/exchange/subject_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace handbell::exchange {

namespace {

/// Of the days on which somebody asked for the pupil.
Result<std::vector<reg::ReleaseGiven>> answers_about(reg::Store& file, const SubjectPorts& ports,
                                                     const std::vector<reg::SeenEvent>& events) {
  std::set<SchoolDay> days;
  for (const auto& seen : events) {
    if (!std::holds_alternative<reg::ReleaseAsked>(seen.event)) continue;
    const auto day = ports.day_counted(seen.ref);
    if (!day) return fail(day.error());
    if (*day) days.insert(**day);
  }
  std::vector<reg::ReleaseGiven> answers;
  for (const SchoolDay day : days) {
    const auto of_day = file.release_answers(day);
    if (!of_day) return fail(of_day.error());
    answers.insert(answers.end(), of_day->begin(), of_day->end());
  }
  return answers;
}

Result<SubjectData> held_about(reg::Store& file, const reg::School& school,
                               const reg::PupilRecord& pupil, const SubjectPorts& ports) {
  auto entries = file.entries_of(pupil.id);
  if (!entries) return fail(entries.error());
  auto marks = reg::MarkHistory::from(std::move(*entries));
  if (!marks) return fail(marks.error());
  auto events = file.events_of(pupil.id);
  if (!events) return fail(events.error());
  auto contacts = file.contacts();
  if (!contacts) return fail(contacts.error());
  const auto answers = answers_about(file, ports, *events);
  if (!answers) return fail(answers.error());
  const auto staff = file.shared_staff();
  if (!staff) return fail(staff.error());
  return SubjectData{pupil.id,
                     std::move(*marks),
                     std::move(*events),
                     std::move(*contacts),
                     {card_table(school.cards, pupil), plan_table(school.plans, pupil.id),
                      release_table(*answers, pupil.id)},
                     reg::StaffCardHolders(school, (*staff)->members, ports.hash)};
}

/// On the days of the pupil's marks and of what stands noted.
Result<std::vector<reg::NoticeGiven>> notices_about(reg::Store& file, const reg::School& school,
                                                    const SubjectData& data) {
  std::set<SchoolDay> days;
  for (const auto& mark : data.marks.entries()) days.insert(mark.what.session.day);
  for (const auto& plan : school.plans) {
    if (plan.pupil == data.pupil) days.insert(plan.session.day);
  }
  std::vector<reg::NoticeGiven> all;
  for (const SchoolDay day : days) {
    const auto of_day = file.notices(day);
    if (!of_day) return fail(of_day.error());
    all.insert(all.end(), of_day->begin(), of_day->end());
  }
  return all;
}

/// What people wrote down beside the marks: leave, calls, collectors, what was told, cases.
Status add_notes(reg::Store& file, const reg::School& school, const SubjectQuestion& question,
                 SubjectData& data) {
  constexpr int kYearsKept = 8 * 366;
  const auto notes =
      file.day_notes(question.today.plus(-kYearsKept), question.today.plus(2 * reg::kLongestLeave));
  if (!notes) return fail(notes.error());
  const auto notices = notices_about(file, school, data);
  if (!notices) return fail(notices.error());
  const auto cases = file.case_notes(data.pupil);
  if (!cases) return fail(cases.error());
  SubjectReader reader{data.pupil, ""};
  for (const auto& contact : reg::contacts_of(data.contacts, data.pupil)) {
    if (contact.order == question.asked_by) reader.asker = contact.name.text();
  }
  for (auto table : {leave_table(*notes, reader), call_table(*notes, reader),
                     collector_table(*notes, reader), change_table(*notes, data.pupil),
                     notice_table(*notices, data.pupil), case_table(*cases, reader)}) {
    data.further.push_back(std::move(table));
  }
  return {};
}

Result<SubjectRequest> request_of(const SubjectQuestion& question, const SubjectData& data,
                                  const reg::Staff& staff) {
  SubjectRequest request;
  request.no_names = question.no_names;
  for (const auto& member : staff.members) request.adults.push_back(member.name.text());
  if (question.asked_by == 0) return request;
  const auto own = reg::contacts_of(data.contacts, data.pupil);
  const bool listed = std::ranges::any_of(
      own, [&](const auto& contact) { return contact.order == question.asked_by; });
  if (!listed) {
    return fail(FaultCode::usage, fmt::format("There is no contact {} of this pupil; see 'handbell "
                                              "list contacts', or leave --asked-by out.",
                                              question.asked_by));
  }
  request.asked_by = question.asked_by;
  return request;
}

}  // namespace

Result<SubjectCopy> read_subject_copy(reg::Store& file, const SubjectQuestion& question,
                                      const SubjectPorts& ports) {
  const auto school = file.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = (*school)->pupil(question.pupil);
  if (pupil == nullptr) {
    return fail(FaultCode::pupil_unknown, std::to_string(question.pupil.number()));
  }
  auto data = held_about(file, **school, *pupil, ports);
  if (!data) return fail(data.error());
  if (const Status noted = add_notes(file, **school, question, *data); !noted) {
    return fail(noted.error());
  }
  const auto staff = file.shared_staff();
  if (!staff) return fail(staff.error());
  const auto request = request_of(question, *data, **staff);
  if (!request) return fail(request.error());
  return subject_copy(**school, *data, *request, question.stamp);
}

}  // namespace handbell::exchange
