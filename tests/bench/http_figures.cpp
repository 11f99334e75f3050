#include "http_office.h"
#include "runs.h"

#include <array>
#include <thread>

namespace handbell::bench {

namespace {

constexpr int kClasses = 32;

/// One first mark of a child who has none yet; the office asks for a reason each time.
class Marking {
 public:
  explicit Marking(const HttpOffice& office) : office_(office) {}
  /// The form of the next child, from any thread.
  std::string next() {
    const int number = next_++;
    const auto day = office_.days().at(static_cast<std::size_t>(number / kSchool.pupils));
    return "pupil=" + std::to_string(number % kSchool.pupils + 1) + "&day=" + day.text() +
           "&session=am&code=%2F&reason=Seen+in+class&seen=0";
  }

 private:
  const HttpOffice& office_;
  std::atomic<int> next_{0};
};

bool mark(KeptConnection& browser, Marking& marking) {
  return browser.post("/pupils/mark", marking.next()).status == 303;
}

/// The register of one class, on the day of the office's clock.
std::string class_form(int number, SchoolDay day) {
  std::string form = "class=Class+" + std::to_string(number) + "&day=" + day.text() +
                     "&session=am&known=0&upto=0&headcount=" + std::to_string(kClass);
  for (int i = 0; i < kClass; ++i) {
    form += "&child-" + std::to_string(number * kClass + i) + "=present";
  }
  return form;
}

/// Each run is another morning: every class sends its register.
std::vector<std::vector<double>> class_runs(const HttpOffice& office, KeptConnection& browser) {
  std::size_t morning = office.days().size() - kRuns;
  return runs_of([&] {
    const SchoolDay day = office.days().at(morning++);
    office.set_clock(day, "08:38:00");
    (void)browser.get("/register");
    int number = 0;
    return each_of(kClasses, [&] {
      return browser.post("/register/send", class_form(++number, day)).status == 303;
    });
  });
}

Figure together(const HttpOffice& office, Marking& marking, int clients, const char* theirs) {
  constexpr int kEach = 150;
  std::vector<double> ms_a_mark;
  for (int run = 0; run < kRuns; ++run) {
    std::atomic<int> durable = 0;
    const auto work = [&] {
      KeptConnection browser(office.port());
      for (int i = 0; i < kEach; ++i) durable += mark(browser, marking) ? 1 : 0;
    };
    const Stopwatch watch;
    std::vector<std::thread> threads;
    for (int i = 0; i < clients; ++i) threads.emplace_back(work);
    for (auto& thread : threads) thread.join();
    ms_a_mark.push_back(durable == clients * kEach ? watch.ms() / durable : kNotMeasured);
  }
  return told_together(fmt::format("page: a durable mark, {} at once", clients), ms_a_mark,
                       clients * kEach, clients == 1 ? 2.0 : 1.0, theirs);
}

/// What is asked of the register's file for `marks` of them, which `work` leaves.
template <class Work>
void count(const HttpOffice& office, const std::string& what, int marks, double bar,
           double most_syncs, Work work, std::vector<Figure>& figures) {
  const auto& counts = office.counts();
  const std::array before{counts.written.load(), counts.read.load(), counts.syncs.load()};
  const bool done = work();
  const auto each = [&](int now, int then) {
    return done ? static_cast<double>(now - then) / marks : kNotMeasured;
  };
  const double read = each(counts.read, before[1]);
  figures.push_back({"page: statements a mark, " + what, each(counts.written, before[0]), bar, "",
                     true,
                     fmt::format("RosarioSIS 24; and {:.1f} on connections that read", read)});
  figures.push_back(
      {"page: syncs a mark, " + what, each(counts.syncs, before[2]), most_syncs, "", true, ""});
}

void count_figures(const HttpOffice& office, KeptConnection& browser, Marking& marking,
                   std::vector<Figure>& figures) {
  constexpr int kMarks = 100;
  // Six are the mark's (--counts); what stands there is read for who asks, and twice whether the
  // school is another one by now.
  constexpr double kOfPage = 9;
  (void)mark(browser, marking);  // what is prepared once, or read once, is not counted
  count(
      office, "one after the other", kMarks, kOfPage, 1,
      [&] { return each_of(kMarks, [&] { return mark(browser, marking); }).size() == kMarks; },
      figures);
  constexpr int kClients = 50;
  count(
      office, "50 at once", kClients * 2, kOfPage + 0.5, 0.5,
      [&] {
        std::atomic<int> durable = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < kClients; ++i) {
          threads.emplace_back([&] {
            KeptConnection own(office.port());
            for (int k = 0; k < 2; ++k) durable += mark(own, marking) ? 1 : 0;
          });
        }
        for (auto& thread : threads) thread.join();
        return durable == kClients * 2;
      },
      figures);
  const SchoolDay day = office.days().at(office.days().size() - kRuns - 1);
  office.set_clock(day, "08:38:00");
  (void)browser.get("/register");
  count(
      office, "a class of 30", kClass, 6, 1.0 / kClass,
      [&] { return browser.post("/register/send", class_form(1, day)).status == 303; }, figures);
}

std::size_t times_in(const std::string& page, const std::string& words) {
  std::size_t times = 0;
  for (auto at = page.find(words); at != std::string::npos; at = page.find(words, at + 1)) ++times;
  return times;
}

/// A page with so many rows.
struct PageAsked {
  const char* what;
  const char* path;
  const char* row;
  std::size_t rows;
  const char* theirs;
};

Figure page_figure(KeptConnection& browser, const PageAsked& asked) {
  const auto runs = runs_of([&] {
    return each_of(30, [&] { return times_in(browser.get(asked.path), asked.row) >= asked.rows; });
  });
  return told(asked.what, runs, median, 15, asked.theirs);
}

}  // namespace

std::vector<Figure> http_figures() {
  HttpOffice office(kSchool);
  KeptConnection browser(office.port());
  Marking marking(office);
  std::vector<Figure> figures;
  office.set_clock(office.days().back(), "08:38:00");
  count_figures(office, browser, marking, figures);
  office.set_clock(office.days().back(), "08:38:00");
  const auto marks = runs_of([&] { return each_of(300, [&] { return mark(browser, marking); }); });
  figures.push_back(told("page: one mark", marks, median, 2, "RosarioSIS 23.6; "));
  figures.push_back(told("page: one mark, 99 of 100", marks, p99, 10, ""));
  figures.push_back(together(office, marking, 1, "RosarioSIS 42 a second"));
  figures.push_back(together(office, marking, 4, "RosarioSIS 73.5 a second"));
  figures.push_back(told("page: the register of a class of 30 is sent", class_runs(office, browser),
                         median, 15, "RosarioSIS 185; "));
  office.set_clock(today(kSchool), "09:10:00");
  for (const auto& asked : {PageAsked{"page: the day's list of 1,000 pupils", "/today/sheet", "<tr",
                                      kSchool.pupils, "RosarioSIS 120; "},
                            PageAsked{"page: Today with 200 late", "/today", "<tr", kLateToday, ""},
                            PageAsked{"page: the register of a class of 30 is shown",
                                      "/register?class=Class+9", "hb-take__row", kClass, ""}}) {
    figures.push_back(page_figure(browser, asked));
  }
  return figures;
}

}  // namespace handbell::bench
