#include "app/exchange/other_ids_file.h"

#include "app/exchange/cell_values.h"
#include "app/exchange/read_rows.h"

#include <fmt/format.h>

#include <variant>

namespace handbell::exchange {

namespace {

using Ours = std::variant<PupilId, reg::Code, std::string>;

struct OtherId {
  Ours ours;
  std::string written;
  std::string theirs;
};

const std::vector<Column>& id_columns() {
  static const std::vector<Column> kColumns{
      {"Kind", {"what"}, true}, {"Ours", {"handbell"}, true}, {"Theirs", {"id", "other id"}, true}};
  return kColumns;
}

Result<Ours> pupil_in(const std::string& text, const reg::School& school) {
  const auto* pupil = school.named(text);
  if (pupil == nullptr) return fail(FaultCode::pupil_unknown, text);
  return Ours(pupil->id);
}

Result<Ours> code_in(const std::string& text) {
  const auto code = reg::Code::parse(text);
  if (!code) return fail(code.error());
  return Ours(*code);
}

Result<Ours> person_in(const std::string& text) {
  if (text.empty()) return fail(FaultCode::bad_name, "\"\"");
  return Ours(text);
}

Result<Ours> ours_of(const std::string& kind, const std::string& text, const reg::School& school) {
  if (kind == "pupil") return pupil_in(text, school);
  return kind == "code" ? code_in(text) : person_in(text);
}

std::optional<OtherId> read_id(RowReader& row, const reg::School& school) {
  const std::string kind = ascii_lower(row.text("Kind"));
  if (kind != "pupil" && kind != "code" && kind != "person") {
    row.refuse("Kind", sentence(bad_choice(row.text("Kind"), "pupil, code, person")));
    return std::nullopt;
  }
  const auto ours = row.value(
      "Ours", [&](const std::string& text) { return ours_of(kind, text, school); }, Ours());
  if (row.text("Theirs").empty()) {
    row.refuse("Theirs", sentence({FaultCode::id_unmapped, row.text("Ours")}));
  }
  if (row.refused()) return std::nullopt;
  return OtherId{ours, kind + " " + row.text("Ours"), row.text("Theirs")};
}

void add_id(OtherSystemIds& ids, const OtherId& row) {
  if (const auto* pupil = std::get_if<PupilId>(&row.ours)) ids.students[*pupil] = row.theirs;
  if (const auto* code = std::get_if<reg::Code>(&row.ours)) ids.codes.emplace(*code, row.theirs);
  if (const auto* name = std::get_if<std::string>(&row.ours)) ids.employees[*name] = row.theirs;
}

}  // namespace

Result<OtherSystemIds> parse_other_ids(const std::string& name, std::string_view bytes,
                                       const reg::School& school) {
  const auto sheet = Sheet::parse(name, bytes, id_columns());
  if (!sheet) return fail(sheet.error());
  ReadRows<OtherId> rows(*sheet, [&](RowReader& row) { return read_id(row, school); });
  rows.refuse_twice("Ours", [](const OtherId& row) { return row.written; });
  const auto parsed = rows.settled({});
  if (!parsed.refused.empty()) {
    const auto& first = parsed.refused.front();
    return fail(FaultCode::usage, fmt::format("{}, line {}, column {}: {}", name, first.line,
                                              first.column, first.reason));
  }
  OtherSystemIds ids;
  for (const auto& row : parsed.rows) add_id(ids, row);
  return ids;
}

}  // namespace handbell::exchange
