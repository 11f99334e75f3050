// The page Today with 200 late children, against a file of the same size from the same server.
#include "app/net/client.h"

#include "../chain/running_school.h"
#include "figures.h"

#include <chrono>
#include <filesystem>

namespace handbell::bench {

namespace {

namespace fs = std::filesystem;

struct Fetched {
  std::vector<double> ms;
  std::size_t bytes = 0;
};

Fetched fetch(net::Client& client, const std::string& path, int times) {
  Fetched fetched;
  for (int i = 0; i < times; ++i) {
    net::Request request;
    request.method = "GET";
    request.path = path;
    const auto from = std::chrono::steady_clock::now();
    const auto response = client.send(request, std::chrono::seconds(10));
    const auto took = std::chrono::steady_clock::now() - from;
    if (!response || response->status != 200) return {};
    fetched.bytes = response->body.size();
    fetched.ms.push_back(std::chrono::duration<double, std::milli>(took).count());
  }
  return fetched;
}

std::string page_address(const std::string& log) {
  const auto at = log.find("http://") + 7;
  return log.substr(at, log.find("/today", at) - at);
}

}  // namespace

std::vector<Figure> page_figures() {
  constexpr int kTimes = 300;
  chain::RunningSchool school;
  school.start_office();
  school.start_kiosk();
  testing_support::until([&] { return school.shows("School"); });
  const auto cards = chain::demo_cards();
  for (std::size_t i = 0; i < 240 && i < cards.size(); ++i) {
    (void)school.card(cards[i]);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  testing_support::until([&] { return school.late("2026-01-12").size() >= 200; });
  const auto late = school.late("2026-01-12").size();
  auto address = net::Address::parse(page_address(chain::text_of(school.file("office.log"))));
  if (!address) return {};
  net::Client client(*address);
  const std::size_t size = fetch(client, "/today", 3).bytes;
  school.end_office();
  // The same server with a file of that size among its own.
  const std::string web = school.file("web");
  fs::copy(HANDBELL_SHARE "/web", web, fs::copy_options::recursive);
  std::ofstream(web + "/same.css") << std::string(size, ' ');
  testing_support::RunningProgram office({HANDBELL_BIN "/handbell-office", "--site", school.site(),
                                          "--listen", "127.0.0.1:0", "--web", web},
                                         school.file("office.log"));
  testing_support::until([&] {
    return chain::text_of(school.file("office.log")).find("/today") != std::string::npos;
  });
  auto again = net::Address::parse(page_address(chain::text_of(school.file("office.log"))));
  net::Client second(*again);
  (void)fetch(second, "/today", 20);
  Fetched page = fetch(second, "/today", kTimes);
  Fetched file = fetch(second, "/web/same.css", kTimes);
  const double ratio = file.ms.empty() ? 99 : median(page.ms) / median(file.ms);
  const std::string more = std::to_string(late) + " late, " + std::to_string(page.bytes) + " and " +
                           std::to_string(file.bytes) + " bytes";
  school.end_kiosk();
  return {{"Today, against a static file of the same size", ratio, 3, "times", late >= 200, more},
          times("Today", page.ms, 10)};
}

}  // namespace handbell::bench
