#include "app/office/calls/absence_entry.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/calls/ring_child.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/register/leave_cases.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

constexpr int kMostDaysAhead = 27;
constexpr std::size_t kMostSaid = 500;  // beside it stands who said it
constexpr const char* kOfRefused = "refused-";

/// What was typed, once it is known to be something.
struct Reason {
  reg::Code code;
  std::string words;
  Instant told;
  SchoolDay until;
};

class AbsenceEntry {
 public:
  AbsenceEntry(const Visit& visit, store::Register& held, const CallsRead& read,
               const reg::PupilRecord& pupil)
      : visit_(visit),
        held_(held),
        read_(read),
        pupil_(pupil),
        prefix_(visit.typed("still") == "1"     ? "still-"
                : visit.typed("refused") == "1" ? kOfRefused
                                                : ""),
        key_(std::to_string(pupil.id.number())),
        typed_(absence_typed(visit, prefix_, key_)) {}

  Result<CallOutcome> enter() {
    if (has_come(pupil_)) return outcome_;
    check_siblings();
    const auto reason = reason_typed();
    if (!reason) return outcome_;
    for (const auto* child : children()) {
      if (has_come(*child)) return outcome_;
      if (Status made = make_notices(*child, *reason); !made) return fail(made.error());
    }
    if (outcome_.errors.empty() && notices_.empty()) {
      wrong("until", "There is nothing to enter: other marks stand in each session of these days.");
    }
    if (!outcome_.errors.empty()) return outcome_;
    return write(*reason);
  }

 private:
  [[nodiscard]] std::string field(const std::string& name) const {
    return prefix_ + name + "-" + key_;
  }
  void wrong(const std::string& name, const std::string& sentence) {
    outcome_.errors.add(field(name), sentence);
  }

  bool has_come(const reg::PupilRecord& child) {
    const auto* facts = read_.facts(child.id);
    if (facts == nullptr || !(facts->at_the_door || facts->seen)) return false;
    outcome_.errors.add(
        "children", child_name(child) + " has come meanwhile: nothing was entered. Look again.");
    return true;
  }

  void check_siblings() {
    const auto siblings = siblings_to_ring(read_, pupil_);
    const bool known = std::ranges::all_of(typed_.also, [&](const std::string& number) {
      return std::ranges::any_of(
          siblings, [&](const auto* each) { return std::to_string(each->id.number()) == number; });
    });
    if (!known) wrong("also", "Who was ticked is not on the list any more: look again.");
  }

  std::optional<Reason> reason_typed() {
    const auto code = code_typed();
    const auto words = words_typed();
    const auto told = told_typed();
    const auto until = until_typed();
    if (!code || !told || !until || !outcome_.errors.empty()) return std::nullopt;
    return Reason{*code, words, *told, *until};
  }

  std::optional<reg::Code> code_typed() {
    const bool other = typed_.code == "other" || (typed_.code.empty() && !typed_.other.empty());
    const std::string& text = other ? typed_.other : typed_.code;
    const auto code = reg::Code::parse(text);
    const bool fits = code && !code->is_attending() && code->text() != "N" && code->text() != "U";
    if (fits) return *code;
    wrong(other ? "other" : "code",
          text.empty() ? "Choose the reason." : "Choose a reason of an absence from the list.");
    return std::nullopt;
  }

  std::string words_typed() {
    const std::string said =
        checked_text(typed_.said, field("said"), {"", kMostSaid}, outcome_.errors);
    std::string who;
    for (const auto& contact : read_.contacts_of(pupil_.id)) {
      if (std::to_string(contact.order) == typed_.who) who = contact_words(contact);
    }
    if (who.empty() && typed_.who != "0") wrong("who", "Choose who told us.");
    if (who.empty() && said.empty()) wrong("said", "Write who told us, and what was said.");
    return who.empty() || said.empty() ? who + said : who + ": " + said;
  }

  std::optional<Instant> told_typed() {
    const auto day =
        typed_.told_on.empty() ? Result<SchoolDay>(visit_.today) : SchoolDay::parse(typed_.told_on);
    if (!day) {
      wrong("told-on", sentence(day.error()));
      return std::nullopt;
    }
    if (typed_.told_at.empty() && *day == visit_.today) return visit_.now;
    const auto time = TimeOfDay::parse(typed_.told_at);
    if (!time) {
      wrong("told-at", "Type the time when we were told, as 07:30.");
      return std::nullopt;
    }
    const Instant told = from_local(*day, *time);
    if (told <= visit_.now) return told;
    wrong("told-at", "That time is still to come: type when we were told.");
    return std::nullopt;
  }

  std::optional<SchoolDay> until_typed() {
    if (typed_.until == "today") return visit_.today;
    const auto next = school_day_after(read_.school(), visit_.today);
    if (typed_.until == "next" && next) return *next;
    if (typed_.until != "date") {
      wrong("until", "Choose until when.");
      return std::nullopt;
    }
    const auto day = SchoolDay::parse(typed_.until_day);
    if (!day) {
      wrong("until-day", typed_.until_day.empty() ? "Type the last day." : sentence(day.error()));
      return std::nullopt;
    }
    if (visit_.today <= *day && *day <= visit_.today.plus(kMostDaysAhead)) return *day;
    wrong("until-day", "The last day is today or later, and within four weeks.");
    return std::nullopt;
  }

