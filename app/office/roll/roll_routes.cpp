#include "app/office/roll/roll_routes.h"

#include "app/office/roll/page_roll.h"
#include "app/office/roll/page_roll_paper.h"
#include "app/office/roll/roll_form.h"
#include "app/office/roll/roll_past.h"

namespace handbell::office {
namespace {

using reg::Role;

constexpr const char* kRollCall = "/roll-call";

Result<Answer> show_roll(const Visit& visit, store::Register& held, const RollFacts& facts,
                         const RollOutcome* back) {
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  PageFrame around = *frame;
  if (back == nullptr) return page_answer(roll_page(roll_view(visit, facts), around));
  Visit again = visit;
  again.frame.errors = back->errors;
  around.errors = back->errors;
  return page_answer(roll_page(roll_view(again, facts, &back->typed), around), 422);
}

Result<Answer> read_roll_page(const Visit& visit, store::Register& held) {
  const auto facts = read_roll(visit, held);
  if (!facts) return fail(facts.error());
  return show_roll(visit, held, *facts, nullptr);
}

Result<Answer> read_sheet(const Visit& visit, store::Register& held) {
  const auto facts = read_roll(visit, held);
  if (!facts) return fail(facts.error());
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  return read_answer(roll_sheet_page(roll_view(visit, *facts), *frame),
                     {reg::ReadKind::printed_list, {}, "roll call"});
}

Result<Answer> read_past(const Visit& visit, store::Register& held) {
  const auto past = past_rolls(visit, held);
  if (!past) return fail(past.error());
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  return page_answer(past_rolls_page(*past, *frame));
}

/// What was done, or the page again with what is wrong.
Result<Answer> after_roll(const Visit& visit, store::Register& held, const RollFacts& facts,
                          const Result<RollOutcome>& outcome) {
  if (!outcome) return fail(outcome.error());
  if (outcome->errors.empty()) return go_to(kRollCall, outcome->done);
  return show_roll(visit, held, facts, &*outcome);
}

Result<Answer> begin(const Visit& visit, store::Register& held) {
  const auto facts = read_roll(visit, held);
  if (!facts) return fail(facts.error());
  const std::string kind = visit.typed("kind");
  RollOutcome wrong;
  if (kind != "drill" && kind != "real") {
    wrong.errors.add("roll-begins", "Choose a drill or a real roll call.");
  } else if (kind == "real" && visit.typed("sure") != "1") {
    wrong.errors.add("begin-real", "A real roll call empties the doors: open it and say so.");
  }
  if (!wrong.errors.empty()) return show_roll(visit, held, *facts, &wrong);
  const auto what = kind == "real" ? reg::RollKind::real : reg::RollKind::drill;
  return after_roll(visit, held, *facts, begin_roll(visit, held, *facts, what, visit.now));
}

using RollWork = Result<RollOutcome> (*)(const Visit&, store::Register&, const RollFacts&);

Handler with_roll(RollWork work) {
  return [work](const Visit& visit, store::Register& held) -> Result<Answer> {
    const auto facts = read_roll(visit, held);
    if (!facts) return fail(facts.error());
    return after_roll(visit, held, *facts, work(visit, held, *facts));
  };
}

}  // namespace

Routes roll_routes() {
  const std::vector<Role> callers{Role::teacher, Role::office, Role::champion, Role::head,
                                  Role::dsl};
  return {{"GET", kRollCall, callers, Runs::reading, read_roll_page},
          {"GET", "/roll-call/sheet", callers, Runs::reading, read_sheet},
          {"GET", "/roll-call/past", callers, Runs::reading, read_past},
          {"POST", "/roll-call/begin", callers, Runs::writing, begin},
          {"POST", "/roll-call/end", callers, Runs::writing, with_roll(end_roll)},
          {"POST", "/roll-call/class", callers, Runs::writing, with_roll(tick_class)},
          {"POST", "/roll-call/ticks", callers, Runs::writing, with_roll(take_ticks)}};
}

}  // namespace handbell::office
