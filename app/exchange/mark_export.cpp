#include "app/exchange/mark_export.h"

#include "app/base/school_time.h"
#include "app/exchange/csv.h"
#include "app/exchange/json_text.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace handbell::exchange {

namespace {

constexpr std::array<std::string_view, 17> kMarkKeys{
    "upn",           "admission_number", "surname",     "forename",     "class",
    "date",          "session",          "code",        "minutes_late", "arrival_time",
    "comment",       "source",           "recorded_at", "recorded_by",  "position",
    "replaces_code", "amendment_reason"};

struct Line {
  const reg::PupilRecord* pupil;
  reg::Mark mark;
};

auto place(const Line& line) {
  const auto& pupil = *line.pupil;
  return std::tie(line.mark.what.session, pupil.class_name, pupil.surname, pupil.forename, pupil.id,
                  line.mark.entry);
}

Result<std::vector<Line>> sorted_lines(const std::vector<reg::Mark>& marks,
                                       const reg::School& school) {
  std::vector<Line> lines;
  for (const auto& mark : marks) {
    const auto* pupil = school.pupil(mark.what.pupil);
    if (pupil == nullptr) {
      return fail(FaultCode::pupil_unknown, std::to_string(mark.what.pupil.number()));
    }
    lines.push_back({pupil, mark});
  }
  std::sort(lines.begin(), lines.end(),
            [](const Line& a, const Line& b) { return place(a) < place(b); });
  return lines;
}

std::string wall_time(const std::optional<Instant>& at) {
  const auto local = at ? to_local(*at) : Result<LocalMoment>(LocalMoment());
  return at && local ? local->time.hh_mm() : "";
}

std::vector<std::string> cells_of(const Line& line, const reg::Mark* before) {
  const auto& pupil = *line.pupil;
  const auto& what = line.mark.what;
  return {pupil.upn_written,
          pupil.admission_number,
          pupil.surname.text(),
          pupil.forename.text(),
          pupil.class_name,
          what.session.day.text(),
          what.session.half == Half::am ? "AM" : "PM",
          std::string(what.code.text()),
          what.minutes_late ? std::to_string(*what.minutes_late) : "",
          wall_time(what.arrived),
          before == nullptr ? what.reason : "",
          what.source,
          with_offset(line.mark.at),
          what.by.name(),
          what.by.position(),
          before == nullptr ? "" : std::string(before->what.code.text()),
          before == nullptr ? "" : what.reason};
}

nlohmann::ordered_json mark_object(const Line& line, const reg::Mark* before) {
  auto object = nlohmann::ordered_json::object();
  const auto cells = cells_of(line, before);
  for (std::size_t i = 0; i < kMarkKeys.size(); ++i) {
    const std::string key(kMarkKeys.at(i));
    object[key] = nullptr;
    if (!cells.at(i).empty()) object[key] = cells.at(i);
  }
  if (const auto& minutes = line.mark.what.minutes_late) object["minutes_late"] = *minutes;
  return object;
}

}  // namespace

Result<std::string> write_marks(const reg::MarkHistory& history, const reg::School& school,
                                MarkLines which) {
  return write_marks(history, school,
                     which == MarkLines::every_entry ? history.entries() : history.current());
}

Result<std::string> write_marks(const reg::MarkHistory& history, const reg::School& school,
                                const std::vector<reg::Mark>& marks) {
  const auto lines = sorted_lines(marks, school);
  if (!lines) return fail(lines.error());
  CsvWriter writer({"UPN", "AdmissionNumber", "Surname", "Forename", "Class", "Date", "Session",
                    "Code", "MinutesLate", "ArrivalTime", "Comment", "Source", "RecordedAt",
                    "RecordedBy", "Position", "ReplacesCode", "AmendmentReason"});
  for (const Line& line : *lines) writer.row(cells_of(line, history.before(line.mark)));
  return writer.text();
}

Result<std::string> write_marks_as_json(const reg::MarkHistory& history, const reg::School& school,
                                        const std::vector<reg::Mark>& marks) {
  const auto lines = sorted_lines(marks, school);
  if (!lines) return fail(lines.error());
  auto list = nlohmann::ordered_json::array();
  for (const Line& line : *lines) list.push_back(mark_object(line, history.before(line.mark)));
  return json_text(list);
}

}  // namespace handbell::exchange
