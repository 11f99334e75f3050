#include "app/register/code.h"

#include "app/base/check.h"
#include "app/base/text.h"

#include <array>
#include <string>

namespace handbell::reg {

namespace {

/// A bit for each role.
using Roles = std::uint8_t;
constexpr Roles bit(Role role) { return static_cast<Roles>(1U << static_cast<unsigned>(role)); }
constexpr Roles kNobody = 0;
constexpr Roles kHead = bit(Role::head);
constexpr Roles kSenior = kHead | bit(Role::champion);
constexpr Roles kOffice = kSenior | bit(Role::office);
constexpr Roles kAll = kOffice | bit(Role::teacher);
constexpr Roles kHeadAndOffice = kHead | bit(Role::office);

struct Row {
  std::string_view text;
  CodeClass code_class;
  std::string_view name;
  Roles roles = kOffice;
  Sensitivity sensitivity = Sensitivity::none;
};

using enum CodeClass;
using enum Sensitivity;

constexpr std::size_t kPresentCodes = 34;

constexpr std::array<Row, 38> kRows{{
    {"/", attending, "Present in the morning", kAll},
    {"\\", attending, "Present in the afternoon", kAll},
    {"L", attending, "Late, before the register closed", kAll},
    {"K", approved_activity, "Education arranged by the local authority", kSenior, low},
    {"V", approved_activity, "Educational visit or trip", kAll},
    {"P", approved_activity, "Sporting activity"},
    {"W", approved_activity, "Work experience", kNobody},
    {"B", approved_activity, "Other approved educational activity", kSenior, low},
    {"D", not_possible, "Expected at the other school", kOffice, low},
    {"C1", authorised_absence, "Leave for a performance or employment abroad", kHead, low},
    {"M", authorised_absence, "Medical or dental appointment", kOffice, health},
    {"J1", authorised_absence, "Leave for an interview", kHead},
    {"S", authorised_absence, "Study leave", kNobody},
    {"X", not_possible, "Below school age, not required to attend"},
    {"C2", authorised_absence, "Part-time timetable", kHead, low},
    {"C", authorised_absence, "Leave in exceptional circumstances", kHead, low},
    {"T", authorised_absence, "Parent travelling for work", kHead, ethnicity},
    {"R", authorised_absence, "Religious observance", kHeadAndOffice, religion},
    {"I", authorised_absence, "Illness", kOffice, health},
    {"E", authorised_absence, "Suspended or excluded", kHead, behaviour},
    {"Q", not_possible, "No access arrangements by the authority", kSenior},
    {"Y1", not_possible, "Transport normally provided did not run"},
    {"Y2", not_possible, "Widespread disruption to travel", kHead},
    {"Y3", not_possible, "Part of the premises closed", kHead},
    {"Y4", not_possible, "Whole site unexpectedly closed", kHead},
    {"Y5", not_possible, "Criminal justice detention", kHead, crime},
    {"Y6", not_possible, "Public health guidance or law", kHead, health},
    {"Y7", not_possible, "Another unavoidable cause", kHead, low},
    {"G", unauthorised_absence, "Holiday not granted", kSenior},
    {"N", unauthorised_absence, "Reason not yet established", kAll},
    {"O", unauthorised_absence, "Absent without a reason accepted"},
    {"U", unauthorised_absence, "Arrived after the register closed"},
    {"Z", not_collected, "Not yet on the admission register", bit(Role::office)},
    {"#", not_collected, "Planned closure of the whole school", kHeadAndOffice},
    {"H", authorised_absence, "Holiday granted (until August 2024)", kNobody},
    {"J", approved_activity, "Interview (until August 2024)", kNobody},
    {"Y", not_possible, "Unable to attend (until August 2024)", kNobody},
    {"F", authorised_absence, "Extended holiday granted (until August 2024)", kNobody},
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

SchoolDay first_day_of_present_codes() {
  static const SchoolDay day = *SchoolDay::from_parts(2024, 8, 19);
  return day;
}

std::string_view Code::text() const { return kRows.at(row_).text; }
std::string_view Code::name() const { return kRows.at(row_).name; }
CodeClass Code::code_class() const { return kRows.at(row_).code_class; }

Sensitivity Code::sensitivity() const { return kRows.at(row_).sensitivity; }

bool Code::is_withdrawn() const { return row_ >= kPresentCodes; }

bool Code::is_valid_on(SchoolDay day) const {
  return !is_withdrawn() || day < first_day_of_present_codes();
}

bool Code::fits(Half half) const {
  if (text() == "/") return half == Half::am;
  if (text() == "\\") return half == Half::pm;
  return true;
}

bool Code::may_be_set_by(Role role) const { return (kRows.at(row_).roles & bit(role)) != 0; }

std::optional<Code> Code::from_row(std::uint8_t row) {
  if (row >= kRows.size()) return std::nullopt;
  return Code(row);
}

std::vector<Code> Code::all() {
  std::vector<Code> codes;
  for (std::uint8_t row = 0; row < kRows.size(); ++row) codes.push_back(Code(row));
  return codes;
}

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
