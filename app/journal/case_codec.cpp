#include "app/journal/case_codec.h"

#include "app/journal/codec.h"

namespace handbell::journal {

namespace {

using reg::CaseContact;
using reg::CaseDecision;
using reg::CaseNote;
using reg::Concern;
using reg::Contract;
using reg::Meeting;
using reg::NoticeTold;
using reg::SuggestionAnswer;
using reg::TextSent;

constexpr std::uint8_t kCaseVersion = 1;
constexpr std::size_t kLongestCaseText = 6144;  // bytes of 1,500 characters
constexpr std::uint16_t kNoMinute = 0xFFFF;
constexpr std::int64_t kMinute = 60'000;

template <class Choice>
void put_choice(Writer& w, Choice choice) {
  w.u8(static_cast<std::uint8_t>(choice));
}

/// `first` to `last`.
template <class Choice>
Choice get_case_choice(Reader& r, Choice last, std::uint8_t first = 1) {
  const auto number = r.u8();
  if (number < first || number > static_cast<std::uint8_t>(last)) r.fail();
  return static_cast<Choice>(number);
}

void put_case_by(Writer& w, const reg::Author& by) { w.text(by.name()).text(by.position()); }

std::optional<reg::Author> get_case_by(Reader& r) {
  const std::string name = r.text(kLongestCaseText);
  auto by = reg::Author::from(name, r.text(kLongestCaseText));
  if (!by) r.fail();
  return by ? std::optional(std::move(*by)) : std::nullopt;
}

PupilId get_case_pupil(Reader& r) {
  const auto number = r.i64();
  if (number < 1) r.fail();
  return PupilId(number);
}

SchoolDay get_case_day(Reader& r) {
  const auto day = SchoolDay::from_number(r.i64());
  if (!day) r.fail();
  return day ? *day : SchoolDay();
}

void put_day_if_any(Writer& w, const std::optional<SchoolDay>& day) {
  w.flag(day.has_value()).i64(day ? day->number() : 0);
}

std::optional<SchoolDay> get_day_if_any(Reader& r) {
  const bool known = r.flag();
  const auto number = r.i64();
  const auto day = SchoolDay::from_number(number);
  if (!day || (!known && number != 0)) r.fail();
  return known && day ? std::optional(*day) : std::nullopt;
}

void put_case_minute(Writer& w, const std::optional<TimeOfDay>& at) {
  w.u16(at ? static_cast<std::uint16_t>(at->minute()) : kNoMinute);
}

std::optional<TimeOfDay> get_case_minute(Reader& r) {
  const auto minute = r.u16();
  if (minute == kNoMinute) return std::nullopt;
  if (minute > 1439) r.fail();
  return r.ok() ? std::optional(TimeOfDay::from_ms(minute * kMinute)) : std::nullopt;
}

EntryKind case_kind(const CaseContact&) { return EntryKind::case_contact; }
EntryKind case_kind(const Meeting&) { return EntryKind::meeting; }
EntryKind case_kind(const Contract&) { return EntryKind::contract; }
EntryKind case_kind(const CaseDecision&) { return EntryKind::case_decision; }
EntryKind case_kind(const NoticeTold&) { return EntryKind::notice_told; }
EntryKind case_kind(const SuggestionAnswer&) { return EntryKind::suggestion_answer; }
EntryKind case_kind(const Concern&) { return EntryKind::concern; }
EntryKind case_kind(const TextSent&) { return EntryKind::text_sent; }

Retention case_retention(EntryKind kind) {
  const bool tick = kind == EntryKind::suggestion_answer || kind == EntryKind::text_sent ||
                    kind == EntryKind::concern;
  return tick ? Retention::year_and_1 : Retention::register_6_years;
}

void put_case(Writer& w, const CaseContact& contact) {
  w.i64(contact.pupil.number()).i64(contact.day.number());
  put_case_minute(w, contact.at);
  w.text(contact.with);
  put_choice(w, contact.how);
  w.text(contact.words);
}

std::optional<CaseNote> get_case_contact(Reader& r) {
  const auto pupil = get_case_pupil(r);
  const auto day = get_case_day(r);
  const auto at = get_case_minute(r);
  std::string with = r.text(kLongestCaseText);
  const auto how = get_case_choice(r, reg::kLastContactHow);
  std::string words = r.text(kLongestCaseText);
  const auto by = get_case_by(r);
  if (!r.ok() || !by) return std::nullopt;
  return CaseContact{pupil, day, at, std::move(with), how, std::move(words), *by};
}

void put_case(Writer& w, const Meeting& meeting) {
  w.i64(meeting.pupil.number());
  put_choice(w, meeting.kind);
  put_choice(w, meeting.state);
  w.u64(meeting.of).i64(meeting.day.number());
  put_case_minute(w, meeting.at);
  w.text(meeting.place).text(meeting.present).text(meeting.strategies);
  put_day_if_any(w, meeting.review);
}

std::optional<CaseNote> get_meeting(Reader& r) {
  const auto pupil = get_case_pupil(r);
  const auto kind = get_case_choice(r, reg::kLastMeetingKind);
  const auto state = get_case_choice(r, reg::kLastMeetingState);
  const auto of = r.u64();
  const auto day = get_case_day(r);
  const auto at = get_case_minute(r);
  std::string place = r.text(kLongestCaseText);
  std::string present = r.text(kLongestCaseText);
  std::string strategies = r.text(kLongestCaseText);
  const auto review = get_day_if_any(r);
  const auto by = get_case_by(r);
  if (!r.ok() || !by) return std::nullopt;
  return Meeting{
      pupil,  kind, state, of, day, at, std::move(place), std::move(present), std::move(strategies),
      review, *by};
}

void put_case(Writer& w, const Contract& contract) {
  w.i64(contract.pupil.number()).u64(contract.of);
  put_choice(w, contract.state);
  w.i64(contract.day.number()).text(contract.parents_will).text(contract.school_will);
  put_day_if_any(w, contract.signed_on);
  w.i64(contract.review.number()).text(contract.words);
}

std::optional<CaseNote> get_contract(Reader& r) {
  const auto pupil = get_case_pupil(r);
  const auto of = r.u64();
  const auto state = get_case_choice(r, reg::kLastContractState);
  const auto day = get_case_day(r);
  std::string parents_will = r.text(kLongestCaseText);
  std::string school_will = r.text(kLongestCaseText);
  const auto signed_on = get_day_if_any(r);
  const auto review = get_case_day(r);
  std::string words = r.text(kLongestCaseText);
  const auto by = get_case_by(r);
  if (!r.ok() || !by) return std::nullopt;
  return Contract{pupil,
                  of,
                  state,
                  day,
                  std::move(parents_will),
                  std::move(school_will),
                  signed_on,
                  review,
                  std::move(words),
                  *by};
}

void put_case(Writer& w, const CaseDecision& decision) {
  w.i64(decision.pupil.number()).i64(decision.day.number());
  put_choice(w, decision.about);
  for (const auto& one : decision.considered) {
    put_choice(w, one.answer);
    w.text(one.words);
  }
  w.text(decision.decision).text(decision.reason);
}

std::optional<CaseNote> get_case_decision(Reader& r) {
  const auto pupil = get_case_pupil(r);
  const auto day = get_case_day(r);
  const auto about = get_case_choice(r, reg::kLastDecisionAbout);
  std::array<reg::Consideration, reg::kConsiderations> considered;
  for (auto& one : considered) {
    one.answer = get_case_choice(r, reg::Considered::no, 0);
    one.words = r.text(kLongestCaseText);
  }
  std::string made = r.text(kLongestCaseText);
  std::string reason = r.text(kLongestCaseText);
  const auto by = get_case_by(r);
  if (!r.ok() || !by) return std::nullopt;
  return CaseDecision{pupil, day, about, std::move(considered), std::move(made), std::move(reason),
                      *by};
}

void put_case(Writer& w, const NoticeTold& notice) {
  w.i64(notice.pupil.number()).text(notice.parent_key).text(notice.parent);
  w.i64(notice.issued.number());
  put_choice(w, notice.state);
  w.u64(notice.of).i64(notice.told.number()).text(notice.told_how);
}

std::optional<CaseNote> get_notice_told(Reader& r) {
  const auto pupil = get_case_pupil(r);
  std::string key = r.text(kLongestCaseText);
  std::string parent = r.text(kLongestCaseText);
  const auto issued = get_case_day(r);
  const auto state = get_case_choice(r, reg::kLastNoticeState);
  const auto of = r.u64();
  const auto told = get_case_day(r);
  std::string how = r.text(kLongestCaseText);
  const auto by = get_case_by(r);
  if (!r.ok() || !by) return std::nullopt;
  return NoticeTold{pupil, std::move(key), std::move(parent), issued, state,
                    of,    told,           std::move(how),    *by};
}

void put_case(Writer& w, const SuggestionAnswer& answer) {
  w.i64(answer.pupil.number()).text(answer.key);
  put_choice(w, answer.answer);
  w.i64(answer.day.number());
  put_day_if_any(w, answer.until);
  w.text(answer.staff).text(answer.reason);
}

std::optional<CaseNote> get_suggestion_answer(Reader& r) {
  const auto pupil = get_case_pupil(r);
  std::string key = r.text(kLongestCaseText);
  const auto reply = get_case_choice(r, reg::kLastSuggestionReply);
  const auto day = get_case_day(r);
  const auto until = get_day_if_any(r);
  std::string staff = r.text(kLongestCaseText);
  std::string reason = r.text(kLongestCaseText);
  const auto by = get_case_by(r);
  if (!r.ok() || !by) return std::nullopt;
  return SuggestionAnswer{
      pupil, std::move(key), reply, day, until, std::move(staff), std::move(reason), *by};
}

void put_case(Writer& w, const TextSent& sent) {
  w.i64(sent.pupil.number()).u64(sent.of);
  put_choice(w, sent.kind);
  w.text(sent.title).text(sent.assignee).i64(sent.day.number());
}

std::optional<CaseNote> get_text_sent(Reader& r) {
  const auto pupil = get_case_pupil(r);
  const auto of = r.u64();
  const auto kind = get_case_choice(r, reg::kLastSentKind);
  std::string title = r.text(kLongestCaseText);
  std::string assignee = r.text(kLongestCaseText);
  const auto day = get_case_day(r);
  const auto by = get_case_by(r);
  if (!r.ok() || !by) return std::nullopt;
  return TextSent{pupil, of, kind, std::move(title), std::move(assignee), day, *by};
}

void put_case(Writer& w, const Concern& concern) {
  w.i64(concern.pupil.number()).u64(concern.of);
  put_choice(w, concern.state);
  w.i64(concern.day.number());
  w.u8(static_cast<std::uint8_t>(concern.whom.size()));
  for (const reg::ConcernFor whom : concern.whom) put_choice(w, whom);
  w.text(concern.words);
}

std::optional<CaseNote> get_concern(Reader& r) {
  const auto pupil = get_case_pupil(r);
  const auto of = r.u64();
  const auto state = get_case_choice(r, reg::kLastConcernState);
  const auto day = get_case_day(r);
  std::vector<reg::ConcernFor> whom;
  const std::size_t count = r.u8();
  if (count > reg::kConcernFor) r.fail();
  while (r.ok() && whom.size() < count) {
    whom.push_back(get_case_choice(r, reg::kLastConcernFor));
  }
  std::string words = r.text(kLongestCaseText);
  const auto by = get_case_by(r);
  if (!r.ok() || !by) return std::nullopt;
  return Concern{pupil, of, state, day, std::move(whom), std::move(words), *by};
}

std::optional<CaseNote> get_case(EntryKind kind, Reader& r) {
  switch (kind) {
    case EntryKind::case_contact:
      return get_case_contact(r);
    case EntryKind::meeting:
      return get_meeting(r);
    case EntryKind::contract:
      return get_contract(r);
    case EntryKind::case_decision:
      return get_case_decision(r);
    case EntryKind::notice_told:
      return get_notice_told(r);
    case EntryKind::suggestion_answer:
      return get_suggestion_answer(r);
    case EntryKind::text_sent:
      return get_text_sent(r);
    case EntryKind::concern:
      return get_concern(r);
    default:
      return std::nullopt;
  }
}

}  // namespace

bool is_case_note(EntryKind kind) {
  return (kind >= EntryKind::case_contact && kind <= EntryKind::text_sent) ||
         kind == EntryKind::concern;
}

Draft draft_of(const reg::CaseNote& note, Instant at) {
  Writer w;
  w.u8(kCaseVersion);
  return std::visit(
      [&](const auto& what) {
        put_case(w, what);
        put_case_by(w, what.by);
        const EntryKind kind = case_kind(what);
        return Draft{kind, case_retention(kind), at, w.done()};
      },
      note);
}

Result<reg::CaseNoteGiven> case_note_of(const Entry& entry) {
  const auto garbled = [&] { return fail(FaultCode::entry_garbled, std::to_string(entry.seq)); };
  if (!is_case_note(entry.kind) || !entry.salt) return garbled();
  Reader r(entry.payload);
  if (r.u8() != kCaseVersion) r.fail();
  auto note = get_case(entry.kind, r);
  if (!note || !r.at_end() || !complete(*note)) return garbled();
  return reg::CaseNoteGiven{entry.seq, entry.at, std::move(*note), std::nullopt};
}

}  // namespace handbell::journal
