#include "app/office/settings/keep.h"

#include "app/base/school_time.h"
#include "app/office/settings/settings_page.h"
#include "app/store/office_backup.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace handbell::office {
namespace {

namespace fs = std::filesystem;
using reg::Role;

constexpr std::size_t kMostCopiesShown = 20;

fs::path office_folder(const SettingsParts& parts) {
  return fs::path(parts.register_path).parent_path();
}

fs::path copies_folder(const SettingsParts& parts) { return office_folder(parts) / "backups"; }

/// "1.4 MB", cut.
std::string size_words(std::uintmax_t bytes) {
  constexpr std::uintmax_t kTenth = 100'000;
  constexpr std::uintmax_t kKilo = 1000;
  if (bytes < 10 * kTenth) return fmt::format("{} kB", bytes / kKilo);
  return fmt::format("{}.{} MB", bytes / (10 * kTenth), bytes / kTenth % 10);
}

std::vector<fs::path> copies(const SettingsParts& parts) {
  std::vector<fs::path> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(copies_folder(parts), ignored)) {
    if (entry.path().extension() == ".db") found.push_back(entry.path());
  }
  std::ranges::sort(found, std::greater<>());
  return found;
}

Html copies_part(const Visit& visit, const SettingsParts& parts, const FormErrors& errors) {
  const auto found = copies(parts);
  Html list = calm("No copy stands beside the register yet.");
  if (!found.empty()) {
    Table rows{"Copies, newest first", {"Copy", "Holds", "Size"}, {}};
    std::error_code ignored;
    for (std::size_t i = 0; i < found.size() && i < kMostCopiesShown; ++i) {
      rows.rows.push_back({text(found[i].filename().string()),
                           text(store::words_of_copy(found[i].string())),
                           text(size_words(fs::file_size(found[i], ignored)))});
    }
    list = table(rows);
  }
  const auto hint = paragraph(
      "A copy holds the register, who may sign in and who read what; nobody stays signed in by it. "
      "It is read through before it counts. It stands on the same disk: take it to another place "
      "as well. While it is made nothing else is written.");
  Html wrong;
  if (!errors.of("copy").empty()) {
    wrong = element("p", {attr("class", "govuk-error-message"), attr("id", "copy")},
                    text(errors.of("copy")));
  }
  return part(
      "copies", "Backup",
      join({hint, list, wrong,
            post_form("/settings/keep/copy", visit.who.form_token, button("Make a copy now"))}));
}

struct DueLine {
  std::string what;
  std::size_t count = 0;
};

std::vector<DueLine> due_lines(const store::DueForErasure& due) {
  std::size_t events = 0;
  for (const auto& [history, numbers] : due.events) events += numbers.size();
  std::vector<DueLine> lines{{"Entries of the register", due.entries.size()},
                             {"What the doors saw", events},
                             {"What was agreed beforehand", due.plans}};
  std::erase_if(lines, [](const DueLine& line) { return line.count == 0; });
  return lines;
}

Html erase_form(const Visit& visit, std::uint64_t count, const FormErrors& errors) {
  if (!visit.who.has(Role::head)) {
    return paragraph("The headteacher, or who acts as one, approves that it is erased.");
  }
  Field sure;
  sure.name = "sure";
  sure.label = "Erased is erased: no copy made from now on holds it.";
  sure.error = errors.of("sure");
  return post_form(
      "/settings/keep/erase", visit.who.form_token,
      join({hidden_field("count", std::to_string(count)),
            checkbox_field(
                sure, {{"yes", fmt::format("I, {}, approve it", visit.who.author.text())}}, {}),
            button(fmt::format("Erase {}", count), "warning")}));
}

Html due_part(const Visit& visit, const store::DueForErasure& due, const FormErrors& errors) {
  if (due.count() == 0) {
    return part("due", "No longer to be kept", calm("Nothing is due to be erased today."));
  }
  Table list{"Due to be erased today", {"What", "How many"}, {}};
  for (const auto& line : due_lines(due)) {
    list.rows.push_back({text(line.what), text(std::to_string(line.count))});
  }
  return part("due", "No longer to be kept",
              join({paragraph("Its time is over (six years for the register; the school year and "
                              "one more for what supports no mark). The texts go, the chain stays "
                              "whole."),
                    table(list), erase_form(visit, due.count(), errors)}));
}

Result<Answer> show_keep(const Visit& visit, store::Register& held, const SettingsParts& parts,
                         const FormErrors& errors = {}) {
  const auto due = held.due(visit.today);
  if (!due) return fail(due.error());
  return settings_page(visit, "Backup and retention",
                       copies_part(visit, parts, errors) + due_part(visit, *due, errors), errors);
}

std::string name_of_copy(const Visit& visit) {
  std::string time = local_hh_mm(visit.now);
  std::erase(time, ':');
  return fmt::format("register-{}-{}.db", visit.today.text(), time);
}

Result<Answer> make_copy(const Visit& visit, store::Register& held, const SettingsParts& parts) {
  FormErrors errors;
  if (parts.random == nullptr) return told(visit, 503, "Not done", "No copy can be made here.");
  std::error_code error;
  fs::create_directories(copies_folder(parts), error);
  const fs::path to = copies_folder(parts) / name_of_copy(visit);
  const auto copy =
      store::back_up_office(office_folder(parts).string(), to.string(), *parts.random);
  if (!copy) {
    errors.add("copy", copy.error().code == FaultCode::folder_exists
                           ? "A copy was made in this minute already: " + to.filename().string()
                           : sentence(copy.error()));
    return show_keep(visit, held, parts, errors);
  }
  return go_to("/settings/keep", fmt::format("The copy {} ({}) holds {}.", to.string(),
                                             size_words(fs::file_size(to, error)), copy->text()));
}

Result<Answer> approve(const Visit& visit, store::Register& held, const SettingsParts& parts) {
  const auto due = held.due(visit.today);
  if (!due) return fail(due.error());
  FormErrors errors;
  if (visit.typed("sure") != "yes") errors.add("sure", "Say that you approve it.");
  if (errors.empty() && visit.typed("count") != std::to_string(due->count())) {
    errors.add("sure", "What is due has changed since you opened this page. Look again.");
  }
  if (!errors.empty()) return show_keep(visit, held, parts, errors);
  const auto erased = held.erase(visit.today, visit.who.author, visit.now);
  if (!erased) return fail(erased.error());
  return go_to("/settings/keep", fmt::format("{} texts are erased, approved by {}.", *erased,
                                             visit.who.author.text()));
}

}  // namespace

Routes keep_routes(const SettingsParts& parts) {
  const std::vector<Role> who{Role::head, Role::technician};
  return {
      {"GET", "/settings/keep", who, Runs::reading,
       [parts](const Visit& visit, store::Register& held) {
         return show_keep(visit, held, parts);
       }},
      {"POST", "/settings/keep/copy", who, Runs::alone,
       [parts](const Visit& visit, store::Register& held) {
         return make_copy(visit, held, parts);
       }},
      {"POST",
       "/settings/keep/erase",
       {Role::head},
       Runs::alone,
       [parts](const Visit& visit, store::Register& held) { return approve(visit, held, parts); }}};
}

}  // namespace handbell::office
