#include "app/reports/pupil_group.h"

#include "app/base/text.h"

#include <algorithm>
#include <array>

namespace handbell::reports {

namespace {

struct Spelling {
  std::string_view written;  ///< folded
  std::string_view group;
};

/// How other systems write the two that stand among the free keys.
constexpr std::array<Spelling, 8> kSpellings{{{"send", kSend},
                                              {"sen", kSend},
                                              {"sen support", kSend},
                                              {"ehcp", kSend},
                                              {"pupil premium", kPupilPremium},
                                              {"pupil_premium", kPupilPremium},
                                              {"pupil-premium", kPupilPremium},
                                              {"pp", kPupilPremium}}};

std::string group_named(const std::string& key) {
  const std::string written = folded(key);
  for (const auto& each : kSpellings) {
    if (each.written == written) return std::string(each.group);
  }
  return key;
}

bool speaks_other_language(const reg::PupilRecord& pupil) {
  return !pupil.language.empty() && pupil.language != "en";
}

}  // namespace

std::vector<std::string> free_groups(std::string_view between_semicolons) {
  std::vector<std::string> keys;
  for (const std::string& part : split(between_semicolons, ';')) {
    const std::string key = trimmed(part);
    const bool known = std::find(keys.begin(), keys.end(), key) != keys.end();
    if (!key.empty() && !known) keys.push_back(key);
  }
  return keys;
}

std::vector<std::string> groups_of(const reg::PupilRecord& pupil) {
  std::vector<std::string> groups;
  const auto add = [&](std::string group) {
    if (std::ranges::find(groups, group) == groups.end()) groups.push_back(std::move(group));
  };
  for (const auto& key : free_groups(pupil.groups)) add(group_named(key));
  if (pupil.social_worker) add(std::string(kSocialWorker));
  if (speaks_other_language(pupil)) add(std::string(kOtherLanguage));
  return groups;
}

bool is_in_group(const reg::PupilRecord& pupil, std::string_view group) {
  const auto groups = groups_of(pupil);
  return std::ranges::find(groups, group) != groups.end();
}

bool is_guarded_group(std::string_view group) {
  return group == kSend || group == kPupilPremium || group == kSocialWorker ||
         group == kOtherLanguage;
}

std::string with_group(const std::string& between_semicolons, std::string_view group, bool is_in) {
  std::vector<std::string> keys = free_groups(between_semicolons);
  const auto same = [&](const std::string& key) { return group_named(key) == group; };
  const bool was = std::ranges::any_of(keys, same);
  if (was == is_in) return between_semicolons;
  if (!is_in) std::erase_if(keys, same);
  if (is_in) keys.emplace_back(group);
  std::string text;
  for (const auto& key : keys) text += (text.empty() ? "" : ";") + key;
  return text;
}

}  // namespace handbell::reports
