// About: which Handbell this is, which rules it follows, the school's attendance policy with its
// dates (P01, P03, P45), and what of the settings was taken from it.
//
// The policy is reviewed every year. From thirty days before the day that the head entered, this
// page and the list of settings say so.
//
//   GET  /settings/about
//   POST /settings/about    name, reviewed, due: the headteacher
#pragma once

#include "app/office/web/route.h"

#include <string>
#include <vector>

namespace handbell::office {

/// "The attendance policy is due for review on ..."; nothing before it is time.
[[nodiscard]] std::vector<std::string> review_reminders(const std::vector<reg::Setting>& settings,
                                                        SchoolDay today);

[[nodiscard]] Routes about_routes();

}  // namespace handbell::office
