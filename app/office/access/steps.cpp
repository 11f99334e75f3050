#include "app/office/access/steps.h"

#include "app/store/secret_code.h"

#include <algorithm>

namespace handbell::office {

std::string Steps::begin(const Step& step, Random& random) {
  std::string cookie = store::new_secret(random);
  const std::lock_guard lock(mutex_);
  if (steps_.size() >= kMost) {
    steps_.erase(
        std::ranges::min_element(steps_, {}, [](const auto& each) { return each.second.until; }));
  }
  steps_.emplace(store::hash_of(cookie), step);
  return cookie;
}

std::optional<Step> Steps::find(const std::string& cookie, StepKind kind, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = steps_.find(store::hash_of(cookie));
  if (found == steps_.end() || found->second.kind != kind) return std::nullopt;
  if (now >= found->second.until) {
    steps_.erase(found);
    return std::nullopt;
  }
  return found->second;
}

void Steps::end(const std::string& cookie) {
  const std::lock_guard lock(mutex_);
  steps_.erase(store::hash_of(cookie));
}

}  // namespace handbell::office
