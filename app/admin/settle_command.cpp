// settle: a person decides where the door says otherwise than the register (D09).
#include "app/admin/commands.h"
#include "app/base/school_time.h"
#include "app/register/mark_rule.h"
#include "app/register/settlement.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::admin {

namespace {

Result<reg::RegisterLine> line_of_pupil(store::Register& file, SessionId session, PupilId pupil) {
  auto lines = reg::lines_of(file, session);
  if (!lines) return fail(lines.error());
  const auto found = std::ranges::find_if(
      *lines, [&](const reg::RegisterLine& line) { return line.arrival.pupil == pupil; });
  if (found == lines->end()) return fail(FaultCode::nothing_to_settle, session.text());
  return *found;
}

/// What is typed, or the mark that is kept.
Result<reg::Code> code_wanted(const std::string& typed, const reg::RegisterLine& line) {
  if (!typed.empty()) return reg::Code::parse(typed);
  if (line.mark) return line.mark->what.code;
  return fail(FaultCode::nothing_to_settle, line.arrival.session.text());
}

}  // namespace

Result<std::string> settle(const Site& site, const MarkOptions& options) {
  const auto session = session_of(options.session);
  if (!session) return fail(session.error());
  const auto author = reg::Author::parse(options.by);
  if (!author) return fail(author.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto pupil = pupil_named(*school, options.pupil);
  if (!pupil) return fail(pupil.error());
  const auto staff = opened->file->staff();
  if (!staff) return fail(staff.error());
  const auto today = to_local(site.now());
  if (!today) return fail(today.error());
  const auto line = line_of_pupil(*opened->file, *session, (*pupil)->id);
  if (!line) return fail(line.error());
  const auto code = code_wanted(options.code, *line);
  if (!code) return fail(code.error());
  const auto draft =
      settlement(*line, *code, options.reason, signature(*author, *code, *staff, today->day));
  if (!draft) return fail(draft.error());
  const auto roles = roles_of(*author, staff->members, staff->acting, today->day);
  const SessionId begun{today->day, reg::half_of(today->time)};
  if (Status may = may_enter(*draft, *school, roles, begun); !may) return fail(may.error());
  const auto done = opened->file->enter({*draft}, site.now());
  if (!done) return fail(done.error());
  return fmt::format("{} for {} on {}: settled by entry {}.\n", code->text(), (*pupil)->full_name(),
                     session->text(), done->front().entry);
}

}  // namespace handbell::admin
