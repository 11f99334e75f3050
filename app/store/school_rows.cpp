#include "app/store/school_rows.h"

#include "app/store/door_rows.h"

#include <algorithm>

namespace handbell::store {

namespace {

tl::unexpected<Fault> wrong_row(const std::string& table, std::int64_t row) {
  return fail(FaultCode::database_wrong, table + " " + std::to_string(row) + " of register.db");
}

std::optional<SchoolDay> day_in(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  const auto day = SchoolDay::from_number(column.getInt64());
  return day ? std::optional<SchoolDay>(*day) : std::nullopt;
}

void bind_day(SQLite::Statement& row, int index, std::optional<SchoolDay> day) {
  if (day) {
    row.bind(index, day->number());
  } else {
    row.bind(index);
  }
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ";") + part;
  return text;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  while (from < text.size()) {
    const auto end = std::min(text.find(';', from), text.size());
    parts.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

Result<reg::PupilRecord> pupil_from(SQLite::Statement& row) {
  const std::int64_t id = row.getColumn(0).getInt64();
  const std::string upn = row.getColumn(1).getString();
  const auto surname = NamePart::parse(row.getColumn(3).getString());
  const auto forename = NamePart::parse(row.getColumn(4).getString());
  const auto birth = day_in(row.getColumn(6));
  const auto group = reg::parse_year_group(row.getColumn(8).getString());
  const auto start = day_in(row.getColumn(10));
  const auto pattern = reg::AttendancePattern::parse(row.getColumn(12).getString());
  if (!surname || !forename || !birth || !group || !start || !pattern) {
    return wrong_row("pupil", id);
  }
  const auto valid = Upn::parse(upn);
  std::optional<NamePart> preferred;
  if (!row.getColumn(5).isNull()) {
    if (auto name = NamePart::parse(row.getColumn(5).getString())) preferred = *name;
  }
  return reg::PupilRecord{.id = PupilId(id),
                          .upn = valid ? std::optional<Upn>(*valid) : std::nullopt,
                          .upn_written = upn,
                          .admission_number = row.getColumn(2).getString(),
                          .surname = *surname,
                          .forename = *forename,
                          .preferred = preferred,
                          .date_of_birth = *birth,
                          .sex = row.getColumn(7).getString(),
                          .group = *group,
                          .class_name = row.getColumn(9).getString(),
                          .start = *start,
                          .leaving = day_in(row.getColumn(11)),
                          .pattern = *pattern,
                          .social_worker = row.getColumn(13).getInt() != 0,
                          .groups = row.getColumn(14).getString(),
                          .language = row.getColumn(15).getString(),
                          .family = row.getColumn(16).getString(),
                          .see_office = row.getColumn(17).getInt() != 0,
                          .never_show = row.getColumn(18).getInt() != 0,
                          .hide_siblings = row.getColumn(19).getInt() != 0};
}

Status load_pupils(SQLite::Database& database, reg::School& school) {
  SQLite::Statement rows(
      database,
      "SELECT pupil, upn, admission_number, surname, forename, preferred, date_of_birth, sex,"
      " year_group, class, start, leaving, pattern, social_worker, groups, language, family,"
      " see_office, never_show, hide_siblings FROM pupil WHERE school_id = 1 ORDER BY pupil");
  while (rows.executeStep()) {
    auto pupil = pupil_from(rows);
    if (!pupil) return fail(pupil.error());
    school.pupils.push_back(std::move(*pupil));
  }
  SQLite::Statement classes(database, "SELECT name, picture FROM class WHERE school_id = 1");
  while (classes.executeStep()) {
    school.pictures[classes.getColumn(0).getString()] = classes.getColumn(1).getString();
  }
  return {};
}

Status load_cards(SQLite::Database& database, reg::School& school) {
  SQLite::Statement rows(database,
                         "SELECT uid, pupil, issued, revoked FROM card WHERE school_id = 1"
                         " ORDER BY uid, issued, pupil");
  while (rows.executeStep()) {
    const auto uid = CardNumber::parse(rows.getColumn(0).getString());
    const auto issued = day_in(rows.getColumn(2));
    if (!uid || !issued) return wrong_row("card of pupil", rows.getColumn(1).getInt64());
    school.cards.push_back(
        {*uid, PupilId(rows.getColumn(1).getInt64()), *issued, day_in(rows.getColumn(3)), ""});
  }
  return {};
}

Status load_calendar(SQLite::Database& database, reg::School& school) {
  SQLite::Statement rows(database,
                         "SELECT first, last, kind, name, groups FROM period WHERE school_id = 1"
                         " ORDER BY first, last, kind, name");
  std::vector<reg::Period> periods;
  while (rows.executeStep()) {
    const auto from = day_in(rows.getColumn(0));
    const auto to = day_in(rows.getColumn(1));
    const auto kind = reg::parse_period_kind(rows.getColumn(2).getString());
    if (!from || !to || !kind) return wrong_row("period", rows.getColumn(0).getInt64());
    periods.push_back(
        {*from, *to, *kind, rows.getColumn(3).getString(), split(rows.getColumn(4).getString())});
  }
  auto calendar = reg::Calendar::from_periods(std::move(periods));
  if (!calendar) return fail(calendar.error());
  school.calendar = std::move(*calendar);
  return {};
}

Status load_times(SQLite::Database& database, reg::School& school) {
  SQLite::Statement rows(database,
                         "SELECT since, year_group, half, arrive_by, taken_by, closes"
                         " FROM session_time WHERE school_id = 1 ORDER BY since");
  while (rows.executeStep()) {
    const auto since = day_in(rows.getColumn(0));
    const auto group = reg::parse_year_group(rows.getColumn(1).getString());
    const auto time = [&](int column) {
      return TimeOfDay::from_ms(
          std::clamp<std::int64_t>(rows.getColumn(column).getInt64(), 0, 24 * 3'600'000 - 1));
    };
    if (!since || !group) return wrong_row("session time", rows.getColumn(0).getInt64());
    const Half half = rows.getColumn(2).getInt() == 0 ? Half::am : Half::pm;
    const Status added = school.times.add({*since, *group, half, {time(3), time(4), time(5)}});
    if (!added) return added;
  }
  return {};
}

Status load_plans(SQLite::Database& database, reg::School& school) {
  SQLite::Statement rows(database,
                         "SELECT day, half, pupil, code, told_before_close FROM plan"
                         " WHERE school_id = 1 ORDER BY day, half, pupil");
  while (rows.executeStep()) {
    const auto day = day_in(rows.getColumn(0));
    const auto code = reg::Code::parse(rows.getColumn(3).getString());
    if (!day || !code) return wrong_row("plan of pupil", rows.getColumn(2).getInt64());
    const Half half = rows.getColumn(1).getInt() == 0 ? Half::am : Half::pm;
    school.plans.push_back({PupilId(rows.getColumn(2).getInt64()),
                            {*day, half},
                            {*code, rows.getColumn(4).getInt() != 0}});
  }
  return {};
}

}  // namespace

Result<reg::School> load_school(SQLite::Database& database) {
  reg::School school;
  SQLite::Statement row(database, "SELECT name, version FROM school WHERE school_id = 1");
  if (!row.executeStep()) return wrong_row("school", kSchool);
  school.name = row.getColumn(0).getString();
  school.version = static_cast<std::uint64_t>(row.getColumn(1).getInt64());
  for (const auto load :
       {load_pupils, load_cards, load_calendar, load_times, load_plans, load_door}) {
    if (Status loaded = load(database, school); !loaded) return fail(loaded.error());
  }
  return school;
}

void write_pupil(SQLite::Database& database, const reg::PupilRecord& pupil) {
  SQLite::Statement row(
      database,
      "INSERT INTO pupil VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (school_id, pupil) DO UPDATE SET upn = excluded.upn,"
      " admission_number = excluded.admission_number, surname = excluded.surname,"
      " forename = excluded.forename, preferred = excluded.preferred,"
      " date_of_birth = excluded.date_of_birth, sex = excluded.sex,"
      " year_group = excluded.year_group, class = excluded.class, start = excluded.start,"
      " leaving = excluded.leaving, pattern = excluded.pattern,"
      " social_worker = excluded.social_worker, groups = excluded.groups,"
      " language = excluded.language, family = excluded.family,"
      " see_office = excluded.see_office, never_show = excluded.never_show,"
      " hide_siblings = excluded.hide_siblings");
  row.bind(1, pupil.id.number());
  row.bind(2, pupil.upn_written);
  row.bind(3, pupil.admission_number);
  row.bind(4, pupil.surname.text());
  row.bind(5, pupil.forename.text());
  if (pupil.preferred) {
    row.bind(6, pupil.preferred->text());
  } else {
    row.bind(6);
  }
  row.bind(7, pupil.date_of_birth.number());
  row.bind(8, pupil.sex);
  row.bind(9, std::string(text_of(pupil.group)));
  row.bind(10, pupil.class_name);
  row.bind(11, pupil.start.number());
  bind_day(row, 12, pupil.leaving);
  row.bind(13, pupil.pattern.text());
  row.bind(14, pupil.social_worker ? 1 : 0);
  row.bind(15, pupil.groups);
  row.bind(16, pupil.language);
  row.bind(17, pupil.family);
  row.bind(18, pupil.see_office ? 1 : 0);
  row.bind(19, pupil.never_show ? 1 : 0);
  row.bind(20, pupil.hide_siblings ? 1 : 0);
  row.exec();
}

void write_class(SQLite::Database& database, const std::string& name) {
  SQLite::Statement row(database, "INSERT INTO class VALUES (1, ?, ?) ON CONFLICT DO NOTHING");
  row.bind(1, name);
  row.bind(2, reg::picture_for(name));
  row.exec();
}

void write_card(SQLite::Database& database, const reg::CardRecord& card) {
  SQLite::Statement row(database,
                        "INSERT INTO card VALUES (1, ?, ?, ?, ?) ON CONFLICT (school_id, uid,"
                        " pupil, issued) DO UPDATE SET revoked = excluded.revoked");
  row.bind(1, card.uid.text());
  row.bind(2, card.pupil.number());
  row.bind(3, card.issued.number());
  bind_day(row, 4, card.revoked);
  row.exec();
}

void write_period(SQLite::Database& database, const reg::Period& period) {
  SQLite::Statement row(database,
                        "INSERT INTO period VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  row.bind(1, period.from.number());
  row.bind(2, period.to.number());
  row.bind(3, std::string(text_of(period.kind)));
  row.bind(4, period.name);
  row.bind(5, joined(period.groups));
  row.exec();
}

void write_time(SQLite::Database& database, const reg::SessionTime& time) {
  SQLite::Statement row(database,
                        "INSERT INTO session_time VALUES (1, ?, ?, ?, ?, ?, ?) ON CONFLICT"
                        " (school_id, since, year_group, half) DO UPDATE SET"
                        " arrive_by = excluded.arrive_by, taken_by = excluded.taken_by,"
                        " closes = excluded.closes");
  row.bind(1, time.from.number());
  row.bind(2, std::string(text_of(time.group)));
  row.bind(3, static_cast<int>(time.half));
  row.bind(4, time.window.arrive_by.ms());
  row.bind(5, time.window.taken_by.ms());
  row.bind(6, time.window.closes.ms());
  row.exec();
}

void write_plan(SQLite::Database& database, const reg::PupilPlan& plan) {
  SQLite::Statement row(database,
                        "INSERT INTO plan VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (school_id, day,"
                        " half, pupil) DO UPDATE SET code = excluded.code,"
                        " told_before_close = excluded.told_before_close");
  row.bind(1, plan.session.day.number());
  row.bind(2, static_cast<int>(plan.session.half));
  row.bind(3, plan.pupil.number());
  row.bind(4, std::string(plan.plan.code.text()));
  row.bind(5, plan.plan.told_before_close ? 1 : 0);
  row.exec();
}

void remove_plan(SQLite::Database& database, PupilId pupil, SessionId session) {
  SQLite::Statement row(database,
                        "DELETE FROM plan WHERE school_id = 1 AND day = ? AND half = ? AND pupil ="
                        " ?");
  row.bind(1, session.day.number());
  row.bind(2, static_cast<int>(session.half));
  row.bind(3, pupil.number());
  row.exec();
}

void raise_version(SQLite::Database& database) {
  database.exec("UPDATE school SET version = version + 1 WHERE school_id = 1");
}

std::uint64_t school_version(SQLite::Database& database) {
  return static_cast<std::uint64_t>(
      database.execAndGet("SELECT version FROM school WHERE school_id = 1").getInt64());
}

}  // namespace handbell::store
