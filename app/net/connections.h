// Who is connected, and who has to leave when it is too many.
//
// 1. There is a place for so many connections in all, and for so many from one address: whoever
//    opens a hundred and says nothing keeps no other machine out.
// 2. Where the places of one address are taken, the longest of its connections that wait (nothing
//    was asked that is still to be answered) makes room for the new one. Where all places are
//    taken, that is one of the address that has most.
// 3. Where none waits the new one is turned away.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace handbell::net {

class Connections {
 public:
  /// 0: turned away.
  using Place = std::uint64_t;

  Connections(std::size_t most, std::size_t most_of_one) : most_(most), most_of_one_(most_of_one) {}

  /// `from`: the address, empty for those of this machine's own sockets, which count in the total
  /// alone. `leave` is called from whichever thread brings the one who needs the place.
  [[nodiscard]] Place take(const std::string& from, std::function<void()> leave);
  /// Whether it waits: as it does from the beginning.
  void set_waiting(Place place, bool waits);
  void give_back(Place place);
  [[nodiscard]] std::size_t count() const;

 private:
  struct Held {
    std::string from;
    std::function<void()> leave;
    bool waits = true;
  };

  [[nodiscard]] std::string crowded(const std::string& from) const;

  std::size_t most_;
  std::size_t most_of_one_;
  mutable std::mutex mutex_;
  Place last_ = 0;
  std::map<Place, Held> held_;  ///< the oldest first
  std::map<std::string, std::size_t> of_one_;
};

/// What counts as one: an address, or the 64 bits before a host's own of IPv6.
[[nodiscard]] std::string household(const std::string& address);

}  // namespace handbell::net
