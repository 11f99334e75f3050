#include "app/journal/erasure.h"

#include "app/base/school_time.h"
#include "app/journal/codec.h"

#include <algorithm>

namespace handbell::journal {

namespace {

constexpr std::uint8_t kErasureVersion = 1;
constexpr std::size_t kLongestReason = 2048;

std::vector<ErasedRun> read_runs(Reader& r) {
  const std::uint32_t count = r.u32();
  if (count == 0 || count > kMostRuns) r.fail();
  std::vector<ErasedRun> runs;
  for (std::uint32_t i = 0; r.ok() && i < count; ++i) {
    ErasedRun run;
    const auto history = r.raw(run.history.size());
    run.first = r.u64();
    run.last = r.u64();
    if (!r.ok()) break;
    std::ranges::copy(history, run.history.begin());
    if (run.first == 0 || run.last < run.first) r.fail();
    runs.push_back(run);
  }
  return runs;
}

}  // namespace

std::uint64_t Erasure::count() const {
  std::uint64_t count = 0;
  for (const auto& run : runs) count += run.last - run.first + 1;
  return count;
}

std::vector<ErasedRun> runs_of(const HistoryId& history,
                               const std::vector<std::uint64_t>& numbers) {
  std::vector<ErasedRun> runs;
  for (const auto number : numbers) {
    if (!runs.empty() && runs.back().last + 1 == number) {
      runs.back().last = number;
    } else {
      runs.push_back({history, number, number});
    }
  }
  return runs;
}

Draft draft_of(const Erasure& erasure, Instant at) {
  Writer w;
  w.u8(kErasureVersion).i64(erasure.due_on.number());
  w.text(erasure.by.name()).text(erasure.by.position());
  w.u64(erasure.count()).u32(static_cast<std::uint32_t>(erasure.runs.size()));
  for (const auto& run : erasure.runs) w.raw(run.history).u64(run.first).u64(run.last);
  return {EntryKind::erasure, Retention::register_6_years, at, w.done()};
}

Result<Erasure> erasure_of(const Entry& entry) {
  const auto garbled = [&] { return fail(FaultCode::entry_garbled, std::to_string(entry.seq)); };
  if (entry.kind != EntryKind::erasure || !entry.salt) return garbled();
  Reader r(entry.payload);
  const auto version = r.u8();
  const auto due_on = SchoolDay::from_number(r.i64());
  const std::string name = r.text(kLongestReason);
  const auto by = reg::Author::from(name, r.text(kLongestReason));
  const auto count = r.u64();
  auto runs = read_runs(r);
  if (!r.at_end() || version != kErasureVersion || !due_on || !by) return garbled();
  Erasure erasure{*due_on, *by, std::move(runs)};
  if (erasure.count() != count) return garbled();
  // Nothing is erased before its time by writing down a day that has not come.
  const auto written = to_local(entry.at);
  if (!written || written->day < erasure.due_on) {
    return fail(FaultCode::erasure_wrong, std::to_string(entry.seq));
  }
  return erasure;
}

}  // namespace handbell::journal
