#include "app/office/absence/undo_forms.h"

#include "app/base/hex.h"
#include "app/base/text.h"
#include "app/office/absence/absence_words.h"
#include "app/office/page/child_name.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

constexpr const char* kGone = "That was taken back already.";

Result<reg::TakenBack> taking_back(const Visit& visit, store::Register& held, std::uint64_t entry) {
  const auto own = held.witness();
  if (!own) return fail(own.error());
  return reg::TakenBack{
      {to_hex(own->history), entry}, visit.now, "no longer so, or an error", visit.who.author};
}

/// Those of one child that were noted in one step, from today on.
Result<std::vector<reg::NoticeGiven>> noted_together(const Visit& visit, store::Register& held,
                                                     PupilId pupil, const std::string& step) {
  std::vector<reg::NoticeGiven> found;
  for (int i = 0; i < reg::kLongestLeave; ++i) {
    auto notices = held.notices(visit.today.plus(i));
    if (!notices) return fail(notices.error());
    for (auto& given : standing(std::move(*notices))) {
      const std::string of = fmt::format("{}-{}", given.typed.ms, given.what.code.text());
      if (given.what.pupil == pupil && of == step) found.push_back(std::move(given));
    }
  }
  return found;
}

}  // namespace

Result<std::string> undo_absence(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto number = whole_number(visit.typed("pupil"));
  const auto* pupil = number ? (*school)->pupil(PupilId(*number)) : nullptr;
  if (pupil == nullptr) return std::string(kGone);
  const auto noted = noted_together(visit, held, pupil->id, visit.typed("typed"));
  if (!noted) return fail(noted.error());
  if (noted->empty()) return std::string(kGone);
  for (const auto& given : *noted) {
    const auto back = taking_back(visit, held, given.entry);
    if (!back) return fail(back.error());
    if (const auto told = held.tell(*back, visit.now); !told) return fail(told.error());
  }
  return fmt::format("Taken back for {}: {}.", child_name(*pupil),
                     span_words(noted->front().what.session, noted->back().what.session));
}

Result<std::string> withdraw_request(const Visit& visit, store::Register& held,
                                     const reg::LeaveCase& one) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const bool appointment = one.request.what.kind == reg::LeaveKind::appointment;
  if (one.decision && !appointment) return std::string("It is decided: take the decision back.");
  if (one.decision) {
    const auto back = taking_back(visit, held, one.decision->entry);
    if (!back) return fail(back.error());
    if (Status done = reg::take_back(held, *one.decision, *back); !done) return fail(done.error());
  }
  const auto back = taking_back(visit, held, one.request.entry);
  if (!back) return fail(back.error());
  if (const auto told = held.tell(*back, visit.now); !told) return fail(told.error());
  return fmt::format("Taken back: {} of {}.", appointment ? "the appointment" : "the request",
                     names_of(**school, one.request.what.pupils));
}

Result<std::string> undo_decision(const Visit& visit, store::Register& held,
                                  const reg::LeaveCase& one) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  if (!one.decision || std::to_string(one.decision->entry) != visit.typed("decision")) {
    return std::string(kGone);
  }
  const auto back = taking_back(visit, held, one.decision->entry);
  if (!back) return fail(back.error());
  if (Status done = reg::take_back(held, *one.decision, *back); !done) return fail(done.error());
  return fmt::format("Taken back: the request for {} waits again.",
                     names_of(**school, one.request.what.pupils));
}

}  // namespace handbell::office
