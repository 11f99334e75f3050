#include "app/office/access/throttle.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

constexpr int kFree = 5;
constexpr int kDoublings = 5;
constexpr Millis kLongestWait = seconds(30);
constexpr Millis kForgotten = minutes(15);

Millis delay_after(int wrong) {
  if (wrong < kFree) return {};
  const int doublings = std::min(wrong - kFree, kDoublings);
  return std::min(seconds(std::int64_t{1} << doublings), kLongestWait);
}

}  // namespace

Millis Throttle::begin(const std::vector<std::string>& keys, Steady now) {
  const std::lock_guard lock(mutex_);
  Millis longest;
  for (const auto& key : keys) longest = std::max(longest, wait_for(key, now));
  if (longest.count > 0) return longest;
  if (tries_.size() + keys.size() > kMostKeys) forget(now);
  for (const auto& key : keys) {
    auto& tries = tries_[key];
    if (now - tries.last >= kForgotten) tries.wrong = 0;
    ++tries.wrong;
    tries.last = now;
  }
  return {};
}

void Throttle::right(const std::vector<std::string>& keys) {
  const std::lock_guard lock(mutex_);
  for (const auto& key : keys) tries_.erase(key);
}

Millis Throttle::wait_for(const std::string& key, Steady now) const {
  const auto found = tries_.find(key);
  if (found == tries_.end() || now - found->second.last >= kForgotten) return {};
  return std::max(delay_after(found->second.wrong) - (now - found->second.last), Millis{});
}

/// Where too many are held: those that wait for nothing any more, then the one that came first.
void Throttle::forget(Steady now) {
  std::erase_if(tries_, [&](const auto& each) { return wait_for(each.first, now).count == 0; });
  while (tries_.size() >= kMostKeys) {
    tries_.erase(
        std::ranges::min_element(tries_, {}, [](const auto& each) { return each.second.last; }));
  }
}

std::string wait_words(Millis wait) {
  const auto left = (wait.count + 999) / 1000;
  return fmt::format("Too many tries. Wait {} second{}, then try again.", left,
                     left == 1 ? "" : "s");
}

}  // namespace handbell::office
