// leave: a family asks for children to be away, and the headteacher decides (policy 4.1).
#include "app/admin/commands.h"
#include "app/admin/day_note_cells.h"
#include "app/base/school_time.h"
#include "app/register/leave_cases.h"
#include "app/register/year_line.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::admin {

namespace {

Result<std::optional<TimeOfDay>> typed_minute(const std::string& text) {
  if (text.empty()) return std::optional<TimeOfDay>();
  const auto time = TimeOfDay::parse(text);
  if (!time) return fail(time.error());
  return std::optional(TimeOfDay::from_ms(minutes(time->minute()).count));
}

Result<Instant> received_at(const Site& site, const std::string& text) {
  if (text.find('T') != std::string::npos) return parse_local(text);
  const auto today = site.today();
  if (!today) return fail(today.error());
  return typed_time(text, *today, site.now());
}

struct Span {
  SessionId from;
  SessionId to;
};

Result<Span> span_of(const LeaveOptions& options) {
  const auto from = session_of({options.from, options.from_half});
  if (!from) return fail(from.error());
  const auto to = session_of({options.to.empty() ? options.from : options.to, options.to_half});
  if (!to) return fail(to.error());
  return Span{*from, *to};
}

Result<std::vector<PupilId>> asked_for(const LeaveOptions& options, const reg::School& school) {
  std::vector<PupilId> pupils;
  for (const auto& typed : options.pupils) {
    const auto pupil = pupil_named(school, typed);
    if (!pupil) return fail(pupil.error());
    pupils.push_back((*pupil)->id);
  }
  return pupils;
}

Result<reg::LeaveRequest> request_from(const Site& site, const LeaveOptions& options,
                                       std::vector<PupilId> pupils) {
  const auto span = span_of(options);
  if (!span) return fail(span.error());
  const auto kind = reg::parse_leave_kind(options.kind);
  if (!kind) return fail(kind.error());
  const auto which = reg::AttendancePattern::parse(options.sessions);
  if (!which) return fail(which.error());
  const auto received = received_at(site, options.received);
  if (!received) return fail(received.error());
  const auto leaves = typed_minute(options.leaves);
  if (!leaves) return fail(leaves.error());
  const auto back = typed_minute(options.back);
  if (!back) return fail(back.error());
  const auto by = reg::Author::parse(options.by);
  if (!by) return fail(by.error());
  return reg::LeaveRequest{std::move(pupils), span->from, span->to, *kind, *which, options.grounds,
                           options.asked_by,  *received,  *leaves,  *back, *by};
}

/// What somebody who decides may do today.
struct Decider {
  reg::Author by;
  std::vector<reg::Role> roles;
};

Result<Decider> decider(const Site& site, store::Register& file, const reg::Author& by,
                        reg::Code code) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  const auto staff = file.staff();
  if (!staff) return fail(staff.error());
  return Decider{reg::signature(by, code, *staff, *today),
                 reg::roles_of(by, staff->members, staff->acting, *today)};
}

std::string names_of(const reg::School& school, const std::vector<PupilId>& pupils) {
  std::string names;
  for (const PupilId id : pupils) {
    const auto* pupil = school.pupil(id);
    if (pupil != nullptr) names += (names.empty() ? "" : ", ") + pupil->full_name();
  }
  return names;
}

Result<std::pair<SchoolDay, SchoolDay>> days_listed(const Site& site,
                                                    const DayNoteOptions& options) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  const int year = reg::school_year_of(*today);
  if (options.on.empty() && options.to.empty()) {
    return std::pair(reg::first_day_of(year), reg::last_day_of(year + 1));
  }
  const auto from = options.on.empty() ? today : SchoolDay::parse(options.on);
  if (!from) return fail(from.error());
  const auto to = options.to.empty() ? from : SchoolDay::parse(options.to);
  if (!to) return fail(to.error());
  if (*to < *from) return fail(FaultCode::period_backwards, from->text() + " to " + to->text());
  return std::pair(*from, *to);
}

Row request_cells(const reg::LeaveCase& one) {
  const auto& what = one.request.what;
  const auto time = [](const std::optional<TimeOfDay>& at) {
    return at ? nlohmann::json(at->hh_mm()) : nlohmann::json();
  };
  return {one.request.entry, cell(text_of(what.kind)),  what.from.text(),   what.to.text(),
          what.asked.text(), time(what.leaves),         time(what.back_at), what.grounds,
          what.asked_by,     with_offset(what.received)};
}

