// What somebody does who has nothing but sockets and means harm.
#pragma once

#include "victim.h"

#include <list>
#include <memory>

namespace handbell::chain {

/// Some connections that say `begin` and then `more` again and again, and come back when they are
/// turned away.
template <class Wire>
Attack endless(std::uint16_t port, const std::string& begin, const std::string& more) {
  return [=](const std::atomic<bool>& over) {
    constexpr int kConnections = 4;
    std::list<std::unique_ptr<Wire>> wires;
    while (!over) {
      if (wires.size() < kConnections) {
        wires.push_back(std::make_unique<Wire>(port));
        wires.back()->say(begin);
      }
      wires.remove_if([&](const auto& wire) { return !wire->say(more); });
    }
  };
}

/// Many from some addresses that begin and then say nothing, for as long as it goes on.
template <class Wire>
Attack many(std::uint16_t port, int connections, int addresses, const std::string& begin) {
  return [=](const std::atomic<bool>& over) {
    std::list<Wire> wires;
    for (int i = 0; i < connections; ++i) {
      wires.emplace_back(port, "127.0.1." + std::to_string(1 + i % addresses));
      if (!begin.empty()) wires.back().say(begin);
    }
    while (!over) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  };
}

inline Attack hundred(std::uint16_t port, const std::string& begin) {
  return many<TcpWire>(port, 100, 1, begin);
}

/// The first line, and what the page says is wrong.
inline std::string said_wrong(const std::string& heard) {
  const auto at = std::min(heard.size(), heard.find("govuk-error-summary__list"));
  return heard.substr(0, heard.find('\r')) + "\n" + heard.substr(at, 400);
}

/// One request after the other, each answered as it is expected to be.
inline Attack again_and_again(const Victim& victim, const std::string& request,
                              const std::string& answer) {
  return [=, &victim](const std::atomic<bool>& over) {
    while (!over) {
      const std::string heard = victim.heard(request);
      EXPECT_TRUE(heard.starts_with(answer)) << answer << "\n" << said_wrong(heard);
    }
  };
}

}  // namespace handbell::chain
