#include "app/journal/reading_codec.h"

#include "app/journal/codec.h"

namespace handbell::journal {

namespace {

constexpr std::uint8_t kReadingVersion = 1;
constexpr std::size_t kLongestReading = 4096;

}  // namespace

Draft draft_of(const reg::Reading& reading) {
  Writer w;
  w.u8(kReadingVersion).u8(static_cast<std::uint8_t>(reading.kind));
  w.i64(reading.pupil ? reading.pupil->number() : 0).text(reading.words);
  w.text(reading.by.name()).text(reading.by.position());
  return {EntryKind::reading, Retention::year_1, reading.at, w.done()};
}

Result<reg::Reading> reading_of(const Entry& entry) {
  Reader r(entry.payload);
  const auto version = r.u8();
  const auto kind = r.u8();
  const auto pupil = r.i64();
  std::string words = r.text(kLongestReading);
  const std::string by_name = r.text(kLongestReading);
  const auto by = reg::Author::from(by_name, r.text(kLongestReading));
  const bool known = kind >= 1 && kind <= static_cast<std::uint8_t>(reg::kLastReadKind);
  const bool fits = entry.kind == EntryKind::reading && entry.salt && r.at_end() &&
                    version == kReadingVersion && known && pupil >= 0;
  if (!fits || !by) return fail(FaultCode::entry_garbled, std::to_string(entry.seq));
  return reg::Reading{static_cast<reg::ReadKind>(kind),
                      pupil == 0 ? std::nullopt : std::optional(PupilId(pupil)), std::move(words),
                      entry.at, *by};
}

}  // namespace handbell::journal
