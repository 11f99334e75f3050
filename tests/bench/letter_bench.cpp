// What letters cost: reading what they are written from, and ninety of them as one PDF. Told, and
// decides nothing: milliseconds are the machine's.
#include "app/base/school_time.h"
#include "app/paper/child_letter.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "figures.h"
#include "scale_school.h"
#include "stopwatch.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace handbell::bench {
namespace {

constexpr int kRuns = 7;
constexpr std::size_t kLetters = 90;

struct Costs {
  std::vector<double> read;
  std::vector<double> printed;
  std::size_t bytes = 0;
};

Costs costs_of(store::RegisterFile& file, paper::LetterKind kind, Instant now) {
  Costs costs;
  for (int run = 0; run < kRuns; ++run) {
    const Stopwatch reading;
    const auto source = paper::LetterSource::read(file, kind, now);
    if (!source) return costs;
    costs.read.push_back(reading.ms());
    const Stopwatch printing;
    std::vector<paper::Sheet> sheets;
    for (const auto& pupil : source->school().pupils) {
      if (sheets.size() == kLetters) break;
      sheets.push_back(
          source->wording().filled(values_of(*source, pupil, {"A Noor, Headteacher"})));
    }
    const auto bytes = paper::render_pdf(sheets, source->letterhead("A Noor, Headteacher"));
    if (!bytes) return costs;
    costs.printed.push_back(printing.ms());
    costs.bytes = bytes->size();
  }
  return costs;
}

int run() {
  const Scale scale{300, 2};
  std::string folder =
      (std::filesystem::temp_directory_path() / "handbell-letters-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return 1;
  const std::string path = folder + "/register.db";
  write_school(path, scale);
  bool good = false;
  {
    CountedRandom random;
    const auto file = store::RegisterFile::open(path, random);
    if (!file) return 1;
    const Instant now = from_local(today(scale), TimeOfDay::from_ms(hours(14).count));
    std::vector<Figure> figures;
    for (const auto kind : {paper::LetterKind::lateness, paper::LetterKind::meeting}) {
      const auto costs = costs_of(**file, kind, now);
      const std::string name(text_of(kind));
      figures.push_back(times("90 letters, " + name + ": read", costs.read, 500));
      figures.push_back(times("90 letters, " + name + ": one PDF", costs.printed, 2000));
    }
    good = print(figures);
  }
  std::filesystem::remove_all(folder);
  return good ? 0 : 1;
}

}  // namespace
}  // namespace handbell::bench

int main() { return handbell::bench::run(); }
