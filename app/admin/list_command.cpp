#include "app/admin/commands.h"
#include "app/admin/door_lists.h"
#include "app/admin/people_lists.h"
#include "app/admin/told_lists.h"
#include "app/base/school_time.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::admin {

namespace {

nlohmann::json day_or_null(const std::optional<SchoolDay>& day) {
  return day ? nlohmann::json(day->text()) : nlohmann::json();
}

Table pupils(const reg::School& school) {
  Table table{{"upn", "admission_number", "surname", "forename", "shown_as", "year_group", "class",
               "date_of_birth", "start_date", "leaving_date", "attendance_pattern", "language",
               "family", "see_office", "never_show", "hide_siblings"},
              {}};
  for (const auto& p : school.pupils) {
    table.rows.push_back({p.upn_written, p.admission_number, p.surname.text(), p.forename.text(),
                          shown_as(p.called(), p.surname), std::string(text_of(p.group)),
                          p.class_name, p.date_of_birth.text(), p.start.text(),
                          day_or_null(p.leaving), p.pattern.text(), p.language, p.family,
                          p.see_office, p.never_show, p.hide_siblings});
  }
  return table;
}

Table calendar(const reg::School& school) {
  Table table{{"from", "to", "kind", "name", "groups"}, {}};
  for (const auto& period : school.calendar.periods()) {
    table.rows.push_back({period.from.text(), period.to.text(), std::string(text_of(period.kind)),
                          period.name, fmt::format("{}", fmt::join(period.groups, ";"))});
  }
  return table;
}

Table kiosks(const std::vector<journal::KioskSeen>& seen) {
  Table table{{"number", "name", "last_contact", "reader", "waiting", "held", "door_book",
               "clock_trusted", "fault"},
              {}};
  for (const auto& kiosk : seen) {
    const auto last =
        kiosk.last_contact ? nlohmann::json(with_offset(*kiosk.last_contact)) : nlohmann::json();
    table.rows.push_back({kiosk.number, kiosk.name, last, kiosk.health.reader, kiosk.health.waiting,
                          kiosk.held.seq, kiosk.health.book_version, kiosk.health.clock_trusted,
                          kiosk.fault});
  }
  return table;
}

/// Of what is to come too.
Result<Table> notices(const Site& site, store::Register& file, const std::string& on) {
  const auto day = on.empty() ? site.today() : SchoolDay::parse(on);
  if (!day) return fail(day.error());
  const auto school = file.school();
  if (!school) return fail(school.error());
  const auto given = file.notices(*day);
  if (!given) return fail(given.error());
  return notice_list(*given, *school);
}

Result<Table> settings(store::Register& file) {
  const auto held = file.settings();
  if (!held) return fail(held.error());
  return setting_list(*held);
}

Result<Table> staff_cards(store::Register& file) {
  const auto school = file.school();
  if (!school) return fail(school.error());
  const auto staff = file.staff();
  if (!staff) return fail(staff.error());
  return staff_card_list(*school, *staff);
}

/// The calendar where it is none of the others: the command line takes no other word.
Table of_school(const reg::School& school, const std::string& what) {
  if (what == "pupils") return pupils(school);
  if (what == "cards") return card_list(school);
  if (what == "reasons") return reason_list(school);
  if (what == "evacuations") return evacuation_list(school);
  return calendar(school);
}

Result<std::string> shown(const Result<Table>& table, Format format) {
  if (!table) return fail(table.error());
  return rendered(*table, format);
}

}  // namespace

Result<std::string> list(const Site& site, const ListOptions& options, Format format) {
  const std::string& what = options.what;
  if (!options.on.empty() && what != "notices") {
    return fail(FaultCode::usage, "Only notices are listed by their day: leave --on out.");
  }
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  if (what == "notices") return shown(notices(site, *opened->file, options.on), format);
  if (what == "staff-cards") return shown(staff_cards(*opened->file), format);
  if (what == "settings") return shown(settings(*opened->file), format);
  if (what == "kiosks") {
    const auto seen = opened->file->kiosks();
    if (!seen) return fail(seen.error());
    return rendered(kiosks(*seen), format);
  }
  if (what == "staff" || what == "acting") {
    const auto staff = opened->file->staff();
    if (!staff) return fail(staff.error());
    return rendered(what == "staff" ? staff_list(*staff) : acting_list(*staff), format);
  }
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  if (what == "contacts") {
    const auto held = opened->file->contacts();
    if (!held) return fail(held.error());
    return rendered(contact_list(*held, *school), format);
  }
  return rendered(of_school(*school, what), format);
}

}  // namespace handbell::admin
