// handbell-scale [PUPILSxYEARS...]: a register of that size (1000x6 if none is given), and what its
// figures, its lateness, its check and its report cost, against SQL by hand on the
// same file. Ends with 1 if a ratio of the first size does not hold.
//
// handbell-scale --most-mb PROGRAM [WORD...]: runs that, and prints the most memory that it had. A
// program counts the memory of whoever started it as its own, so a small one has to.
#include "app/base/school_time.h"
#include "app/reports/governor_sheet.h"
#include "app/reports/pupil_figures.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "figures.h"
#include "plain_sql.h"
#include "stopwatch.h"
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <iostream>

namespace handbell::bench {

namespace {

namespace fs = std::filesystem;

/// How long work() takes, several times in turns with the other, so that both meet the same
/// machine.
struct Turns {
  std::vector<double> ours;
  std::vector<double> plain;
  [[nodiscard]] double ratio() const { return median(ours) / median(plain); }
  [[nodiscard]] std::string words() const {
    return fmt::format("{:.2f} against {:.2f} ms", median(ours), median(plain));
  }
};

template <class Ours, class Plain>
Turns in_turns(int times, Ours ours, Plain plain) {
  Turns turns;
  for (int i = 0; i < times; ++i) {
    const Stopwatch first;
    ours();
    turns.ours.push_back(first.ms());
    const Stopwatch second;
    plain();
    turns.plain.push_back(second.ms());
  }
  return turns;
}

/// Possible sessions of everybody, through the store and the reports.
long long possible_sessions(store::RegisterFile& file, SchoolDay from, SchoolDay to) {
  auto lines = file.years(reg::school_year_of(from), reg::school_year_of(to));
  if (!lines) return -1;
  const reports::PupilFigures figures(std::move(*lines), {});
  const auto range = *reports::DateRange::from_days(from, to);
  long long possible = 0;
  for (const PupilId pupil : figures.pupils()) possible += figures.of(pupil, range).possible();
  return possible;
}

struct Ended {
  int status = -1;
  double most_mb = kNotMeasured;
};

/// Runs a program to its end, with what it prints thrown away.
Ended run(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t quiet{};
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int begun = posix_spawn(&child, arguments[0], &quiet, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&quiet);
  if (begun != 0) return {};
  rusage used{};
  int status = 0;
  if (::wait4(child, &status, 0, &used) != child || !WIFEXITED(status)) return {};
  return {WEXITSTATUS(status), static_cast<double>(used.ru_maxrss) / 1024};
}

/// A site around the register, for the program that the school runs.
class Site {
 public:
  Site() {
    std::string pattern = (fs::temp_directory_path() / "handbell-scale-XXXXXX").string();
    root_ = ::mkdtemp(pattern.data());
    (void)run({HANDBELL_BIN "/handbell", "init", folder(), "--name", "A large school"});
    fs::remove(register_path());
    fs::remove(register_path() + "-wal");
    fs::remove(register_path() + "-shm");
  }
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;
  ~Site() { fs::remove_all(root_); }

  [[nodiscard]] std::string folder() const { return root_ + "/school"; }
  [[nodiscard]] std::string register_path() const { return folder() + "/office/register.db"; }

