#include "app/exchange/mark_export.h"

#include "app/base/school_time.h"
#include "app/exchange/csv.h"

#include <algorithm>
#include <tuple>

namespace handbell::exchange {

namespace {

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

}  // namespace handbell::exchange
