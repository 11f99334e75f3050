#include "app/office/take/change_child.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

std::string name_of(const TakeForm& form, PupilId pupil) {
  return child_name(*form.facts.school->pupil(pupil));
}

Status tell_here(const Visit& visit, store::Register& held, const reg::ClassChild& child) {
  const bool known =
      child.where.place == reg::Place::on_site && !child.where.missing_since.has_value();
  if (known) return {};
  const auto told = held.tell(
      reg::SingleEntry{child.pupil, reg::Direction::in, visit.now, {}, {}, "", visit.who.author},
      visit.now);
  return told ? Status() : Status(fail(told.error()));
}

/// The same register without this child among those whom it saw.
Status tell_not_here(const Visit& visit, store::Register& held, const reg::SentRegister& sent,
                     PupilId pupil) {
  reg::ClassDraft draft = sent.what;
  if (std::erase(draft.seen, pupil) == 0) return {};
  draft.not_seen.push_back(pupil);
  draft.headcount = static_cast<int>(draft.seen.size());
  draft.by = visit.who.author;
  auto corrected = reg::ClassSeen::from(std::move(draft));
  if (!corrected) return fail(corrected.error());
  const auto back = held.tell(
      reg::TakenBack{sent.ref, visit.now, visit.typed("reason"), visit.who.author}, visit.now);
  if (!back) return fail(back.error());
  const auto told = held.tell(std::move(*corrected), visit.now);
  return told ? Status() : Status(fail(told.error()));
}

class Changer {
 public:
  Changer(const Visit& visit, store::Register& held, const TakeForm& form,
          const reg::ClassChild& child)
      : visit_(visit),
        held_(held),
        form_(form),
        child_(child),
        field_("said-" + std::to_string(child.pupil.number())) {}

  Result<ChangeOutcome> change() {
    const auto said = reg::parse_in_class(visit_.typed("said"));
    check_typed(said);
    if (!out_.errors.empty()) return out_;
    if (reg::standing(form_.facts.taken, child_) == *said) {
      out_.done = fmt::format("{} was {} already: nothing was changed.",
                              name_of(form_, child_.pupil), stands_words(*said));
      return out_;
    }
    return write(*said);
  }

 private:
  void check_typed(const std::optional<reg::InClass>& said) {
    if (!form_.of_today) {
      out_.errors.add(field_, "This page was of another day, and nothing was changed.");
    }
    if (!said) out_.errors.add(field_, "Choose present, late or not here.");
    (void)checked_text(visit_.typed("reason"), "reason", {"Say why it is changed."}, out_.errors);
    const auto entry = std::to_string(child_.mark ? child_.mark->entry : 0);
    if (visit_.typed("upto") == entry || !child_.mark) return;
    out_.errors.add(field_, fmt::format("{} has entered a mark at {}. Look again, then change it.",
                                        child_.mark->what.by.text(), local_hh_mm(child_.mark->at)));
  }

  Result<ChangeOutcome> write(reg::InClass said) {
    const auto draft = draft_of(said);
    if (!draft) return fail(draft.error());
    if (!out_.errors.empty()) return out_;
    if (*draft) {
      const auto entered = held_.enter({**draft}, visit_.now);
      if (!entered) return fail(entered.error());
    }
    const Status told = said == reg::InClass::not_here
                            ? tell_not_here(visit_, held_, *form_.facts.taken.sent, child_.pupil)
                            : tell_here(visit_, held_, child_);
    if (!told) return fail(told.error());
    out_.done = words(said, draft->has_value());
    return out_;
  }

  Result<std::optional<reg::MarkDraft>> draft_of(reg::InClass said) {
    const auto staff = held_.shared_staff();
    if (!staff) return fail(staff.error());
    const auto how = sending_of(visit_, form_.facts, visit_.typed("reason"));
    auto draft = reg::mark_of(form_.facts.taken, child_, said, how);
    if (!draft) return draft;
    draft->by = reg::signature(visit_.who.author, draft->code, **staff, visit_.today);
    const Status may = reg::may_enter(*draft, *form_.facts.school, visit_.who.roles,
                                      {visit_.today, half_at(visit_.now)});
    if (!may) out_.errors.add(field_, sentence(may.error()));
    return draft;
  }

  [[nodiscard]] std::string words(reg::InClass said, bool marked) const {
    const std::string name = name_of(form_, child_.pupil);
    if (marked) return fmt::format("{} is {} now.", name, stands_words(said));
    return fmt::format("Kept that {} is {}. The mark stays as it is: the office looks at it.", name,
                       said == reg::InClass::not_here ? "not in class" : "in class");
  }

  const Visit& visit_;
  store::Register& held_;
  const TakeForm& form_;
  const reg::ClassChild& child_;
  std::string field_;
  ChangeOutcome out_;
};

}  // namespace

Result<ChangeOutcome> change_child(const Visit& visit, store::Register& held, const TakeForm& form,
                                   const reg::ClassChild& child) {
  return Changer(visit, held, form, child).change();
}

Result<std::string> see_child(const Visit& visit, store::Register& held, const TakeForm& form,
                              const reg::ClassChild& child) {
  const std::string name = name_of(form, child.pupil);
  if (!reg::is_unseen(child)) return name + " was seen already.";
  const Status told = tell_here(visit, held, child);
  if (!told) return fail(told.error());
  return fmt::format("{} was seen at {}.", name, local_hh_mm(visit.now));
}

}  // namespace handbell::office
