#include "app/office/cases/pack.h"

#include "app/base/school_time.h"
#include "app/office/cases/case.h"
#include "app/office/cases/case_lines.h"
#include "app/office/page/child_name.h"
#include "app/office/web/code_choice.h"
#include "app/paper/pdf.h"
#include "app/register/setting.h"
#include "app/register/year_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace handbell::office {
namespace {

using Blocks = std::vector<paper::Block>;

constexpr const char* kHiddenCode = "hidden";

std::string code_words(const Visitor& who, const reg::Mark& mark) {
  if (!sees_code(who, mark.what.code)) return kHiddenCode;
  std::string words(mark.what.code.text());
  if (mark.what.minutes_late) words += fmt::format(" ({})", *mark.what.minutes_late);
  return words;
}

std::string first_capital(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  }
  return words;
}

std::string session_words(const SessionId& session) {
  return session.day.text() + (session.half == Half::am ? " am" : " pm");
}

void add_facts(const Visit& visit, const CaseFacts& facts, Blocks& blocks) {
  const auto& pupil = facts.pupil;
  std::vector<std::pair<std::string, std::string>> lines{
      {"Child", child_name(pupil)},
      {"Class", pupil.class_name},
      {"Born", pupil.date_of_birth.words()},
      {"UPN", pupil.upn_written.empty() ? "–" : pupil.upn_written},
      {"On roll from", pupil.start.words()},
      {"Made by", visit.who.author.text() + ", " + moment_in_words(visit.now)}};
  for (const auto& parent : parents_of(facts)) {
    lines.emplace_back(parent.relationship.empty() ? "Parent" : first_capital(parent.relationship),
                       parent.name);
  }
  blocks.push_back(paper::FactsBlock{std::move(lines)});
}

void add_penalty_sessions(const CaseFacts& facts, Blocks& blocks) {
  const auto& latest = facts.figures.window.latest;
  if (!latest) return;
  paper::TableBlock table{"Sessions that count", {"Session", "Code", ""}, {}};
  for (const auto& counted : latest->sessions) {
    table.rows.push_back({session_words(counted.session), std::string(counted.code.text()),
                          counted.pending ? "as the door proposes" : ""});
  }
  blocks.push_back(std::move(table));
}

void add_figures(const Visit& visit, const CaseFacts& facts, Blocks& blocks) {
  blocks.push_back(paper::HeadingBlock{"Attendance", 2});
  std::vector<std::string> lines = figure_sentences(facts);
  const auto& year = facts.figures.year;
  lines.push_back(fmt::format(
      "Sessions missed this school year: {} authorised, {} unauthorised. Late: {} before the "
      "register closed, {} after.",
      year.authorised(), year.unauthorised(), year.late_before_close(), year.late_after_close()));
  const auto view = case_view(visit, facts);
  lines.insert(lines.end(), view.reasons.begin(), view.reasons.end());
  blocks.push_back(paper::ListBlock{std::move(lines)});
  blocks.push_back(paper::HeadingBlock{"Threshold of a penalty notice", 2});
  std::vector<std::string> threshold = view.penalty;
  for (const auto& [parent, next] : view.parents) {
    threshold.push_back(fmt::format("For {}: {}", parent, next));
  }
  blocks.push_back(paper::ListBlock{std::move(threshold)});
  add_penalty_sessions(facts, blocks);
}

/// A week's sessions, from Monday morning on.
using WeekMarks = std::array<std::string, 14>;
constexpr std::array kSessions{"Mon\nam", "Mon\npm", "Tue\nam", "Tue\npm", "Wed\nam",
                               "Wed\npm", "Thu\nam", "Thu\npm", "Fri\nam", "Fri\npm",
                               "Sat\nam", "Sat\npm", "Sun\nam", "Sun\npm"};
constexpr std::size_t kUsualSessions = 10;

