#include "day_register.h"

#include "app/base/school_time.h"

#include <algorithm>

namespace handbell::days {

Result<DayRegister> DayRegister::opened(const DaySchool& school, store::Register& store) {
  if (Status filled = put(school, store); !filled) return fail(filled.error());
  DayRegister day(school, store);
  day.time_ = *TimeOfDay::parse("06:00");
  for (const auto& name : school.doors) {
    const auto next = static_cast<std::uint32_t>(day.doors_.size() + 1);
    DayDoor door(name, next, day.now());
    const auto number = store.enrol(name, door.key());
    if (!number) return fail(number.error());
    day.doors_.push_back(std::move(door));
  }
  if (Status ready = day.exchange(); !ready) return fail(ready.error());
  return day;
}

Reading<DayDoor*> DayRegister::door(const std::string& name) {
  if (name.empty()) return &doors_.front();
  for (DayDoor& door : doors_) {
    if (door.name() == name) return &door;
  }
  return unread("there is no door \"" + name + "\"");
}

Instant DayRegister::now() const { return at(time_); }

Instant DayRegister::at(TimeOfDay time) const { return from_local(school_->day, time); }

SessionId DayRegister::session(bool this_morning) const {
  return {school_->day, this_morning ? Half::am : reg::half_of(time_)};
}

Status DayRegister::exchange() {
  for (DayDoor& door : doors_) {
    if (Status book = door.fetch_book(*store_, school_->day, now()); !book) return book;
    if (Status sent = door.send(*store_, now()); !sent) return sent;
  }
  return {};
}

Result<std::vector<reg::RegisterLine>> DayRegister::lines(SessionId session) {
  return reg::lines_of(*store_, session);
}

std::optional<reg::Mark> DayRegister::mark(PupilId pupil, SessionId session) {
  const auto chain = store_->history(pupil, session);
  if (!chain || chain->empty()) return std::nullopt;
  return chain->back();
}

Result<reg::Presence> DayRegister::presence() {
  auto seen = events();
  if (!seen) return fail(seen.error());
  auto told = store_->told(school_->day);
  if (!told) return fail(told.error());
  return reg::Presence({std::move(*seen), std::move(*told)}, school_->day,
                       *TimeOfDay::parse("18:00"));
}

Status DayRegister::tell(const reg::PresenceEvent& event) {
  const auto ref = store_->tell(event, now());
  if (!ref) return fail(ref.error());
  return {};
}

Result<std::set<std::string>> DayRegister::registers_sent() {
  const auto told = store_->told(school_->day);
  if (!told) return fail(told.error());
  return reg::registers_sent(*told, at(TimeOfDay{}), now());
}

Result<std::uint64_t> DayRegister::written() {
  const auto counted = store_->verify();
  if (!counted) return fail(counted.error());
  std::uint64_t all = counted->entries;
  for (const DayDoor& door : doors_) all += door.entries().size();
  return all;
}

reg::Author author(const std::string& who) {
  if (who == "office") return *reg::Author::parse("Mrs Brook, Office manager");
  if (who == "head") return *reg::Author::parse("Mr Hale, Headteacher");
  return *reg::Author::from("Teacher of " + who.substr(who.rfind(' ') + 1), "Class teacher");
}

std::string in_words(reg::Code code, std::optional<int> minutes) {
  const std::string text(code.text());
  if (!minutes) return text;
  return text + " " + std::to_string(*minutes) + (*minutes == 1 ? " minute" : " minutes");
}

Answer refused(const Fault& fault) {
  const bool disk = fault.code == FaultCode::disk_failed || fault.code == FaultCode::disk_full;
  if (disk) return unread(sentence(fault));
  return "refused: " + sentence(fault);
}

}  // namespace handbell::days
