// report suggestions: every suggestion about every child, and what was answered to it.
#include "app/admin/report_cells.h"
#include "app/admin/report_commands.h"
#include "app/reports/suggestion_answer.h"

namespace handbell::admin {

namespace {

Row row_of(const reg::PupilRecord& pupil, const reports::PupilSuggestions& of,
           const reports::Suggestion& each, const reports::SuggestionState& state) {
  std::string sentences;
  for (const auto& words : each.sentences) sentences += (sentences.empty() ? "" : " ") + words;
  const auto& facts = of.stages.facts;
  const auto attended = reports::Fraction::of(facts.possible - facts.absent, facts.possible);
  return joined(joined({cell(text_of(each.key))}, who(pupil)),
                {each.part, each.whole, each.since.text(), each.is_new, of.is_quiet(), facts.absent,
                 facts.possible, attended.text(), of.pending,
                 state.set_aside ? until_words(*state.set_aside) : "", state.assigned_to, sentences,
                 part_of(pupil)});
}

}  // namespace

Result<Table> suggestion_report(const Site& site, const ReportOptions& options) {
  const auto day = day_of(site, options);
  if (!day) return fail(day.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto source = reports::ReportSource::read_back(*opened->file, *day);
  if (!source) return fail(source.error());
  const auto notes = opened->file->case_notes(std::nullopt);
  if (!notes) return fail(notes.error());
  const auto answers = reports::standing_answers(*notes);
  Table table{joined(joined({"suggestion"}, who_columns()),
                     {"count", "of", "since", "new", "small_numbers", "absent", "possible",
                      "percent", "pending", "set_aside", "assigned_to", "sentence", "part"}),
              {}};
  for (const auto& of : reports::suggestions(*source, *day)) {
    const auto& pupil = *source->school().pupil(of.pupil);
    for (const auto& each : of.suggestions) {
      table.rows.push_back(
          row_of(pupil, of, each, reports::state_in(answers, of.pupil, each, *day)));
    }
  }
  return table;
}

}  // namespace handbell::admin
