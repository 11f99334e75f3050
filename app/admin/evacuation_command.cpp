// evacuation: "Leave the building" on every door, and its end.
#include "app/admin/commands.h"
#include "app/base/school_time.h"

#include <fmt/format.h>

namespace handbell::admin {

Result<std::string> evacuation(const Site& site, const EvacuationOptions& options) {
  const bool on = options.state == "on";
  const auto by = reg::Author::parse(options.by);
  if (!by) return fail(by.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  if (school->evacuating() == on) {
    return on ? fmt::format("The doors say \"Leave the building\" already: {}, {}.\n",
                            school->evacuations.back().by.text(),
                            with_offset(school->evacuations.back().at))
              : "No door says \"Leave the building\".\n";
  }
  if (Status put = opened->file->put_evacuation({on, site.now(), *by}); !put) {
    return fail(put.error());
  }
  return on ? "Every door that the office reaches says \"Leave the building\".\n"
            : "The doors are as before.\n";
}

}  // namespace handbell::admin
