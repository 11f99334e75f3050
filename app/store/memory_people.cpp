// The people around the children in the twin without a disk.
#include "app/register/pupil_events.h"
#include "app/store/memory_register.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace handbell::store {

namespace {

template <class Row, class Key>
void put_sorted(std::vector<Row>& held, const std::vector<Row>& rows, const Key& key) {
  for (const Row& row : rows) {
    std::erase_if(held, [&](const Row& each) { return key(each) == key(row); });
    held.push_back(row);
  }
  std::sort(held.begin(), held.end(), [&](const Row& a, const Row& b) { return key(a) < key(b); });
}

}  // namespace

Result<reg::ImportCount> MemoryRegister::put_contacts(const std::vector<reg::Contact>& rows) {
  for (const auto& row : rows) {
    if (school_.pupil(row.pupil) != nullptr) continue;
    return fail(FaultCode::pupil_unknown, std::to_string(row.pupil.number()));
  }
  const auto merged = merge_contacts(contacts_, rows);
  put_sorted(contacts_, merged.rows,
             [](const reg::Contact& contact) { return std::tuple(contact.pupil, contact.order); });
  // Whom staff may hand over at a door may have changed.
  if (!merged.rows.empty()) ++school_.version;
  return merged.count;
}

Status MemoryRegister::replace_contacts(PupilId pupil, const std::vector<reg::Contact>& contacts) {
  if (school_.pupil(pupil) == nullptr) {
    return fail(FaultCode::pupil_unknown, std::to_string(pupil.number()));
  }
  std::erase_if(contacts_, [&](const reg::Contact& each) { return each.pupil == pupil; });
  put_sorted(contacts_, contacts,
             [](const reg::Contact& contact) { return std::tuple(contact.pupil, contact.order); });
  ++school_.version;
  return {};
}

Result<reg::ImportCount> MemoryRegister::put_staff(const std::vector<reg::StaffMember>& rows) {
  const auto merged = merge_staff(members_, rows);
  put_sorted(members_, merged.rows, [](const reg::StaffMember& member) { return member.id; });
  if (!merged.rows.empty()) ++school_.version;
  return merged.count;
}

Status MemoryRegister::put_acting(const reg::ActingRole& acting, Instant /*at*/) {
  const bool known = std::any_of(members_.begin(), members_.end(),
                                 [&](const auto& member) { return member.id == acting.deputy(); });
  if (!known) return fail(FaultCode::staff_unknown, acting.deputy());
  acting_.push_back(acting);
  ++school_.version;
  return {};
}

Result<std::vector<reg::Contact>> MemoryRegister::contacts() { return contacts_; }

Result<reg::Staff> MemoryRegister::staff() { return reg::Staff{members_, that_count(acting_)}; }

Result<std::vector<reg::Mark>> MemoryRegister::entries_of(PupilId pupil) {
  std::vector<reg::Mark> found;
  std::copy_if(marks_.begin(), marks_.end(), std::back_inserter(found),
               [&](const reg::Mark& mark) { return mark.what.pupil == pupil; });
  return found;
}

Result<std::vector<reg::SeenEvent>> MemoryRegister::events_of(PupilId pupil) {
  reg::PupilEvents own(pupil);
  for (const auto& [history, held] : journals_) {
    for (std::size_t i = 0; i < held.events.size(); ++i) {
      if (!held.entries[i].salt) continue;
      own.see({{to_hex(history), held.entries[i].seq}, held.events[i]});
    }
  }
  return own.take();
}

Status MemoryRegister::put_exports(const std::vector<reg::ExportRecord>& records) {
  for (const auto& record : records) {
    const bool known = std::any_of(marks_.begin(), marks_.end(), [&](const reg::Mark& mark) {
      return mark.entry == record.entry();
    });
    if (!known) return fail(FaultCode::entry_missing, std::to_string(record.entry()));
  }
  exports_.insert(exports_.end(), records.begin(), records.end());
  std::stable_sort(exports_.begin(), exports_.end(),
                   [](const auto& a, const auto& b) { return a.entry() < b.entry(); });
  return {};
}

Result<std::vector<reg::ExportRecord>> MemoryRegister::exports(SchoolDay from, SchoolDay to) {
  std::vector<reg::ExportRecord> found;
  for (const auto& mark : marks_) {
    if (mark.what.session.day < from || to < mark.what.session.day) continue;
    std::copy_if(exports_.begin(), exports_.end(), std::back_inserter(found),
                 [&](const auto& record) { return record.entry() == mark.entry; });
  }
  return found;
}

}  // namespace handbell::store
