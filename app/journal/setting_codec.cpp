#include "app/journal/setting_codec.h"

#include "app/journal/codec.h"

namespace handbell::journal {

namespace {

constexpr std::uint8_t kSettingVersion = 1;
constexpr std::size_t kLongestSetting = 4096;

}  // namespace

Draft draft_of(const reg::Setting& setting, Instant at) {
  Writer w;
  w.u8(kSettingVersion).text(setting.name).text(setting.value).i64(setting.from.number());
  w.text(setting.reason).text(setting.by.name()).text(setting.by.position());
  return {EntryKind::setting, Retention::register_6_years, at, w.done()};
}

Result<reg::Setting> setting_of(const Entry& entry) {
  Reader r(entry.payload);
  const auto version = r.u8();
  std::string name = r.text(kLongestSetting);
  std::string value = r.text(kLongestSetting);
  const auto from = SchoolDay::from_number(r.i64());
  std::string reason = r.text(kLongestSetting);
  const std::string by_name = r.text(kLongestSetting);
  const auto by = reg::Author::from(by_name, r.text(kLongestSetting));
  const bool fits =
      entry.kind == EntryKind::setting && entry.salt && r.at_end() && version == kSettingVersion;
  if (!fits || !from || !by) return fail(FaultCode::entry_garbled, std::to_string(entry.seq));
  return reg::Setting{std::move(name), std::move(value), *from, std::move(reason), *by};
}

}  // namespace handbell::journal
