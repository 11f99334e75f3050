#include "app/office/cases/case_list.h"

#include "app/office/cases/case.h"
#include "app/office/cases/case_lines.h"
#include "app/office/page/child_name.h"
#include "app/reports/case_due.h"

#include <algorithm>
#include <map>

namespace handbell::office {
namespace {

/// Children of the list, with what was noted of each.
using NotesOf = std::map<PupilId, std::vector<reg::CaseNoteGiven>>;

/// The newest step that stands and belongs to the case itself.
std::string last_words(const std::vector<reg::CaseNoteGiven>& notes) {
  std::string words;
  for (const auto& given : notes) {
    const bool tick = std::holds_alternative<reg::SuggestionAnswer>(given.what) ||
                      std::holds_alternative<reg::TextSent>(given.what) ||
                      std::holds_alternative<reg::Concern>(given.what);
    if (given.back || tick) continue;
    words = title_of(given.what) + ", " + day_of(given.what).words();
  }
  return words;
}

CaseRow row_of(const reg::PupilRecord& pupil, const std::vector<reg::CaseNoteGiven>& notes,
               const std::vector<reports::CaseDue>& due, SchoolDay today) {
  CaseRow row;
  row.pupil = std::to_string(pupil.id.number());
  row.name = child_name(pupil);
  row.class_name = pupil.class_name;
  row.last = last_words(notes);
  if (due.empty()) return row;
  row.next = sentence(due.front(), notes);
  row.by_when = due.front().day.words();
  put_state(due.front().day, today, row.state, row.look);
  return row;
}

}  // namespace

Result<CasesView> cases_view(const Visit& visit, reg::Store& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  auto notes = held.case_notes({});
  if (!notes) return fail(notes.error());
  NotesOf of;
  for (auto& given : *notes) of[child_of(given.what)].push_back(std::move(given));
  struct Dated {
    bool open = false;
    std::optional<SchoolDay> due;
    CaseRow row;
  };
  std::vector<Dated> rows;
  for (const auto& [id, all] : of) {
    const auto* pupil = (*school)->pupil(id);
    if (pupil == nullptr || !pupil->on_roll(visit.today)) continue;
    const auto due = reports::case_due(all, visit.today);
    auto row = row_of(*pupil, all, due, visit.today);
    if (row.last.empty()) continue;
    rows.push_back({reports::is_open_case(all),
                    due.empty() ? std::nullopt : std::optional(due.front().day), std::move(row)});
  }
  std::ranges::stable_sort(rows, [](const Dated& a, const Dated& b) {
    if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
    return a.due && *a.due < *b.due;
  });
  CasesView view;
  view.date = visit.today.words();
  for (auto& each : rows) (each.open ? view.open : view.closed).push_back(std::move(each.row));
  return view;
}

}  // namespace handbell::office
