// export pupil: everything that is held about one child, for whoever asks to see it (formats F10).
#include "app/admin/commands.h"
#include "app/exchange/subject_export.h"
#include "app/exchange/subject_source.h"
#include "app/exchange/zip.h"
#include "app/journal/door_book_codec.h"
#include "app/store/atomic_file.h"

#include <fmt/format.h>

#include <filesystem>

namespace handbell::admin {

namespace {

namespace fs = std::filesystem;

/// One file by its ending, or all three forms in a folder.
Result<std::vector<exchange::NamedText>> files_for(const exchange::SubjectCopy& copy,
                                                   const std::string& to) {
  using Files = std::vector<exchange::NamedText>;
  if (to.ends_with(".json")) return Files{{"", subject_json(copy)}};
  if (to.ends_with(".html")) return Files{{"", subject_page(copy)}};
  if (!to.ends_with(".zip")) return exchange::subject_files(copy);
  auto packed = exchange::zip_of(exchange::subject_files(copy), copy.stamp.made);
  if (!packed) return fail(packed.error());
  return Files{{"", std::move(*packed)}};
}

Status is_free(const fs::path& to) {
  std::error_code ignored;
  if (!fs::is_directory(to.parent_path(), ignored)) {
    return fail(FaultCode::usage, "There is no folder " + to.parent_path().string() +
                                      " to put the copy into; make it first.");
  }
  const bool taken =
      fs::exists(to, ignored) && !(fs::is_directory(to, ignored) && fs::is_empty(to, ignored));
  return taken ? Status(fail(FaultCode::folder_exists, to.string())) : Status();
}

Status write_all(const std::vector<exchange::NamedText>& files, const fs::path& to) {
  if (files.size() == 1) return store::write_file(to.string(), files[0].text);
  if (Status made = make_folder(to.string()); !made) return made;
  for (const auto& file : files) {
    if (Status wrote = store::write_file((to / file.name).string(), file.text); !wrote) {
      return wrote;
    }
  }
  return {};
}

std::string told(const exchange::SubjectCopy& copy, const fs::path& to, std::size_t files) {
  std::string text =
      fmt::format("{} {} what is held about {}. Read it before you hand it over.\n", to.string(),
                  files == 1 ? "holds" : "holds as files", copy.pupil_name);
  for (const auto& one : copy.removed) {
    text +=
        fmt::format("Taken out of {}, row {}, {}: {}\n", one.table, one.row, one.column, one.word);
  }
  return text;
}

}  // namespace

Result<std::string> export_pupil(const Site& site, const PupilExportOptions& options) {
  std::error_code ignored;
  const fs::path to = fs::absolute(options.to, ignored).lexically_normal();
  if (Status is = is_free(to); !is) return fail(is.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  const auto* pupil = school->named(options.pupil);
  if (pupil == nullptr) return fail(FaultCode::pupil_unknown, options.pupil);
  const auto today = site.today();
  if (!today) return fail(today.error());
  const auto settings = opened->file->settings();
  if (!settings) return fail(settings.error());
  const auto key = opened->file->card_key();
  if (!key) return fail(key.error());
  const exchange::SubjectPorts ports{
      [&](const CardNumber& uid) { return journal::hash_of_card(uid.bytes(), *key); },
      [&](const reg::EventRef& ref) { return opened->file->day_counted(ref); }};
  const auto copy = exchange::read_subject_copy(
      *opened->file,
      {pupil->id,
       options.asked_by,
       options.no_names,
       *today,
       {school->name, reg::legal_register(*settings, *today), site.now()}},
      ports);
  if (!copy) return fail(copy.error());
  const auto files = files_for(*copy, options.to);
  if (!files) return fail(files.error());
  if (Status wrote = write_all(*files, to); !wrote) return fail(wrote.error());
  return told(*copy, to, files->size());
}

}  // namespace handbell::admin
