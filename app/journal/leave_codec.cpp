#include "app/journal/leave_codec.h"

namespace handbell::journal {

namespace {

constexpr std::size_t kLongestLeaveText = 4096;
constexpr std::uint16_t kNoTime = 0xFFFF;  // minutes of a day end at 1439
constexpr std::int64_t kLeaveMinute = 60'000;
constexpr int kLastMinute = 1439;

void put_asked_for(Writer& w, const std::vector<PupilId>& pupils) {
  w.u8(static_cast<std::uint8_t>(pupils.size()));
  for (const PupilId pupil : pupils) w.i64(pupil.number());
}

std::vector<PupilId> get_asked_for(Reader& r) {
  const std::size_t count = r.u8();
  if (count > reg::kMostAskedFor) r.fail();
  std::vector<PupilId> pupils;
  for (std::size_t i = 0; i < count && r.ok(); ++i) {
    const auto number = r.i64();
    if (number < 1) r.fail();
    pupils.emplace_back(number);
  }
  return pupils;
}

SchoolDay get_leave_day(Reader& r) {
  const auto day = SchoolDay::from_number(r.i64());
  if (!day) r.fail();
  return day.value_or(SchoolDay());
}

void put_leave_session(Writer& w, SessionId session) {
  w.i64(session.day.number()).u8(static_cast<std::uint8_t>(session.half));
}

SessionId get_leave_session(Reader& r) {
  const auto day = get_leave_day(r);
  const auto half = r.u8();
  if (half > 1) r.fail();
  return {day, half == 0 ? Half::am : Half::pm};
}

void put_minute(Writer& w, const std::optional<TimeOfDay>& time) {
  w.u16(time ? static_cast<std::uint16_t>(time->minute()) : kNoTime);
}

std::optional<TimeOfDay> get_minute(Reader& r) {
  const auto minute = r.u16();
  if (minute == kNoTime) return std::nullopt;
  if (minute > kLastMinute) r.fail();
  return r.ok() ? std::optional(TimeOfDay::from_ms(minute * kLeaveMinute)) : std::nullopt;
}

std::optional<reg::Author> get_leave_author(Reader& r) {
  const std::string name = r.text(kLongestLeaveText);
  const auto by = reg::Author::from(name, r.text(kLongestLeaveText));
  if (!by) r.fail();
  return by ? std::optional(*by) : std::nullopt;
}

/// 1 to `last`.
template <class Choice>
Choice get_leave_choice(Reader& r, Choice last) {
  const auto number = r.u8();
  if (number < 1 || number > static_cast<std::uint8_t>(last)) r.fail();
  return static_cast<Choice>(number);
}

}  // namespace

void put_leave(Writer& w, const reg::LeaveRequest& request) {
  put_asked_for(w, request.pupils);
  put_leave_session(w, request.from);
  put_leave_session(w, request.to);
  w.u8(static_cast<std::uint8_t>(request.kind)).text(request.asked.text());
  w.text(request.grounds).text(request.asked_by).i64(request.received.ms);
  put_minute(w, request.leaves);
  put_minute(w, request.back_at);
  w.text(request.by.name()).text(request.by.position());
}

void put_leave(Writer& w, const reg::LeaveDecision& decision) {
  w.u64(decision.request);
  put_asked_for(w, decision.pupils);
  w.i64(decision.first_day.number()).u8(static_cast<std::uint8_t>(decision.answer));
  put_leave_session(w, decision.from);
  put_leave_session(w, decision.to);
  w.text(decision.code.text()).u16(static_cast<std::uint16_t>(decision.notices));
  w.text(decision.reason).text(decision.by.name()).text(decision.by.position());
}

std::optional<reg::LeaveRequest> get_leave_request(Reader& r) {
  auto pupils = get_asked_for(r);
  const auto from = get_leave_session(r);
  const auto to = get_leave_session(r);
  const auto kind = get_leave_choice(r, reg::kLastLeaveKind);
  const std::string digits = r.text(kLongestLeaveText);
  const auto asked = reg::AttendancePattern::parse(digits);
  std::string grounds = r.text(kLongestLeaveText);
  std::string asked_by = r.text(kLongestLeaveText);
  const Instant received{r.i64()};
  const auto leaves = get_minute(r);
  const auto back_at = get_minute(r);
  const auto by = get_leave_author(r);
  if (!r.ok() || digits.empty() || !asked || !by) return std::nullopt;
  return reg::LeaveRequest{
      std::move(pupils),   from,     to,     kind,    *asked, std::move(grounds),
      std::move(asked_by), received, leaves, back_at, *by};
}

std::optional<reg::LeaveDecision> get_leave_decision(Reader& r) {
  const auto request = r.u64();
  auto pupils = get_asked_for(r);
  const auto first_day = get_leave_day(r);
  const auto answer = get_leave_choice(r, reg::LeaveAnswer::refused);
  const auto from = get_leave_session(r);
  const auto to = get_leave_session(r);
  const auto code = reg::Code::parse(r.text(kLongestLeaveText));
  const int notices = r.u16();
  std::string reason = r.text(kLongestLeaveText);
  const auto by = get_leave_author(r);
  if (!r.ok() || !code || !by) return std::nullopt;
  return reg::LeaveDecision{request, std::move(pupils), first_day,         answer, from, to,
                            *code,   notices,           std::move(reason), *by};
}

}  // namespace handbell::journal
