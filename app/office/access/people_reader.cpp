#include "app/office/access/people_reader.h"

#include "app/base/school_time.h"

#include <set>

namespace handbell::office {

Result<std::unique_ptr<PeopleReader>> PeopleReader::open(const std::string& register_path,
                                                         Random& random,
                                                         std::function<Instant()> now) {
  auto file = store::RegisterFile::open_for_pages(register_path, random);
  if (!file) return fail(file.error());
  return std::unique_ptr<PeopleReader>(new PeopleReader(std::move(*file), std::move(now)));
}

Result<People> PeopleReader::people() {
  const Instant now = now_();
  const auto local = to_local(now);
  if (!local) return fail(local.error());
  const std::lock_guard lock(mutex_);
  const auto staff = file_->shared_staff();
  if (!staff) return fail(staff.error());
  const auto school = file_->shared_school();
  if (!school) return fail(school.error());
  if (school_ != *school) {
    std::set<std::string> classes;
    for (const auto& pupil : (*school)->pupils) classes.insert(pupil.class_name);
    classes_.assign(classes.begin(), classes.end());
    school_ = *school;
  }
  return People{*staff, (*school)->name, classes_, now, local->day};
}

}  // namespace handbell::office
