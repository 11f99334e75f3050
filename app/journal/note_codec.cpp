#include "app/journal/note_codec.h"

#include "app/journal/codec.h"
#include "app/journal/leave_codec.h"

namespace handbell::journal {

namespace {

using reg::Author;
using reg::CallAttempt;
using reg::CallResult;
using reg::DayCollector;
using reg::DayNote;
using reg::OtherMark;
using reg::RecordChange;
using reg::RollStep;
using reg::RollTicks;
using reg::SeenTo;

constexpr std::uint8_t kNoteVersion = 1;
constexpr std::size_t kLongestNoteText = 4096;

EntryKind note_kind(const CallAttempt& /*note*/) { return EntryKind::call_attempt; }
Retention note_retention(const CallAttempt& /*note*/) { return Retention::year_and_1; }
EntryKind note_kind(const DayCollector& /*note*/) { return EntryKind::day_collector; }
Retention note_retention(const DayCollector& /*note*/) { return Retention::year_and_1; }
EntryKind note_kind(const reg::LeaveRequest& /*note*/) { return EntryKind::leave_request; }
Retention note_retention(const reg::LeaveRequest& /*note*/) { return Retention::register_6_years; }
EntryKind note_kind(const reg::LeaveDecision& /*note*/) { return EntryKind::leave_decision; }
Retention note_retention(const reg::LeaveDecision& /*note*/) { return Retention::register_6_years; }
void put_note(Writer& w, const reg::LeaveRequest& request) { put_leave(w, request); }
void put_note(Writer& w, const reg::LeaveDecision& decision) { put_leave(w, decision); }
EntryKind note_kind(const RollStep& /*note*/) { return EntryKind::roll_step; }
Retention note_retention(const RollStep& /*note*/) { return Retention::year_and_1; }
EntryKind note_kind(const RollTicks& /*note*/) { return EntryKind::roll_ticks; }
Retention note_retention(const RollTicks& /*note*/) { return Retention::year_and_1; }
EntryKind note_kind(const SeenTo& /*note*/) { return EntryKind::seen_to; }
Retention note_retention(const SeenTo& /*note*/) { return Retention::year_and_1; }
EntryKind note_kind(const OtherMark& /*note*/) { return EntryKind::other_mark; }
Retention note_retention(const OtherMark& /*note*/) { return Retention::register_6_years; }
EntryKind note_kind(const RecordChange& /*note*/) { return EntryKind::record_change; }
Retention note_retention(const RecordChange& /*note*/) { return Retention::register_6_years; }

void put_author(Writer& w, const Author& by) { w.text(by.name()).text(by.position()); }

std::optional<Author> get_author(Reader& r) {
  const std::string name = r.text(kLongestNoteText);
  auto by = Author::from(name, r.text(kLongestNoteText));
  if (!by) r.fail();
  return by ? std::optional(std::move(*by)) : std::nullopt;
}

void put_if_known(Writer& w, const std::optional<Instant>& at) {
  w.flag(at.has_value()).i64(at ? at->ms : 0);
}

std::optional<Instant> get_if_known(Reader& r) {
  const bool known = r.flag();
  const Instant at{r.i64()};
  if (!known && at.ms != 0) r.fail();
  return known ? std::optional(at) : std::nullopt;
}

/// 1 to `last`.
template <class Choice>
Choice get_choice(Reader& r, Choice last) {
  const auto number = r.u8();
  if (number < 1 || number > static_cast<std::uint8_t>(last)) r.fail();
  return static_cast<Choice>(number);
}

void put_note(Writer& w, const CallAttempt& call) {
  w.i64(call.pupil ? call.pupil->number() : 0).text(call.class_name);
  w.u8(static_cast<std::uint8_t>(call.contact)).text(call.rung).i64(call.at.ms);
  w.u8(static_cast<std::uint8_t>(call.result));
  put_if_known(w, call.expected);
  w.text(call.words);
  put_author(w, call.by);
}

std::optional<DayNote> get_call(Reader& r) {
  const auto pupil = r.i64();
  if (pupil < 0) r.fail();
  std::string class_name = r.text(kLongestNoteText);
  const int contact = r.u8();
  std::string rung = r.text(kLongestNoteText);
  const Instant at{r.i64()};
  const auto result = get_choice(r, CallResult::class_answered);
  const auto expected = get_if_known(r);
  std::string words = r.text(kLongestNoteText);
  const auto by = get_author(r);
  if (!r.ok() || !by) return std::nullopt;
  return CallAttempt{pupil == 0 ? std::nullopt : std::optional(PupilId(pupil)),
                     std::move(class_name),
                     contact,
                     std::move(rung),
                     at,
                     result,
                     expected,
                     std::move(words),
                     *by};
}

PupilId get_known_pupil(Reader& r) {
  const auto number = r.i64();
  if (number < 1) r.fail();
  return PupilId(number);
}

void put_note(Writer& w, const DayCollector& collector) {
  w.i64(collector.pupil.number()).i64(collector.day.number()).text(collector.adult.text());
  w.text(collector.relationship).text(collector.told_by).text(collector.told_how);
  w.text(collector.despite);
  put_author(w, collector.by);
}

std::optional<DayNote> get_collector(Reader& r) {
  const auto pupil = get_known_pupil(r);
  const auto day = SchoolDay::from_number(r.i64());
  const auto adult = NamePart::parse(r.text(kLongestNoteText));
  std::string relationship = r.text(kLongestNoteText);
  std::string told_by = r.text(kLongestNoteText);
  std::string told_how = r.text(kLongestNoteText);
  std::string despite = r.text(kLongestNoteText);
  const auto by = get_author(r);
  if (!r.ok() || !day || !adult || !by) return std::nullopt;
  return DayCollector{pupil,
                      *day,
                      *adult,
                      std::move(relationship),
                      std::move(told_by),
                      std::move(told_how),
                      std::move(despite),
                      *by};
}

void put_note(Writer& w, const RollStep& step) {
  w.u8(static_cast<std::uint8_t>(step.kind)).u64(step.ends).i64(step.at.ms);
  put_author(w, step.by);
}

std::optional<DayNote> get_roll_step(Reader& r) {
  const auto kind = get_choice(r, reg::RollKind::real);
  const auto ends = r.u64();
  const Instant at{r.i64()};
  const auto by = get_author(r);
  if (!r.ok() || !by) return std::nullopt;
  return RollStep{kind, ends, at, *by};
}

void put_note(Writer& w, const RollTicks& batch) {
  w.u64(batch.call).text(batch.device).u32(static_cast<std::uint32_t>(batch.ticks.size()));
  for (const auto& tick : batch.ticks) {
    w.u64(tick.id).i64(tick.pupil.number()).u8(static_cast<std::uint8_t>(tick.said));
    w.i64(tick.at.ms).text(tick.with ? tick.with->text() : "");
  }
  put_author(w, batch.by);
}

reg::RollTick get_tick(Reader& r) {
  reg::RollTick tick;
  tick.id = r.u64();
  tick.pupil = get_known_pupil(r);
  tick.said = get_choice(r, reg::RollSaid::with_adult);
  tick.at = Instant{r.i64()};
  const std::string with = r.text(kLongestNoteText);
  if (with.empty()) return tick;
  const auto adult = NamePart::parse(with);
  if (adult) tick.with = *adult;
  if (!adult) r.fail();
  return tick;
}

std::optional<DayNote> get_roll_ticks(Reader& r) {
  const auto call = r.u64();
  std::string device = r.text(kLongestNoteText);
  const auto count = r.u32();
  if (count > RollTicks::kMost) r.fail();
  std::vector<reg::RollTick> ticks;
  for (std::uint32_t i = 0; i < count && r.ok(); ++i) ticks.push_back(get_tick(r));
  const auto by = get_author(r);
  if (!r.ok() || !by) return std::nullopt;
  return RollTicks{call, std::move(ticks), std::move(device), *by};
}

void put_note(Writer& w, const SeenTo& seen) {
  w.text(seen.alert).i64(seen.pupil ? seen.pupil->number() : 0).text(seen.said);
  w.text(seen.words).i64(seen.at.ms);
  put_author(w, seen.by);
}

std::optional<DayNote> get_seen_to(Reader& r) {
  std::string alert = r.text(kLongestNoteText);
  const auto pupil = r.i64();
  if (pupil < 0) r.fail();
  std::string said = r.text(kLongestNoteText);
  std::string words = r.text(kLongestNoteText);
  const Instant at{r.i64()};
  const auto by = get_author(r);
  if (!r.ok() || !by) return std::nullopt;
  return SeenTo{std::move(alert),
                pupil == 0 ? std::nullopt : std::optional(PupilId(pupil)),
                std::move(said),
                std::move(words),
                at,
                *by};
}

void put_note(Writer& w, const OtherMark& mark) {
  w.i64(mark.pupil.number()).i64(mark.session.day.number());
  w.u8(static_cast<std::uint8_t>(mark.session.half)).text(mark.code.text());
  w.flag(mark.minutes_late.has_value())
      .u16(static_cast<std::uint16_t>(mark.minutes_late.value_or(0)));
  w.text(mark.file).i64(mark.at.ms);
  put_author(w, mark.by);
}

std::optional<DayNote> get_other_mark(Reader& r) {
  const auto pupil = r.i64();
  const auto day = SchoolDay::from_number(r.i64());
  const int half = r.u8();
  const auto code = reg::Code::parse(r.text(kLongestNoteText));
  const bool timed = r.flag();
  const int minutes = r.u16();
  if (pupil < 1 || half > 1 || minutes > 1439 || (!timed && minutes != 0)) r.fail();
  std::string file = r.text(kLongestNoteText);
  const Instant at{r.i64()};
  const auto by = get_author(r);
  if (!r.ok() || !day || !code || !by) return std::nullopt;
  return OtherMark{PupilId(pupil),
                   {*day, static_cast<Half>(half)},
                   *code,
                   timed ? std::optional(minutes) : std::nullopt,
                   std::move(file),
                   at,
                   *by};
}

void put_note(Writer& w, const RecordChange& change) {
  w.i64(change.pupil.number()).i64(change.day.number()).text(change.field);
  w.text(change.was).text(change.is).text(change.reason);
  put_author(w, change.by);
}

std::optional<DayNote> get_record_change(Reader& r) {
  const auto pupil = get_known_pupil(r);
  const auto day = SchoolDay::from_number(r.i64());
  std::string field = r.text(kLongestNoteText);
  std::string was = r.text(kLongestNoteText);
  std::string is = r.text(kLongestNoteText);
  std::string reason = r.text(kLongestNoteText);
  const auto by = get_author(r);
  if (!r.ok() || !day || !by) return std::nullopt;
  return RecordChange{
      pupil, *day, std::move(field), std::move(was), std::move(is), std::move(reason), *by};
}

std::optional<DayNote> get_note(EntryKind kind, Reader& r) {
  switch (kind) {
    case EntryKind::call_attempt:
      return get_call(r);
    case EntryKind::day_collector:
      return get_collector(r);
    case EntryKind::leave_request:
      return get_leave_request(r);
    case EntryKind::leave_decision:
      return get_leave_decision(r);
    case EntryKind::roll_step:
      return get_roll_step(r);
    case EntryKind::roll_ticks:
      return get_roll_ticks(r);
    case EntryKind::seen_to:
      return get_seen_to(r);
    case EntryKind::other_mark:
      return get_other_mark(r);
    case EntryKind::record_change:
      return get_record_change(r);
    default:
      return std::nullopt;
  }
}

}  // namespace

bool is_note(EntryKind kind) {
  return (kind >= EntryKind::call_attempt && kind <= EntryKind::leave_decision) ||
         (kind >= EntryKind::roll_step && kind <= EntryKind::record_change);
}

Draft draft_of(const reg::DayNote& note, Instant at) {
  Writer w;
  w.u8(kNoteVersion);
  return std::visit(
      [&](const auto& what) {
        put_note(w, what);
        return Draft{note_kind(what), note_retention(what), at, w.done()};
      },
      note);
}

Result<reg::DayNoteGiven> note_of(const Entry& entry) {
  const auto garbled = [&] { return fail(FaultCode::entry_garbled, std::to_string(entry.seq)); };
  if (!is_note(entry.kind) || !entry.salt) return garbled();
  Reader r(entry.payload);
  if (r.u8() != kNoteVersion) r.fail();
  auto note = get_note(entry.kind, r);
  if (!note || !r.at_end() || !complete(*note)) return garbled();
  return Result<reg::DayNoteGiven>(tl::in_place, entry.seq, entry.at, std::move(*note));
}

}  // namespace handbell::journal
