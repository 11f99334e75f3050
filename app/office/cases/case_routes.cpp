#include "app/office/cases/case_routes.h"

#include "app/base/hex.h"
#include "app/base/text.h"
#include "app/office/cases/case.h"
#include "app/office/cases/case_lines.h"
#include "app/office/cases/case_list.h"
#include "app/office/cases/pack.h"
#include "app/office/cases/page_case.h"
#include "app/office/cases/step.h"
#include "app/office/cases/texts.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/register/reply_to.h"
#include "app/register/setting.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

/// The child's record; without one the page is not there.
Result<std::optional<CaseRecord>> record_asked(const Visit& visit, store::Register& held) {
  auto school = held.shared_school();
  if (!school) return fail(school.error());
  const bool get = visit.request.method == "GET";
  const auto* pupil = case_child(**school, get ? visit.query("pupil") : visit.typed("pupil"));
  if (pupil == nullptr) return std::optional<CaseRecord>();
  auto record = case_record(held, std::move(*school), *pupil);
  if (!record) return fail(record.error());
  return Result<std::optional<CaseRecord>>(tl::in_place, std::move(*record));
}

Answer case_answer(const Html& shown, PupilId pupil, const std::string& part, int status = 200) {
  return read_answer(shown, {reg::ReadKind::case_read, pupil, part}, status);
}

Result<Answer> list_cases(const Visit& visit, store::Register& held) {
  const auto view = cases_view(visit, held);
  if (!view) return fail(view.error());
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  return read_answer(cases_page(*view, *frame), {reg::ReadKind::case_read, {}, "list of cases"});
}

Result<Answer> show_case(const Visit& visit, store::Register& held) {
  auto record = record_asked(visit, held);
  if (!record) return fail(record.error());
  if (!*record) return not_found(visit);
  const auto facts = case_facts(visit, held, std::move(**record));
  if (!facts) return fail(facts.error());
  const auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  return case_answer(case_page(case_view(visit, *facts), *frame), facts->pupil.id, "the case");
}

/// The form, as it is asked for or comes back.
Result<Answer> shown_step(const Visit& visit, store::Register& held, CaseRecord record,
                          const std::string& doing, const FormErrors& errors) {
  const auto facts = case_facts(visit, held, std::move(record));
  if (!facts) return fail(facts.error());
  const bool get = visit.request.method == "GET";
  auto view = step_view(visit, *facts, doing, get ? visit.query("of") : visit.typed("of"));
  if (!view && !get) view = step_view(visit, *facts, doing, "0");
  if (!view) return not_found(visit);
  if (!get) keep_typed_step(visit, *view);
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  return case_answer(step_page(*view, *frame), facts->pupil.id, "form: " + doing, get ? 200 : 422);
}

Result<Answer> show_step(const Visit& visit, store::Register& held) {
  auto record = record_asked(visit, held);
  if (!record) return fail(record.error());
  const std::string doing = step_asked(visit.who, visit.query("do"));
  if (!*record || doing.empty()) return not_found(visit);
  return shown_step(visit, held, std::move(**record), doing, {});
}

/// The same by the same person: the button was pressed twice.
bool is_kept(const CaseRecord& record, const reg::CaseNote& note) {
  return std::ranges::any_of(record.notes,
                             [&](const auto& given) { return !given.back && given.what == note; });
}

Result<Answer> post_step(const Visit& visit, store::Register& held) {
  auto record = record_asked(visit, held);
  if (!record) return fail(record.error());
  const std::string doing = step_asked(visit.who, visit.typed("do"));
  if (!*record || doing.empty()) return not_found(visit);
  FormErrors errors;
  const auto note = typed_step(visit, **record, doing, errors);
  const bool kept = note && is_kept(**record, *note);
  if (note && !kept) {
    const Status may = may_keep(*note, *(*record)->school, (*record)->notes, visit.today);
    if (!may) errors.add(field_of_step(may.error(), *note), sentence(may.error()));
  }
  if (!note || !errors.empty()) {
    return shown_step(visit, held, std::move(**record), doing, errors);
  }
  const auto& pupil = (*record)->pupil;
  const std::string back = case_address(std::to_string(pupil.id.number()));
  if (kept) return go_to(back, "That was kept already.");
  const auto written = held.write_case({*note}, visit.now);
  if (!written) return fail(written.error());
  return go_to(back, fmt::format("Kept for {}: {}.", child_name(pupil), title_of(*note)));
}

