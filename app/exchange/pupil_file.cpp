#include "app/exchange/pupil_file.h"

#include "app/base/text.h"
#include "app/exchange/cell_values.h"
#include "app/exchange/language.h"
#include "app/exchange/read_rows.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace handbell::exchange {

const std::vector<Column>& pupil_columns() {
  static const std::vector<Column> kColumns{
      {"UPN", {"unique pupil number"}, false},
      {"AdmissionNumber", {"adno", "admission no", "adm no", "misid"}, false},
      {"Surname", {"last name", "legal surname", "legal last name"}, true},
      {"Forename", {"first name", "legal forename", "legal first name"}, true},
      {"PreferredForename", {"preferred first name", "chosen forename"}, false},
      {"DateOfBirth", {"dob", "birth date"}, true},
      {"Sex", {"gender"}, false},
      {"YearGroup", {"year", "nc year", "ncyearactual", "year taught in"}, true},
      {"Class",
       {"reg", "reg group", "registration group", "registration form", "form", "class name"},
       true},
      {"StartDate", {"admission date", "date of admission", "doa", "entry date"}, true},
      {"LeavingDate", {"date of leaving", "dol"}, false},
      {"AttendancePattern", {}, false},
      {"SocialWorker", {}, false},
      {"Groups", {}, false},
      {"HomeLanguage", {}, false},
      {"Family", {}, false},
      {"SeeOffice", {}, false},
      {"NeverShow", {}, false},
      {"HideSiblings", {}, false}};
  return kColumns;
}

namespace {

Result<std::string> parse_sex(const std::string& text) {
  if (text.empty() || text == "F" || text == "M") return text;
  return fail(bad_choice(text, "F, M or nothing"));
}

void read_flags(RowReader& row, reg::PupilRecord& pupil) {
  pupil.sex = row.value("Sex", parse_sex, std::string());
  pupil.pattern =
      row.value("AttendancePattern", reg::AttendancePattern::parse, reg::AttendancePattern());
  pupil.social_worker = row.value("SocialWorker", parse_yes, false);
  pupil.groups = row.text("Groups");
  pupil.language = row.value("HomeLanguage", parse_language, std::string());
  pupil.family = row.text("Family");
  pupil.see_office = row.value("SeeOffice", parse_yes, false);
  pupil.never_show = row.value("NeverShow", parse_yes, false);
  pupil.hide_siblings = row.value("HideSiblings", parse_yes, false);
}

std::optional<reg::PupilRecord> read_pupil(RowReader& row) {
  const auto surname = row.value("Surname", parse_name_or_none, std::optional<NamePart>());
  const auto forename = row.value("Forename", parse_name_or_none, std::optional<NamePart>());
  if (!surname) row.refuse("Surname", sentence({FaultCode::bad_name, "\"\""}));
  if (!forename) row.refuse("Forename", sentence({FaultCode::bad_name, "\"\""}));
  if (!surname || !forename) return std::nullopt;
  const auto upn = Upn::parse(row.text("UPN"));
  reg::PupilRecord pupil{
      .id = PupilId(),
      .upn = upn ? std::optional<Upn>(*upn) : std::nullopt,
      .upn_written = upn ? upn->text() : row.text("UPN"),
      .admission_number = row.text("AdmissionNumber"),
      .surname = *surname,
      .forename = *forename,
      .preferred = row.value("PreferredForename", parse_name_or_none, std::optional<NamePart>()),
      .date_of_birth = row.value("DateOfBirth", SchoolDay::parse_any, SchoolDay()),
      .sex = "",
      .group = row.value("YearGroup", reg::parse_year_group, reg::YearGroup::reception),
      .class_name = row.text("Class"),
      .start = row.value("StartDate", SchoolDay::parse_any, SchoolDay()),
      .leaving = row.value("LeavingDate", parse_day_or_none, std::optional<SchoolDay>()),
      .pattern = {},
      .social_worker = false,
      .groups = "",
      .language = "",
      .family = "",
      .see_office = false,
      .never_show = false,
      .hide_siblings = false};
  read_flags(row, pupil);
  if (pupil.class_name.empty()) {
    row.refuse("Class", sentence({FaultCode::class_unknown, "without a name"}));
  }
  if (pupil.upn_written.empty() && pupil.admission_number.empty()) {
    row.refuse("UPN", sentence({FaultCode::pupil_not_named, pupil.full_name()}));
  }
  return pupil;
}

/// What another system does not know stays: its roll must not make a hidden child findable.
void keep_unsaid(const Sheet& sheet, const reg::School& held, reg::PupilRecord& pupil) {
  const auto* by_upn = held.named(pupil.upn_written);
  const auto* known = by_upn != nullptr ? by_upn : held.named(pupil.admission_number);
  if (known == nullptr) return;
  if (!sheet.has("HomeLanguage")) pupil.language = known->language;
  if (!sheet.has("Family")) pupil.family = known->family;
  if (!sheet.has("SeeOffice")) pupil.see_office = known->see_office;
  if (!sheet.has("NeverShow")) pupil.never_show = known->never_show;
  if (!sheet.has("HideSiblings")) pupil.hide_siblings = known->hide_siblings;
}

/// The lines on which each UPN and admission number stands.
using Lines = std::map<std::string, std::vector<int>>;

void note_lines(const Sheet& sheet, const std::string& column, Lines& lines) {
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    const auto upn = Upn::parse(sheet.cell(i, column));
    const std::string key = upn ? upn->text() : sheet.cell(i, column);
    if (!key.empty()) lines[fmt::format("{} {}", column, key)].push_back(sheet.line(i));
  }
}

