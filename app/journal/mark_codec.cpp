#include "app/journal/mark_codec.h"

#include "app/journal/codec.h"

namespace handbell::journal {

namespace {

constexpr std::uint8_t kMarkVersion = 1;
constexpr std::size_t kLongestMarkText = 4096;
constexpr int kMinutesADay = 1440;

template <class T>
void put_optional(Writer& w, const std::optional<T>& value, std::int64_t number) {
  w.flag(value.has_value()).i64(value ? number : 0);
}

}  // namespace

Draft draft_of(const reg::MarkDraft& mark, std::uint64_t replaces, Instant at) {
  Writer w;
  w.u8(kMarkVersion).i64(mark.pupil.number()).i64(mark.session.day.number());
  w.u8(static_cast<std::uint8_t>(mark.session.half)).text(mark.code.text());
  put_optional(w, mark.minutes_late, mark.minutes_late.value_or(0));
  put_optional(w, mark.arrived, mark.arrived.value_or(Instant{}).ms);
  w.text(mark.reason).text(mark.source).text(mark.by.name()).text(mark.by.position());
  w.u64(replaces);
  return {EntryKind::mark, Retention::register_6_years, at, w.done()};
}

Result<reg::Mark> mark_of(const Entry& entry) {
  const auto garbled = [&] { return fail(FaultCode::entry_garbled, std::to_string(entry.seq)); };
  if (entry.kind != EntryKind::mark || !entry.salt) return garbled();
  Reader r(entry.payload);
  const auto version = r.u8();
  const PupilId pupil(r.i64());
  const auto day = SchoolDay::from_number(r.i64());
  const auto half = r.u8();
  const auto code = reg::Code::parse(r.text(kLongestMarkText));
  const bool has_minutes = r.flag();
  const auto minutes = r.i64();
  const bool has_arrived = r.flag();
  const Instant arrived{r.i64()};
  std::string reason = r.text(kLongestMarkText);
  std::string source = r.text(kLongestMarkText);
  const std::string name = r.text(kLongestMarkText);
  const auto by = reg::Author::from(name, r.text(kLongestMarkText));
  const auto replaces = r.u64();
  const bool fits = r.at_end() && version == kMarkVersion && pupil.number() > 0 && half <= 1 &&
                    minutes >= 0 && minutes < kMinutesADay;
  if (!fits || !day || !code || !by) return garbled();
  reg::MarkDraft what{pupil,
                      {*day, static_cast<Half>(half)},
                      *code,
                      std::nullopt,
                      std::nullopt,
                      std::move(reason),
                      std::move(source),
                      *by};
  if (has_minutes) what.minutes_late = static_cast<int>(minutes);
  if (has_arrived) what.arrived = arrived;
  return reg::Mark{entry.seq, entry.at, std::move(what), replaces};
}

}  // namespace handbell::journal
