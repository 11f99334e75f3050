#include "app/office/pupils/pupil_routes.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/pupils/pupil.h"
#include "app/register/day.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

using reg::Role;

std::vector<Role> readers_of_pupils() {
  return {Role::office, Role::head, Role::champion, Role::dsl, Role::teacher};
}

Result<Answer> search(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const bool post = visit.request.method == "POST";
  const std::string typed = visit.typed("name");
  const std::string class_name = visit.typed("class");
  PageFrame frame = visit.frame;
  if (post && (class_name.empty() || !typed.empty()))
    (void)checked_search(typed, "name", frame.errors);
  const bool wrong = !frame.errors.empty();
  auto view = search_view(visit, **school, wrong ? "" : typed, class_name);
  view.typed = typed;
  return page_answer(search_page(view, frame), wrong ? 422 : 200);
}

Result<Answer> show(const Visit& visit, store::Register& held, const std::string& pupil,
                    const FormErrors& errors = {}) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto* found = seen_pupil(visit.who, **school, pupil);
  if (found == nullptr) return not_found(visit);
  const auto view = pupil_view(visit, held, **school, *found);
  if (!view) return fail(view.error());
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  return read_answer(pupil_page(*view, *frame), {reg::ReadKind::pupil_record, found->id, ""},
                     errors.empty() ? 200 : 422);
}

std::optional<SessionId> session_named(const std::string& day, const std::string& half) {
  const auto on = SchoolDay::parse(day);
  const auto of = parse_half(half);
  if (!on || !of) return std::nullopt;
  return SessionId{*on, *of};
}

struct MarkAsked {
  std::shared_ptr<const reg::School> school{};
  const reg::PupilRecord* pupil = nullptr;
  std::optional<SessionId> session;
};

Result<MarkAsked> mark_asked(const Visit& visit, store::Register& held, const net::Fields& fields) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  return MarkAsked{*school, seen_pupil(visit.who, **school, net::field(fields, "pupil")),
                   session_named(net::field(fields, "day"), net::field(fields, "session"))};
}

Result<Answer> show_mark(const Visit& visit, store::Register& held) {
  const auto asked = mark_asked(visit, held, visit.request.query);
  if (!asked) return fail(asked.error());
  if (asked->pupil == nullptr || !asked->session) return not_found(visit);
  const auto view = mark_view(visit, held, *asked->pupil, *asked->session);
  if (!view) return fail(view.error());
  const auto frame = register_frame(visit, held, asked->session->day);
  if (!frame) return fail(frame.error());
  return read_answer(mark_page(*view, *frame),
                     {reg::ReadKind::mark_history, asked->pupil->id, asked->session->text()});
}

/// What was typed, checked as far as it can be without writing; the sentence goes to its field.
std::optional<reg::MarkDraft> draft_of(const Visit& visit, store::Register& held,
                                       const MarkAsked& asked, FormErrors& errors) {
  const auto code = reg::Code::parse(visit.typed("code"));
  if (!code)
    errors.add("code", visit.typed("code").empty() ? "Choose a mark." : sentence(code.error()));
  const std::string reason = checked_text(visit.typed("reason"), "reason",
                                          {"Say why: the register has to keep it."}, errors);
  const auto staff = held.shared_staff();
  const auto local = to_local(visit.now);
  if (!errors.empty() || !staff || !local) return std::nullopt;
  const reg::MarkDraft draft{
      asked.pupil->id,
      *asked.session,
      *code,
      std::nullopt,
      std::nullopt,
      reason,
      visit.who.has_one_of({Role::office, Role::head}) ? "Office" : "Class teacher",
      reg::signature(visit.who.author, *code, **staff, visit.today)};
  const SessionId begun{visit.today, reg::half_of(local->time)};
  const Status may = reg::may_enter(draft, *asked.school, visit.who.roles, begun);
  if (!may) {
    errors.add(may.error().code == FaultCode::entry_incomplete ? "reason" : "code",
               sentence(may.error()));
    return std::nullopt;
  }
  return draft;
}

/// Somebody else entered something since this page was shown.
void expect_unchanged(const Visit& visit, const MarkView& now, FormErrors& errors) {
  if (visit.typed("seen") == now.seen) return;
  if (now.history.empty())
    return errors.add("code",
                      "The mark has changed since you opened this page. Look again, then decide.");
  const auto& newest = now.history.back();
  errors.add("code", fmt::format("{} has entered {} meanwhile. Look at the history, then decide.",
                                 newest.who, newest.is));
}