 private:
  std::string root_;
};

double report_mb(const Site& site, const Scale& scale) {
  const auto year = reg::school_year_of(today(scale));
  const std::string command = fmt::format(
      "'{0}/handbell-scale' --most-mb '{0}/handbell' --site '{1}' report attendance --from {2} --to"
      " {3} --by pupil",
      HANDBELL_BIN, site.folder(), first_day(year).text(), today(scale).text());
  std::FILE* said = ::popen(command.c_str(), "r");
  if (said == nullptr) return kNotMeasured;
  double mb = kNotMeasured;
  if (std::fscanf(said, "%lf", &mb) != 1) mb = kNotMeasured;
  return ::pclose(said) == 0 ? mb : kNotMeasured;
}

/// In the processor's time: it is minutes long, and the machine has other work.
Figure verify_figure(store::RegisterFile& file) {
  const std::clock_t begun = std::clock();
  const auto count = file.verify();
  const double ms = static_cast<double>(std::clock() - begun) * 1000.0 / CLOCKS_PER_SEC;
  if (!count) return {"verify", kNotMeasured, 2, "us an entry", false, sentence(count.error())};
  const auto entries = static_cast<double>(count->entries);
  return {"verify (500,000 entries a second are 2)",
          ms * 1000 / entries,
          2,
          "us an entry",
          false,
          fmt::format("{:.0f} entries, {:.0f} a second", entries, entries * 1000 / ms)};
}

Figure mark_figure(store::RegisterFile& file, const Scale& scale) {
  std::vector<double> ms;
  const auto by = *reg::Author::from("R Patel", "office manager");
  for (int i = 0; i < 100; ++i) {
    const Stopwatch watch;
    const auto done = file.enter({{PupilId(i + 1),
                                   {today(scale), Half::pm},
                                   reg::code_of("I"),
                                   std::nullopt,
                                   std::nullopt,
                                   "Went home ill",
                                   "Office",
                                   by}},
                                 from_local(today(scale), TimeOfDay::from_ms(hours(14).count)));
    if (done) ms.push_back(watch.ms());
  }
  return times("one mark with its entry", ms, 10);
}

/// The governors' report of the school year, with last year's terms beside it: as the page reads
/// and counts it.
Figure governors_figure(store::RegisterFile& file, const Scale& scale) {
  constexpr int kReports = 11;
  const SchoolDay end = today(scale);
  const auto year = reports::DateRange::year_to_date(end);
  const auto marks = reports::DateRange::from_days(first_day(reg::school_year_of(end) - 1), end);
  std::vector<double> ms;
  for (int i = 0; i < kReports && marks; ++i) {
    const Stopwatch watch;
    const auto source = reports::ReportSource::read(file, *marks, year);
    if (!source) continue;
    const auto sheet = reports::governor_sheet(*source, {year, "the school year", end});
    if (!sheet.tables.empty()) ms.push_back(watch.ms());
  }
  return times("the governors' report of a year", ms, 100);
}

std::vector<Figure> figures_of(const Scale& scale) {
  const Site site;
  const Stopwatch watch;
  write_school(site.register_path(), scale);
  const double filled = watch.ms();
  PlainSql plain(site.register_path(), scale);
  CountedRandom random;
  auto file = store::RegisterFile::open(site.register_path(), random);
  if (!file) return {};
  const SchoolDay end = today(scale);
  const SchoolDay year = first_day(reg::school_year_of(end));
  const auto attendance = [&](SchoolDay from, const char* what) {
    long long ours = 0;
    long long theirs = 0;
    const Turns turns = in_turns(
        5, [&] { ours = possible_sessions(**file, from, end); },
        [&] { theirs = plain.attendance(from, end); });
    const double ratio = ours == theirs && ours > 0 ? turns.ratio() : kNotMeasured;
    return Figure{what,    ratio, 0.5,
                  "times", true,  fmt::format("{}, {} sessions", turns.words(), ours)};
  };
  std::vector<Figure> figures;
  figures.push_back({"written", filled * 1000 / static_cast<double>(marks_of(scale)), 100,
                     "us a mark", false,
                     fmt::format("{} pupils, {} marks", scale.pupils, marks_of(scale))});
  figures.push_back(attendance(year, "attendance of all, one year, against SQL by hand"));
  figures.push_back(
      attendance(first_day(reg::school_year_of(end) - 5), "attendance of all, six years"));
  std::size_t late = 0;
  const Turns today_turns = in_turns(
      21,
      [&] {
        const auto lines = reg::lines_of(**file, {end, Half::am});
        late = lines ? static_cast<std::size_t>(std::count_if(
                           lines->begin(), lines->end(),
                           [](const auto& line) { return line.state == reg::LineState::pending; }))
                     : 0;
      },
      [&] { (void)plain.lateness(end); });
  figures.push_back({"today's lateness, against SQL by hand",
                     late == kLateToday ? today_turns.ratio() : kNotMeasured, 2, "times", true,
                     fmt::format("{}, {} late", today_turns.words(), late)});
  figures.push_back(governors_figure(**file, scale));
  figures.push_back(mark_figure(**file, scale));
  figures.push_back(verify_figure(**file));
  file->reset();
  figures.push_back(
      {"most memory of the year's report", report_mb(site, scale), 64, "MB", true, "by pupil"});
  return figures;
}

}  // namespace

}  // namespace handbell::bench

namespace {

int print_most_mb(const std::vector<std::string>& words) {
  const auto ended = handbell::bench::run(words);
  fmt::print("{:.2f}\n", ended.most_mb);
  return ended.status;
}

/// "1000" or "2000x15"; nothing for what is no size.
std::optional<handbell::bench::Scale> scale_in(const std::string& text) {
  handbell::bench::Scale scale;
  const auto cross = text.find('x');
  scale.pupils = std::atoi(text.substr(0, cross).c_str());
  if (cross != std::string::npos) scale.years = std::atoi(text.substr(cross + 1).c_str());
  const bool fits = scale.pupils > handbell::bench::kLateToday && scale.pupils <= 2'000 &&
                    scale.years >= 6 && scale.years <= 60;
  return fits ? std::optional(scale) : std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace handbell::bench;
  if (argc > 2 && std::string(argv[1]) == "--most-mb")
    return print_most_mb({argv + 2, argv + argc});
  std::vector<Scale> scales;
  for (int i = 1; i < argc; ++i) {
    const auto scale = scale_in(argv[i]);
    if (!scale) {
      std::cerr << "handbell-scale [PUPILSxYEARS...]: 201 to 2000 pupils, 6 to 60 years\n";
      return 2;
    }
    scales.push_back(*scale);
  }
  if (scales.empty()) scales.emplace_back();
  bool holds = true;
  for (std::size_t i = 0; i < scales.size(); ++i) {
    auto figures = figures_of(scales[i]);
    if (i == 0) {
      for (auto& figure : mark_figures()) figures.push_back(std::move(figure));
    }
    const bool all = print(figures);
    std::cout.flush();
    holds = holds && (all || i > 0);
  }
  return holds ? 0 : 1;
}
