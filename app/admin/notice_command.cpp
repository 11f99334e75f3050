// notice: what a family told us of an absence or a late arrival before we had to ask (D04).
#include "app/admin/commands.h"
#include "app/base/hex.h"
#include "app/base/school_time.h"
#include "app/register/notice.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::admin {

namespace {

Result<Instant> told_at(const std::string& text, SchoolDay day) {
  if (text.find('T') != std::string::npos) return parse_local(text);
  const auto time = TimeOfDay::parse(text);
  if (!time) return fail(time.error());
  return from_local(day, *time);
}

Result<reg::Notice> notice_of(const NoticeOptions& options, const reg::School& school,
                              SchoolDay today) {
  const auto session = session_of(options.session);
  if (!session) return fail(session.error());
  const auto code = reg::Code::parse(options.code);
  if (!code) return fail(code.error());
  const auto author = reg::Author::parse(options.by);
  if (!author) return fail(author.error());
  const auto pupil = pupil_named(school, options.pupil);
  if (!pupil) return fail(pupil.error());
  const auto told = told_at(options.told, std::min(session->day, today));
  if (!told) return fail(told.error());
  return reg::Notice{(*pupil)->id, *session, *code, *told, options.reason, *author};
}

}  // namespace

Result<std::string> notice(const Site& site, const NoticeOptions& options) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto staff = opened->file->staff();
  if (!staff) return fail(staff.error());
  auto given = notice_of(options, *school, *today);
  if (!given) return fail(given.error());
  const auto roles = roles_of(given->by, staff->members, staff->acting, *today);
  if (Status may = may_note(*given, *school, roles, site.now()); !may) return fail(may.error());
  given->by = signature(given->by, given->code, *staff, *today);
  const auto entry = opened->file->note(*given, site.now());
  if (!entry) return fail(entry.error());
  const bool in_time = told_in_time(*given, *school);
  return fmt::format("{} for {} on {}: entry {}; told {}, {} the register closes.\n",
                     given->code.text(), school->pupil(given->pupil)->full_name(),
                     given->session.text(), *entry, with_offset(given->told),
                     in_time ? "before" : "not before");
}

Result<std::string> withdraw_notice(const Site& site, const NoticeOptions& options) {
  const auto session = session_of(options.session);
  if (!session) return fail(session.error());
  const auto author = reg::Author::parse(options.by);
  if (!author) return fail(author.error());
  if (options.reason.empty()) return fail(FaultCode::entry_incomplete, "a reason");
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto pupil = pupil_named(*school, options.pupil);
  if (!pupil) return fail(pupil.error());
  const auto own = opened->file->witness();
  if (!own) return fail(own.error());
  const auto given = opened->file->notices(session->day);
  if (!given) return fail(given.error());
  const auto standing = reg::standing(*given);
  int count = 0;
  for (const auto& notice : standing) {
    if (notice.what.pupil != (*pupil)->id || notice.what.session != *session) continue;
    const reg::TakenBack back{
        {to_hex(own->history), notice.entry}, site.now(), options.reason, *author};
    const auto told = opened->file->tell(back, site.now());
    if (!told) return fail(told.error());
    ++count;
  }
  const std::string whose = fmt::format("{} on {}", (*pupil)->full_name(), session->text());
  if (count == 0) return fail(FaultCode::usage, "nothing is noted for " + whose);
  return fmt::format("Nothing is noted any more for {}; {} taken back.\n", whose, count);
}

}  // namespace handbell::admin
