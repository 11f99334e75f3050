#include "app/journal/event_codec.h"

#include "app/journal/codec.h"

#include <algorithm>
#include <string>

namespace handbell::journal {

namespace {

using namespace reg;

constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kLongestClass = 1024;
constexpr std::uint8_t kEventVersion = 1;

void put(Writer& w, const DoorMoment& at) {
  w.i64(at.wall.ms).i64(at.steady.ms).u64(at.boot).flag(at.trusted).flag(at.rehearsal);
}

ArrivalMeans get_means(Reader& r) {
  const auto means = r.u8();
  if (means > static_cast<std::uint8_t>(ArrivalMeans::staff)) r.fail();
  return static_cast<ArrivalMeans>(means);
}

DoorMoment get_moment(Reader& r) {
  DoorMoment at;
  at.wall.ms = r.i64();
  at.steady.ms = r.i64();
  at.boot = r.u64();
  at.trusted = r.flag();
  at.rehearsal = r.flag();
  return at;
}

void put_event(Writer& w, const Arrived& e) {
  w.i64(e.pupil.number());
  put(w, e.at);
  w.u8(static_cast<std::uint8_t>(e.means)).i64(e.first_contact.ms).u64(e.book_version);
  w.text(text_of(e.outcome)).text(e.proposal ? e.proposal->text() : "");
}

Arrived get_arrived(Reader& r) {
  Arrived e;
  e.pupil = PupilId{r.i64()};
  e.at = get_moment(r);
  if (e.pupil.number() < 1) r.fail();
  e.means = get_means(r);
  e.first_contact.ms = r.i64();
  e.book_version = r.u64();
  const auto outcome = parse_outcome(r.text(kLongestWord));
  const std::string code = r.text(kLongestWord);
  if (!outcome) r.fail();
  e.outcome = outcome.value_or(Outcome::on_time);
  if (code.empty()) return e;
  const auto proposal = Code::parse(code);
  if (!proposal || proposal->text() != code) r.fail();
  if (proposal) e.proposal = *proposal;
  return e;
}

void put_event(Writer& w, const RefusedCard& e) {
  w.raw(e.card);
  put(w, e.at);
  w.u64(e.book_version);
}

RefusedCard get_refused(Reader& r) {
  RefusedCard e;
  const auto hash = r.raw(e.card.size());
  std::copy(hash.begin(), hash.end(), e.card.begin());
  e.at = get_moment(r);
  e.book_version = r.u64();
  return e;
}

void put_event(Writer& w, const Withdrawn& e) {
  w.u64(e.seq);
  put(w, e.at);
}

Withdrawn get_withdrawn(Reader& r) {
  Withdrawn e;
  e.seq = r.u64();
  e.at = get_moment(r);
  return e;
}

void put_event(Writer& w, const Passed& e) {
  w.i64(e.pupil.number());
  put(w, e.at);
  w.text(e.reason);
}

Passed get_passed(Reader& r, bool out) {
  Passed e;
  e.pupil = PupilId{r.i64()};
  if (e.pupil.number() < 1) r.fail();
  e.at = get_moment(r);
  e.reason = r.text(kLongestWord);
  e.out = out;
  return e;
}

void put_event(Writer& w, const ClockKnown& e) { w.u64(e.boot).i64(e.steady.ms).i64(e.wall.ms); }

ClockKnown get_clock(Reader& r) {
  ClockKnown e;
  e.boot = r.u64();
  e.steady.ms = r.i64();
  e.wall.ms = r.i64();
  return e;
}

void put_event(Writer& w, const KioskStarted& e) { w.u64(e.boot).text(e.version); }

KioskStarted get_started(Reader& r) {
  KioskStarted e;
  e.boot = r.u64();
  e.version = r.text(kLongestWord);
  return e;
}

void put_event(Writer& w, const Pruned& e) {
  w.u64(e.through).raw(e.link);
  put(w, e.at);
}

Pruned get_pruned(Reader& r) {
  Pruned e;
  e.through = r.u64();
  e.link = get_array<Digest>(r);
  e.at = get_moment(r);
  return e;
}

void put_event(Writer& w, const ReasonGiven& e) {
  w.u32(static_cast<std::uint32_t>(e.of.size()));
  for (const std::uint64_t seq : e.of) w.u64(seq);
  w.text(e.reason);
  put(w, e.at);
  w.flag(e.by.has_value());
  if (e.by) w.raw(*e.by);
}

ReasonGiven get_reason(Reader& r) {
  ReasonGiven e;
  const auto count = r.u32();
  if (count < 1 || count > kMostReasoned) r.fail();
  for (auto left = r.ok() ? count : 0; left > 0; --left) e.of.push_back(r.u64());
  e.reason = r.text(kLongestWord);
  e.at = get_moment(r);
  if (r.flag()) e.by = get_array<CardHash>(r);
  return e;
}

void put_event(Writer& w, const ReleaseAsked& e) {
  w.i64(e.pupil.number());
  put(w, e.at);
  w.u8(static_cast<std::uint8_t>(e.means)).text(e.who).text(e.why).flag(e.back_today);
}

ReleaseAsked get_release(Reader& r) {
  ReleaseAsked e;
  e.pupil = PupilId{r.i64()};
  if (e.pupil.number() < 1) r.fail();
  e.at = get_moment(r);
  e.means = get_means(r);
  e.who = r.text(kLongestWord);
  e.why = r.text(kLongestWord);
  e.back_today = r.flag();
  return e;
}

void put_event(Writer& w, const LookUpEnded& e) {
  put(w, e.at);
  w.text(e.class_name).u8(static_cast<std::uint8_t>(e.birth_month));
}

LookUpEnded get_look_up(Reader& r) {
  LookUpEnded e;
  e.at = get_moment(r);
  e.class_name = r.text(kLongestClass);
  e.birth_month = r.u8();
  if (e.birth_month < 1 || e.birth_month > 12) r.fail();
  return e;
}

void put_event(Writer& w, const FamilyTapped& e) {
  w.raw(e.card);
  put(w, e.at);
  w.u64(e.book_version).u32(static_cast<std::uint32_t>(e.children.size()));
  for (const PupilId child : e.children) w.i64(child.number());
}

FamilyTapped get_family(Reader& r) {
  FamilyTapped e;
  e.card = get_array<CardHash>(r);
  e.at = get_moment(r);
  e.book_version = r.u64();
  const auto count = r.u32();
  if (count < 1 || count > kMostOfFamily) r.fail();
  for (auto left = r.ok() ? count : 0; left > 0; --left) {
    e.children.emplace_back(r.i64());
    if (e.children.back().number() < 1) r.fail();
  }
  return e;
}

void put_event(Writer& w, const PinRefused& e) {
  w.raw(e.card);
  put(w, e.at);
}

PinRefused get_pin_refused(Reader& r) {
  PinRefused e;
  e.card = get_array<CardHash>(r);
  e.at = get_moment(r);
  return e;
}

void put_event(Writer& w, const DoorHandOver& e) {
  w.i64(e.pupil.number()).u64(e.request).flag(e.asked.has_value());
  if (e.asked) w.i64(e.asked->ms);
  w.text(e.who).text(e.why).flag(e.back_today).u8(static_cast<std::uint8_t>(e.checked)).raw(e.by);
  put(w, e.at);
  w.u8(e.key_version).u64(e.book_version);
}

DoorHandOver get_hand_over(Reader& r) {
  DoorHandOver e;
  e.pupil = PupilId{r.i64()};
  if (e.pupil.number() < 1) r.fail();
  e.request = r.u64();
  if (r.flag()) e.asked = Instant{r.i64()};
  e.who = r.text(kLongestWord);
  e.why = r.text(kLongestWord);
  e.back_today = r.flag();
  const auto checked = r.u8();
  if (checked < 1 || checked > static_cast<std::uint8_t>(IdentityCheck::password_of_the_day)) {
    r.fail();
  }
  e.checked = r.ok() ? static_cast<IdentityCheck>(checked) : IdentityCheck::known_to_staff;
  e.by = get_array<CardHash>(r);
  e.at = get_moment(r);
  e.key_version = r.u8();
  if (e.key_version == 0) r.fail();
  e.book_version = r.u64();
  return e;
}

void put_event(Writer& w, const StaffRefused& e) {
  w.raw(e.card);
  put(w, e.at);
  w.u8(static_cast<std::uint8_t>(e.why));
}

StaffRefused get_staff_refused(Reader& r) {
  StaffRefused e;
  e.card = get_array<CardHash>(r);
  e.at = get_moment(r);
  const auto why = r.u8();
  if (why < 1 || why > static_cast<std::uint8_t>(WhyRefused::restricted)) r.fail();
  e.why = r.ok() ? static_cast<WhyRefused>(why) : WhyRefused::not_proven;
  return e;
}

EntryKind kind_of(const DoorEvent& event, bool repeated) {
  struct Kind {
    bool repeated;
    EntryKind operator()(const Arrived&) const {
      return repeated ? EntryKind::repeat_tap : EntryKind::arrival;
    }
    EntryKind operator()(const RefusedCard&) const { return EntryKind::refused_card; }
    EntryKind operator()(const Withdrawn&) const { return EntryKind::withdrawn; }
    EntryKind operator()(const Passed& e) const {
      return e.out ? EntryKind::went_out : EntryKind::came_back;
    }
    EntryKind operator()(const ClockKnown&) const { return EntryKind::clock_known; }
    EntryKind operator()(const KioskStarted&) const { return EntryKind::kiosk_started; }
    EntryKind operator()(const Pruned&) const { return EntryKind::pruned; }
    EntryKind operator()(const ReasonGiven&) const { return EntryKind::reason_given; }
    EntryKind operator()(const ReleaseAsked&) const { return EntryKind::release_asked; }
    EntryKind operator()(const LookUpEnded&) const { return EntryKind::look_up_ended; }
    EntryKind operator()(const FamilyTapped&) const { return EntryKind::family_tapped; }
    EntryKind operator()(const PinRefused&) const { return EntryKind::pin_refused; }
    EntryKind operator()(const DoorHandOver&) const { return EntryKind::door_hand_over; }
    EntryKind operator()(const StaffRefused&) const { return EntryKind::staff_refused; }
  };
  return std::visit(Kind{repeated}, event);
}

/// D51: what may come to support an entry of the register is kept as long as the entry.
Retention retention_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::arrival:
    case EntryKind::withdrawn:
    case EntryKind::reason_given:
    case EntryKind::family_tapped:
    case EntryKind::door_hand_over:
      return Retention::register_6_years;
    case EntryKind::repeat_tap:
    case EntryKind::refused_card:
    case EntryKind::went_out:
    case EntryKind::came_back:
    case EntryKind::release_asked:
    case EntryKind::staff_refused:
      return Retention::year_and_1;
    case EntryKind::look_up_ended:
    case EntryKind::pin_refused:
      return Retention::days_90;
    case EntryKind::kiosk_started:
    case EntryKind::clock_known:
    case EntryKind::pruned:
      return Retention::machine;
    default:
      return Retention::register_6_years;  // no door writes them
  }
}

