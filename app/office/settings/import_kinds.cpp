#include "app/office/settings/import_kinds.h"

#include "app/exchange/calendar_file.h"
#include "app/exchange/card_file.h"
#include "app/exchange/contact_file.h"
#include "app/exchange/mark_import.h"
#include "app/exchange/pupil_file.h"
#include "app/exchange/staff_file.h"

#include <fmt/format.h>

#include <map>
#include <memory>

namespace handbell::office {
namespace {

using reg::Role;

/// What stays of a file that was read, without its rows.
template <class Row>
ImportLook listed(const exchange::Parsed<Row>& parsed) {
  return {parsed.remarks, parsed.refused, {}, {}, {}};
}

/// `merged` counts what the rows change, `put` writes them.
template <class Row, class Merge, class Put>
Result<ImportLook> looked_at(Result<exchange::Parsed<Row>> parsed, const Merge& merged,
                             const Put& put) {
  if (!parsed) return fail(parsed.error());
  ImportLook look = listed(*parsed);
  const auto count = merged(parsed->rows);
  if (!count) return fail(count.error());
  look.count = *count;
  const auto rows = std::make_shared<const std::vector<Row>>(std::move(parsed->rows));
  look.take = [rows, put](store::Register& held) -> Status {
    const auto done = put(held, *rows);
    if (!done) return fail(done.error());
    return {};
  };
  return look;
}

template <class Merged>
Result<reg::ImportCount> count_of(const Result<Merged>& merged) {
  if (!merged) return fail(merged.error());
  return merged->count;
}

Result<ImportLook> look_at_pupils(const Visit& /*visit*/, store::Register& held,
                                  const ImportFile& file) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  return looked_at(
      exchange::parse_pupils(file.name, file.bytes, **school),
      [&](const auto& rows) { return count_of(merge_pupils(**school, rows)); },
      [](store::Register& to, const auto& rows) { return to.put_pupils(rows); });
}

Result<ImportLook> look_at_contacts(const Visit& /*visit*/, store::Register& held,
                                    const ImportFile& file) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto known = held.contacts();
  if (!known) return fail(known.error());
  return looked_at(
      exchange::parse_contacts(file.name, file.bytes, **school),
      [&](const auto& rows) {
        return Result<reg::ImportCount>(merge_contacts(*known, rows).count);
      },
      [](store::Register& to, const auto& rows) { return to.put_contacts(rows); });
}

Result<ImportLook> look_at_cards(const Visit& visit, store::Register& held,
                                 const ImportFile& file) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  return looked_at(
      exchange::parse_cards(file.name, file.bytes, **school, visit.today),
      [&](const auto& rows) { return count_of(merge_cards(**school, rows)); },
      [](store::Register& to, const auto& rows) { return to.put_cards(rows); });
}

Result<ImportLook> look_at_staff(const Visit& /*visit*/, store::Register& held,
                                 const ImportFile& file) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto known = held.shared_staff();
  if (!known) return fail(known.error());
  return looked_at(
      exchange::parse_staff(file.name, file.bytes, **school),
      [&](const auto& rows) {
        return Result<reg::ImportCount>(merge_staff((*known)->members, rows).count);
      },
      [](store::Register& to, const auto& rows) { return to.put_staff(rows); });
}

Result<ImportLook> look_at_calendar(const Visit& /*visit*/, store::Register& held,
                                    const ImportFile& file) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  return looked_at(
      exchange::parse_calendar(file.name, file.bytes),
      [&](const auto& rows) { return count_of(merge_periods(**school, rows)); },
      [](store::Register& to, const auto& rows) { return to.put_periods(rows); });
}

ImportDifference difference_of(const exchange::MarkContradiction& found,
                               const reg::School& school) {
  const auto session = found.theirs.session;
  return {fmt::format("/pupils/mark?pupil={}&day={}&session={}", found.theirs.pupil.number(),
                      session.day.text(), text_of(session.half)),
          contradiction_words(found, school)};
}

Result<ImportLook> look_at_marks(const Visit& visit, store::Register& held,
                                 const ImportFile& file) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto parsed = exchange::parse_marks(file.name, file.bytes, **school, visit.today);
  if (!parsed) return fail(parsed.error());
  auto plan = exchange::plan_marks(held, *parsed, file.name, visit.who.author, visit.now);
  if (!plan) return fail(plan.error());
  ImportLook look = listed(*parsed);
  look.count = {static_cast<int>(plan->found.fresh.size()), 0,
                static_cast<int>(plan->found.agreeing)};
  for (const auto& one : plan->found.contradictions) {
    look.differences.push_back(difference_of(one, **school));
  }
  const auto shared = std::make_shared<const exchange::MarkImport>(std::move(*plan));
  look.take = [shared, now = visit.now](store::Register& to) {
    return exchange::take(to, *shared, now);
  };
  return look;
}

}  // namespace

const std::vector<ImportKind>& import_kinds() {
  static const std::vector<Role> kOffice{Role::office, Role::head};
  static const std::vector<ImportKind> kKinds{
      {"pupils", "Pupils", kOffice, exchange::pupil_columns, look_at_pupils},
      {"contacts", "Contacts", kOffice, exchange::contact_columns, look_at_contacts},
      {"cards", "Cards", kOffice, exchange::card_columns, look_at_cards},
      {"marks", "Marks of the other register", kOffice, exchange::mark_columns, look_at_marks},
      {"calendar",
       "Calendar",
       {Role::head, Role::technician},
       exchange::calendar_columns,
       look_at_calendar},
      {"staff", "Staff", {Role::head}, exchange::staff_columns, look_at_staff}};
  return kKinds;
}

}  // namespace handbell::office
