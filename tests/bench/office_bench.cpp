// handbell-office-bench [--counts|--pages]: what the office's daily work costs on 1,000 pupils and
// one year, beside what was measured of RosarioSIS 12 on a machine like this: medians of several
// runs. First at the store, then through the pages of the real office (--pages: those alone).
// Ends with 1 if a count does not hold. --counts: statements and syncs alone, the same in each run.
#include "app/store/power_cut_vfs.h"

#include "counted_statements.h"
#include "http_office.h"
#include "measured_office.h"
#include "runs.h"
#include "scale_school.h"
#include "small_school.h"
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <iostream>
#include <thread>

namespace handbell::bench {

namespace {

/// Children who have no mark yet, in sessions within the year: its Saturdays and Sundays.
class Unmarked {
 public:
  struct Child {
    int pupil;
    SessionId session;
  };
  /// So many children of one session, the first of whom is named.
  Child next(int children = 1) {
    if (pupil_ + children > kSchool.pupils) {
      pupil_ = 0;
      advance();
    }
    const Child child{pupil_ + 1, session_};
    pupil_ += children;
    return child;
  }

 private:
  void advance() {
    if (session_.half == Half::am) {
      session_.half = Half::pm;
      return;
    }
    SchoolDay day = session_.day.plus(1);
    while (!day.is_weekend()) day = day.plus(1);
    session_ = {day, Half::am};
  }

