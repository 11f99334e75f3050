#include "app/exchange/card_file.h"

#include "app/exchange/cell_values.h"
#include "app/exchange/pupil_index.h"

namespace handbell::exchange {

const std::vector<Column>& card_columns() {
  static const std::vector<Column> kColumns =
      with_pupil_columns({{"CardId", {"card", "uid", "card number"}, true},
                          {"IssuedOn", {"issued"}, false},
                          {"RevokedOn", {"revoked"}, false},
                          {"FamilyCard", {"family"}, false}});
  return kColumns;
}

namespace {

reg::CardRecord card_of(const reg::PupilRecord& pupil, bool of_family, const CardNumber& uid,
                        SchoolDay issued, std::optional<SchoolDay> revoked) {
  if (of_family) return {uid, PupilId(), issued, revoked, pupil.family};
  return {uid, pupil.id, issued, revoked, ""};
}

}  // namespace

Result<Parsed<reg::CardRecord>> parse_cards(const std::string& name, std::string_view bytes,
                                            const reg::School& school, SchoolDay today) {
  const auto sheet = Sheet::parse(name, bytes, card_columns());
  if (!sheet) return fail(sheet.error());
  if (const Status named = names_pupils(*sheet); !named) return fail(named.error());
  const PupilIndex index(school);
  Parsed<reg::CardRecord> parsed;
  for (std::size_t i = 0; i < sheet->size(); ++i) {
    RowReader row(*sheet, i);
    const auto* pupil = index.pupil_of(row);
    const auto uid = CardNumber::parse(row.text("CardId"));
    if (!uid) row.refuse("CardId", sentence(uid.error()));
    if (uid && !uid->fit_as_identity()) {
      row.refuse("CardId", sentence({FaultCode::card_unfit, uid->masked()}));
    }
    const auto day = [&](const char* column, std::optional<SchoolDay> otherwise) {
      const std::string text = row.text(column);
      if (text.empty()) return otherwise;
      return std::optional<SchoolDay>(row.value(column, SchoolDay::parse_any, SchoolDay()));
    };
    const auto issued = day("IssuedOn", today);
    const auto revoked = day("RevokedOn", std::nullopt);
    const bool of_family = row.value("FamilyCard", parse_yes, false);
    if (of_family && pupil != nullptr && pupil->family.empty()) {
      row.refuse("FamilyCard", sentence({FaultCode::family_unknown, "of " + pupil->full_name()}));
    }
    if (row.refused()) {
      parsed.refused.push_back(row.refusal());
      continue;
    }
    if (uid->is_short()) {
      parsed.remarks.push_back("Line " + std::to_string(row.line()) + ": the card " +
                               uid->masked() +
                               " has a short number, which is not guaranteed unique.");
    }
    parsed.rows.push_back(card_of(*pupil, of_family, *uid, *issued, revoked));
    parsed.lines.push_back(row.line());
  }
  return parsed;
}

std::string write_cards(const std::vector<reg::CardRecord>& cards, const reg::School& school) {
  CsvWriter writer({"UPN", "AdmissionNumber", "CardId", "IssuedOn", "RevokedOn", "FamilyCard"});
  for (const auto& card : cards) {
    const auto* pupil = school.holder(card);
    if (pupil == nullptr) continue;
    writer.row({pupil->upn_written, pupil->admission_number, card.uid.text(), card.issued.text(),
                card.revoked ? card.revoked->text() : "", card.family.empty() ? "" : "Y"});
  }
  return writer.text();
}

}  // namespace handbell::exchange
