#include "app/office/take/take_form.h"

#include "app/base/school_time.h"
#include "app/base/text.h"

#include <algorithm>

namespace handbell::office {
namespace {

std::string id_of(const reg::ClassChild& child) { return std::to_string(child.pupil.number()); }

}  // namespace

std::optional<AskedClass> asked_by(const Visit& visit, const reg::School& school,
                                   const net::Fields& fields) {
  const std::string typed = net::field(fields, "session");
  const auto half = typed.empty() ? Result<Half>(half_at(visit.now)) : parse_half(typed);
  const auto classes = classes_of(visit, school);
  const std::string name = net::field(fields, "class");
  if (!half || std::ranges::find(classes, name) == classes.end()) return std::nullopt;
  return AskedClass{name, *half, !net::field(fields, "again").empty()};
}

Result<std::optional<TakeForm>> read_form(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto asked = asked_by(visit, **school, visit.form);
  if (!asked) return std::optional<TakeForm>();
  auto facts = read_class(visit, held, *asked);
  if (!facts) return fail(facts.error());
  const bool of_today = visit.typed("day") == visit.today.text();
  return std::optional(TakeForm{*asked, std::move(*facts), of_today});
}

TypedRegister typed_register(const Visit& visit, const TakeFacts& facts, FormErrors& errors) {
  TypedRegister typed;
  typed.headcount = visit.typed("headcount");
  typed.reason = visit.typed("reason");
  for (const auto& child : facts.taken.children) {
    const std::string text = visit.typed("child-" + id_of(child));
    if (text.empty()) continue;
    const auto said = reg::parse_in_class(text);
    if (said) {
      typed.said.emplace(child.pupil, *said);
    } else {
      errors.add("said-" + id_of(child), "Choose one of the three buttons.");
    }
  }
  return typed;
}

reg::Sending sending_of(const Visit& visit, const TakeFacts& facts, const std::string& reason) {
  reg::Sending how{visit.who.author, visit.who.roles, visit.now, false, reason};
  if (!facts.window) return how;
  const SessionId session = facts.taken.session;
  how.closed = from_local(session.day, facts.window->closes) <= visit.now;
  // A morning's register that the network held up till the afternoon was taken in the morning.
  if (half_at(visit.now) != session.half) {
    how.at = from_local(session.day, facts.window->taken_by);
  }
  return how;
}

const reg::ClassChild* child_named(const Visit& visit, const TakeFacts& facts,
                                   std::string_view field) {
  const auto number = whole_number(visit.typed(field));
  return number ? facts.taken.child(PupilId(*number)) : nullptr;
}

}  // namespace handbell::office
