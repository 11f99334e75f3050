// case list, case show: what is due, and everything that was noted of one child.
#include "app/admin/case_commands.h"
#include "app/admin/commands.h"
#include "app/admin/day_note_cells.h"
#include "app/base/school_time.h"
#include "app/reports/case_due.h"
#include "app/reports/report_source.h"

#include <fmt/format.h>

#include <map>

namespace handbell::admin {

namespace {

/// Of every kind of note: kind, state, day, minute, first entry, with whom, words, review.
struct CaseCells {
  std::string kind;
  std::string state;
  std::optional<TimeOfDay> at{};
  std::uint64_t of = 0;
  std::string with;
  std::string words;
  std::optional<SchoolDay> review{};
};

CaseCells cells_for(const reg::CaseContact& what) {
  return {"contact", std::string(text_of(what.how)), what.at, 0, what.with, what.words, {}};
}
CaseCells cells_for(const reg::Meeting& what) {
  return {std::string(text_of(what.kind)) + "_meeting",
          std::string(text_of(what.state)),
          what.at,
          what.of,
          what.present,
          what.place + (what.strategies.empty() ? "" : ": " + what.strategies),
          what.review};
}
CaseCells cells_for(const reg::Contract& what) {
  std::string words =
      fmt::format("parents will: {}; school will: {}", what.parents_will, what.school_will);
  if (what.signed_on) words += "; signed " + what.signed_on->text();
  if (!what.words.empty()) words += "; " + what.words;
  return {"contract", std::string(text_of(what.state)), {}, what.of, "", words, what.review};
}
CaseCells cells_for(const reg::CaseDecision& what) {
  std::string words = what.decision + " " + what.reason;
  for (std::size_t i = 0; i < reg::kConsiderations; ++i) {
    const auto& one = what.considered.at(i);
    if (one.answer == reg::Considered::unset) continue;
    words += fmt::format(" {} {}{}", reg::question_of(i),
                         one.answer == reg::Considered::yes ? "yes" : "no",
                         one.words.empty() ? "." : ": " + one.words + ".");
  }
  return {"decision", std::string(text_of(what.about)), {}, 0, "", words, {}};
}
CaseCells cells_for(const reg::NoticeTold& what) {
  return {"penalty_notice",
          std::string(text_of(what.state)),
          {},
          what.of,
          what.parent,
          "told " + what.told.text() + ": " + what.told_how,
          {}};
}
CaseCells cells_for(const reg::SuggestionAnswer& what) {
  const std::string words = what.reason.empty() ? what.key : what.key + ": " + what.reason;
  return {"suggestion_answer", std::string(text_of(what.answer)), {}, 0, what.staff, words,
          what.until};
}
CaseCells cells_for(const reg::Concern& what) {
  std::string whom;
  for (const auto each : what.whom) {
    whom += (whom.empty() ? "" : ", ") + std::string(text_of(each));
  }
  return {"concern", std::string(text_of(what.state)), {}, what.of, whom, what.words, {}};
}
CaseCells cells_for(const reg::TextSent& what) {
  return {"text_sent", std::string(text_of(what.kind)), {}, what.of, what.assignee, what.title, {}};
}

Row row_of_note(const reg::CaseNoteGiven& given) {
  const auto cells = std::visit([](const auto& what) { return cells_for(what); }, given.what);
  const auto at = cells.at ? nlohmann::json(cells.at->hh_mm()) : nlohmann::json();
  const auto of = cells.of == 0 ? nlohmann::json() : nlohmann::json(cells.of);
  return joined(
      {given.entry, cells.kind, cells.state, day_of(given.what).text(), at, of, cells.with,
       cells.words, cell(cells.review), author_of(given.what).text(), with_offset(given.typed)},
      taken_back_cells(given.back));
}

}  // namespace

Result<std::string> note_case_read(const Site& site, const CaseOptions& options) {
  // Whoever owns the register's folder owns the audit: while the office runs, it notes this.
  const auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  std::optional<PupilId> child;
  if (!options.pupil.empty()) {
    const auto school = opened->file->shared_school();
    if (!school) return fail(school.error());
    const auto pupil = pupil_named(**school, options.pupil);
    if (!pupil) return fail(pupil.error());
    child = (*pupil)->id;
  }
  const char* what = child ? "case" : "list of cases";
  if (Status done = site.note_done(reg::ReadKind::case_read, what, child); !done) {
    return fail(done.error());
  }
  return std::string();
}

Result<std::string> case_history(const Site& site, const CaseOptions& options, Format format) {
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto pupil = pupil_named(*school, options.pupil);
  if (!pupil) return fail(pupil.error());
  const auto notes = opened->file->case_notes((*pupil)->id);
  if (!notes) return fail(notes.error());
  Table table{joined({"entry", "kind", "state", "day", "at", "of", "with", "words", "review", "by",
                      "recorded_at"},
                     taken_back_columns()),
              {}};
  for (const auto& given : *notes) table.rows.push_back(row_of_note(given));
  return rendered(table, format);
}

Result<std::string> case_list(const Site& site, const CaseOptions& options, Format format) {
  const auto today = site.today();
  if (!today) return fail(today.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto notes = opened->file->case_notes({});
  if (!notes) return fail(notes.error());
  std::map<PupilId, std::vector<reg::CaseNoteGiven>> of;
  for (const auto& given : *notes) of[child_of(given.what)].push_back(given);
  Table table{joined(who_columns(), {"open", "notes", "due_on", "due", "sentence"}), {}};
  for (const auto* pupil : reports::pupils_by_class(*school)) {
    const auto own = of.find(pupil->id);
    if (own == of.end() || !pupil->on_roll(*today)) continue;
    const bool open = reports::is_open_case(own->second);
    if (!open && !options.ended) continue;
    const auto due = reports::case_due(own->second, *today);
    const Row start = joined(who(*pupil), {open, own->second.size()});
    if (due.empty()) table.rows.push_back(joined(start, {nullptr, nullptr, nullptr}));
    for (const auto& each : due) {
      table.rows.push_back(
          joined(start, {each.day.text(), cell(text_of(each.kind)), sentence(each, own->second)}));
    }
  }
  return rendered(table, format);
}

}  // namespace handbell::admin