  [[nodiscard]] std::vector<const reg::PupilRecord*> children() const {
    std::vector<const reg::PupilRecord*> all{&pupil_};
    for (const auto* sibling : siblings_to_ring(read_, pupil_)) {
      const auto number = std::to_string(sibling->id.number());
      if (std::ranges::find(typed_.also, number) != typed_.also.end()) all.push_back(sibling);
    }
    return all;
  }

  Status make_notices(const reg::PupilRecord& child, const Reason& reason) {
    const auto staff = held_.shared_staff();
    if (!staff) return fail(staff.error());
    const auto by = reg::signature(visit_.who.author, reason.code, **staff, visit_.today);
    for (SchoolDay day = visit_.today; day <= reason.until; day = day.plus(1)) {
      for (const Half half : {Half::am, Half::pm}) {
        const reg::Notice notice{child.id, {day, half}, reason.code, reason.told, reason.words, by};
        if (!reports::is_expected(read_.school(), child, notice.session)) continue;
        if (!is_asked(notice)) continue;
        if (Status added = add(notice, child); !added) return added;
      }
    }
    return {};
  }

  /// G goes to sessions alone whose leave was refused: the other half may have been granted.
  [[nodiscard]] bool is_asked(const reg::Notice& notice) const {
    return prefix_ != kOfRefused ||
           reg::refusal_of(read_.leave, notice.pupil, notice.session) != nullptr;
  }

  Status add(const reg::Notice& notice, const reg::PupilRecord& child) {
    const Status may = reg::may_note(notice, read_.school(), visit_.who.roles, visit_.now);
    if (!may) {
      if (outcome_.errors.empty()) wrong("code", sentence(may.error()));
      return {};
    }
    if (notice.session.day != visit_.today) {
      notices_.push_back(notice);
      return {};
    }
    const auto history = held_.history(child.id, notice.session);
    if (!history) return fail(history.error());
    const bool stands = !history->empty() && !history->back().what.code.gives_way();
    if (stands) return {};
    notices_.push_back(notice);
    const auto sent = was_sent(child, notice.session.half);
    if (!sent) return fail(sent.error());
    if (!history->empty() || *sent) {
      drafts_.push_back(
          {child.id, notice.session, notice.code, {}, {}, notice.words, "Office", notice.by});
    }
    return {};
  }

  /// The class has sent the register of this half, or answered by telephone.
  Result<bool> was_sent(const reg::PupilRecord& child, Half half) {
    if (half == Half::am) return read_.question.classes_sent.contains(child.class_name);
    const auto told = held_.told(visit_.today);
    if (!told) return fail(told.error());
    const Instant noon = from_local(visit_.today, TimeOfDay::from_ms(hours(12).count));
    return reg::registers_sent(*told, noon, visit_.now).contains(child.class_name);
  }

  Result<CallOutcome> write(const Reason& reason) {
    for (const auto& notice : notices_) {
      const auto entry = held_.note(notice, visit_.now);
      if (!entry) return fail(entry.error());
    }
    if (!drafts_.empty()) {
      const auto entered = held_.enter(drafts_, visit_.now);
      if (!entered) return fail(entered.error());
    }
    std::string names;
    for (const auto* child : children()) {
      names += (names.empty() ? "" : " and ") + child_name(*child);
    }
    const std::string until =
        reason.until == visit_.today ? "today" : "until " + reason.until.words();
    outcome_.done = fmt::format("Entered for {}: {}, {}.", names, reason.code.name(), until);
    return outcome_;
  }

  const Visit& visit_;
  store::Register& held_;
  const CallsRead& read_;
  const reg::PupilRecord& pupil_;
  std::string prefix_;
  std::string key_;
  AbsenceForm typed_;
  CallOutcome outcome_;
  std::vector<reg::Notice> notices_;
  std::vector<reg::MarkDraft> drafts_;
};

}  // namespace

AbsenceForm absence_typed(const Visit& visit, const std::string& prefix, const std::string& key) {
  const auto typed = [&](const char* name) { return visit.typed(prefix + name + "-" + key); };
  AbsenceForm form;
  form.open = true;
  form.code = typed("code");
  form.other = typed("other");
  form.who = typed("who");
  form.said = typed("said");
  form.told_on = typed("told-on");
  form.told_at = typed("told-at");
  form.until = typed("until");
  form.until_day = typed("until-day");
  form.also = all_typed(visit, prefix + "also-" + key);
  return form;
}

Result<CallOutcome> enter_absence(const Visit& visit, store::Register& held, const CallsRead& read,
                                  const reg::PupilRecord& pupil) {
  return AbsenceEntry(visit, held, read, pupil).enter();
}

}  // namespace handbell::office
