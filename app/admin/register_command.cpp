#include "app/admin/commands.h"
#include "app/admin/report_page.h"
#include "app/base/school_time.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

namespace handbell::admin {

namespace {

nlohmann::json code_or_null(const std::optional<reg::Code>& code) {
  return code ? nlohmann::json(std::string(code->text())) : nlohmann::json();
}

nlohmann::json number_or_null(const std::optional<int>& number) {
  return number ? nlohmann::json(*number) : nlohmann::json();
}

Result<SessionId> session_begun(Instant now) {
  const auto local = to_local(now);
  if (!local) return fail(local.error());
  return SessionId{local->day, reg::half_of(local->time)};
}

Result<reg::ArrivalFacts> facts_for(const reg::School& school, const ExplainOptions& options) {
  const auto group = reg::parse_year_group(options.year_group);
  if (!group) return fail(group.error());
  const auto session = session_of(options.session);
  if (!session) return fail(session.error());
  const auto at = TimeOfDay::parse(options.at);
  if (!at) return fail(at.error());
  reg::ArrivalFacts facts;
  facts.session = *session;
  facts.first_contact = *at;
  facts.window = school.times.window(*group, *session);
  facts.day = school.calendar.state(session->day, text_of(*group), "");
  if (!options.mark.empty()) {
    const auto code = reg::Code::parse(options.mark);
    if (!code) return fail(code.error());
    facts.existing = *code;
  }
  if (options.planned.empty()) return facts;
  const auto code = reg::Code::parse(options.planned);
  if (!code) return fail(code.error());
  bool in_time = true;
  if (!options.told.empty()) {
    const auto told = TimeOfDay::parse(options.told);
    if (!told) return fail(told.error());
    in_time = !facts.window || *told < facts.window->closes;
  }
  facts.planned = reg::PlannedCode{*code, in_time};
  return facts;
}

}  // namespace

Result<const reg::PupilRecord*> pupil_named(const reg::School& school, const std::string& name) {
  const auto* pupil = school.named(name);
  if (pupil == nullptr) return fail(FaultCode::pupil_unknown, name);
  return pupil;
}

Result<SessionId> session_of(const SessionChoice& choice) {
  const auto day = SchoolDay::parse(choice.on);
  if (!day) return fail(day.error());
  const auto half = parse_half(choice.session);
  if (!half) return fail(half.error());
  return SessionId{*day, *half};
}

Result<std::string> accept(const Site& site, const SessionChoice& choice, const std::string& pupil,
                           const std::string& by) {
  const auto session = session_of(choice);
  if (!session) return fail(session.error());
  const auto author = reg::Author::parse(by);
  if (!author) return fail(author.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  std::vector<PupilId> only;
  if (!pupil.empty()) {
    const auto named = pupil_named(*school, pupil);
    if (!named) return fail(named.error());
    only.push_back((*named)->id);
  }
  const auto marks = opened->file->accept(*session, only, *author, site.now());
  if (!marks) {
    const bool nothing = marks.error().code == FaultCode::nothing_to_accept;
    return nothing ? fail(FaultCode::nothing_to_accept, session->text()) : fail(marks.error());
  }
  return fmt::format("{} accepted for {} by {}.\n", marks->size(), session->text(), author->text());
}

Result<std::string> mark(const Site& site, const MarkOptions& options) {
  const auto session = session_of(options.session);
  if (!session) return fail(session.error());
  const auto code = reg::Code::parse(options.code);
  if (!code) return fail(code.error());
  const auto author = reg::Author::parse(options.by);
  if (!author) return fail(author.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto pupil = pupil_named(*school, options.pupil);
  if (!pupil) return fail(pupil.error());
  const auto begun = session_begun(site.now());
  if (!begun) return fail(begun.error());
  const auto staff = opened->file->staff();
  if (!staff) return fail(staff.error());
  const auto by = signature(*author, *code, *staff, begun->day);
  const reg::MarkDraft draft{(*pupil)->id, *session,       *code,    std::nullopt,
                             std::nullopt, options.reason, "Office", by};
  const auto roles = roles_of(*author, staff->members, staff->acting, begun->day);
  if (Status may = may_enter(draft, *school, roles, *begun); !may) return fail(may.error());
  const auto done = opened->file->enter({draft}, site.now());
  if (!done) return fail(done.error());
  const auto& entry = done->front();
  return fmt::format("{} for {} on {}: entry {}{}.\n", code->text(), (*pupil)->full_name(),
                     session->text(), entry.entry,
                     entry.replaces == 0 ? "" : fmt::format(", in place of {}", entry.replaces));
}

Result<std::string> history(const Site& site, const std::string& pupil, const SessionChoice& choice,
                            Format format) {
  const auto session = session_of(choice);
  if (!session) return fail(session.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto named = pupil_named(*school, pupil);
  if (!named) return fail(named.error());
  const auto marks = opened->file->history((*named)->id, *session);
  if (!marks) return fail(marks.error());
  Table table{{"entry", "code", "minutes_late", "reason", "source", "recorded_at", "recorded_by",
               "position", "replaces"},
              {}};
  for (const auto& m : *marks) {
    table.rows.push_back({m.entry, std::string(m.what.code.text()),
                          number_or_null(m.what.minutes_late), m.what.reason, m.what.source,
                          with_offset(m.at), m.what.by.name(), m.what.by.position(),
                          m.replaces == 0 ? nlohmann::json() : nlohmann::json(m.replaces)});
  }
  const PageHead head{"Every entry of " + (*named)->full_name() + ", " + (*named)->class_name,
                      reports::DateRange::of_day(session->day),
                      std::string(text_of(session->half))};
  return register_page(site, *opened->file, head, std::move(table), format);
}

Result<std::string> explain(const Site& site, const ExplainOptions& options) {
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto facts = facts_for(*school, options);
  if (!facts) return fail(facts.error());
  const auto judgement = judge_arrival(*facts);
  nlohmann::ordered_json told;
  told["outcome"] = std::string(text_of(judgement.outcome));
  told["proposal"] = code_or_null(judgement.proposal);
  told["effective"] = code_or_null(judgement.effective);
  told["office_task"] = judgement.office_task;
  told["minutes_late"] = number_or_null(judgement.minutes_late);
  told["decision"] = fmt::format("{}", fmt::join(judgement.decisions, " "));
  told["sentence"] = sentence(judgement, *facts);
  return told.dump(1) + "\n";
}

}  // namespace handbell::admin
