#include "app/register/release_choice.h"

#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/register/door_reason.h"

#include <algorithm>

namespace handbell::reg {

namespace {

std::string minute_of(const Release& release) {
  return release.at ? local_hh_mm(*release.at) : std::string(kNoTime);
}

bool is_wanted(const Release& release, const WantedRequest& wanted) {
  if (!wanted.asked.empty() && wanted.asked != minute_of(release)) return false;
  if (wanted.asker.empty()) return true;
  const auto asker = ascii_lower(wanted.asker);
  return asker == ascii_lower(release.asked.who) ||
         asker == ascii_lower(words_of_reason(release.asked.who));
}

/// The door names an asker by a key, and a minute is all that the office sees of a time.
bool look_alike(const Release& a, const Release& b) {
  return minute_of(a) == minute_of(b) && a.asked.who == b.asked.who;
}

std::string named(const std::vector<Release>& releases) {
  std::string text;
  for (const auto& release : releases) {
    text += (text.empty() ? "" : ", ") + minute_of(release) + " " + release.asked.who + " (" +
            std::string(text_of(release.state)) + ")";
  }
  return text;
}

}  // namespace

Result<Release> request_to_answer(const std::vector<Release>& releases, ReleaseStep step,
                                  const WantedRequest& wanted) {
  std::vector<Release> meant;
  std::ranges::copy_if(releases, std::back_inserter(meant),
                       [&](const Release& release) { return is_wanted(release, wanted); });
  if (meant.empty())
    return fail(
        FaultCode::release_unknown,
        wanted.asked + (wanted.asked.empty() || wanted.asker.empty() ? "" : " ") + wanted.asker);
  std::vector<Release> ready;
  std::ranges::copy_if(meant, std::back_inserter(ready), [&](const Release& release) {
    return may_answer(release, step).has_value();
  });
  if (ready.empty()) return fail(may_answer(meant.back(), step).error());
  const bool clear = std::ranges::all_of(
      ready, [&](const Release& release) { return look_alike(release, ready.back()); });
  if (!clear) return fail(FaultCode::release_unclear, named(ready));
  return ready.back();
}

}  // namespace handbell::reg