/// The page of the texts, as it is asked for or comes back.
Result<Answer> shown_texts(const Visit& visit, store::Register& held, CaseRecord record,
                           const reg::Noted<reg::Meeting>& meeting, const FormErrors& errors) {
  const auto facts = case_facts(visit, held, std::move(record));
  if (!facts) return fail(facts.error());
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  auto view = texts_view(*facts, meeting, visit.today,
                         reg::setting_on(*settings, reg::kReplyTo, visit.today, ""));
  view.may_address = visit.who.has_one_of({Role::champion, Role::head});
  if (!errors.empty()) view.reply_to = visit.typed("address");
  return case_answer(texts_page(view, *frame), facts->pupil.id, "texts to copy",
                     errors.empty() ? 200 : 422);
}

Result<Answer> show_texts(const Visit& visit, store::Register& held) {
  auto record = record_asked(visit, held);
  if (!record) return fail(record.error());
  if (!*record) return not_found(visit);
  const auto meeting = meeting_asked(**record, visit.query("meeting"));
  if (!meeting) return not_found(visit);
  return shown_texts(visit, held, std::move(**record), *meeting, {});
}

Result<Answer> post_address(const Visit& visit, store::Register& held) {
  auto record = record_asked(visit, held);
  if (!record) return fail(record.error());
  if (!*record) return not_found(visit);
  const auto meeting = meeting_asked(**record, visit.typed("meeting"));
  if (!meeting) return not_found(visit);
  FormErrors errors;
  const reg::Setting setting{std::string(reg::kReplyTo), typed_address(visit, errors), visit.today,
                             "entered where the texts are copied", visit.who.author};
  const Status may = errors.empty() ? may_change(setting, visit.who.roles) : Status();
  if (!may) errors.add("address", sentence(may.error()));
  if (!errors.empty()) return shown_texts(visit, held, std::move(**record), *meeting, errors);
  if (const Status done = held.change(setting, visit.now); !done) return fail(done.error());
  return go_to(fmt::format("/attendance/case/texts?pupil={}&meeting={}",
                           (*record)->pupil.id.number(), began_with(*meeting)),
               "Families write to " + setting.value + " from now on.");
}

/// The whole case leaves the office: taken down as a read like the others.
Result<Answer> show_pack(const Visit& visit, store::Register& held) {
  auto record = record_asked(visit, held);
  if (!record) return fail(record.error());
  if (!*record) return not_found(visit);
  const auto facts = case_facts(visit, held, std::move(**record));
  if (!facts) return fail(facts.error());
  auto pdf = pack_pdf(visit, held, *facts);
  if (!pdf) return fail(pdf.error());
  Answer answer{{200, "application/pdf", std::move(*pdf), {}}};
  // A name never stands in an address, nor in a file's name: that stays on the machine.
  answer.response.headers["Content-Disposition"] = "inline; filename=\"evidence-pack.pdf\"";
  answer.read.push_back({reg::ReadKind::case_read, facts->pupil.id, "evidence pack"});
  return answer;
}

Result<Answer> post_sent(const Visit& visit, store::Register& held) {
  const auto record = record_asked(visit, held);
  if (!record) return fail(record.error());
  if (!*record) return not_found(visit);
  const auto meeting = meeting_asked(**record, visit.typed("meeting"));
  if (!meeting) return not_found(visit);
  const std::string back = fmt::format("/attendance/case/texts?pupil={}&meeting={}",
                                       (*record)->pupil.id.number(), began_with(*meeting));
  const auto tick = typed_tick(visit, **record, *meeting);
  if (!tick) return go_to(back, "That was ticked already.");
  const auto written = held.write_case({*tick}, visit.now);
  if (!written) return fail(written.error());
  return go_to(
      back, fmt::format("Ticked for {}: {}.", child_name((*record)->pupil), words_of(tick->kind)));
}

