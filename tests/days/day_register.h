// The office's side of a day: the register, what people told about where children are, and the
// doors that send to it.
//
// All that a line of the day can read or change stands here; the lines themselves stand in
// door_lines, office_lines, group_lines, presence_lines, tasks_lines and answer_lines.
#pragma once

#include "app/register/presence_lists.h"
#include "app/register/roll_call.h"

#include "day_door.h"
#include "day_school.h"
#include "sentences.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace handbell::days {

class DayRegister {
 public:
  /// Faults: those of the store.
  [[nodiscard]] static Result<DayRegister> opened(const DaySchool& school, store::Register& store);

  [[nodiscard]] const DaySchool& school() const { return *school_; }
  [[nodiscard]] const Roll& roll() const { return school_->roll; }
  [[nodiscard]] store::Register& store() { return *store_; }
  [[nodiscard]] std::vector<DayDoor>& doors() { return doors_; }
  /// Empty: the first.
  [[nodiscard]] Reading<DayDoor*> door(const std::string& name);

  void set_time(TimeOfDay time) { time_ = time; }
  [[nodiscard]] Instant now() const;
  [[nodiscard]] Instant at(TimeOfDay time) const;
  /// The session that is on, or the morning where a line asks for it.
  [[nodiscard]] SessionId session(bool this_morning = false) const;
  /// Doors get the newest book, and send what they have.
  [[nodiscard]] Status exchange();

  [[nodiscard]] Result<std::vector<reg::RegisterLine>> lines(SessionId session);
  [[nodiscard]] std::optional<reg::Mark> mark(PupilId pupil, SessionId session);
  [[nodiscard]] Result<std::vector<reg::SeenEvent>> events() {
    return store_->events(school_->day);
  }
  /// Where everybody is, the day's close at 18:00 (D29).
  [[nodiscard]] Result<reg::Presence> presence();
  [[nodiscard]] Status tell(const reg::PresenceEvent& event);
  /// The classes that sent their register this day.
  [[nodiscard]] Result<std::set<std::string>> registers_sent();

  /// Entries and events that exist anywhere.
  [[nodiscard]] Result<std::uint64_t> written();

 private:
  DayRegister(const DaySchool& school, store::Register& store) : school_(&school), store_(&store) {}

  const DaySchool* school_;
  store::Register* store_;
  std::vector<DayDoor> doors_;
  TimeOfDay time_;
};

using Sentence = SentenceFor<DayRegister>;
using Asked = Sentence::Asked;

[[nodiscard]] const std::vector<Sentence>& door_sentences();
[[nodiscard]] const std::vector<Sentence>& office_sentences();
[[nodiscard]] const std::vector<Sentence>& group_sentences();
[[nodiscard]] const std::vector<Sentence>& presence_sentences();
[[nodiscard]] const std::vector<Sentence>& task_sentences();
[[nodiscard]] const std::vector<Sentence>& answer_sentences();

/// "office" is Mrs Brook, "head" Mr Hale, "teacher of Owls" the class's teacher.
[[nodiscard]] reg::Author author(const std::string& who);
/// "L 6 minutes", "U 1 minute", "M".
[[nodiscard]] std::string in_words(reg::Code code, std::optional<int> minutes);
/// "refused: " and the fault's sentence; or, of the store itself, what went wrong.
[[nodiscard]] Answer refused(const Fault& fault);

}  // namespace handbell::days
