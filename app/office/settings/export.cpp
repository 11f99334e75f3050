#include "app/office/settings/export.h"

#include "app/exchange/export_stamp.h"
#include "app/exchange/mark_export.h"
#include "app/office/settings/settings_page.h"
#include "app/office/web/code_choice.h"
#include "app/reports/date_range.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

Result<Answer> show_export(const Visit& visit, store::Register& held,
                           const FormErrors& errors = {}) {
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  Field from = typed_field(visit, errors, "from", "First day", visit.today.text());
  from.type = "date";
  Field to = typed_field(visit, errors, "to", "Last day", visit.today.text());
  to.type = "date";
  const Field which = typed_field(visit, errors, "which", "Which marks", "current");
  const Field as = typed_field(visit, errors, "as", "As what", "csv");
  const auto form =
      post_form("/settings/export", visit.who.form_token,
                join({input_field(from), input_field(to),
                      radio_field(which, {{"current", "The marks as they stand"},
                                          {"every", "Every entry, with what it replaced and why"},
                                          {"new", "Only what has not left yet",
                                           "What leaves now is known as exported."}}),
                      radio_field(as, {{"csv", "CSV, for a spreadsheet or the other system"},
                                       {"json", "JSON, for another program"}}),
                      button("Make the file")}));
  return settings_page(
      visit, "Export marks",
      paragraph(fmt::format("A list of marks. Its name says the days and the legal register, today "
                            "{}. The file holds children's data: put it where only those who need "
                            "it can read it.",
                            reg::legal_register(*settings, visit.today))) +
          form,
      errors);
}

struct Leaving {
  reg::MarkHistory history;
  std::vector<reg::Mark> marks;
};

Result<Leaving> leaving(store::Register& held, const reports::DateRange& days,
                        const std::string& which) {
  auto entries = held.entries(days.from(), days.to());
  if (!entries) return fail(entries.error());
  auto history = reg::MarkHistory::from(std::move(*entries));
  if (!history) return fail(history.error());
  auto marks = which == "every" ? history->entries() : history->current();
  if (which == "new") {
    const auto records = held.exports(days.from(), days.to());
    if (!records) return fail(records.error());
    marks = still_to_export(marks, *records);
  }
  return Leaving{std::move(*history), std::move(marks)};
}

/// Marks that tell, or told before they were amended, what this person may not see.
std::ptrdiff_t unseen(const Visitor& who, const Leaving& going) {
  return std::ranges::count_if(going.marks, [&](const reg::Mark& mark) {
    const auto* before = going.history.before(mark);
    return !sees_code(who, mark.what.code) ||
           (before != nullptr && !sees_code(who, before->what.code));
  });
}

Status note(store::Register& held, const std::vector<reg::Mark>& marks, Instant now) {
  std::vector<reg::ExportRecord> records;
  records.reserve(marks.size());
  for (const auto& mark : marks) records.push_back(reg::ExportRecord::exported(mark.entry, now));
  return held.put_exports(records);
}

std::optional<reports::DateRange> days_asked(const Visit& visit, FormErrors& errors) {
  const auto from = typed_day(visit, "from", errors);
  const auto to = typed_day(visit, "to", errors);
  if (!from || !to) return std::nullopt;
  const auto days = reports::DateRange::from_days(*from, *to);
  if (days) return *days;
  errors.add("to", "The last day is before the first.");
  return std::nullopt;
}

Result<std::string> name_of_file(const Visit& visit, store::Register& held,
                                 const reports::DateRange& days, const std::string& school,
                                 const std::string& ending) {
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const auto last = std::max(days.from(), std::min(visit.today, days.to()));
  const exchange::ExportStamp stamp{school, reg::legal_register(*settings, days.from(), last),
                                    visit.now};
  return exchange::file_name("marks", days.from(), days.to(), stamp, ending);
}

Result<Answer> make_file(const Visit& visit, store::Register& held) {
  FormErrors errors;
  const auto days = days_asked(visit, errors);
  const std::string which = visit.typed("which");
  if (which != "current" && which != "every" && which != "new") {
    errors.add("which", "Choose which marks.");
  }
  const bool as_json = visit.typed("as") == "json";
  if (!as_json && visit.typed("as") != "csv") errors.add("as", "Choose what the file is to be.");
  if (!errors.empty()) return show_export(visit, held, errors);
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto going = leaving(held, *days, which);
  if (!going) return fail(going.error());
  if (going->marks.empty()) {
    errors.add("from", which == "new" ? "Everything of these days has left already."
                                      : "There is no mark on these days.");
    return show_export(visit, held, errors);
  }
  if (const auto hidden = unseen(visit.who, *going); hidden > 0) {
    errors.add("from", fmt::format("{} of these marks {} a code that you may not see: the "
                                   "headteacher can make this file.",
                                   hidden, hidden == 1 ? "has" : "have"));
    return show_export(visit, held, errors);
  }
  auto text = as_json ? exchange::write_marks_as_json(going->history, **school, going->marks)
                      : exchange::write_marks(going->history, **school, going->marks);
  if (!text) return fail(text.error());
  const auto name = name_of_file(visit, held, *days, (*school)->name, as_json ? "json" : "csv");
  if (!name) return fail(name.error());
  if (which == "new") {
    if (const Status noted = note(held, going->marks, visit.now); !noted) {
      return fail(noted.error());
    }
  }
  net::Response file{
      200, as_json ? "application/json" : "text/csv; charset=utf-8", std::move(*text), {}};
  file.headers["Content-Disposition"] = "attachment; filename=\"" + *name + "\"";
  Answer answer{std::move(file)};
  answer.read.push_back({reg::ReadKind::exported, std::nullopt,
                         fmt::format("marks {} to {}{}", days->from().text(), days->to().text(),
                                     as_json ? ", JSON" : "")});
  return answer;
}

}  // namespace

Routes export_routes() {
  const std::vector<Role> who{Role::office, Role::head};
  return {{"GET", "/settings/export", who, Runs::reading,
           [](const Visit& visit, store::Register& held) { return show_export(visit, held); }},
          {"POST", "/settings/export", who, Runs::writing, make_file}};
}

}  // namespace handbell::office
