// call: each attempt to reach a family or a class, as it was made (D45, D23).
#include "app/admin/commands.h"
#include "app/admin/day_note_cells.h"
#include "app/base/school_time.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::admin {

namespace {

Result<const reg::Contact*> contact_at(const std::vector<reg::Contact>& own, int place) {
  const auto found = std::ranges::find(own, place, &reg::Contact::order);
  if (found == own.end()) return fail(FaultCode::contact_unknown, std::to_string(place));
  return &*found;
}

/// Whom the call is about, by what was typed.
Status name_rung(store::Register& file, const reg::School& school, const CallOptions& options,
                 reg::CallAttempt& call) {
  if (options.pupil.empty()) {
    const bool known = std::ranges::any_of(school.pupils, [&](const reg::PupilRecord& pupil) {
      return pupil.class_name == options.class_name;
    });
    if (!known) return fail(FaultCode::class_unknown, options.class_name);
    call.class_name = options.class_name;
    return {};
  }
  const auto pupil = pupil_named(school, options.pupil);
  if (!pupil) return fail(pupil.error());
  call.pupil = (*pupil)->id;
  if (options.contact == 0) return {};
  const auto contacts = file.contacts();
  if (!contacts) return fail(contacts.error());
  const auto own = reg::contacts_of(*contacts, (*pupil)->id);
  const auto contact = contact_at(own, options.contact);
  if (!contact) return fail(contact.error());
  call.contact = options.contact;
  call.rung = (*contact)->name.text();
  return {};
}

Result<reg::CallAttempt> call_from(const Site& site, const CallOptions& options) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  const auto by = reg::Author::parse(options.by);
  if (!by) return fail(by.error());
  const auto result = reg::parse_call_result(options.result);
  if (!result) return fail(result.error());
  const auto at = typed_time(options.at, *today, site.now());
  if (!at) return fail(at.error());
  if (site.now() < *at) return fail(FaultCode::time_to_come, with_offset(*at));
  reg::CallAttempt call{{}, "", 0, "", *at, *result, {}, options.words, *by};
  if (options.expected.empty()) return call;
  const auto expected = typed_time(options.expected, *today, *at);
  if (!expected) return fail(expected.error());
  call.expected = *expected;
  return call;
}

}  // namespace

Result<std::string> log_call(const Site& site, const CallOptions& options) {
  auto call = call_from(site, options);
  if (!call) return fail(call.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  if (Status named = name_rung(*opened->file, *school, options, *call); !named) {
    return fail(named.error());
  }
  const auto entries = opened->file->write({*call}, site.now());
  if (!entries) return fail(entries.error());
  const std::string whom =
      call->pupil ? school->pupil(*call->pupil)->full_name() : "class " + call->class_name;
  return fmt::format("Call about {} at {}: {}; entry {}.\n", whom, local_hh_mm(call->at),
                     reg::words_of(call->result), entries->front());
}

Result<std::string> call_log(const Site& site, const DayNoteOptions& options, Format format) {
  const auto read = read_notes(site, options);
  if (!read) return fail(read.error());
  Table table{joined(joined(joined({"entry", "date", "at"}, who_columns()),
                            {"contact", "rung", "result", "expected", "words", "by"}),
                     taken_back_columns()),
              {}};
  for (const auto& given : read->notes) {
    const auto* call = std::get_if<reg::CallAttempt>(&given.what);
    const auto* pupil = call != nullptr && call->pupil ? read->school.pupil(*call->pupil) : nullptr;
    if (call == nullptr || (call->pupil && pupil == nullptr)) continue;
    Row about{nullptr, nullptr, call->class_name};
    if (pupil != nullptr) about = who(*pupil);
    const auto local = to_local(call->at);
    const Row when{given.entry, local ? local->day.text() : "", time_cell(call->at)};
    const Row what{call->contact == 0 ? nlohmann::json() : nlohmann::json(call->contact),
                   call->rung,
                   cell(text_of(call->result)),
                   time_cell(call->expected),
                   call->words,
                   call->by.text()};
    table.rows.push_back(joined(joined(joined(when, about), what), taken_back_cells(given.back)));
  }
  return rendered(table, format);
}

}  // namespace handbell::admin
