// handbell-morning: plays one late morning into running programs, and compares the register with
// what was tapped. Wiring only.
#include "app/rehearsal/morning_player.h"
#include "app/store/site_random.h"

#include "command_words.h"
#include <unistd.h>

#include <iostream>

namespace {

using namespace handbell;
using namespace handbell::rehearsal;

struct Options {
  std::string site;
  std::string reader;
  std::string day = "2026-01-12";
  std::uint64_t seed = 1;
};

int told(const Fault& fault) {
  std::cerr << "\n" << sentence(fault) << "\n";
  return 1;
}

void show_progress(std::size_t done, std::size_t all) {
  if (::isatty(STDOUT_FILENO) == 1) std::cout << "\rTap " << done << " of " << all << std::flush;
}

/// Says what differs; true if nothing does.
bool same(const std::vector<LateChild>& wanted, const std::vector<LateChild>& found,
          const reg::School& school) {
  const auto missing_in = [&](const auto& all, const LateChild& child) {
    return std::find(all.begin(), all.end(), child) == all.end();
  };
  const auto say = [&](const char* what, const LateChild& child) {
    const auto* pupil = school.pupil(child.pupil);
    std::cout << what << ": " << (pupil != nullptr ? pupil->full_name() : "?") << ", "
              << child.arrived << ", " << child.code << ", " << child.minutes << " minutes\n";
  };
  bool equal = true;
  for (const auto& child : wanted) {
    if (missing_in(found, child)) say("Tapped, but not so in the register", child), equal = false;
  }
  for (const auto& child : found) {
    if (missing_in(wanted, child)) say("In the register, but not so tapped", child), equal = false;
  }
  return equal;
}

Result<bool> play(const Options& options) {
  const auto day = SchoolDay::parse(options.day);
  if (!day) return fail(day.error());
  store::SiteRandom random;
  auto pages = store::RegisterFile::open_for_pages(options.site + "/office/register.db", random);
  if (!pages) return fail(pages.error());
  const auto school = (*pages)->school();
  if (!school) return fail(school.error());
  const auto taps = invent::late_morning(*school, options.seed, *day);
  const auto expected = expected_morning(*school, taps, *day);
  if (!expected) return fail(expected.error());
  MorningPlayer player({options.site, options.reader, *day, taps},
                       [&](std::size_t done) { show_progress(done, taps.size()); });
  if (Status played = player.play(**pages, *expected); !played) return fail(played.error());
  const auto lines = reg::lines_of(**pages, SessionId{*day, Half::am});
  if (!lines) return fail(lines.error());
  const auto found = late_children(*lines);
  const auto after = std::count_if(found.begin(), found.end(),
                                   [](const LateChild& child) { return child.code == "U"; });
  std::cout << "\n"
            << taps.size() << " taps: " << expected->arrivals << " arrivals, " << expected->refused
            << " sent to the office, " << taps.size() - expected->arrivals - expected->refused
            << " the same card again. " << found.size() - static_cast<std::size_t>(after) << " L, "
            << after << " U.\n";
  return same(expected->late, found, *school);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Plays a late morning and compares the register with it");
  Options options;
  app.add_option("--site", options.site, "a rehearsal site whose programs run")->required();
  app.add_option("--reader", options.reader, "control socket of handbell-pn532")->required();
  app.add_option("--day", options.day, "2026-01-12");
  app.add_option("--seed", options.seed, "another morning");
  if (const auto status = handbell::ends_with(app, argc, argv)) return *status;
  const auto equal = play(options);
  if (!equal) return told(equal.error());
  if (!*equal) return 1;
  std::cout << "The register holds exactly what was tapped.\n";
  return 0;
}