/// The form again, with all that stands there.
Result<Answer> mark_refused(const Visit& visit, store::Register& held, const MarkAsked& asked,
                            const FormErrors& errors) {
  auto view = mark_view(visit, held, *asked.pupil, *asked.session);
  if (!view) return fail(view.error());
  auto frame = register_frame(visit, held, asked.session->day);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  view->code = visit.typed("code");
  view->reason = visit.typed("reason");
  return page_answer(mark_page(*view, *frame), 422);
}

Result<Answer> amend(const Visit& visit, store::Register& held) {
  const auto asked = mark_asked(visit, held, visit.form);
  if (!asked) return fail(asked.error());
  if (asked->pupil == nullptr || !asked->session) return not_found(visit);
  const auto view = standing_mark(visit, held, *asked->pupil, *asked->session);
  if (!view) return fail(view.error());
  if (view->codes.empty()) return not_found(visit);
  FormErrors errors;
  const auto draft = draft_of(visit, held, *asked, errors);
  if (draft) expect_unchanged(visit, *view, errors);
  if (!draft || !errors.empty()) return mark_refused(visit, held, *asked, errors);
  const auto entered = held.enter({*draft}, visit.now);
  if (!entered) return fail(entered.error());
  return go_to(
      fmt::format("/pupils/mark?pupil={}&day={}&session={}", view->pupil, view->day, view->half),
      fmt::format("{} was entered for {}.", draft->code.text(), view->name));
}

Result<Answer> issue(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const std::string id = visit.typed("pupil");
  const auto* pupil = seen_pupil(visit.who, **school, id);
  if (pupil == nullptr) return not_found(visit);
  FormErrors errors;
  const auto card = CardNumber::parse(visit.typed("card"));
  if (!card) {
    errors.add("card", sentence(card.error()));
    return show(visit, held, id, errors);
  }
  const bool family = visit.typed("whose") == "family" && !pupil->family.empty();
  const reg::CardRecord row =
      family ? reg::CardRecord{*card, PupilId(), visit.today, {}, pupil->family}
             : reg::CardRecord{*card, pupil->id, visit.today, {}, ""};
  const auto put = held.put_cards({row});
  if (!put) {
    errors.add("card", sentence(put.error()));
    return show(visit, held, id, errors);
  }
  return go_to("/pupils/one?pupil=" + id,
               fmt::format("The card {} is {}.", card->masked(),
                           family ? "the family's" : child_name(*pupil) + "'s"));
}

Result<Answer> revoke(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const std::string id = visit.typed("pupil");
  const auto* pupil = seen_pupil(visit.who, **school, id);
  const auto card = CardNumber::parse(visit.typed("card"));
  if (pupil == nullptr || !card) return not_found(visit);
  std::vector<reg::CardRecord> rows;
  for (const auto& each : (*school)->cards) {
    const bool theirs =
        each.family.empty() ? each.pupil == pupil->id : each.family == pupil->family;
    if (each.uid != *card || each.revoked || !theirs) continue;
    rows.push_back(each);
    rows.back().revoked = visit.today;
  }
  if (rows.empty()) return go_to("/pupils/one?pupil=" + id, "That card was nobody's already.");
  const auto put = held.put_cards(rows);
  if (!put) return fail(put.error());
  return go_to("/pupils/one?pupil=" + id,
               fmt::format("The card {} is nobody's from now on.", card->masked()));
}

}  // namespace

Routes pupil_routes() {
  const std::vector<Role> writers{Role::office, Role::head, Role::teacher};
  const std::vector<Role> office{Role::office, Role::head};
  return {{"GET", "/pupils", readers_of_pupils(), Runs::reading, search},
          {"POST", "/pupils", readers_of_pupils(), Runs::reading, search},
          {"GET", "/pupils/one", readers_of_pupils(), Runs::reading,
           [](const Visit& visit, store::Register& held) {
             return show(visit, held, visit.query("pupil"));
           }},
          {"GET", "/pupils/mark", readers_of_pupils(), Runs::reading, show_mark},
          {"POST", "/pupils/mark", writers, Runs::writing, amend},
          {"POST", "/pupils/card", office, Runs::writing, issue},
          {"POST", "/pupils/card/revoke", office, Runs::writing, revoke}};
}

}  // namespace handbell::office
