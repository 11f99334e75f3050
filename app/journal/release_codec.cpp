#include "app/journal/release_codec.h"

#include "app/journal/codec.h"

namespace handbell::journal {

namespace {

using reg::IdentityCheck;
using reg::ReleaseStep;

constexpr std::uint8_t kReleaseVersion = 2;
constexpr std::uint8_t kWithoutWarning = 1;  ///< before an answer kept what stood against it
constexpr std::size_t kLongestRelease = 4096;

std::optional<IdentityCheck> get_check(Reader& r) {
  const auto check = r.u8();
  if (check > static_cast<std::uint8_t>(IdentityCheck::password_of_the_day)) r.fail();
  return check == 0 ? std::nullopt : std::optional(static_cast<IdentityCheck>(check));
}

ReleaseStep get_step(Reader& r) {
  const auto step = r.u8();
  if (step < 1 || step > static_cast<std::uint8_t>(ReleaseStep::handed_over)) r.fail();
  return static_cast<ReleaseStep>(step);
}

std::optional<NamePart> get_adult(Reader& r) {
  const std::string text = r.text(kLongestRelease);
  if (text.empty()) return std::nullopt;
  auto name = NamePart::parse(text);
  if (!name) r.fail();
  return name ? std::optional(std::move(*name)) : std::nullopt;
}

std::optional<Instant> get_moment_or_none(Reader& r) {
  const bool known = r.flag();
  const Instant at{r.i64()};
  return known ? std::optional(at) : std::nullopt;
}

}  // namespace

Draft draft_of(const reg::ReleaseAnswer& answer, Instant at) {
  Writer w;
  w.u8(kReleaseVersion).text(answer.request.journal).u64(answer.request.seq);
  w.i64(answer.pupil.number()).i64(answer.asked.ms);
  w.u8(static_cast<std::uint8_t>(answer.step)).i64(answer.at.ms);
  w.u8(answer.checked ? static_cast<std::uint8_t>(*answer.checked) : std::uint8_t{0});
  w.text(answer.handed_to ? answer.handed_to->text() : std::string());
  w.flag(answer.back_by.has_value()).i64(answer.back_by ? answer.back_by->ms : 0);
  w.text(answer.words).text(answer.despite).text(answer.by.name()).text(answer.by.position());
  w.text(answer.warning);
  return {EntryKind::release_answer, Retention::year_and_1, at, w.done()};
}

Result<reg::ReleaseGiven> release_of(const Entry& entry) {
  const auto garbled = [&] { return fail(FaultCode::entry_garbled, std::to_string(entry.seq)); };
  if (entry.kind != EntryKind::release_answer || !entry.salt) return garbled();
  Reader r(entry.payload);
  const auto version = r.u8();
  if (version != kReleaseVersion && version != kWithoutWarning) r.fail();
  reg::EventRef request{r.text(kLongestRelease), 0};
  request.seq = r.u64();
  const PupilId pupil(r.i64());
  const Instant asked{r.i64()};
  const auto step = get_step(r);
  const Instant at{r.i64()};
  const auto checked = get_check(r);
  auto handed_to = get_adult(r);
  const auto back_by = get_moment_or_none(r);
  std::string words = r.text(kLongestRelease);
  std::string despite = r.text(kLongestRelease);
  const std::string name = r.text(kLongestRelease);
  const auto by = reg::Author::from(name, r.text(kLongestRelease));
  std::string warning = version == kWithoutWarning ? "" : r.text(kLongestRelease);
  if (!r.at_end() || pupil.number() < 1 || !by) return garbled();
  reg::ReleaseAnswer answer{std::move(request),
                            pupil,
                            asked,
                            step,
                            at,
                            checked,
                            std::move(handed_to),
                            back_by,
                            std::move(words),
                            std::move(despite),
                            *by,
                            std::move(warning)};
  if (!complete(answer)) return garbled();
  return reg::ReleaseGiven{entry.seq, entry.at, std::move(answer)};
}

}  // namespace handbell::journal
