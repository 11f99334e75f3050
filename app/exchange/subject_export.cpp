#include "app/exchange/subject_export.h"

#include "app/base/school_time.h"
#include "app/exchange/csv.h"
#include "app/exchange/json_text.h"

namespace handbell::exchange {

namespace {

using Json = nlohmann::ordered_json;

bool is_record(const SubjectTable& table) {
  return table.columns.size() == 2 && table.columns[0].name == "Field" &&
         table.columns[1].name == "Value";
}

Json json_of(const SubjectTable& table) {
  const bool record = is_record(table);
  Json made = record ? Json::object() : Json::array();
  for (const auto& row : table.rows) {
    if (record) {
      made[row[0]] = row[1];
      continue;
    }
    Json object = Json::object();
    for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
      object[table.columns[i].name] = row[i];
    }
    made.push_back(std::move(object));
  }
  return made;
}

}  // namespace

std::string subject_json(const SubjectCopy& copy) {
  Json json{{"school", copy.stamp.school},
            {"pupil", copy.pupil_name},
            {"made", with_offset(copy.stamp.made)},
            {"legal register", copy.stamp.legal_register}};
  for (const auto& table : copy.tables) json[table.name] = json_of(table);
  return json_text(json);
}

std::vector<NamedText> subject_csvs(const SubjectCopy& copy) {
  std::vector<NamedText> files;
  for (const auto& table : copy.tables) {
    std::vector<std::string> header;
    for (const auto& column : table.columns) header.push_back(column.name);
    CsvWriter writer(header);
    for (const auto& row : table.rows) writer.row(row);
    files.push_back({table.name + ".csv", writer.text()});
  }
  return files;
}

std::vector<NamedText> subject_files(const SubjectCopy& copy) {
  auto files = subject_csvs(copy);
  files.push_back({"pupil.json", subject_json(copy)});
  files.push_back({"pupil.html", subject_page(copy)});
  return files;
}

}  // namespace handbell::exchange
