// The people around the children in register.db, and what it holds of one child alone.
#include "app/store/people_rows.h"
#include "app/store/register_file.h"
#include "app/store/school_rows.h"

namespace handbell::store {

Result<reg::ImportCount> RegisterFile::put_contacts(const std::vector<reg::Contact>& rows) {
  return file_.transact([&]() -> Result<reg::ImportCount> {
    const auto held = load_contacts(file_.database());
    if (!held) return fail(held.error());
    const auto school = load_school(file_.database());
    if (!school) return fail(school.error());
    for (const auto& row : rows) {
      if (school->pupil(row.pupil) != nullptr) continue;
      return fail(FaultCode::pupil_unknown, std::to_string(row.pupil.number()));
    }
    const auto merged = merge_contacts(*held, rows);
    for (const auto& contact : merged.rows) write_contact(file_.database(), contact);
    // Whom staff may hand over at a door may have changed.
    if (!merged.rows.empty()) raise_version(file_.database());
    return merged.count;
  });
}

Status RegisterFile::replace_contacts(PupilId pupil, const std::vector<reg::Contact>& contacts) {
  return file_.transact([&]() -> Status {
    const auto school = load_school(file_.database());
    if (!school) return fail(school.error());
    if (school->pupil(pupil) == nullptr) {
      return fail(FaultCode::pupil_unknown, std::to_string(pupil.number()));
    }
    SQLite::Statement old(file_.database(),
                          "DELETE FROM contact WHERE school_id = 1 AND pupil = ?");
    old.bind(1, pupil.number());
    old.exec();
    for (const auto& contact : contacts) write_contact(file_.database(), contact);
    raise_version(file_.database());
    return {};
  });
}

Result<reg::ImportCount> RegisterFile::put_staff(const std::vector<reg::StaffMember>& rows) {
  return file_.transact([&]() -> Result<reg::ImportCount> {
    const auto held = load_staff(file_.database());
    if (!held) return fail(held.error());
    const auto merged = merge_staff(held->members, rows);
    for (const auto& member : merged.rows) write_member(file_.database(), member);
    if (!merged.rows.empty()) raise_version(file_.database());
    return merged.count;
  });
}

Status RegisterFile::put_acting(const reg::ActingRole& acting, Instant at) {
  return file_.transact([&]() -> Status {
    SQLite::Statement known(file_.database(),
                            "SELECT 1 FROM staff WHERE school_id = 1 AND staff = ?");
    known.bind(1, acting.deputy());
    if (!known.executeStep()) return fail(FaultCode::staff_unknown, acting.deputy());
    add_acting(file_.database(), acting, at);
    raise_version(file_.database());
    return {};
  });
}

Result<std::vector<reg::Contact>> RegisterFile::contacts() {
  return file_.guarded([&] { return load_contacts(file_.database()); });
}

Result<reg::Staff> RegisterFile::staff() {
  return file_.guarded([&] { return load_staff(file_.database()); });
}

Result<std::vector<reg::Mark>> RegisterFile::entries_of(PupilId pupil) {
  return selected("SELECT seq FROM mark WHERE school_id = 1 AND pupil = ?", {pupil.number()});
}

}  // namespace handbell::store
