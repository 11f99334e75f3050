#include "app/net/connections.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>

namespace handbell::net {

/// Of which address one has to leave.
std::string Connections::crowded(const std::string& from) const {
  const auto own = of_one_.find(from);
  if (!from.empty() && own != of_one_.end() && own->second >= most_of_one_) return from;
  const auto most = std::ranges::max_element(
      of_one_, [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == of_one_.end() ? from : most->first;
}

Connections::Place Connections::take(const std::string& from, std::function<void()> leave) {
  std::function<void()> leaves;
  std::unique_lock lock(mutex_);
  const bool of_one = !from.empty() && of_one_[from] >= most_of_one_;
  if (of_one || held_.size() >= most_) {
    const std::string whose = crowded(from);
    const auto oldest = std::ranges::find_if(
        held_, [&](const auto& each) { return each.second.waits && each.second.from == whose; });
    if (oldest == held_.end()) {
      if (of_one_[from] == 0) of_one_.erase(from);
      return 0;
    }
    // It only asks: the place is given back when it has gone, but is counted as gone from now on.
    leaves = std::move(oldest->second.leave);
    if (--of_one_[whose] == 0 && whose != from) of_one_.erase(whose);
    held_.erase(oldest);
  }
  ++of_one_[from];
  const Place place = ++last_;
  held_.emplace(place, Held{from, std::move(leave), true});
  lock.unlock();  // who leaves may give its place back at once
  if (leaves) leaves();
  return place;
}

void Connections::set_waiting(Place place, bool waits) {
  const std::lock_guard lock(mutex_);
  const auto found = held_.find(place);
  if (found != held_.end()) found->second.waits = waits;
}

void Connections::give_back(Place place) {
  const std::lock_guard lock(mutex_);
  const auto found = held_.find(place);
  if (found == held_.end()) return;
  const auto counted = of_one_.find(found->second.from);
  if (--counted->second == 0) of_one_.erase(counted);
  held_.erase(found);
}

std::size_t Connections::count() const {
  const std::lock_guard lock(mutex_);
  return held_.size();
}

std::string household(const std::string& address) {
  boost::system::error_code error;
  const auto six = boost::asio::ip::make_address_v6(address, error);
  if (error) return address;
  constexpr std::size_t kOwn = 8;
  auto bytes = six.to_bytes();
  std::fill(bytes.begin() + kOwn, bytes.end(), std::uint8_t{0});
  return boost::asio::ip::address_v6(bytes).to_string();
}

}  // namespace handbell::net