/// One line for each week with a mark; Saturday and Sunday only where one stands there.
paper::TableBlock week_table(const std::map<SchoolDay, WeekMarks>& weeks) {
  std::size_t shown = kUsualSessions;
  for (const auto& [monday, marks] : weeks) {
    for (std::size_t i = shown; i < marks.size(); ++i) {
      if (!marks.at(i).empty()) shown = i + 1;
    }
  }
  paper::TableBlock table{"Marks, week by week", {"Monday"}, {}};
  table.columns.insert(table.columns.end(), kSessions.begin(),
                       kSessions.begin() + static_cast<std::ptrdiff_t>(shown));
  for (const auto& [monday, marks] : weeks) {
    std::vector<std::string> row{monday.text()};
    for (std::size_t i = 0; i < shown; ++i) {
      row.push_back(marks.at(i).empty() ? "–" : marks.at(i));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

void add_register(const Visit& visit, const std::vector<reg::Mark>& current, SchoolDay from,
                  Blocks& blocks) {
  std::map<SchoolDay, WeekMarks> weeks;
  for (const auto& mark : current) {
    const auto& session = mark.what.session;
    if (session.day < from) continue;
    const int day = static_cast<int>(session.day.weekday());
    const auto place = static_cast<std::size_t>(day) * 2 + (session.half == Half::pm ? 1U : 0U);
    weeks[session.day.plus(-day)].at(place) = code_words(visit.who, mark);
  }
  blocks.push_back(paper::HeadingBlock{"Register", 2});
  if (weeks.empty()) {
    blocks.push_back(paper::ParagraphBlock{"No mark was entered since " + from.words() + "."});
    return;
  }
  blocks.push_back(paper::ParagraphBlock{"Every mark since " + from.words() +
                                         "; minutes late stand in brackets."});
  blocks.push_back(week_table(weeks));
}

/// The sign for what is hidden, where something is.
void add_hidden(const Visit& visit, const reg::MarkHistory& history, SchoolDay from,
                Blocks& blocks) {
  const bool hides = std::ranges::any_of(history.entries(), [&](const reg::Mark& mark) {
    return from <= mark.what.session.day && !sees_code(visit.who, mark.what.code);
  });
  if (!hides) return;
  blocks.push_back(paper::ParagraphBlock{
      "Where a code is hidden, whoever made this pack may not read it.", true});
}

void add_amendments(const Visit& visit, const reg::MarkHistory& history, SchoolDay from,
                    Blocks& blocks) {
  paper::TableBlock table{"Amendments", {"Session", "Was", "Is", "Why", "When", "By"}, {}};
  for (const auto& mark : history.entries()) {
    const auto* before = history.before(mark);
    if (before == nullptr || mark.what.session.day < from) continue;
    const bool seen =
        sees_code(visit.who, mark.what.code) && sees_code(visit.who, before->what.code);
    table.rows.push_back({session_words(mark.what.session), code_words(visit.who, *before),
                          code_words(visit.who, mark), seen ? mark.what.reason : kHiddenCode,
                          moment_in_words(mark.at), mark.what.by.text()});
  }
  blocks.push_back(paper::HeadingBlock{"Amendments of the register", 2});
  if (table.rows.empty()) {
    blocks.push_back(paper::ParagraphBlock{"No mark was amended."});
  } else {
    blocks.push_back(std::move(table));
  }
}

std::string line_words(const CaseLine& line) {
  std::string words;
  for (const auto& each : line.words) words += (words.empty() ? "" : "\n") + each;
  return words;
}

/// What colleagues say to each other and to Handbell is no evidence towards a family, nor is it a
/// family's to read that something stands in the safeguarding record.
bool is_for_school_alone(const reg::CaseNote& note) {
  const auto* sent = std::get_if<reg::TextSent>(&note);
  return std::holds_alternative<reg::Concern>(note) ||
         std::holds_alternative<reg::SuggestionAnswer>(note) ||
         (sent != nullptr && sent->kind == reg::SentKind::cpoms);
}

bool stays_in_school(const CaseFacts& facts, std::uint64_t entry) {
  return std::ranges::any_of(facts.notes, [&](const reg::CaseNoteGiven& given) {
    return given.entry == entry && is_for_school_alone(given.what);
  });
}

void add_steps(const Visit& visit, const CaseFacts& facts, Blocks& blocks) {
  blocks.push_back(paper::HeadingBlock{"What was done", 2});
  auto lines = case_lines(facts, visit.who);
  std::erase_if(lines, [&](const DatedLine& line) { return stays_in_school(facts, line.entry); });
  const auto errors =
      std::erase_if(lines, [](const DatedLine& line) { return !line.line.back.empty(); });
  if (lines.empty()) blocks.push_back(paper::ParagraphBlock{"Nothing was noted."});
  if (errors > 0) {
    blocks.push_back(paper::ParagraphBlock{
        fmt::format("{} taken back as an error and {} left out.",
                    errors == 1 ? "One entry was" : fmt::format("{} entries were", errors),
                    errors == 1 ? "is" : "are"),
        true});
  }
  if (lines.empty()) return;
  std::ranges::reverse(lines);
  paper::TableBlock table{"Contacts, meetings, contracts, decisions, notices and letters",
                          {"Day", "What", "In words", "By"},
                          {}};
  for (const auto& [day, entry, line] : lines) {
    const std::string state = line.state.empty() ? "" : ": " + line.state;
    table.rows.push_back({line.day, line.what + state, line_words(line), line.by});
  }
  blocks.push_back(std::move(table));
}

}  // namespace

paper::Sheet pack_sheet(const Visit& visit, const CaseFacts& facts,
                        const reg::MarkHistory& history) {
  paper::Sheet sheet{"Evidence pack: " + child_name(facts.pupil), {}};
  const SchoolDay from = reg::first_day_of(reg::school_year_of(visit.today) - 1);
  sheet.blocks.push_back(paper::HeadingBlock{sheet.title, 1});
  add_facts(visit, facts, sheet.blocks);
  add_figures(visit, facts, sheet.blocks);
  add_steps(visit, facts, sheet.blocks);
  add_register(visit, history.current(), from, sheet.blocks);
  add_amendments(visit, history, from, sheet.blocks);
  add_hidden(visit, history, from, sheet.blocks);
  return sheet;
}

Result<std::string> pack_pdf(const Visit& visit, reg::Store& held, const CaseFacts& facts) {
  auto entries = held.entries_of(facts.pupil.id);
  if (!entries) return fail(entries.error());
  const auto history = reg::MarkHistory::from(std::move(*entries));
  if (!history) return fail(history.error());
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  auto logo = held.logo();
  if (!logo) return fail(logo.error());
  paper::Letterhead head;
  head.school = facts.school->name;
  head.logo = std::move(*logo);
  head.stamp = fmt::format("Made on {} by {}. Legal register: {}.", moment_in_words(visit.now),
                           visit.who.author.text(), reg::legal_register(*settings, visit.today));
  head.made = visit.now;
  head.rehearsal = visit.frame.rehearsal;
  return paper::render_pdf({pack_sheet(visit, facts, *history)}, head);
}

}  // namespace handbell::office