  int pupil_ = 0;
  SessionId session_{on("2019-09-07"), Half::am};
};

/// Clients who each leave the next mark as soon as the last is durable.
Figure together_figure(MeasuredOffice& office, Unmarked& unmarked, int clients,
                       const char* theirs) {
  constexpr int kEach = 400;
  std::vector<double> ms_a_mark;
  for (int run = 0; run < kRuns; ++run) {
    std::vector<std::vector<Unmarked::Child>> children(static_cast<std::size_t>(clients));
    for (auto& mine : children) {
      for (int i = 0; i < kEach; ++i) mine.push_back(unmarked.next());
    }
    std::atomic<int> durable = 0;
    const auto work = [&](const std::vector<Unmarked::Child>& mine) {
      const auto client = office.client();
      for (const auto& [pupil, session] : mine) {
        durable += client->mark(pupil, pupil, session) ? 1 : 0;
      }
    };
    const Stopwatch watch;
    std::vector<std::thread> threads;
    for (const auto& mine : children) threads.emplace_back([&] { work(mine); });
    for (auto& thread : threads) thread.join();
    ms_a_mark.push_back(durable == clients * kEach ? watch.ms() / durable : kNotMeasured);
  }
  return told_together(fmt::format("a durable mark, {} at once", clients), ms_a_mark,
                       clients * kEach, clients == 1 ? 2.0 : 1.0, theirs);
}

/// What every page asks for first.
std::vector<Figure> school_figures(store::Register& file) {
  const auto copied =
      runs_of([&] { return each_of(100, [&] { return file.school().has_value(); }); });
  const auto shared =
      runs_of([&] { return each_of(100, [&] { return file.shared_school().has_value(); }); });
  const auto anew = runs_of([&] {
    return each_of(10, [&] {
      const std::string name = file.school()->name == "Oak Lane" ? "Elm Lane" : "Oak Lane";
      return file.name_school(name) && file.shared_school();
    });
  });
  return {told("the school for one's own", copied, median, 15, ""),
          told("the school, shared", shared, median, 0.1, ""),
          told("the school's name changed, and the school read anew", anew, median, 15, "")};
}

/// The least that anything durable takes on this disk.
Figure disk_figure(const std::string& path) {
  const std::vector<char> pages(3 * 4096, 'x');  // about what a mark writes
  const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  const auto syncs = runs_of([&] {
    return each_of(
        300, [&] { return ::write(file, pages.data(), pages.size()) > 0 && ::fsync(file) == 0; });
  });
  ::close(file);
  return told("a sync of the disk, without anything of ours", syncs, median, 2, "");
}

std::vector<Figure> time_figures() {
  std::string pattern =
      (std::filesystem::temp_directory_path() / "handbell-office-XXXXXX").string();
  const std::filesystem::path folder = ::mkdtemp(pattern.data());
  const std::string path = folder / "register.db";
  write_school(path, kSchool);
  std::vector<Figure> figures{disk_figure(folder / "disk")};
  {
    MeasuredOffice office(path);
    const auto client = office.client();
    Unmarked unmarked;
    const SessionId now{today(kSchool), Half::am};
    const auto mark_next = [&](int children) {
      const auto [pupil, session] = unmarked.next(children);
      return client->mark(pupil, pupil + children - 1, session);
    };
    const auto marks = runs_of([&] { return each_of(500, [&] { return mark_next(1); }); });
    figures.push_back(told("one mark", marks, median, 2, "RosarioSIS 23.6; "));
    figures.push_back(told("one mark, 99 of 100", marks, p99, 10, ""));
    figures.push_back(together_figure(office, unmarked, 1, "RosarioSIS 42 a second"));
    figures.push_back(together_figure(office, unmarked, 4, "RosarioSIS 73.5 a second"));
    const auto classes = runs_of([&] { return each_of(50, [&] { return mark_next(kClass); }); });
    figures.push_back(told("a class of 30", classes, median, 15, "RosarioSIS 185; "));
    const auto all = static_cast<std::size_t>(kSchool.pupils);
    const auto lists =
        runs_of([&] { return each_of(50, [&] { return client->list(now) == all; }); });
    figures.push_back(
        told("the day's list of 1,000 pupils", lists, median, 15, "RosarioSIS 120; "));
    for (auto& figure : office.writer().ask(school_figures)) figures.push_back(std::move(figure));
  }
  std::filesystem::remove_all(folder);
  return figures;
}

std::vector<Figure> cost_figures() {
  constexpr int kTogether = 100;
  const CountedStatements statements;
  const store::PowerCutVfs vfs("office");
  {
    CountedRandom random;
    std::vector<reg::PupilRecord> rows;
    for (int i = 1; i <= kTogether; ++i) rows.push_back(pupil_named("Zofia", "Nowak", i));
    const auto file = store::RegisterFile::open("register.db", random, {vfs.vfs_name()}).value();
    (void)file->put_pupils(rows);
  }
  MeasuredOffice office("register.db", vfs.vfs_name());
  const auto client = office.client();
  const SessionId am{on("2026-01-12"), Half::am};
  const SessionId pm{on("2026-01-12"), Half::pm};
  std::vector<Figure> figures;
  const auto count = [&](const std::string& what, int marks, double bar, const auto& work) {
    const int syncs = vfs.counts("register.db-wal").syncs;
    CountedStatements::begin();
    const bool done = work();
    const double each = static_cast<double>(CountedStatements::count()) / marks;
    const double synced = vfs.counts("register.db-wal").syncs - syncs;
    figures.push_back(
        {"statements a mark, " + what, done ? each : kNotMeasured, bar, "", true, "RosarioSIS 24"});
    figures.push_back({"syncs, " + what, done ? synced : kNotMeasured, 1, "", true, ""});
  };
  // What is prepared once, or read once, is not counted.
  if (!client->mark(1, 1, am)) return {{"a mark", kNotMeasured, 0, "", true, "was refused"}};
  count("the first of its session", 1, 6, [&] { return client->mark(2, 2, am); });
  count("an amendment", 1, 6, [&] { return client->mark(2, 2, am); });
  count("a class of 30", kClass, 4.1, [&] { return client->mark(31, 60, am); });
  // Four of the mark, two that keep it apart from the others, and two of the transaction in all.
  count("100 at once", kTogether, 6.1, [&] { return office.mark_at_once(kTogether, pm); });
  return figures;
}

}  // namespace

}  // namespace handbell::bench

int main(int argc, char** argv) {
  using namespace handbell::bench;
  const std::string only = argc == 2 ? argv[1] : "";
  if (argc > 2 || (!only.empty() && only != "--counts" && only != "--pages")) {
    std::cerr << "handbell-office-bench [--counts|--pages]\n";
    return 2;
  }
  std::vector<Figure> figures;
  const auto add = [&](std::vector<Figure> more) {
    for (auto& figure : more) figures.push_back(std::move(figure));
  };
  if (only != "--pages") add(cost_figures());
  if (only.empty()) add(time_figures());
  if (only != "--counts") add(http_figures());
  return print(figures) ? 0 : 1;
}
