#include "app/exchange/subject_copy.h"

#include "app/exchange/name_redactor.h"
#include "app/exchange/subject_tables.h"

namespace handbell::exchange {

namespace {

using Names = std::vector<std::string>;

void add_pupil(Names& names, const reg::PupilRecord& pupil) {
  names.push_back(pupil.surname.text());
  names.push_back(pupil.forename.text());
  if (pupil.preferred) names.push_back(pupil.preferred->text());
}

/// Whoever wrote something down, also who has left the school's staff since.
void add_authors(Names& names, const SubjectTable& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].name != "Recorded by" && table.columns[i].name != "Answered by") continue;
    for (const auto& row : table.rows) names.push_back(row[i]);
  }
}

Names others_of(const reg::School& school, const SubjectData& data, const SubjectRequest& request) {
  Names names = request.adults;
  for (const auto& pupil : school.pupils) {
    if (pupil.id != data.pupil) add_pupil(names, pupil);
  }
  for (const auto& contact : data.contacts) names.push_back(contact.name.text());
  for (const auto& mark : data.marks.entries()) names.push_back(mark.what.by.name());
  for (const auto& table : data.further) add_authors(names, table);
  return names;
}

/// The pupil's own names and those of the one who asks.
Names kept_of(const reg::PupilRecord& pupil, const std::vector<reg::Contact>& contacts,
              const SubjectRequest& request) {
  Names names = request.no_names;
  add_pupil(names, pupil);
  for (const auto& contact : contacts) {
    if (request.asked_by && contact.order == *request.asked_by) {
      names.push_back(contact.name.text());
    }
  }
  return names;
}

void redact(SubjectTable& table, const NameRedactor& redactor, std::vector<Removal>& removed) {
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    auto& cells = table.rows[row];
    for (std::size_t i = 0; i < cells.size() && i < table.columns.size(); ++i) {
      if (!table.columns[i].names_people) continue;
      Redacted made = redactor.redact(cells[i]);
      cells[i] = std::move(made.text);
      for (auto& word : made.words) {
        removed.push_back({table.name, row + 1, table.columns[i].name, std::move(word)});
      }
    }
  }
}

}  // namespace

Result<SubjectCopy> subject_copy(const reg::School& school, const SubjectData& data,
                                 const SubjectRequest& request, const ExportStamp& stamp) {
  const auto* pupil = school.pupil(data.pupil);
  if (pupil == nullptr) {
    return fail(FaultCode::pupil_unknown, std::to_string(data.pupil.number()));
  }
  const auto contacts = reg::contacts_of(data.contacts, data.pupil);
  const NameRedactor redactor(others_of(school, data, request), kept_of(*pupil, contacts, request));
  SubjectCopy copy{stamp,
                   pupil->full_name(),
                   {record_table(*pupil), mark_table(data.marks, data.pupil),
                    event_table(data.events, data.pupil, data.staff_cards),
                    contact_table(contacts, request.asked_by)},
                   {}};
  copy.tables.insert(copy.tables.end(), data.further.begin(), data.further.end());
  for (auto& table : copy.tables) redact(table, redactor, copy.removed);
  return copy;
}

}  // namespace handbell::exchange