/// A task of today's page and of this one: the social worker was told (P55).
Result<Answer> post_told(const Visit& visit, store::Register& held) {
  auto record = record_asked(visit, held);
  if (!record) return fail(record.error());
  if (!*record) return not_found(visit);
  const auto facts = case_facts(visit, held, std::move(**record));
  if (!facts) return fail(facts.error());
  const std::string back = case_address(std::to_string(facts->pupil.id.number()));
  for (const auto& task : facts->figures.untold) {
    if (key_of(task) != visit.typed("task")) continue;
    const reg::SeenTo seen{key_of(task), facts->pupil.id, sentence(task),
                           "",           visit.now,       visit.who.author};
    const auto written = held.write({seen}, visit.now);
    if (!written) return fail(written.error());
    return go_to(back,
                 fmt::format("Ticked for {}: the worker was told.", child_name(facts->pupil)));
  }
  return go_to(back, "That was ticked already.");
}

/// Of an entry that this person may take back.
const reg::CaseNoteGiven* entry_asked(const Visit& visit, const CaseRecord& record,
                                      const std::string& entry) {
  const auto number = whole_number(entry);
  if (!number || *number < 1) return nullptr;
  const auto at = std::ranges::find(record.notes, static_cast<std::uint64_t>(*number),
                                    &reg::CaseNoteGiven::entry);
  if (at == record.notes.end() || !may_take_back(visit.who, at->what)) return nullptr;
  return &*at;
}

Result<Answer> shown_undo(const Visit& visit, store::Register& held, const CaseRecord& record,
                          const reg::CaseNoteGiven& given, const FormErrors& errors) {
  auto frame = register_frame(visit, held, visit.today);
  if (!frame) return fail(frame.error());
  frame->errors = errors;
  const UndoView view{std::to_string(record.pupil.id.number()), child_name(record.pupil),
                      std::to_string(given.entry), case_line(given, *record.staff, visit.who),
                      visit.typed("reason")};
  return case_answer(undo_page(view, *frame), record.pupil.id, "taking back",
                     errors.empty() ? 200 : 422);
}

Result<Answer> show_undo(const Visit& visit, store::Register& held) {
  const auto record = record_asked(visit, held);
  if (!record) return fail(record.error());
  if (!*record) return not_found(visit);
  const auto* given = entry_asked(visit, **record, visit.query("entry"));
  if (given == nullptr || given->back) return not_found(visit);
  return shown_undo(visit, held, **record, *given, {});
}

Result<Answer> post_undo(const Visit& visit, store::Register& held) {
  const auto record = record_asked(visit, held);
  if (!record) return fail(record.error());
  if (!*record) return not_found(visit);
  const auto* given = entry_asked(visit, **record, visit.typed("entry"));
  if (given == nullptr) return not_found(visit);
  const std::string back = case_address(std::to_string((*record)->pupil.id.number()));
  if (given->back) return go_to(back, "That was taken back already.");
  FormErrors errors;
  const auto reason =
      checked_text(visit.typed("reason"), "reason", {"Say why it is taken back."}, errors);
  if (!errors.empty()) return shown_undo(visit, held, **record, *given, errors);
  const auto own = held.witness();
  if (!own) return fail(own.error());
  const reg::TakenBack taken{
      {to_hex(own->history), given->entry}, visit.now, reason, visit.who.author};
  if (const auto told = held.tell(taken, visit.now); !told) return fail(told.error());
  return go_to(back, fmt::format("Taken back for {}: {}.", child_name((*record)->pupil),
                                 title_of(given->what)));
}

}  // namespace

Routes case_routes() {
  const std::vector<Role> whole{Role::champion, Role::head, Role::dsl};
  const std::vector<Role> some{Role::office, Role::champion, Role::head, Role::dsl};
  return {{"GET", "/attendance/cases", whole, Runs::reading, list_cases},
          {"GET", "/attendance/case", some, Runs::reading, show_case},
          {"GET", "/attendance/case/step", some, Runs::reading, show_step},
          {"POST", "/attendance/case/step", some, Runs::writing, post_step},
          {"GET", "/attendance/case/texts", whole, Runs::reading, show_texts},
          {"POST",
           "/attendance/case/reply-to",
           {Role::champion, Role::head},
           Runs::writing,
           post_address},
          {"GET", "/attendance/pack", whole, Runs::reading, show_pack},
          {"POST", "/attendance/case/sent", whole, Runs::writing, post_sent},
          {"POST", "/attendance/case/told", some, Runs::writing, post_told},
          {"GET", "/attendance/case/undo", some, Runs::reading, show_undo},
          {"POST", "/attendance/case/undo", some, Runs::writing, post_undo}};
}

}  // namespace handbell::office
