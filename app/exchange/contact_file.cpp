#include "app/exchange/contact_file.h"

#include "app/base/text.h"
#include "app/exchange/cell_values.h"
#include "app/exchange/pupil_index.h"
#include "app/exchange/read_rows.h"

#include <fmt/format.h>

#include <map>

namespace handbell::exchange {

namespace {

using Phone = std::optional<reg::PhoneNumber>;

}  // namespace

const std::vector<Column>& contact_columns() {
  static const std::vector<Column> kColumns = with_pupil_columns(
      {{"Order", {"priority", "call order", "contact order"}, true},
       {"ContactName", {"contact", "full name"}, true},
       {"Relationship", {"relation", "relationship to pupil"}, false},
       {"ParentalResponsibility", {"pr", "parental resp", "responsibility"}, false},
       {"Phone1", {"phone", "telephone", "mobile", "telephone 1"}, false},
       {"Phone2", {"second phone", "other phone", "telephone 2"}, false},
       {"MayCollect", {"can collect", "may pick up"}, false},
       {"CourtOrderNote", {"court order"}, false}});
  return kColumns;
}

namespace {

Result<int> parse_order(const std::string& text) {
  const auto number = whole_number(text);
  if (number && *number >= 1 && *number <= reg::kMostContacts) return static_cast<int>(*number);
  return fail(FaultCode::bad_number, "\"" + text + "\" (1 to 20)");
}

Result<Phone> parse_phone_or_none(const std::string& text) {
  if (text.empty()) return Phone();
  const auto phone = reg::PhoneNumber::parse(text);
  if (!phone) return fail(phone.error());
  return Phone(*phone);
}

std::optional<reg::Contact> read_contact(RowReader& row, const PupilIndex& index) {
  const auto* pupil = index.pupil_of(row);
  const auto name = row.value("ContactName", parse_name_or_none, std::optional<NamePart>());
  if (!name) row.refuse("ContactName", sentence({FaultCode::bad_name, "\"\""}));
  if (pupil == nullptr || !name) return std::nullopt;
  const auto relationship =
      row.value("Relationship", parse_name_or_none, std::optional<NamePart>());
  reg::Contact contact{
      .pupil = pupil->id,
      .order = row.value("Order", parse_order, 1),
      .name = *name,
      .relationship = relationship ? relationship->text() : "",
      .parental_responsibility = row.value("ParentalResponsibility", parse_yes, false),
      .first_phone = row.value("Phone1", parse_phone_or_none, Phone()),
      .second_phone = row.value("Phone2", parse_phone_or_none, Phone()),
      .may_collect = row.value("MayCollect", parse_yes, false),
      .court_order = row.value("CourtOrderNote", parse_note, std::string())};
  if (row.refused()) return std::nullopt;
  return contact;
}

void remark_phones(const Parsed<reg::Contact>& parsed, const reg::School& school,
                   std::vector<std::string>& remarks) {
  std::map<PupilId, int> phones;
  for (const auto& contact : parsed.rows) phones[contact.pupil] += contact.phones();
  for (const auto& [pupil, count] : phones) {
    if (count >= 2) continue;
    remarks.push_back(fmt::format(
        "{} has {} in this file; the guidance advises more than one emergency number.",
        school.pupil(pupil)->full_name(), count == 0 ? "no telephone number" : "one number"));
  }
}

void remark_rows(const Parsed<reg::Contact>& parsed, std::vector<std::string>& remarks) {
  for (std::size_t i = 0; i < parsed.rows.size(); ++i) {
    const auto& contact = parsed.rows[i];
    for (const Phone& phone : {contact.first_phone, contact.second_phone}) {
      if (!phone || !phone->may_lack_its_zero()) continue;
      remarks.push_back(
          fmt::format("Line {}: {} may lack its first 0.", parsed.lines[i], phone->text()));
    }
    if (contact.may_collect && !contact.court_order.empty()) {
      remarks.push_back(fmt::format(
          "Line {}: {} has a court order note and may collect; check that this is meant.",
          parsed.lines[i], contact.name.text()));
    }
  }
}

}  // namespace

Result<Parsed<reg::Contact>> parse_contacts(const std::string& name, std::string_view bytes,
                                            const reg::School& school) {
  const auto sheet = Sheet::parse(name, bytes, contact_columns());
  if (!sheet) return fail(sheet.error());
  if (const Status named = names_pupils(*sheet); !named) return fail(named.error());
  const PupilIndex index(school);
  ReadRows<reg::Contact> rows(*sheet, [&](RowReader& row) { return read_contact(row, index); });
  rows.refuse_twice("Order", [&](const reg::Contact& contact) {
    return fmt::format("Contact {} of {}, pupil {},", contact.order,
                       school.pupil(contact.pupil)->full_name(), contact.pupil.number());
  });
  auto parsed = rows.settled(remarks_on(*sheet));
  remark_rows(parsed, parsed.remarks);
  remark_phones(parsed, school, parsed.remarks);
  return parsed;
}

std::string write_contacts(const std::vector<reg::Contact>& contacts, const reg::School& school) {
  std::vector<std::string> header;
  for (const auto& column : contact_columns()) header.push_back(column.name);
  CsvWriter writer(header);
  const auto yes = [](bool flag) { return std::string(flag ? "Y" : "N"); };
  const auto written = [](const Phone& phone) { return phone ? phone->text() : std::string(); };
  for (const auto& c : contacts) {
    const auto* pupil = school.pupil(c.pupil);
    if (pupil == nullptr) continue;
    writer.row({pupil->upn_written, pupil->admission_number, std::to_string(c.order), c.name.text(),
                c.relationship, yes(c.parental_responsibility), written(c.first_phone),
                written(c.second_phone), yes(c.may_collect), c.court_order});
  }
  return writer.text();
}

}  // namespace handbell::exchange
