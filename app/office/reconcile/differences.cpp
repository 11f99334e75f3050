#include "app/office/reconcile/differences.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"
#include "app/office/web/code_choice.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

namespace handbell::office {
namespace {

constexpr std::size_t kMostDifferences = 200;

std::string mark_shown(const Visitor& who, reg::Code code, const std::optional<int>& minutes) {
  if (!sees_code(who, code)) return "•";
  if (!minutes) return std::string(code.text());
  return fmt::format("{} ({} minute{})", code.text(), *minutes, *minutes == 1 ? "" : "s");
}

std::string read_words(const reg::OtherMark& mark) {
  const auto local = to_local(mark.at);
  return fmt::format("{}, imported on {} at {} by {}", mark.file,
                     local ? local->day.words() : "a day that is not known", local_hh_mm(mark.at),
                     mark.by.text());
}

Status put_ours(const Visit& visit, store::Register& held, const reg::MarkDifference& found,
                DifferenceLine& line) {
  line.ours = mark_shown(visit.who, found.ours.code, found.ours.minutes_late);
  const auto history = held.history(found.theirs.what.pupil, found.theirs.what.session);
  if (!history) return fail(history.error());
  if (history->empty()) return {};
  const auto& mark = history->back();
  line.seen = std::to_string(mark.entry);
  line.written = mark.what.by.text();
  if (sees_code(visit.who, mark.what.code)) line.written += ": " + mark.what.reason;
  return {};
}

Result<DifferenceLine> difference_line(const Visit& visit, store::Register& held,
                                       const reg::PupilRecord& pupil,
                                       const reg::MarkDifference& found) {
  const auto& theirs = found.theirs.what;
  DifferenceLine line;
  line.entry = std::to_string(found.theirs.entry);
  line.pupil = std::to_string(pupil.id.number());
  line.name = child_name(pupil);
  line.class_name = pupil.class_name;
  line.day = theirs.session.day.text();
  line.half = std::string(text_of(theirs.session.half));
  line.session =
      theirs.session.day.words() + (theirs.session.half == Half::am ? ", morning" : ", afternoon");
  line.theirs = mark_shown(visit.who, theirs.code, theirs.minutes_late);
  line.read = read_words(theirs);
  line.may_take = sees_code(visit.who, theirs.code) && sees_code(visit.who, found.ours.code);
  if (Status put = put_ours(visit, held, found, line); !put) return fail(put.error());
  return line;
}

SchoolDay first_of(int school_year) {
  return *SchoolDay::parse(fmt::format("{:04}-09-01", school_year));
}

}  // namespace

Result<std::vector<reg::MarkDifference>> differences_of_year(const Visit& visit,
                                                             store::Register& held,
                                                             int school_year) {
  const SchoolDay end = first_of(school_year + 1).plus(-1);
  return reg::mark_differences(held, first_of(school_year), std::min(end, visit.today));
}

Result<std::size_t> count_differences(store::Register& held, SchoolDay day) {
  const auto found = reg::mark_differences(held, day, day);
  if (!found) return fail(found.error());
  return found->size();
}

Result<DifferencesView> differences_view(const Visit& visit, store::Register& held,
                                         int school_year) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto settings = held.settings();
  if (!settings) return fail(settings.error());
  const auto found = differences_of_year(visit, held, school_year);
  if (!found) return fail(found.error());
  DifferencesView view;
  const std::string legal = reg::legal_register(*settings, visit.today);
  if (legal != reg::kHandbellRegister) view.other = legal;
  view.year = school_year;
  view.is_this_year = school_year == reg::school_year_of(visit.today);
  for (const auto& one : *found) {
    const auto* pupil = (*school)->pupil(one.theirs.what.pupil);
    if (pupil == nullptr) continue;
    if (view.lines.size() == kMostDifferences) {
      ++view.more;
      continue;
    }
    auto line = difference_line(visit, held, *pupil, one);
    if (!line) return fail(line.error());
    view.lines.push_back(std::move(*line));
  }
  return view;
}

}  // namespace handbell::office
