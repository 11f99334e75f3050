#include "http_office.h"

#include "app/base/check.h"
#include "app/store/register_file.h"

#include "../chain/running_school.h"
#include "counted_random.h"
#include "local_person.h"
#include <sys/mman.h>

namespace handbell::bench {

namespace {

constexpr int kFurtherDays = 60;

/// School goes on after the last day of its register.
std::vector<SchoolDay> further_days(const std::string& path, SchoolDay last) {
  std::vector<SchoolDay> days;
  for (SchoolDay day = last.plus(1); days.size() < kFurtherDays; day = day.plus(1)) {
    if (!day.is_weekend()) days.push_back(day);
  }
  CountedRandom random{2};
  const auto file = store::RegisterFile::open(path, random).value();
  check(file->put_periods({{days.front(), days.back(), reg::PeriodKind::term, "Further", {}}})
            .has_value());
  check(file->rest().has_value());
  return days;
}

OfficeCounts* shared_counts(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  check(file >= 0 && ::ftruncate(file, sizeof(OfficeCounts)) == 0);
  void* place = ::mmap(nullptr, sizeof(OfficeCounts), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  ::close(file);
  check(place != MAP_FAILED);
  return new (place) OfficeCounts;
}

}  // namespace

HttpOffice::HttpOffice(const Scale& scale) {
  handbell("init " + site() + " --rehearsal --name 'A large school'");
  const std::string path = site() + "/office/register.db";
  write_school(path, scale);
  days_ = further_days(path, today(scale));
  handbell(testing_support::kAddPatel);
  testing_support::sign_patel_in(site());
  set_clock(days_.front(), "08:38:00");
  counts_ = shared_counts(folder_.file("counts"));
  start();
}

HttpOffice::~HttpOffice() { ::munmap(counts_, sizeof(OfficeCounts)); }

void HttpOffice::start() {
  const std::string log = folder_.file("office.log");
  const std::string command = "exec env HANDBELL_COUNTS=" + folder_.file("counts") +
                              " LD_PRELOAD=" HANDBELL_COUNTED_OFFICE " " HANDBELL_BIN
                              "/handbell-office --site " +
                              site() + " --listen 127.0.0.1:0";
  office_.emplace(std::vector<std::string>{"/bin/sh", "-c", command}, log);
  const std::string before = "http://127.0.0.1:";
  check(testing_support::until(
      [&] { return chain::text_of(log).find("/today") != std::string::npos; }));
  const std::string said = chain::text_of(log);
  port_ = static_cast<std::uint16_t>(std::stoi(said.substr(said.find(before) + before.size())));
}

void HttpOffice::handbell(const std::string& words) const {
  const std::string command =
      HANDBELL_BIN "/handbell --site " + site() + " " + words + " >/dev/null";
  check(std::system(command.c_str()) == 0);
}

void HttpOffice::set_clock(SchoolDay day, const std::string& time) const {
  handbell("clock set " + day.text() + "T" + time);
  handbell("clock hold");
}

}  // namespace handbell::bench
