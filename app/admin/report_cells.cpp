#include "app/admin/report_cells.h"

#include "app/base/school_time.h"

namespace handbell::admin {

Columns joined(Columns first, const Columns& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

Row joined(Row first, const Row& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

Columns who_columns() { return {"upn", "name", "class"}; }

Row who(const reg::PupilRecord& pupil) {
  return {pupil.upn_written, pupil.full_name(), pupil.class_name};
}

Columns figure_columns() {
  return {"possible", "attended", "authorised", "unauthorised", "late", "pending", "percent"};
}

Row figures(const reports::AttendanceCount& count) {
  return {count.possible(), count.attended(), count.authorised(),       count.unauthorised(),
          count.late(),     count.pending(),  count.attendance().text()};
}

nlohmann::json cell(std::string_view text) { return std::string(text); }

nlohmann::json cell(const std::optional<SchoolDay>& day) {
  return day ? nlohmann::json(day->text()) : nlohmann::json();
}

nlohmann::json cell(const std::optional<reg::Code>& code) {
  return code ? cell(code->text()) : nlohmann::json();
}

nlohmann::json cell(const std::optional<int>& number) {
  return number ? nlohmann::json(*number) : nlohmann::json();
}

nlohmann::json time_cell(const std::optional<Instant>& at) {
  if (!at) return {};
  const auto local = to_local(*at);
  return local ? nlohmann::json(local->time.hh_mm()) : nlohmann::json();
}

nlohmann::json part_of(const reg::PupilRecord& pupil) {
  return reg::is_nursery(pupil.group) ? "nursery" : "school";
}

}  // namespace handbell::admin
