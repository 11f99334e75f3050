#include "app/exchange/reason_file.h"

#include "app/exchange/read_rows.h"

namespace handbell::exchange {

namespace {

const std::vector<Column>& reason_columns() {
  static const std::vector<Column> kColumns{{"List", {}, true},
                                            {"Key", {}, true},
                                            {"Words", {"reason"}, true},
                                            {"Picture", {"icon"}, false}};
  return kColumns;
}

std::optional<reg::ListedReason> read_reason(RowReader& row) {
  const auto list = row.value("List", reg::parse_reason_list, reg::ReasonList::late);
  reg::DoorReason reason{row.text("Key"), row.text("Words"), row.text("Picture")};
  if (const Status fits = fit_reason(reason); !fits) row.refuse("Key", sentence(fits.error()));
  return reg::ListedReason{list, std::move(reason)};
}

}  // namespace

Result<Parsed<reg::ListedReason>> parse_reasons(const std::string& name, std::string_view bytes) {
  const auto sheet = Sheet::parse(name, bytes, reason_columns());
  if (!sheet) return fail(sheet.error());
  ReadRows<reg::ListedReason> rows(*sheet, read_reason);
  return rows.settled(remarks_on(*sheet));
}

}  // namespace handbell::exchange