DoorEvent read_as(EntryKind kind, Reader& r) {
  switch (kind) {
    case EntryKind::arrival:
    case EntryKind::repeat_tap:
      return get_arrived(r);
    case EntryKind::refused_card:
      return get_refused(r);
    case EntryKind::withdrawn:
      return get_withdrawn(r);
    case EntryKind::went_out:
      return get_passed(r, true);
    case EntryKind::came_back:
      return get_passed(r, false);
    case EntryKind::clock_known:
      return get_clock(r);
    case EntryKind::kiosk_started:
      return get_started(r);
    case EntryKind::pruned:
      return get_pruned(r);
    case EntryKind::reason_given:
      return get_reason(r);
    case EntryKind::release_asked:
      return get_release(r);
    case EntryKind::look_up_ended:
      return get_look_up(r);
    case EntryKind::family_tapped:
      return get_family(r);
    case EntryKind::pin_refused:
      return get_pin_refused(r);
    case EntryKind::door_hand_over:
      return get_hand_over(r);
    case EntryKind::staff_refused:
      return get_staff_refused(r);
    default:
      r.fail();  // of the register
      return KioskStarted{};
  }
}

}  // namespace

Draft draft_of(const DoorEvent& event, Instant at, bool repeated) {
  Draft draft;
  draft.kind = kind_of(event, repeated);
  draft.retention = retention_of(draft.kind);
  draft.at = at;
  Writer writer;
  writer.u8(kEventVersion);
  std::visit([&](const auto& e) { put_event(writer, e); }, event);
  draft.payload = writer.done();
  return draft;
}

Result<DoorEvent> event_of(const Entry& entry) {
  Reader reader(entry.payload);
  if (reader.u8() != kEventVersion) reader.fail();
  DoorEvent event = read_as(entry.kind, reader);
  if (!reader.at_end()) return fail(FaultCode::entry_garbled, std::to_string(entry.seq));
  return event;
}

}  // namespace handbell::journal
