#include "app/admin/letter_command.h"

#include "app/base/text.h"
#include "app/paper/child_letter.h"
#include "app/store/atomic_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace handbell::admin {

namespace {

namespace fs = std::filesystem;

Status is_free(const std::string& to) {
  std::error_code ignored;
  if (!to.ends_with(".pdf")) {
    return fail(FaultCode::usage, to + " is no name of a PDF; let it end with .pdf.");
  }
  if (fs::exists(to, ignored)) return fail(FaultCode::folder_exists, to);
  return {};
}

/// The children in the order of the school's lists.
Result<std::vector<const reg::PupilRecord*>> named(const reg::School& school, SchoolDay today,
                                                   paper::LetterKind kind,
                                                   const LetterOptions& options) {
  std::vector<PupilId> wanted;
  for (const auto& number : options.pupils) {
    const auto* pupil = school.named(number);
    if (pupil == nullptr) return fail(FaultCode::pupil_unknown, number);
    if (!pupil->on_roll(today)) return fail(FaultCode::not_on_roll, number);
    wanted.push_back(pupil->id);
  }
  std::vector<const reg::PupilRecord*> found;
  bool class_known = options.class_name.empty();
  for (const auto* pupil : reports::pupils_by_class(school)) {
    const bool one = std::ranges::find(wanted, pupil->id) != wanted.end();
    const bool of_class = !options.class_name.empty() && pupil->class_name == options.class_name;
    if (!pupil->on_roll(today) || !(one || of_class)) continue;
    class_known = class_known || of_class;
    if (!has_letter(kind, *pupil)) {
      return fail(FaultCode::usage, pupil->full_name() +
                                        " is in the nursery, which has no line in the yearly "
                                        "report; leave the child and its class out.");
    }
    found.push_back(pupil);
  }
  if (!class_known) return fail(FaultCode::class_unknown, options.class_name);
  if (!found.empty()) return found;
  return fail(FaultCode::usage, "Nobody is named; give --pupils or --class.");
}

Result<std::vector<paper::Sheet>> sheets_of(const paper::LetterSource& source,
                                            const LetterOptions& options) {
  const paper::LetterAbout about{options.by};
  const auto& wording = source.wording();
  std::vector<paper::Sheet> sheets;
  if (!paper::is_of_child(wording.kind())) {
    sheets.push_back(wording.filled(paper::school_values(source, about)));
    return sheets;
  }
  const auto pupils = named(source.school(), source.today(), wording.kind(), options);
  if (!pupils) return fail(pupils.error());
  for (const auto* pupil : *pupils) {
    sheets.push_back(wording.filled(paper::values_of(source, *pupil, about)));
  }
  return sheets;
}

/// "Lateness letter, made by A Noor, Headteacher", no longer than the audit takes.
std::string noted_words(paper::LetterKind kind, const std::string& by) {
  constexpr std::size_t kLongest = 80;
  std::string what = std::string(words_of(kind)) + ", made by " + by;
  while (code_points(what) > kLongest) what.resize(what.size() - 1);
  return is_utf8(what) ? what : std::string(words_of(kind));
}

Result<std::string> noted(const Status& done) {
  return done ? Result<std::string>("") : fail(done.error());
}

}  // namespace

Result<std::string> make_letters(const Site& site, const LetterOptions& options) {
  const auto kind = paper::parse_letter_kind(options.kind);
  if (!kind) return fail(kind.error());
  if (const auto by = reg::Author::parse(options.by); !by) return fail(by.error());
  if (Status free = is_free(options.to); !free) return fail(free.error());
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto source =
      paper::LetterSource::read(*opened->file, *kind, site.now(), site.config().rehearsal);
  if (!source) return fail(source.error());
  const auto sheets = sheets_of(*source, options);
  if (!sheets) return fail(sheets.error());
  auto head = source->letterhead(options.by);
  head.title = std::string(words_of(*kind));
  const auto bytes = paper::render_pdf(*sheets, head);
  if (!bytes) return fail(bytes.error());
  if (Status wrote = store::write_file(options.to, *bytes); !wrote) return fail(wrote.error());
  return fmt::format("{} holds {}: {}.\n", options.to,
                     sheets->size() == 1 ? "1 sheet" : fmt::format("{} sheets", sheets->size()),
                     words_of(*kind));
}

Result<std::string> note_letters(const Site& site, const LetterOptions& options) {
  const auto kind = paper::parse_letter_kind(options.kind);
  if (!kind) return fail(kind.error());
  // Whoever owns the register's folder owns the audit: while the office runs, it notes this.
  const auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const std::string what = noted_words(*kind, options.by);
  if (!paper::is_of_child(*kind)) return noted(site.note_done(reg::ReadKind::printed_list, what));
  const auto school = opened->file->shared_school();
  if (!school) return fail(school.error());
  const auto today = site.today();
  if (!today) return fail(today.error());
  const auto pupils = named(**school, *today, *kind, options);
  if (!pupils) return fail(pupils.error());
  for (const auto* pupil : *pupils) {
    Status done = site.note_done(reg::ReadKind::printed_list, what, pupil->id);
    if (done && paper::shows_case(*kind)) {
      done = site.note_done(reg::ReadKind::case_read, what, pupil->id);
    }
    if (!done) return fail(done.error());
  }
  return std::string();
}

}  // namespace handbell::admin
