#include "app/register/code.h"

#include "app/base/check.h"
#include "app/base/text.h"

#include <array>
#include <string>

namespace handbell::reg {

namespace {

struct Row {
  std::string_view text;
  CodeClass code_class;
  std::string_view name;
};

using enum CodeClass;

constexpr std::array<Row, 34> kRows{{
    {"/", attending, "Present in the morning"},
    {"\\", attending, "Present in the afternoon"},
    {"L", attending, "Late, before the register closed"},
    {"K", approved_activity, "Education arranged by the local authority"},
    {"V", approved_activity, "Educational visit or trip"},
    {"P", approved_activity, "Sporting activity"},
    {"W", approved_activity, "Work experience"},
    {"B", approved_activity, "Other approved educational activity"},
    {"D", not_possible, "Expected at the other school"},
    {"C1", authorised_absence, "Leave for a performance or employment abroad"},
    {"M", authorised_absence, "Medical or dental appointment"},
    {"J1", authorised_absence, "Leave for an interview"},
    {"S", authorised_absence, "Study leave"},
    {"X", not_possible, "Below school age, not required to attend"},
    {"C2", authorised_absence, "Part-time timetable"},
    {"C", authorised_absence, "Leave in exceptional circumstances"},
    {"T", authorised_absence, "Parent travelling for work"},
    {"R", authorised_absence, "Religious observance"},
    {"I", authorised_absence, "Illness"},
    {"E", authorised_absence, "Suspended or excluded"},
    {"Q", not_possible, "No access arrangements by the authority"},
    {"Y1", not_possible, "Transport normally provided did not run"},
    {"Y2", not_possible, "Widespread disruption to travel"},
    {"Y3", not_possible, "Part of the premises closed"},
    {"Y4", not_possible, "Whole site unexpectedly closed"},
    {"Y5", not_possible, "Criminal justice detention"},
    {"Y6", not_possible, "Public health guidance or law"},
    {"Y7", not_possible, "Another unavoidable cause"},
    {"G", unauthorised_absence, "Holiday not granted"},
    {"N", unauthorised_absence, "Reason not yet established"},
    {"O", unauthorised_absence, "Absent without a reason accepted"},
    {"U", unauthorised_absence, "Arrived after the register closed"},
    {"Z", not_collected, "Not yet on the admission register"},
    {"#", not_collected, "Planned closure of the whole school"},
}};

}  // namespace

Result<Code> Code::parse(std::string_view text) {
  std::string upper = trimmed(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  for (std::uint8_t row = 0; row < kRows.size(); ++row) {
    if (kRows.at(row).text == upper) return Code(row);
  }
  return fail(FaultCode::bad_code, std::string(text));
}

std::string_view Code::text() const { return kRows.at(row_).text; }
std::string_view Code::name() const { return kRows.at(row_).name; }
CodeClass Code::code_class() const { return kRows.at(row_).code_class; }

bool Code::means_elsewhere() const {
  const auto mine = text();
  return code_class() == approved_activity || mine == "E" || mine == "X" || mine == "D";
}

bool Code::gives_way() const { return text() == "N" || text() == "O"; }

Code code_of(std::string_view text) {
  const auto code = Code::parse(text);
  check(code.has_value());
  return *code;
}

}  // namespace handbell::reg
