// export pupil: everything that is held about one child, for whoever asks to see it (formats F10).
#include "app/admin/commands.h"
#include "app/exchange/subject_export.h"
#include "app/exchange/subject_notes.h"
#include "app/exchange/subject_tables.h"
#include "app/journal/door_book_codec.h"
#include "app/store/atomic_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace handbell::admin {

namespace {

namespace fs = std::filesystem;

/// Of the days on which somebody asked for the pupil.
Result<std::vector<reg::ReleaseGiven>> answers_about(store::Register& file,
                                                     const std::vector<reg::SeenEvent>& events) {
  std::set<SchoolDay> days;
  for (const auto& seen : events) {
    if (!std::holds_alternative<reg::ReleaseAsked>(seen.event)) continue;
    const auto day = file.day_counted(seen.ref);
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

Result<exchange::SubjectData> held_about(store::Register& file, const reg::School& school,
                                         const reg::PupilRecord& pupil, const reg::Staff& staff) {
  auto entries = file.entries_of(pupil.id);
  if (!entries) return fail(entries.error());
  auto marks = reg::MarkHistory::from(std::move(*entries));
  if (!marks) return fail(marks.error());
  auto events = file.events_of(pupil.id);
  if (!events) return fail(events.error());
  auto contacts = file.contacts();
  if (!contacts) return fail(contacts.error());
  const auto answers = answers_about(file, *events);
  if (!answers) return fail(answers.error());
  const auto key = file.card_key();
  if (!key) return fail(key.error());
  const auto hash = [&](const CardNumber& uid) { return journal::hash_of_card(uid.bytes(), *key); };
  return exchange::SubjectData{
      pupil.id,
      std::move(*marks),
      std::move(*events),
      std::move(*contacts),
      {exchange::card_table(school.cards, pupil), exchange::plan_table(school.plans, pupil.id),
       exchange::release_table(*answers, pupil.id)},
      reg::StaffCardHolders(school, staff.members, hash)};
}

/// On the days of the pupil's marks and of what stands noted.
Result<std::vector<reg::NoticeGiven>> notices_about(store::Register& file,
                                                    const reg::School& school,
                                                    const exchange::SubjectData& data) {
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

/// What people wrote down beside the marks: leave, calls, collectors, what was told.
Status add_notes(store::Register& file, const reg::School& school,
                 const PupilExportOptions& options, SchoolDay today, exchange::SubjectData& data) {
  constexpr int kYearsKept = 8 * 366;
  const auto notes = file.day_notes(today.plus(-kYearsKept), today.plus(2 * reg::kLongestLeave));
  if (!notes) return fail(notes.error());
  const auto notices = notices_about(file, school, data);
  if (!notices) return fail(notices.error());
  exchange::SubjectReader reader{data.pupil, ""};
  for (const auto& contact : reg::contacts_of(data.contacts, data.pupil)) {
    if (contact.order == options.asked_by) reader.asker = contact.name.text();
  }
  for (auto table :
       {exchange::leave_table(*notes, reader), exchange::call_table(*notes, reader),
        exchange::collector_table(*notes, reader), exchange::change_table(*notes, data.pupil),
        exchange::notice_table(*notices, data.pupil)}) {
    data.further.push_back(std::move(table));
  }
  return {};
}

Result<exchange::SubjectRequest> request_of(const PupilExportOptions& options,
                                            const exchange::SubjectData& data,
                                            const reg::Staff& staff) {
  exchange::SubjectRequest request;
  request.no_names = options.no_names;
  for (const auto& member : staff.members) request.adults.push_back(member.name.text());
  if (options.asked_by == 0) return request;
  const auto own = reg::contacts_of(data.contacts, data.pupil);
  const bool listed = std::any_of(own.begin(), own.end(), [&](const reg::Contact& contact) {
    return contact.order == options.asked_by;
  });
  if (!listed) {
    return fail(FaultCode::usage, fmt::format("There is no contact {} of this pupil; see 'handbell "
                                              "list contacts', or leave --asked-by out.",
                                              options.asked_by));
  }
  request.asked_by = options.asked_by;
  return request;
}

/// One file by its ending, or all three forms in a folder.
std::vector<exchange::NamedText> files_for(const exchange::SubjectCopy& copy,
                                           const std::string& to) {
  if (to.ends_with(".json")) return {{"", subject_json(copy)}};
  if (to.ends_with(".html")) return {{"", subject_page(copy)}};
  auto files = subject_csvs(copy);
  files.push_back({"pupil.json", subject_json(copy)});
  files.push_back({"pupil.html", subject_page(copy)});
  return files;
}

Status is_free(const fs::path& to) {
  std::error_code ignored;
  if (!fs::is_directory(to.parent_path(), ignored)) {
    return fail(FaultCode::usage, "There is no folder " + to.parent_path().string() +
                                      " to put the copy into; make it first.");
  }
  const bool taken =
      fs::exists(to, ignored) && !(fs::is_directory(to, ignored) && fs::is_empty(to, ignored));
  return taken ? Status(fail(FaultCode::folder_exists, to.string())) : Status();
}

Status write_all(const std::vector<exchange::NamedText>& files, const fs::path& to) {
  if (files.size() == 1) return store::write_file(to.string(), files[0].text);
  if (Status made = make_folder(to.string()); !made) return made;
  for (const auto& file : files) {
    if (Status wrote = store::write_file((to / file.name).string(), file.text); !wrote) {
      return wrote;
    }
  }
  return {};
}

std::string told(const exchange::SubjectCopy& copy, const fs::path& to, std::size_t files) {
  std::string text =
      fmt::format("{} {} what is held about {}. Read it before you hand it over.\n", to.string(),
                  files == 1 ? "holds" : "holds as files", copy.pupil_name);
  for (const auto& one : copy.removed) {
    text +=
        fmt::format("Taken out of {}, row {}, {}: {}\n", one.table, one.row, one.column, one.word);
  }
  return text;
}

}  // namespace

Result<std::string> export_pupil(const Site& site, const PupilExportOptions& options) {
  std::error_code ignored;
  const fs::path to = fs::absolute(options.to, ignored).lexically_normal();
  if (Status is = is_free(to); !is) return fail(is.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto* pupil = school->named(options.pupil);
  if (pupil == nullptr) return fail(FaultCode::pupil_unknown, options.pupil);
  const auto staff = opened->file->staff();
  if (!staff) return fail(staff.error());
  const auto today = site.today();
  if (!today) return fail(today.error());
  auto data = held_about(*opened->file, *school, *pupil, *staff);
  if (!data) return fail(data.error());
  const Status noted = add_notes(*opened->file, *school, options, *today, *data);
  if (!noted) return fail(noted.error());
  const auto request = request_of(options, *data, *staff);
  if (!request) return fail(request.error());
  const auto settings = opened->file->settings();
  if (!settings) return fail(settings.error());
  const exchange::ExportStamp stamp{school->name, reg::legal_register(*settings, *today),
                                    site.now()};
  const auto copy = subject_copy(*school, *data, *request, stamp);
  if (!copy) return fail(copy.error());
  const auto files = files_for(*copy, options.to);
  if (Status wrote = write_all(files, to); !wrote) return fail(wrote.error());
  return told(*copy, to, files.size());
}

}  // namespace handbell::admin
