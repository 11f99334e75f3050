#include "app/journal/notice_codec.h"

#include "app/journal/codec.h"

namespace handbell::journal {

namespace {

constexpr std::uint8_t kNoticeVersion = 1;
constexpr std::size_t kLongestNotice = 4096;

}  // namespace

Draft draft_of(const reg::Notice& notice, Instant at) {
  Writer w;
  w.u8(kNoticeVersion).i64(notice.pupil.number()).i64(notice.session.day.number());
  w.u8(static_cast<std::uint8_t>(notice.session.half)).text(notice.code.text());
  w.i64(notice.told.ms).text(notice.words).text(notice.by.name()).text(notice.by.position());
  return {EntryKind::notice, Retention::register_6_years, at, w.done()};
}

Result<reg::NoticeGiven> notice_of(const Entry& entry) {
  Reader r(entry.payload);
  const auto version = r.u8();
  const PupilId pupil(r.i64());
  const auto day = SchoolDay::from_number(r.i64());
  const auto half = r.u8();
  const auto code = reg::Code::parse(r.text(kLongestNotice));
  const Instant told{r.i64()};
  std::string words = r.text(kLongestNotice);
  const std::string name = r.text(kLongestNotice);
  const auto by = reg::Author::from(name, r.text(kLongestNotice));
  const bool fits = entry.kind == EntryKind::notice && entry.salt && r.at_end() &&
                    version == kNoticeVersion && pupil.number() > 0 && half <= 1;
  if (!fits || !day || !code || !by) {
    return fail(FaultCode::entry_garbled, std::to_string(entry.seq));
  }
  const SessionId session{*day, static_cast<Half>(half)};
  return reg::NoticeGiven{
      entry.seq, entry.at, {pupil, session, *code, told, std::move(words), *by}};
}

}  // namespace handbell::journal
