#include "app/office/settings/import.h"

#include "app/base/text.h"
#include "app/exchange/csv.h"
#include "app/office/settings/page_import.h"
#include "app/office/settings/settings_page.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Role;

constexpr const char* kImport = "/settings/import";
constexpr const char* kLook = "/settings/import/look";
constexpr std::uint64_t kUsualBody = 64ULL * 1024;
constexpr std::size_t kLongestFileName = 200;

/// Null where there is none that this person may import.
const ImportKind* kind_asked(const Visit& visit) {
  const std::string key = visit.typed("what");
  for (const auto& kind : import_kinds()) {
    if (kind.key == key && visit.who.has_one_of(kind.roles)) return &kind;
  }
  return nullptr;
}

/// Behind the last slash, and no longer than a name is: it becomes the source of marks.
std::string plain_name(std::string name) {
  const auto slash = name.find_last_of("/\\");
  if (slash != std::string::npos) name = name.substr(slash + 1);
  std::erase_if(name, [](char c) { return c >= 0 && c < ' '; });
  if (name.empty() || !is_utf8(name) || name.size() > kLongestFileName) return "the file";
  return name;
}

/// The file of the first form, or the text that the preview carried.
ImportFile file_sent(const Visit& visit) {
  const bool again =
      std::ranges::any_of(visit.form, [](const auto& each) { return each.first == "text-name"; });
  const std::string field = again ? "text" : "file";
  return {plain_name(net::field(visit.form, field + "-name")), net::field(visit.form, field)};
}

/// Headings that the person gave a meaning.
Result<std::vector<Heading>> assign(const Visit& visit, const ImportKind& kind, ImportFile& file) {
  const auto as_sent = headings_of(file.name, file.bytes, kind.columns());
  if (!as_sent) return fail(as_sent.error());
  std::map<std::size_t, std::string> assigned;
  for (std::size_t i = 0; i < as_sent->size(); ++i) {
    const std::string meant = visit.typed(fmt::format("means-{}", i));
    const auto* column = exchange::column_of(kind.columns(), meant);
    if (column != nullptr && (*as_sent)[i].column.empty()) assigned[i] = column->name;
  }
  file.bytes = with_headings(file.bytes, *as_sent, assigned);
  return headings_of(file.name, file.bytes, kind.columns());
}

/// A page that looks at a hundred thousand rows would hold the memory of the whole office many
/// times.
Status is_short_enough(const ImportFile& file) {
  constexpr std::ptrdiff_t kMostRows = 20'000;
  constexpr std::size_t kLargestShown = 3ULL * 1024 * 1024;
  const auto rows = std::ranges::count(file.bytes, '\n');
  if (rows <= kMostRows && file.bytes.size() <= kLargestShown) return {};
  return fail(FaultCode::file_too_long, file.name);
}

Result<ImportView> view_of(const Visit& visit, store::Register& held, const ImportKind& kind) {
  ImportView view;
  view.kind = &kind;
  view.file = file_sent(visit);
  if (Status fits = is_short_enough(view.file); !fits) return fail(fits.error());
  auto headings = assign(visit, kind, view.file);
  if (!headings) return fail(headings.error());
  view.headings = std::move(*headings);
  auto look = kind.look(visit, held, view.file);
  if (look) {
    view.look = std::move(*look);
    return view;
  }
  // A column that is missing may be one whose heading is another: it can be named there.
  if (look.error().code != FaultCode::column_missing) return fail(look.error());
  view.look.remarks.push_back(sentence(look.error()));
  return view;
}

/// The first form again, with what is wrong.
Answer refused_file(const Visit& visit, const Fault& fault) {
  FormErrors errors;
  errors.add("file", sentence(fault));
  return choose_page(visit, errors);
}

Result<Answer> look_at_it(const Visit& visit, store::Register& held) {
  const auto* kind = kind_asked(visit);
  FormErrors errors;
  if (kind == nullptr) errors.add("what", "Choose what is in the file.");
  const bool some = std::ranges::any_of(visit.form, [](const auto& each) {
    return (each.first == "file" || each.first == "text") && !each.second.empty();
  });
  if (!some) errors.add("file", "Choose a file that is not empty.");
  if (!errors.empty()) return choose_page(visit, errors);
  const auto view = view_of(visit, held, *kind);
  if (!view) return refused_file(visit, view.error());
  return preview_page(visit, *view);
}

Result<Answer> take_it(const Visit& visit, store::Register& held) {
  const auto* kind = kind_asked(visit);
  if (kind == nullptr) return not_found(visit);
  auto view = view_of(visit, held, *kind);
  if (!view) return refused_file(visit, view.error());
  FormErrors errors;
  if (!view->look.take) {
    errors.add("headings", view->look.remarks.front());
    return preview_page(visit, *view, errors);
  }
  if (!view->look.refused.empty() && visit.typed("partial") != "yes") {
    errors.add("partial", fmt::format("{} rows cannot be taken. Put the file right, or import the "
                                      "others all the same.",
                                      view->look.refused.size()));
    return preview_page(visit, *view, errors);
  }
  if (const Status taken = view->look.take(held); !taken) {
    errors.add("headings", sentence(taken.error()));
    return preview_page(visit, *view, errors);
  }
  view->taken = true;
  return preview_page(visit, *view);
}

}  // namespace

Routes import_routes() {
  const std::vector<Role> who{Role::office, Role::head, Role::technician};
  return {
      {"GET", kImport, who, Runs::reading,
       [](const Visit& visit, store::Register&) -> Result<Answer> { return choose_page(visit); }},
      {"POST", kLook, who, Runs::reading, look_at_it},
      {"POST", kImport, who, Runs::writing, take_it}};
}

std::uint64_t largest_body(const std::string& path) {
  const bool file = path == kImport || path == kLook;
  return file ? exchange::kLargestFile + kUsualBody : kUsualBody;
}

}  // namespace handbell::office
