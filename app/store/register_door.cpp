// What the office tells its doors besides, in register.db: cards of staff, lists of reasons, calls
// to leave the building. Each raises the version, so that a waiting kiosk hears of it at once.
#include "app/store/door_rows.h"
#include "app/store/people_rows.h"
#include "app/store/register_file.h"
#include "app/store/school_rows.h"

#include <algorithm>

namespace handbell::store {

Result<reg::ImportCount> RegisterFile::put_staff_cards(
    const std::vector<reg::StaffCardRecord>& rows) {
  return file_.transact([&]() -> Result<reg::ImportCount> {
    const auto held = load_school(file_.database());
    if (!held) return fail(held.error());
    const auto staff = load_staff(file_.database());
    if (!staff) return fail(staff.error());
    for (const auto& row : rows) {
      const auto known = std::ranges::find(staff->members, row.staff, &reg::StaffMember::id);
      if (known == staff->members.end()) return fail(FaultCode::staff_unknown, row.staff);
    }
    const auto merged = merge_staff_cards(*held, rows);
    if (!merged) return fail(merged.error());
    for (const auto& card : merged->rows) write_staff_card(file_.database(), card);
    if (!merged->rows.empty()) raise_version(file_.database());
    return merged->count;
  });
}

Result<reg::ImportCount> RegisterFile::put_reasons(const std::vector<reg::ListedReason>& rows) {
  return file_.transact([&]() -> Result<reg::ImportCount> {
    const auto held = load_school(file_.database());
    if (!held) return fail(held.error());
    const auto merged = merge_reasons(*held, rows);
    if (!merged) return fail(merged.error());
    write_reasons(file_.database(), merged->rows);
    if (!merged->rows.empty()) raise_version(file_.database());
    return merged->count;
  });
}

Status RegisterFile::put_evacuation(const reg::EvacuationCall& call) {
  return file_.transact([&] {
    add_evacuation(file_.database(), call);
    raise_version(file_.database());
  });
}

}  // namespace handbell::store
