#include "app/admin/told_lists.h"

#include "app/admin/report_cells.h"
#include "app/base/school_time.h"

namespace handbell::admin {

namespace {

/// When, by whom, why; null where it stands.
Row taken_back(const std::optional<reg::TakenBack>& back) {
  if (!back) return {nullptr, nullptr, nullptr};
  return {with_offset(back->at), back->by.text(), back->reason};
}

}  // namespace

Table notice_list(const std::vector<reg::NoticeGiven>& notices, const reg::School& school) {
  Table table{joined(who_columns(), {"date", "session", "code", "told_at", "in_time", "reason",
                                     "recorded_at", "recorded_by", "position", "taken_back_at",
                                     "taken_back_by", "taken_back_reason"}),
              {}};
  for (const auto& given : notices) {
    const auto* pupil = school.pupil(given.what.pupil);
    if (pupil == nullptr) continue;
    const auto& [whose, session, code, told, words, by] = given.what;
    const Row notice{session.day.text(),
                     cell(text_of(session.half)),
                     cell(code.text()),
                     with_offset(told),
                     told_in_time(given.what, school),
                     words,
                     with_offset(given.typed),
                     by.name(),
                     by.position()};
    table.rows.push_back(joined(joined(who(*pupil), notice), taken_back(given.back)));
  }
  return table;
}

Table setting_list(const std::vector<reg::Setting>& settings) {
  Table table{{"name", "value", "from", "reason", "set_by", "position"}, {}};
  for (const auto& setting : settings) {
    table.rows.push_back({setting.name, setting.value, setting.from.text(), setting.reason,
                          setting.by.name(), setting.by.position()});
  }
  return table;
}

}  // namespace handbell::admin
