#include "app/journal/letter_codec.h"

#include "app/journal/codec.h"

namespace handbell::journal {
namespace {

constexpr std::uint8_t kLetterVersion = 1;
constexpr std::size_t kLongestName = 400;
constexpr std::size_t kLongestWhy = 4 * reg::kLongestLetterReason;

void put_letter_author(Writer& w, const reg::Author& by) { w.text(by.name()).text(by.position()); }

Result<reg::Author> letter_author_in(Reader& r) {
  const std::string name = r.text(kLongestName);
  return reg::Author::from(name, r.text(kLongestName));
}

bool is_whole(const Entry& entry, EntryKind kind, std::uint8_t version, const Reader& r) {
  return entry.kind == kind && entry.salt && r.at_end() && version == kLetterVersion;
}

}  // namespace

Draft draft_of(const reg::LetterChange& change, Instant at) {
  Writer w;
  w.u8(kLetterVersion).text(change.kind).text(change.was).text(change.is).text(change.reason);
  put_letter_author(w, change.by);
  return {EntryKind::letter_changed, Retention::register_6_years, at, w.done()};
}

Draft draft_of(const reg::LogoChange& change, Instant at) {
  Writer w;
  w.u8(kLetterVersion).text(change.is).text(change.digest).text(change.reason);
  put_letter_author(w, change.by);
  return {EntryKind::logo_changed, Retention::register_6_years, at, w.done()};
}

reg::LetterChange as_letter_change(const reg::LogoChange& change) {
  return {kLogoKind, "", change.is, change.reason, change.by};
}

Result<reg::LetterChangeGiven> letter_change_of(const Entry& entry) {
  Reader r(entry.payload);
  const auto version = r.u8();
  std::string kind = r.text(kLongestName);
  std::string was = r.text(reg::kLongestLetter);
  std::string is = r.text(reg::kLongestLetter);
  std::string reason = r.text(kLongestWhy);
  const auto by = letter_author_in(r);
  if (!is_whole(entry, EntryKind::letter_changed, version, r) || !by) {
    return fail(FaultCode::entry_garbled, std::to_string(entry.seq));
  }
  return reg::LetterChangeGiven{
      entry.seq,
      entry.at,
      {std::move(kind), std::move(was), std::move(is), std::move(reason), *by}};
}

Result<reg::LogoChange> logo_change_of(const Entry& entry) {
  Reader r(entry.payload);
  const auto version = r.u8();
  std::string is = r.text(kLongestName);
  std::string digest = r.text(kLongestName);
  std::string reason = r.text(kLongestWhy);
  const auto by = letter_author_in(r);
  if (!is_whole(entry, EntryKind::logo_changed, version, r) || !by) {
    return fail(FaultCode::entry_garbled, std::to_string(entry.seq));
  }
  return reg::LogoChange{std::move(is), std::move(digest), std::move(reason), *by};
}

}  // namespace handbell::journal
