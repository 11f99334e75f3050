#include "app/exchange/mark_json.h"

#include "app/exchange/json_text.h"

namespace handbell::exchange {

namespace {

using Json = nlohmann::ordered_json;

Result<Json> object_of(const reg::MarkDraft& mark, const OtherSystemIds& ids) {
  const auto student = ids.students.find(mark.pupil);
  const auto code = ids.codes.find(mark.code);
  const auto employee = ids.employees.find(mark.by.name());
  if (student == ids.students.end()) {
    return fail(FaultCode::id_unmapped, "Pupil " + std::to_string(mark.pupil.number()));
  }
  if (code == ids.codes.end()) {
    return fail(FaultCode::id_unmapped, "The code " + std::string(mark.code.text()));
  }
  Json object{{"date", mark.session.day.text()},
              {"session", mark.session.half == Half::am ? "AM" : "PM"},
              {"student_id", student->second},
              {"attendance_code_id", code->second}};
  if (!mark.reason.empty()) object["comment"] = mark.reason;
  if (employee != ids.employees.end()) object["employee_id"] = employee->second;
  if (mark.minutes_late) object["minutes_late"] = *mark.minutes_late;
  return object;
}

}  // namespace

Result<std::string> write_marks_json(const reg::MarkHistory& history, const OtherSystemIds& ids) {
  return write_marks_json(history.current(), ids);
}

Result<std::string> write_marks_json(const std::vector<reg::Mark>& marks,
                                     const OtherSystemIds& ids) {
  Json list = Json::array();
  for (const auto& mark : marks) {
    auto object = object_of(mark.what, ids);
    if (!object) return fail(object.error());
    list.push_back(std::move(*object));
  }
  return json_text(list);
}

}  // namespace handbell::exchange