Row decision_cells(const reg::LeaveCase& one) {
  if (!one.decision) return {"waiting", nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
  const auto& what = one.decision->what;
  return {cell(text_of(what.answer)),
          one.decision->entry,
          cell(what.code.text()),
          what.from.text(),
          what.to.text(),
          what.reason,
          what.by.text()};
}

}  // namespace

Result<std::string> ask_leave(const Site& site, const LeaveOptions& options) {
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  auto pupils = asked_for(options, *school);
  if (!pupils) return fail(pupils.error());
  const auto request = request_from(site, options, std::move(*pupils));
  if (!request) return fail(request.error());
  if (Status may = may_ask(*request, *school, site.now()); !may) return fail(may.error());
  const std::string whom = names_of(*school, request->pupils);
  if (request->kind == reg::LeaveKind::appointment) {
    const auto who = decider(site, *opened->file, request->by, reg::code_of(request->kind));
    if (!who) return fail(who.error());
    const auto booked = reg::book_appointment(*opened->file, *request, who->roles, site.now());
    if (!booked) return fail(booked.error());
    return fmt::format("Appointment of {} on {}; entry {}.\n", whom, request->from.day.text(),
                       *booked);
  }
  const auto entries = opened->file->write({*request}, site.now());
  if (!entries) return fail(entries.error());
  return fmt::format("Leave for {} from {} to {} waits for the headteacher; entry {}; {}.\n", whom,
                     request->from.text(), request->to.text(), entries->front(),
                     notice_words(*request, *school));
}

Result<std::string> decide_leave(const Site& site, const LeaveOptions& options) {
  const auto answer = reg::parse_leave_answer(options.answer);
  if (!answer) return fail(answer.error());
  const auto by = reg::Author::parse(options.by);
  if (!by) return fail(by.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto days = days_listed(site, {});
  if (!days) return fail(days.error());
  const auto cases =
      reg::leave_cases(*opened->file, days->first.plus(-reg::kLongestLeave), days->second);
  if (!cases) return fail(cases.error());
  const auto one = std::ranges::find_if(
      *cases, [&](const reg::LeaveCase& each) { return each.request.entry == options.entry; });
  if (one == cases->end()) return fail(FaultCode::leave_unknown, std::to_string(options.entry));
  if (one->decision) return fail(FaultCode::leave_decided, std::to_string(options.entry));
  reg::LeaveChoice choice{*answer, {}, {}, options.reason};
  if (*answer == reg::LeaveAnswer::partly) {
    const auto span = span_of(options);
    if (!span) return fail(span.error());
    choice.from = span->from;
    choice.to = span->to;
  }
  const auto& request = one->request.what;
  const auto who = decider(site, *opened->file, *by, reg::code_of(request.kind));
  if (!who) return fail(who.error());
  const auto decision = decision_on(options.entry, request, choice, who->roles, who->by);
  if (!decision) return fail(decision.error());
  const auto notices = notices_of(*decision, request, *school);
  const auto entry = opened->file->decide_leave(*decision, notices, site.now());
  if (!entry) return fail(entry.error());
  return fmt::format("Leave for {}: {}; entry {}; {} sessions noted as {}.\n",
                     names_of(*school, request.pupils), text_of(*answer), *entry, notices.size(),
                     decision->code.text());
}

Result<std::string> leave_list(const Site& site, const DayNoteOptions& options, Format format) {
  const auto days = days_listed(site, options);
  if (!days) return fail(days.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto cases = reg::leave_cases(*opened->file, days->first, days->second);
  if (!cases) return fail(cases.error());
  Table table{joined(joined({"entry", "kind", "from", "to", "sessions", "leaves", "back", "grounds",
                             "asked_by", "received_at"},
                            who_columns()),
                     {"at_stake", "notice", "answer", "decision", "code", "decided_from",
                      "decided_to", "reason", "by"}),
              {}};
  for (const auto& one : *cases) {
    for (const PupilId id : one.request.what.pupils) {
      const auto* pupil = school->pupil(id);
      if (pupil == nullptr) continue;
      const Row stake{sessions_at_stake(one.request.what, *pupil, *school).size(),
                      notice_words(one.request.what, *school)};
      table.rows.push_back(
          joined(joined(joined(request_cells(one), who(*pupil)), stake), decision_cells(one)));
    }
  }
  return rendered(table, format);
}

}  // namespace handbell::admin
