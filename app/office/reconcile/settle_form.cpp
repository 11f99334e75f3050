#include "app/office/reconcile/settle_form.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/typed_text.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

/// What a person chose, before it is an entry.
struct Chosen {
  reg::Code code;
  std::string reason;
};

Result<SessionId> session_begun(const Visit& visit) {
  const auto local = to_local(visit.now);
  if (!local) return fail(local.error());
  return SessionId{visit.today, reg::half_of(local->time)};
}

Status may_settle(const Visit& visit, const reg::School& school, const reg::MarkDraft& draft) {
  const auto begun = session_begun(visit);
  if (!begun) return fail(begun.error());
  return reg::may_enter(draft, school, visit.who.roles, *begun);
}

std::string changed_words(const LineAsked& asked) {
  const auto& line = asked.line;
  if (line && !is_open(*line) && line->mark) {
    const auto& what = line->mark->what;
    return fmt::format("{} has meanwhile entered {} ({}). Nothing was changed by you.",
                       what.by.text(), what.code.text(), what.reason);
  }
  if (line && line->mark && is_open(*line)) {
    return fmt::format(
        "Something changed since you opened this page: the register now has {} by {}, and the door "
        "says {}. Look again, then decide.",
        line->mark->what.code.text(), line->mark->what.by.text(),
        local_hh_mm(line->arrival.first_contact));
  }
  return "The door and the register differ no more for this child. Nothing was changed by you.";
}

/// Another mark or another reason, as typed.
std::optional<Chosen> own_choice(const Visit& visit, const std::string& key, FormErrors& errors) {
  const std::string typed = visit.typed("code-" + key);
  const auto code = reg::Code::parse(typed);
  if (!code) {
    errors.add("code-" + key, typed.empty() ? "Choose a mark." : sentence(code.error()));
  }
  const std::string reason = checked_text(visit.typed("reason-" + key), "reason-" + key,
                                          {"Say why: the register has to keep it."}, errors);
  if (!code || !errors.empty()) return std::nullopt;
  return Chosen{*code, reason};
}

std::optional<Chosen> choice(const Visit& visit, const reg::RegisterLine& line,
                             const std::string& key, FormErrors& errors) {
  const auto ready = reg::ready_reasons(line);
  if (visit.typed("as") == "suggested" && !ready.empty()) {
    return Chosen{ready.front().code, std::string(ready.front().words)};
  }
  const std::string way = visit.typed("way-" + key);
  if (way == "own") return own_choice(visit, key, errors);
  const auto number = whole_number(way);
  if (number && *number >= 0 && *number < static_cast<long long>(ready.size())) {
    const auto& picked = ready[static_cast<std::size_t>(*number)];
    return Chosen{picked.code, std::string(picked.words)};
  }
  errors.add("way-" + key, "Choose what is right and why.");
  return std::nullopt;
}

std::string field_of(FaultCode code, const std::string& key, bool own) {
  if (!own) return "way-" + key;
  return (code == FaultCode::entry_incomplete ? "reason-" : "code-") + key;
}

}  // namespace

Result<std::optional<LineAsked>> line_asked(const Visit& visit, store::Register& held,
                                            const reg::School& school) {
  const auto day = SchoolDay::parse(visit.typed("day"));
  const auto half = parse_half(visit.typed("session"));
  const auto number = whole_number(visit.typed("pupil"));
  if (!day || !half || !number) return std::nullopt;
  const auto* pupil = school.pupil(PupilId(*number));
  if (pupil == nullptr) return std::nullopt;
  LineAsked asked{{*day, *half}, pupil, {}};
  auto line = line_of(held, asked.session, pupil->id);
  if (!line) return fail(line.error());
  asked.line = std::move(*line);
  return asked;
}

std::optional<reg::MarkDraft> settling(const Visit& visit, store::Register& held,
                                       const reg::School& school, const LineAsked& asked,
                                       FormErrors& errors) {
  const auto& line = asked.line;
  if (!line || !is_open(*line) || visit.typed("seen") != seen_of(*line)) {
    errors.add(line && is_open(*line) ? "way-" + key_of_line(*line) : "open", changed_words(asked));
    return std::nullopt;
  }
  const std::string key = key_of_line(*line);
  const auto chosen = choice(visit, *line, key, errors);
  if (!chosen) return std::nullopt;
  const bool own = visit.typed("as") != "suggested" && visit.typed("way-" + key) == "own";
  const auto refuse = [&](const Fault& fault) {
    errors.add(field_of(fault.code, key, own), sentence(fault));
    return std::nullopt;
  };
  const auto staff = held.shared_staff();
  if (!staff) return refuse(staff.error());
  const auto by = reg::signature(visit.who.author, chosen->code, **staff, visit.today);
  const auto draft = reg::settlement(*line, chosen->code, chosen->reason, by);
  if (!draft) return refuse(draft.error());
  const Status may = may_settle(visit, school, *draft);
  if (!may) return refuse(may.error());
  return *draft;
}

Result<reg::MarkDraft> undoing(const Visit& visit, store::Register& held, const reg::School& school,
                               const LineAsked& asked) {
  const auto history = held.history(asked.pupil->id, asked.session);
  if (!history) return fail(history.error());
  const std::string entry = visit.typed("entry");
  const bool newest = asked.line && is_settled(*asked.line) && !history->empty() &&
                      entry == std::to_string(history->back().entry);
  if (!newest) return fail(FaultCode::nothing_to_settle, asked.session.text());
  const auto& undone = history->back();
  const auto before = std::ranges::find(*history, undone.replaces, &reg::Mark::entry);
  if (before == history->end()) return fail(FaultCode::nothing_to_settle, asked.session.text());
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  reg::MarkDraft draft = before->what;
  draft.reason = "undo: " + undone.what.reason;
  if (!reg::text_fits(draft.reason, "The reason")) draft.reason = "undo";
  draft.source = "Office";
  draft.by = reg::signature(visit.who.author, draft.code, **staff, visit.today);
  if (const Status may = may_settle(visit, school, draft); !may) return fail(may.error());
  return draft;
}

}  // namespace handbell::office