void refuse_twice(RowReader& row, const std::string& column, const std::string& key,
                  const Lines& lines) {
  const auto at = lines.find(column + " " + key);
  if (at == lines.end() || at->second.size() < 2) return;
  const auto where = fmt::format("{} {} ({})", column, key, lines_named(at->second));
  row.refuse(column, sentence({FaultCode::pupil_twice, where}));
}

}  // namespace

Result<Parsed<reg::PupilRecord>> parse_pupils(const std::string& name, std::string_view bytes,
                                              const reg::School& held) {
  const auto sheet = Sheet::parse(name, bytes, pupil_columns());
  if (!sheet) return fail(sheet.error());
  if (!sheet->has("UPN") && !sheet->has("AdmissionNumber")) {
    return fail(FaultCode::column_missing, "UPN or AdmissionNumber");
  }
  Parsed<reg::PupilRecord> parsed;
  parsed.remarks = remarks_on(*sheet);
  Lines lines;
  note_lines(*sheet, "UPN", lines);
  note_lines(*sheet, "AdmissionNumber", lines);
  for (std::size_t i = 0; i < sheet->size(); ++i) {
    RowReader row(*sheet, i);
    auto pupil = read_pupil(row);
    if (pupil) {
      keep_unsaid(*sheet, held, *pupil);
      refuse_twice(row, "UPN", pupil->upn_written, lines);
      refuse_twice(row, "AdmissionNumber", pupil->admission_number, lines);
    }
    if (row.refused()) {
      parsed.refused.push_back(row.refusal());
      continue;
    }
    if (!pupil->upn && !pupil->upn_written.empty()) {
      parsed.remarks.push_back(fmt::format("Line {}: {}", row.line(),
                                           sentence({FaultCode::bad_upn, pupil->upn_written})));
    }
    parsed.rows.push_back(std::move(*pupil));
    parsed.lines.push_back(row.line());
  }
  return parsed;
}

std::string write_pupils(const std::vector<reg::PupilRecord>& pupils) {
  std::vector<std::string> header;
  for (const auto& column : pupil_columns()) header.push_back(column.name);
  CsvWriter writer(header);
  const auto yes = [](bool flag) { return std::string(flag ? "Y" : ""); };
  for (const auto& p : pupils) {
    const std::string pattern = p.pattern == reg::AttendancePattern() ? "" : p.pattern.text();
    writer.row({p.upn_written, p.admission_number, p.surname.text(), p.forename.text(),
                p.preferred ? p.preferred->text() : "", p.date_of_birth.text(), p.sex,
                std::string(text_of(p.group)), p.class_name, p.start.text(),
                p.leaving ? p.leaving->text() : "", pattern, yes(p.social_worker), p.groups,
                p.language, p.family, yes(p.see_office), yes(p.never_show), yes(p.hide_siblings)});
  }
  return writer.text();
}

}  // namespace handbell::exchange
