#include "app/office/reports/extract.h"

#include "app/base/hex.h"
#include "app/exchange/csv.h"
#include "app/exchange/export_stamp.h"
#include "app/office/page/typed_text.h"
#include "app/office/reports/asked.h"
#include "app/office/reports/sheet_file.h"
#include "app/office/reports/sheet_parts.h"
#include "app/office/web/code_choice.h"
#include "app/reports/register_extract.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace handbell::office {
namespace {

using reg::Role;
using reports::DateRange;

constexpr int kMostDays = 100;  // a term, with its half term; a longer one is asked in parts
constexpr std::ptrdiff_t kMostChildDays = 25'000;  // some 5 MB of a page, 150 sheets of paper

std::vector<Choice> extract_classes(const reg::School& school) {
  std::set<std::string> names;
  for (const auto& pupil : school.pupils) names.insert(pupil.class_name);
  std::vector<Choice> choices{{"", "The whole school"}};
  for (const auto& name : names) choices.push_back({name, name});
  return choices;
}

Html extract_form(const Visit& visit, const FormErrors& errors, const std::vector<Choice>& classes,
                  const DateRange& days) {
  Field of_class = choice_field(visit, "class", "Class");
  of_class.error = errors.of("class");
  return question_form(
      "/reports/extract",
      element("div", {attr("class", "hb-search")},
              join({input_field(day_field(visit, errors, "from", "From", days.from().text())),
                    input_field(day_field(visit, errors, "to", "To", days.to().text())),
                    select_field(of_class, classes), button("Show", "secondary")})));
}

Result<std::string> kept_words(store::Register& held) {
  const auto witness = held.witness();
  if (!witness) return fail(witness.error());
  return fmt::format("Read from register {}, entry {}, link {}.", to_hex(witness->history),
                     witness->head.seq, to_hex(witness->head.link));
}

Result<Answer> extract_csv(const Visit& visit, store::Register& held,
                           const reg::MarkHistory& history,
                           const reports::ExtractQuestion& question) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto lines = reports::extract_lines(history, **school, question);
  exchange::CsvWriter writer(lines.front());
  for (std::size_t i = 1; i < lines.size(); ++i) writer.row(lines[i]);
  const auto legal = legal_over(visit, held, question.days);
  if (!legal) return fail(legal.error());
  const exchange::ExportStamp stamp{visit.frame.school, *legal, visit.now};
  return file_answer(writer.text(), "text/csv; charset=utf-8",
                     exchange::file_name("register-extract", question.days.from(),
                                         question.days.to(), stamp, "csv"));
}

/// Empty, or why it is too much for one page.
std::string too_much(const reg::School& school, const reports::ExtractQuestion& question) {
  const int days = question.days.to().number() - question.days.from().number() + 1;
  if (days > kMostDays) {
    return fmt::format("These are {} days; ask for {} at most at a time.", days, kMostDays);
  }
  const auto children = std::ranges::count_if(school.pupils, [&](const auto& pupil) {
    const bool asked = question.class_name.empty() || pupil.class_name == question.class_name;
    return asked && pupil.start <= question.days.to() &&
           (!pupil.leaving || question.days.from() <= *pupil.leaving);
  });
  if (children * days <= kMostChildDays) return "";
  return fmt::format("These are {} days of {} children; ask for a class, or for fewer days.", days,
                     children);
}

struct ExtractAsked {
  std::vector<Choice> classes;
  reports::ExtractQuestion question;
};

ExtractAsked extract_asked(const Visit& visit, const reg::School& school, FormErrors& errors) {
  const auto days = days_asked(visit, DateRange::week_of(visit.today), errors);
  ExtractAsked asked{extract_classes(school),
                     {days, visit.query("class"),
                      [who = visit.who](reg::Code code) { return sees_code(who, code); }}};
  check_choice(asked.question.class_name, asked.classes, "class", errors);
  if (const auto why = too_much(school, asked.question); !why.empty()) errors.add("to", why);
  if (!errors.empty()) {
    asked.question.days = DateRange::week_of(visit.today);
    asked.question.class_name.clear();
  }
  return asked;
}

Result<Answer> extract_page(const Visit& visit, store::Register& held, const PageFrame& asked_frame,
                            const ExtractAsked& asked, const reports::ReportSheet& sheet) {
  const auto& question = asked.question;
  const auto legal = legal_over(visit, held, question.days);
  if (!legal) return fail(legal.error());
  PageFrame frame = asked_frame;
  frame.legal_register = *legal;
  frame.title = sheet.title;
  frame.path = "/reports";
  const auto address =
      fmt::format("/reports/extract?from={}&to={}&class={}", question.days.from().text(),
                  question.days.to().text(), in_address(question.class_name));
  const auto main = join(
      {sheet_headline(sheet, {}), extract_form(visit, frame.errors, asked.classes, question.days),
       sheet.tables.empty() ? calm("No mark stands in these days.") : sheet_tables(sheet),
       sheet_stamp(sheet, visit.now), take_along(address)});
  return page_answer(page(frame, main), frame.errors.empty() ? 200 : 422);
}

Result<Answer> show_extract(const Visit& visit, store::Register& held) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  PageFrame frame = visit.frame;
  const auto asked = extract_asked(visit, **school, frame.errors);
  const auto& question = asked.question;
  auto entries = held.entries(question.days.from(), question.days.to());
  if (!entries) return fail(entries.error());
  const auto history = reg::MarkHistory::from(std::move(*entries));
  if (!history) return fail(history.error());
  const std::string as = frame.errors.empty() ? visit.query("as") : "";
  auto sheet = reports::extract_sheet(*history, **school, question);
  const auto kept = kept_words(held);
  if (!kept) return fail(kept.error());
  sheet.notes.push_back(*kept);
  auto answer = as == "csv"   ? extract_csv(visit, held, *history, question)
                : is_file(as) ? sheet_file(visit, held, sheet, as)
                              : extract_page(visit, held, frame, asked, sheet);
  if (!answer) return answer;
  answer->read = {{is_file(as) ? reg::ReadKind::exported : reg::ReadKind::printed_list,
                   std::nullopt, fmt::format("extract of the register {}", question.days.text())}};
  return answer;
}

}  // namespace

Routes extract_routes() {
  return {{"GET", "/reports/extract", {Role::office, Role::head}, Runs::reading, show_extract}};
}

}  // namespace handbell::office
