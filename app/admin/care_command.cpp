// verify, status and the rehearsal's clock.
#include "app/admin/commands.h"
#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/store/atomic_file.h"
#include "app/store/journal_file.h"

#include <fmt/format.h>

#include <filesystem>

namespace handbell::admin {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestClock = 4096;

Result<RehearsalClock> clock_of(const Site& site) {
  if (!site.config().rehearsal) return fail(FaultCode::not_rehearsal, site.folder());
  const auto text = store::read_file(site.clock_path(), kLongestClock);
  if (!text) return fail(FaultCode::bad_clock_file, site.clock_path());
  return RehearsalClock::parse(*text);
}

Result<std::string> keep(const Site& site, const RehearsalClock& clock) {
  if (Status kept = store::write_file(site.clock_path(), clock.text()); !kept) {
    return fail(kept.error());
  }
  return fmt::format("It is {}{}.\n", with_offset(clock.wall_at(store::steady_now())),
                     clock.is_held() ? ", and the clock is held" : "");
}

Result<Millis> length_of(const std::string& text) {
  const auto end = text.find_first_not_of("0123456789");
  const auto number = whole_number(text.substr(0, end));
  const std::string unit = end == std::string::npos ? "" : text.substr(end);
  const std::int64_t each = unit == "ms"  ? 1
                            : unit == "s" ? 1000
                            : unit == "m" ? 60'000
                            : unit == "h" ? 3'600'000
                                          : 0;
  constexpr std::int64_t kMost = 1'000'000;
  if (!number || each == 0 || *number > kMost) return fail(FaultCode::bad_number, text);
  return Millis{*number * each};
}

std::vector<std::string> kiosk_folders(const Site& site) {
  std::vector<std::string> folders;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(site.folder(), ignored)) {
    const bool kiosk = entry.path().filename().string().starts_with("kiosk-");
    if (kiosk && entry.is_directory(ignored)) folders.push_back(entry.path().string());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace

Result<std::string> verify(const Site& site) {
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto count = opened->file->verify();
  if (!count) return fail(count.error());
  std::string text = fmt::format(
      "The register: {} entries, and {} events of {} journals, all as they were "
      "written.\n",
      count->entries, count->events, count->journals);
  for (const auto& folder : kiosk_folders(site)) {
    const std::string path = folder + "/journal.db";
    if (!fs::exists(path)) continue;
    if (const auto owner = store::FolderLock::owner(folder)) {
      text += fmt::format("{}: in use by {}, not read.\n", folder, *owner);
      continue;
    }
    const auto head = store::JournalFile::verify(path);
    if (!head) return fail(head.error());
    text += fmt::format("{}: {} entries, all as they were written.\n", folder, head->seq);
  }
  return text;
}

Result<std::string> status(const Site& site, Format format) {
  Table table{{"what", "state"}, {}};
  const auto owner = [](const std::string& folder) {
    return store::FolderLock::owner(folder).value_or("nobody");
  };
  table.rows.push_back({"site", site.folder()});
  table.rows.push_back(
      {"clock", with_offset(site.now()) + (site.config().rehearsal ? " (rehearsal)" : "")});
  table.rows.push_back({"office is used by", owner(site.office_folder())});
  for (const auto& folder : kiosk_folders(site)) {
    table.rows.push_back({fs::path(folder).filename().string() + " is used by", owner(folder)});
  }
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto seen = opened->file->kiosks();
  if (!seen) return fail(seen.error());
  for (const auto& kiosk : *seen) {
    const std::string last =
        kiosk.last_contact ? "last heard " + with_offset(*kiosk.last_contact) : "never heard";
    table.rows.push_back(
        {"kiosk " + std::to_string(kiosk.number),
         fmt::format("{}, {} entries waiting, reader {}{}", last, kiosk.health.waiting,
                     kiosk.health.reader.empty() ? "unknown" : kiosk.health.reader,
                     kiosk.fault.empty() ? "" : ". " + kiosk.fault)});
  }
  return rendered(table, format);
}

Result<std::string> clock_set(const Site& site, const std::string& local, double rate) {
  if (!site.config().rehearsal) return fail(FaultCode::not_rehearsal, site.folder());
  const auto at = parse_local(local);
  if (!at) return fail(at.error());
  const auto clock = RehearsalClock::started(*at, store::steady_now(), rate);
  if (!clock) return fail(clock.error());
  return keep(site, *clock);
}

Result<std::string> clock_hold(const Site& site) {
  const auto clock = clock_of(site);
  if (!clock) return fail(clock.error());
  return keep(site, clock->held_at(store::steady_now()));
}

Result<std::string> clock_rate(const Site& site, double rate) {
  const auto clock = clock_of(site);
  if (!clock) return fail(clock.error());
  const auto changed = clock->with_rate(store::steady_now(), rate);
  if (!changed) return fail(changed.error());
  return keep(site, *changed);
}

Result<std::string> clock_step(const Site& site, const std::string& by) {
  const auto clock = clock_of(site);
  if (!clock) return fail(clock.error());
  const auto length = length_of(by);
  if (!length) return fail(length.error());
  return keep(site, clock->stepped(store::steady_now(), *length));
}

}  // namespace handbell::admin
