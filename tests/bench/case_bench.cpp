// handbell-case-bench [PUPILSxYEARS]: what a child's case costs in a school of that size (1000x6 if
// none is given): the page, the list of open cases, and the evidence pack as a PDF. The case is a
// full one: everything that can be noted three times, a call each Monday, and thirty amended marks,
// beside the thirty calls that the office makes each morning. Reported with the aim beside it; ends
// with 0 whatever it is.
#include "app/base/school_time.h"
#include "app/office/cases/case.h"
#include "app/office/cases/case_list.h"
#include "app/office/cases/pack.h"
#include "app/office/cases/page_case.h"
#include "app/register/year_line.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "runs.h"
#include "scale_school.h"
#include "some_case.h"
#include <fmt/format.h>

#include <filesystem>
#include <iostream>

namespace handbell::bench {

namespace {

namespace fs = std::filesystem;

constexpr int kCases = 60;
constexpr int kTimes = 21;

office::Visit visit_on(SchoolDay day) {
  office::Visit visit{
      {},
      {},
      {"S1", *reg::Author::from("A Noor", "Headteacher"), {reg::Role::head}, {}, "t0ken"},
      from_local(day, TimeOfDay::from_ms(hours(10).count)),
      day,
      {},
      ""};
  visit.request.method = "GET";
  return visit;
}

/// Everything that a page of one child asks for.
Result<office::CaseFacts> facts_for(const office::Visit& visit, store::RegisterFile& file) {
  auto school = file.shared_school();
  if (!school) return fail(school.error());
  const auto* pupil = (*school)->pupil(PupilId(1));
  if (pupil == nullptr) return fail(FaultCode::pupil_unknown, "1");
  auto record = office::case_record(file, *school, *pupil);
  if (!record) return fail(record.error());
  return office::case_facts(visit, file, std::move(*record));
}

std::vector<Figure> case_figures(store::RegisterFile& file, SchoolDay today) {
  const auto visit = visit_on(today);
  std::size_t bytes = 0;
  const auto page = each_of(kTimes, [&] {
    const auto facts = facts_for(visit, file);
    if (!facts) return false;
    bytes = office::case_page(office::case_view(visit, *facts), visit.frame).markup().size();
    return true;
  });
  const auto list = each_of(kTimes, [&] {
    const auto view = office::cases_view(visit, file);
    return view && !office::cases_page(*view, visit.frame).empty();
  });
  std::size_t pdf_bytes = 0;
  const auto pack = each_of(kTimes, [&] {
    const auto facts = facts_for(visit, file);
    if (!facts) return false;
    const auto pdf = office::pack_pdf(visit, file, *facts);
    pdf_bytes = pdf ? pdf->size() : 0;
    return pdf.has_value();
  });
  std::vector<Figure> figures{times("page of one case", page, 250),
                              times(fmt::format("list of {} open cases", kCases), list, 50),
                              times("evidence pack as PDF", pack, 1000)};
  figures[0].more += fmt::format(", {} kB", bytes / 1000);
  figures[2].more += fmt::format(", {} kB", pdf_bytes / 1000);
  return figures;
}

/// Thirty a morning of the year, of another thirty children each time; the first child's on
/// Mondays.
Status write_calls(store::RegisterFile& file, SchoolDay today) {
  constexpr int kCallsADay = 30;
  const auto by = *reg::Author::from("R Patel", "Office manager");
  int child = 2;
  for (SchoolDay day = reg::first_day_of(reg::school_year_of(today)); day <= today;
       day = day.plus(1)) {
    if (day.is_weekend()) continue;
    const Instant at = from_local(day, TimeOfDay::from_ms(hours(9).count));
    std::vector<reg::DayNote> calls;
    for (int i = 0; i < kCallsADay; ++i) {
      const PupilId whose(i == 0 && day.weekday() == Weekday::monday ? 1 : child);
      child = child == 200 ? 2 : child + 1;
      calls.emplace_back(reg::CallAttempt{whose,
                                          "",
                                          1,
                                          "Nadia Khan",
                                          at + seconds(60 * i),
                                          reg::CallResult::no_answer,
                                          {},
                                          "",
                                          by});
    }
    if (const auto written = file.write(calls, at); !written) return fail(written.error());
  }
  return {};
}

/// Of the first child, on as many days up to today.
Status amend(store::RegisterFile& file, SchoolDay today, int marks) {
  const auto by = *reg::Author::from("A Noor", "Headteacher");
  std::vector<reg::MarkDraft> drafts;
  for (SchoolDay day = today.plus(-1); static_cast<int>(drafts.size()) < marks;
       day = day.plus(-1)) {
    if (day.is_weekend()) continue;
    drafts.push_back({PupilId(1),
                      {day, Half::am},
                      reg::code_of("O"),
                      {},
                      {},
                      "No reason was given within five school days.",
                      "Headteacher",
                      by});
  }
  const auto written = file.enter(drafts, kCaseTyped);
  return written ? Status() : fail(written.error());
}

Status write_full_case(store::RegisterFile& file, SchoolDay today) {
  for (int i = 1; i <= kCases; ++i) {
    for (int times = 0; times < (i == 1 ? 3 : 1); ++times) {
      const auto written = file.write_case(one_of_each_case_note(i), kCaseTyped);
      if (!written) return fail(written.error());
    }
  }
  if (Status called = write_calls(file, today); !called) return called;
  return amend(file, today, 30);
}

int report_cases(const Scale& scale) {
  std::string folder = (fs::temp_directory_path() / "handbell-cases-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return 2;
  const std::string path = folder + "/register.db";
  write_school(path, scale);
  CountedRandom random;
  {
    auto file = store::RegisterFile::open(path, random);
    if (!file) return 2;
    if (!write_full_case(**file, today(scale))) return 2;
    (void)print(case_figures(**file, today(scale)));
  }
  fs::remove_all(folder);
  return 0;
}

}  // namespace

}  // namespace handbell::bench

int main(int argc, char** argv) {
  handbell::bench::Scale scale;
  if (argc > 1) {
    const std::string text = argv[1];
    const auto cross = text.find('x');
    scale.pupils = std::atoi(text.substr(0, cross).c_str());
    if (cross != std::string::npos) scale.years = std::atoi(text.substr(cross + 1).c_str());
  }
  if (scale.pupils < 201 || scale.pupils > 2'000 || scale.years < 1 || scale.years > 60) {
    std::cerr << "handbell-case-bench [PUPILSxYEARS]: 201 to 2000 pupils, 1 to 60 years\n";
    return 2;
  }
  return handbell::bench::report_cases(scale);
}
