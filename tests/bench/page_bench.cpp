// The page Today with 200 late children, against a file of the same size from the same server.
#include "../chain/running_school.h"
#include "figures.h"
#include "kept_connection.h"
#include "local_person.h"
#include "stopwatch.h"
#include <fmt/format.h>

#include <filesystem>

namespace handbell::bench {

namespace {

namespace fs = std::filesystem;

constexpr const char* kDay = "2026-01-12";
constexpr std::size_t kLate = 200;
constexpr int kTimes = 300;

/// The office's own port, as it told it in its log.
std::uint16_t port_in(const std::string& log) {
  const std::string before = "http://127.0.0.1:";
  const auto at = log.find(before);
  return at == std::string::npos
             ? std::uint16_t{0}
             : static_cast<std::uint16_t>(std::stoi(log.substr(at + before.size())));
}

/// The kiosk's queue takes 64 taps at once.
void come_late(const chain::RunningSchool& school) {
  const auto cards = chain::demo_cards();
  for (const auto& card : cards) {
    (void)school.card(card);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  testing_support::until([&] { return school.late(kDay).size() >= kLate; });
}

/// The times of many in turns, so that both meet the same machine; empty where one failed.
struct Timed {
  std::vector<double> page;
  std::vector<double> file;
};

Timed fetch_both(KeptConnection& browser) {
  Timed timed;
  for (int i = 0; i < kTimes; ++i) {
    for (auto& [path, ms] : {std::pair{"/today", &timed.page}, {"/web/same.css", &timed.file}}) {
      const Stopwatch watch;
      if (browser.get(path).empty()) return {};
      ms->push_back(watch.ms());
    }
  }
  return timed;
}

}  // namespace

std::vector<Figure> page_figures() {
  const std::string what = "Today with 200 late, against a static file of the same size";
  chain::RunningSchool school;
  school.handbell(testing_support::kAddPatel);
  testing_support::sign_patel_in(school.site());
  school.start_office();
  school.start_kiosk();
  testing_support::until([&] { return school.shows("School"); });
  come_late(school);
  const auto late = school.late(kDay).size();
  const std::string log = school.file("office.log");
  const auto size = KeptConnection(port_in(chain::text_of(log))).get("/today").size();
  school.end_kiosk();
  school.end_office();
  // The same server with a file of that size among its own.
  const std::string web = school.file("web");
  fs::copy(HANDBELL_SHARE "/web", web, fs::copy_options::recursive);
  std::ofstream(web + "/same.css") << std::string(size, ' ');
  const testing_support::RunningProgram office(
      {HANDBELL_BIN "/handbell-office", "--site", school.site(), "--listen", "127.0.0.1:0", "--web",
       web},
      log);
  testing_support::until([&] { return chain::text_of(log).find("/today") != std::string::npos; });
  KeptConnection browser(port_in(chain::text_of(log)));
  Stopwatch watch;
  const std::string first = browser.get("/today");
  const double read = first.empty() ? kNotMeasured : watch.ms();
  const Timed timed = fetch_both(browser);
  const double ratio = late >= kLate ? median(timed.page) / median(timed.file) : kNotMeasured;
  const std::string more = fmt::format("{} late, {} and {} bytes", late, first.size(), size);
  return {{what, ratio, 3, "times", true, more},
          times("Today with 200 late", timed.page, 10),
          {"Today with 200 late, the register read anew", read, 100, "ms", false, "once"}};
}

}  // namespace handbell::bench
