#include "app/office/settings/import_kinds.h"

#include "app/exchange/calendar_file.h"
#include "app/exchange/card_file.h"
#include "app/exchange/contact_file.h"
#include "app/exchange/mark_comparison.h"
#include "app/exchange/pupil_file.h"
#include "app/exchange/staff_file.h"

#include <fmt/format.h>

#include <limits>
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
Result<ImportLook> looked_at(const Result<exchange::Parsed<Row>>& parsed, const Merge& merged,
                             const Put& put) {
  if (!parsed) return fail(parsed.error());
  ImportLook look = listed(*parsed);
  const auto count = merged(parsed->rows);
  if (!count) return fail(count.error());
  look.count = *count;
  look.take = [rows = parsed->rows, put](store::Register& held) -> Status {
    const auto done = put(held, rows);
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

using OutsideMarks = exchange::Parsed<exchange::OutsideMark>;

/// What stands in every year that the rows are about.
Result<exchange::MarkComparison> compared(store::Register& held, const OutsideMarks& parsed) {
  int first = std::numeric_limits<int>::max();
  int last = 0;
  for (const auto& row : parsed.rows) {
    const int year = reg::school_year_of(row.session.day);
    first = std::min(first, year);
    last = std::max(last, year);
  }
  const auto lines = held.years(first, last);
  if (!lines) return fail(lines.error());
  std::map<std::pair<int, PupilId>, const reg::YearLine*> by_pupil;
  for (const auto& line : *lines) by_pupil[{line.school_year(), line.pupil()}] = &line;
  return compare_marks(parsed, [&](PupilId pupil, SessionId session) {
    const auto line = by_pupil.find({reg::school_year_of(session.day), pupil});
    return line == by_pupil.end() ? std::optional<reg::Standing>() : line->second->at(session);
  });
}

ImportDifference difference_of(const exchange::MarkContradiction& found,
                               const reg::School& school) {
  const auto session = found.theirs.session;
  return {fmt::format("/pupils/mark?pupil={}&day={}&session={}", found.theirs.pupil.number(),
                      session.day.text(), text_of(session.half)),
          sentence(found, school)};
}

Result<ImportLook> look_at_marks(const Visit& visit, store::Register& held,
                                 const ImportFile& file) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto parsed = exchange::parse_marks(file.name, file.bytes, **school, visit.today);
  if (!parsed) return fail(parsed.error());
  const auto found = compared(held, *parsed);
  if (!found) return fail(found.error());
  ImportLook look = listed(*parsed);
  look.count = {static_cast<int>(found->fresh.size()), 0, static_cast<int>(found->agreeing)};
  for (const auto& one : found->contradictions) {
    look.differences.push_back(difference_of(one, **school));
  }
  std::vector<reg::MarkDraft> drafts;
  for (const auto& mark : found->fresh) {
    drafts.push_back(draft_of(mark, file.name, visit.who.author));
  }
  look.take = [drafts, now = visit.now](store::Register& to) -> Status {
    if (drafts.empty()) return {};
    const auto entered = to.enter(drafts, now);
    if (!entered) return fail(entered.error());
    return {};
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
