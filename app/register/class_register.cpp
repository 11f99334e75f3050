#include "app/register/class_register.h"

#include "app/register/mark_rule.h"

#include <algorithm>
#include <array>
#include <set>

namespace handbell::reg {

namespace {

constexpr std::array<std::string_view, 3> kAnswers{"present", "late", "not-here"};

/// As other pages name a teacher's entry.
constexpr std::string_view kTeacher = "Class teacher";

bool is_in_class(InClass said) { return said != InClass::not_here; }

bool is_of_class(const Mark& mark) {
  return mark.what.source == kClassRegister || mark.what.source == kTeacher;
}

bool is_u(Code code) { return code == code_of("U"); }

/// A code for a child who is not in class, whoever wrote it.
bool means_absent(Code code) { return !code.is_attending() && !is_u(code); }

bool has(const std::vector<PupilId>& children, PupilId pupil) {
  return std::ranges::find(children, pupil) != children.end();
}

std::optional<Code> door_code(const ClassChild& child) {
  return child.arrival ? child.arrival->judgement.proposal : std::nullopt;
}

Code late_code_of(const ClassRegister& taken, const ClassChild& child, const Sending& how) {
  if (const auto seen = door_code(child)) return *seen;
  return code_of(how.closed && taken.sent ? "U" : "L");
}

std::optional<Code> absent_code(const ClassChild& child) {
  if (child.mark) {
    return means_absent(child.mark->what.code) ? std::nullopt : std::optional(code_of("N"));
  }
  if (child.planned) return std::nullopt;
  return code_of("N");
}

std::optional<Code> code_of_answer(const ClassRegister& taken, const ClassChild& child,
                                   InClass said, const Sending& how) {
  if (stays(child)) return std::nullopt;
  if (said == InClass::not_here) return absent_code(child);
  if (said_by(child.mark) == said) return std::nullopt;
  if (said == InClass::present) return code_of(taken.session.half == Half::am ? "/" : "\\");
  const Code late = late_code_of(taken, child, how);
  // What the door proposes and the class may not set waits for the office.
  const bool theirs = may_set(late, how.roles).has_value();
  return theirs || !door_code(child) ? std::optional(late) : std::nullopt;
}

std::optional<Doubt> doubt_about(const ClassChild& child, const std::optional<InClass>& said) {
  if (!said && child.expected) return is_unseen(child) ? Doubt::unseen : Doubt::not_said;
  if (!said) return std::nullopt;
  if (is_unseen(child)) return Doubt::unseen;
  if (is_in_class(*said) && is_away_known(child)) return Doubt::away_but_here;
  if (is_in_class(*said) && is_gone(child)) return Doubt::gone_but_here;
  const bool came = child.arrival || is_in(child.where.place);
  if (!is_in_class(*said) && came) return Doubt::door_saw;
  return std::nullopt;
}

std::optional<InClass> answer(const Answers& said, PupilId pupil) {
  const auto found = said.find(pupil);
  return found == said.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<InClass> parse_in_class(std::string_view text) {
  const auto* const found = std::ranges::find(kAnswers, text);
  if (found == kAnswers.end()) return std::nullopt;
  return static_cast<InClass>(found - kAnswers.begin());
}

std::string_view text_of(InClass said) { return kAnswers.at(static_cast<std::size_t>(said)); }

const ClassChild* ClassRegister::child(PupilId pupil) const {
  const auto found = std::ranges::find(children, pupil, &ClassChild::pupil);
  return found == children.end() ? nullptr : &*found;
}

std::optional<SentRegister> register_sent(const std::vector<PresenceFact>& told,
                                          const std::string& class_name, Instant from,
                                          Instant until) {
  std::set<EventRef> taken_back;
  for (const auto& fact : told) {
    const auto* back = std::get_if<TakenBack>(&fact.event);
    if (back != nullptr) taken_back.insert(back->what);
  }
  std::optional<SentRegister> newest;
  for (const auto& fact : told) {
    const auto* seen = std::get_if<ClassSeen>(&fact.event);
    if (seen == nullptr || seen->what().class_name != class_name) continue;
    const Instant at = seen->what().at;
    const bool counts = from <= at && at <= until && !taken_back.contains(fact.ref);
    if (counts) newest = SentRegister{fact.ref, seen->what()};
  }
  return newest;
}

bool stays(const ClassChild& child) {
  return child.mark && !child.mark->what.code.gives_way() && !is_of_class(*child.mark);
}

bool is_away_known(const ClassChild& child) {
  if (child.mark) {
    const Code code = child.mark->what.code;
    return means_absent(code) && !code.gives_way();
  }
  return child.planned && means_absent(child.planned->code);
}

bool is_unseen(const ClassChild& child) { return child.where.place == Place::at_door; }

bool is_gone(const ClassChild& child) {
  return !is_in(child.where.place) && child.where.since.has_value() && !child.where.closed;
}

std::optional<InClass> said_by(const std::optional<Mark>& mark) {
  if (!mark) return std::nullopt;
  const Code code = mark->what.code;
  if (code == code_of("L") || is_u(code)) return InClass::late;
  return code.is_attending() ? InClass::present : InClass::not_here;
}

std::optional<InClass> preset(const ClassChild& child) {
  if (is_unseen(child)) return std::nullopt;
  const bool here = child.where.place == Place::on_site;
  if (child.mark && !(here && child.mark->what.code.gives_way())) return said_by(child.mark);
  if (here && door_code(child)) return InClass::late;
  if (here && child.expected) return InClass::present;
  if (!child.expected) return std::nullopt;
  if (is_away_known(child) || is_gone(child)) return InClass::not_here;
  return InClass::present;
}

std::optional<InClass> standing(const ClassRegister& taken, const ClassChild& child) {
  if (!taken.sent) return std::nullopt;
  const auto marked = said_by(child.mark);
  if (has(taken.sent->what.seen, child.pupil)) {
    if (marked == InClass::not_here && !stays(child)) return marked;
    return marked == InClass::late ? InClass::late : InClass::present;
  }
  if (marked) return marked;
  if (has(taken.sent->what.not_seen, child.pupil)) return InClass::not_here;
  return std::nullopt;
}

std::vector<std::pair<PupilId, Doubt>> doubts(const ClassRegister& taken, const Answers& said) {
  std::vector<std::pair<PupilId, Doubt>> found;
  for (const auto& child : taken.children) {
    const auto doubt = doubt_about(child, answer(said, child.pupil));
    if (doubt) found.emplace_back(child.pupil, *doubt);
  }
  return found;
}

std::optional<MarkDraft> mark_of(const ClassRegister& taken, const ClassChild& child, InClass said,
                                 const Sending& how) {
  const auto code = code_of_answer(taken, child, said, how);
  if (!code) return std::nullopt;
  MarkDraft draft{child.pupil,
                  taken.session,
                  *code,
                  std::nullopt,
                  std::nullopt,
                  how.reason.empty() ? std::string(kClassRegister) : how.reason,
                  std::string(kClassRegister),
                  how.by};
  if (said != InClass::late || !child.arrival || door_code(child) != code) return draft;
  draft.minutes_late = child.arrival->judgement.minutes_late;
  draft.arrived = child.arrival->first_contact;
  return draft;
}

ClassDraft sighting(const ClassRegister& taken, const Answers& said, int headcount,
                    const Sending& how) {
  ClassDraft draft{taken.class_name, how.at, {}, {}, headcount, how.by};
  for (const auto& [pupil, answered] : said) {
    (is_in_class(answered) ? draft.seen : draft.not_seen).push_back(pupil);
  }
  return draft;
}

}  // namespace handbell::reg
