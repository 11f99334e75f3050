// Histories for tests: sealed entries from a seed.
#pragma once

#include "app/journal/message.h"

#include <vector>

namespace handbell::journal {

inline HistoryId history_named(std::uint8_t name) {
  HistoryId id{};
  id.fill(name);
  return id;
}

/// `count` arrivals that follow each other.
inline std::vector<Entry> history_of(std::uint8_t name, std::size_t count) {
  std::vector<Entry> entries;
  Head head;
  for (std::size_t i = 0; i < count; ++i) {
    Salt salt{};
    salt.fill(static_cast<std::uint8_t>(i + name));
    const Bytes payload{static_cast<std::uint8_t>(i), 2, 3};
    entries.push_back(sealed(history_named(name), head,
                             {EntryKind::arrival, Retention::register_6_years,
                              Instant{1'768'207'000'000 + static_cast<std::int64_t>(i)}, payload},
                             salt));
    head = head_of(entries.back());
  }
  return entries;
}

}  // namespace handbell::journal
