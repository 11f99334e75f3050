#include "app/journal/door_book_codec.h"

#include <algorithm>
#include <array>

namespace handbell::journal {

namespace {

using namespace reg;

/// What a book of this tag holds besides what all do.
struct BookForm {
  std::string_view tag;
  bool appointments = true;
  bool releases = true;  ///< who may be handed over at the door, and by whose card
};
constexpr std::array<BookForm, 3> kForms{
    {{"HBDB4", true, true}, {"HBDB3", true, false}, {"HBDB2", false, false}}};
constexpr std::size_t kLongestBookText = 1024;
constexpr std::uint32_t kMostRows = 20'000;

void put_day(Writer& w, SchoolDay day) { w.i64(day.number()); }

SchoolDay get_day(Reader& r) {
  const auto day = SchoolDay::from_number(r.i64());
  if (!day) r.fail();
  return day.value_or(SchoolDay());
}

void put_session(Writer& w, SessionId session) {
  put_day(w, session.day);
  w.u8(static_cast<std::uint8_t>(session.half));
}

SessionId get_session(Reader& r) {
  SessionId session;
  session.day = get_day(r);
  session.half = r.flag() ? Half::pm : Half::am;
  return session;
}

YearGroup get_group(Reader& r) {
  const auto group = r.u8();
  const bool known = group <= static_cast<std::uint8_t>(YearGroup::year_2);
  if (!known) r.fail();
  return known ? static_cast<YearGroup>(group) : YearGroup::reception;
}

Code get_code(Reader& r) {
  const auto code = Code::parse(r.text(kLongestBookText));
  if (!code) r.fail();
  return code.value_or(code_of("/"));
}

TimeOfDay get_time(Reader& r) {
  const auto ms = r.i64();
  const bool fits = ms >= 0 && ms < 24 * 3'600'000;
  if (!fits) r.fail();
  return TimeOfDay::from_ms(fits ? ms : 0);
}

void put_time_or_none(Writer& w, const std::optional<TimeOfDay>& time) {
  w.flag(time.has_value()).i64(time ? time->ms() : 0);
}

std::optional<TimeOfDay> get_time_or_none(Reader& r) {
  const bool known = r.flag();
  const TimeOfDay time = get_time(r);
  return known ? std::optional(time) : std::nullopt;
}

void put(Writer& w, const DoorPupil& pupil) {
  w.i64(pupil.id.number()).text(pupil.shown_name).text(pupil.class_name);
  w.u8(static_cast<std::uint8_t>(pupil.group)).u8(static_cast<std::uint8_t>(pupil.birth_month));
  w.text(pupil.family).text(pupil.language).flag(pupil.see_office).flag(pupil.never_show);
  put_day(w, pupil.start);
  w.flag(pupil.leaving.has_value());
  put_day(w, pupil.leaving.value_or(SchoolDay()));
  w.text(pupil.pattern.text()).u32(static_cast<std::uint32_t>(pupil.plans.size()));
  for (const auto& [session, plan] : pupil.plans) {
    put_session(w, session);
    w.text(plan.code.text()).flag(plan.told_before_close);
  }
  w.u32(static_cast<std::uint32_t>(pupil.appointments.size()));
  for (const auto& [day, leaves, back_at] : pupil.appointments) {
    put_day(w, day);
    put_time_or_none(w, leaves);
    put_time_or_none(w, back_at);
  }
  w.flag(pupil.office_only);
}

std::uint32_t get_count(Reader& r) {
  const auto count = r.u32();
  if (count > kMostRows) r.fail();
  return r.ok() ? count : 0;
}

std::vector<DoorAppointment> get_appointments(Reader& r) {
  std::vector<DoorAppointment> appointments;
  for (auto left = get_count(r); left > 0 && r.ok(); --left) {
    DoorAppointment appointment;
    appointment.day = get_day(r);
    appointment.leaves = get_time_or_none(r);
    appointment.back_at = get_time_or_none(r);
    appointments.push_back(appointment);
  }
  return appointments;
}

DoorPupil get_pupil(Reader& r, const BookForm& form) {
  DoorPupil pupil;
  pupil.id = PupilId(r.i64());
  pupil.shown_name = r.text(kLongestBookText);
  pupil.class_name = r.text(kLongestBookText);
  pupil.group = get_group(r);
  pupil.birth_month = r.u8();
  pupil.family = r.text(kLongestBookText);
  pupil.language = r.text(kLongestBookText);
  pupil.see_office = r.flag();
  pupil.never_show = r.flag();
  pupil.start = get_day(r);
  const bool leaves = r.flag();
  const SchoolDay leaving = get_day(r);
  if (leaves) pupil.leaving = leaving;
  const auto pattern = AttendancePattern::parse(r.text(kLongestBookText));
  if (!pattern || pupil.birth_month < 1 || pupil.birth_month > 12) r.fail();
  pupil.pattern = pattern.value_or(AttendancePattern());
  for (auto left = get_count(r); left > 0 && r.ok(); --left) {
    const SessionId session = get_session(r);
    const Code code = get_code(r);
    pupil.plans.push_back({session, {code, r.flag()}});
  }
  if (form.appointments) pupil.appointments = get_appointments(r);
  // Invariant: of whom an older book says nothing, the office alone hands over.
  pupil.office_only = !form.releases || r.flag();
  return pupil;
}

void put(Writer& w, const Period& period) {
  put_day(w, period.from);
  put_day(w, period.to);
  w.text(text_of(period.kind)).text(period.name);
  w.u32(static_cast<std::uint32_t>(period.groups.size()));
  for (const auto& group : period.groups) w.text(group);
}

Period get_period(Reader& r) {
  Period period;
  period.from = get_day(r);
  period.to = get_day(r);
  const auto kind = parse_period_kind(r.text(kLongestBookText));
  if (!kind) r.fail();
  period.kind = kind.value_or(PeriodKind::term);
  period.name = r.text(kLongestBookText);
  for (auto left = get_count(r); left > 0 && r.ok(); --left) {
    period.groups.push_back(r.text(kLongestBookText));
  }
  return period;
}

void put(Writer& w, const SessionTime& time) {
  put_day(w, time.from);
  w.u8(static_cast<std::uint8_t>(time.group)).u8(static_cast<std::uint8_t>(time.half));
  w.i64(time.window.arrive_by.ms()).i64(time.window.taken_by.ms()).i64(time.window.closes.ms());
}

SessionTime get_session_time(Reader& r) {
  SessionTime time;
  time.from = get_day(r);
  time.group = get_group(r);
  time.half = r.flag() ? Half::pm : Half::am;
  time.window.arrive_by = get_time(r);
  time.window.taken_by = get_time(r);
  time.window.closes = get_time(r);
  return time;
}

void put(Writer& w, const DoorReasons& reasons) {
  for (const ReasonList list : kReasonLists) {
    w.u32(static_cast<std::uint32_t>(reasons.of(list).size()));
    for (const auto& reason : reasons.of(list)) {
      w.text(reason.key).text(reason.words).text(reason.picture);
    }
  }
}

DoorReasons get_reasons(Reader& r) {
  DoorReasons reasons;
  for (const ReasonList list : kReasonLists) {
    const auto count = r.u32();
    if (count > kMostReasons) r.fail();
    for (auto left = r.ok() ? count : 0; left > 0 && r.ok(); --left) {
      DoorReason reason;
      reason.key = r.text(kLongestBookText);
      reason.words = r.text(kLongestBookText);
      reason.picture = r.text(kLongestBookText);
      if (!fit_reason(reason)) r.fail();
      reasons.of(list).push_back(std::move(reason));
    }
  }
  return reasons;
}

void put(Writer& w, const std::vector<DoorRelease>& releases) {
  w.u32(static_cast<std::uint32_t>(releases.size()));
  for (const auto& release : releases) {
    w.i64(release.pupil.number()).i64(release.asked.ms);
    w.u8(static_cast<std::uint8_t>(release.state)).i64(release.at.ms);
  }
}

std::vector<DoorRelease> get_releases(Reader& r) {
  std::vector<DoorRelease> releases;
  for (auto left = get_count(r); left > 0 && r.ok(); --left) {
    DoorRelease release;
    release.pupil = PupilId(r.i64());
    release.asked = Instant{r.i64()};
    const auto state = r.u8();
    if (state > static_cast<std::uint8_t>(DoorReleaseState::handed_over)) r.fail();
    release.state = static_cast<DoorReleaseState>(state);
    release.at = Instant{r.i64()};
    releases.push_back(release);
  }
  return releases;
}

void put_cards(Writer& w, const DoorBook& book) {
  w.u32(static_cast<std::uint32_t>(book.cards.size()));
  for (const auto& [card, pupil] : book.cards) w.raw(card).i64(pupil.number());
  w.u32(static_cast<std::uint32_t>(book.family_cards.size()));
  for (const auto& [card, family] : book.family_cards) w.raw(card).text(family);
  w.u32(static_cast<std::uint32_t>(book.staff_cards.size()));
  for (const auto& [card, pin, release] : book.staff_cards) {
    w.raw(card).raw(pin).flag(release.has_value());
    if (release) w.u8(release->version).raw(release->verifier);
  }
}

StaffCard get_staff_card(Reader& r, const BookForm& form) {
  StaffCard card;
  card.card = get_array<CardHash>(r);
  card.pin = get_array<PinHash>(r);
  if (!form.releases || !r.flag()) return card;
  ReleaseKey key;
  key.version = r.u8();
  if (key.version == 0) r.fail();
  key.verifier = get_array<PinVerifier>(r);
  card.release = key;
  return card;
}

void get_cards(Reader& r, const BookForm& form, DoorBook& book) {
  for (auto left = get_count(r); left > 0 && r.ok(); --left) {
    const auto card = get_array<CardHash>(r);
    book.cards[card] = PupilId(r.i64());
  }
  for (auto left = get_count(r); left > 0 && r.ok(); --left) {
    const auto card = get_array<CardHash>(r);
    std::string family = r.text(kLongestBookText);
    if (family.empty()) r.fail();
    book.family_cards[card] = std::move(family);
  }
  for (auto left = get_count(r); left > 0 && r.ok(); --left) {
    book.staff_cards.push_back(get_staff_card(r, form));
  }
}

void get_rules(Reader& r, DoorBook& book) {
  std::vector<Period> periods;
  for (auto left = get_count(r); left > 0 && r.ok(); --left) periods.push_back(get_period(r));
  auto calendar = Calendar::from_periods(std::move(periods));
  if (!calendar) r.fail();
  if (calendar) book.calendar = std::move(*calendar);
  for (auto left = get_count(r); left > 0 && r.ok(); --left) {
    if (!book.times.add(get_session_time(r))) r.fail();
  }
}

DoorBook get_book(Reader& r, const BookForm& form) {
  DoorBook book;
  book.version = r.u64();
  book.made = Instant{r.i64()};
  book.school_name = r.text(kLongestBookText);
  for (auto left = get_count(r); left > 0 && r.ok(); --left) {
    book.pupils.push_back(get_pupil(r, form));
    const auto count = book.pupils.size();
    if (count > 1 && book.pupils[count - 2].id >= book.pupils[count - 1].id) r.fail();
  }
  get_cards(r, form, book);
  for (auto left = get_count(r); left > 0 && r.ok(); --left) {
    std::string class_name = r.text(kLongestBookText);
    book.pictures[std::move(class_name)] = r.text(kLongestBookText);
  }
  get_rules(r, book);
  book.reasons = get_reasons(r);
  book.evacuation = r.flag();
  book.releases = get_releases(r);
  return book;
}

}  // namespace

Bytes encode(const DoorBook& book, const KioskKey& key) {
  Writer w;
  w.raw(as_bytes(kForms.front().tag)).u64(book.version).i64(book.made.ms).text(book.school_name);
  w.u32(static_cast<std::uint32_t>(book.pupils.size()));
  for (const auto& pupil : book.pupils) put(w, pupil);
  put_cards(w, book);
  w.u32(static_cast<std::uint32_t>(book.pictures.size()));
  for (const auto& [class_name, picture] : book.pictures) w.text(class_name).text(picture);
  w.u32(static_cast<std::uint32_t>(book.calendar.periods().size()));
  for (const auto& period : book.calendar.periods()) put(w, period);
  w.u32(static_cast<std::uint32_t>(book.times.rows().size()));
  for (const auto& time : book.times.rows()) put(w, time);
  put(w, book.reasons);
  w.flag(book.evacuation);
  put(w, book.releases);
  return with_seal(w, key);
}

Result<DoorBook> decode_door_book(std::span<const std::uint8_t> bytes, const KioskKey& key) {
  const auto garbled = [](const char* what) { return fail(FaultCode::door_book_garbled, what); };
  if (bytes.size() > kLongestDoorBook) return garbled("the kiosk (too long)");
  for (const BookForm& form : kForms) {
    const auto body = opened(bytes, form.tag, key);
    if (!body) continue;
    Reader r(*body);
    DoorBook book = get_book(r, form);
    if (!r.at_end()) return garbled("the kiosk (it does not read to its end)");
    return book;
  }
  return garbled("the kiosk (its seal is wrong)");
}

CardHash hash_of_card(std::span<const std::uint8_t> uid, const KioskKey& key) {
  const Digest whole = blake2b(uid, key);
  CardHash hash{};
  std::copy_n(whole.begin(), hash.size(), hash.begin());
  return hash;
}

PinHash hash_of_pin(const CardHash& card, std::string_view digits, const KioskKey& key) {
  Writer w;
  w.text("handbell pin 1").raw(card).text(digits);
  const Digest whole = blake2b(w.done(), key);
  PinHash hash{};
  std::copy_n(whole.begin(), hash.size(), hash.begin());
  return hash;
}

}  // namespace handbell::journal
