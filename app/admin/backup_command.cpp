// backup and restore.
#include "app/admin/commands.h"
#include "app/store/office_backup.h"

#include <fmt/format.h>

#include <filesystem>

namespace handbell::admin {

namespace {

/// What whoever restores a copy has to know of the people.
std::string people_words(const store::OfficeCopy& copy) {
  if (copy.accounts && copy.readings) {
    return "Everybody signs in anew; who was locked or whose device was lost after the copy was "
           "made is to be locked again.\n";
  }
  const bool neither = !copy.accounts && !copy.readings;
  if (neither) {
    return "The copy holds neither accounts nor who read what: the office shows a first-run code "
           "when it starts, and the history of reads begins anew.\n";
  }
  return copy.accounts ? "The copy does not hold who read what: that history begins anew.\n"
                       : "The copy holds no accounts: the office shows a first-run code when it "
                         "starts.\n";
}

}  // namespace

Result<std::string> back_up(const Site& site, const std::string& to) {
  const auto copy = store::back_up_office(site.office_folder(), to, site.random());
  if (!copy) return fail(copy.error());
  return fmt::format("{} holds {}.\n", to, copy->text());
}

Result<std::string> restore(const std::string& from, const std::string& folder) {
  const auto site = Site::create_empty(folder);
  if (!site) return fail(site.error());
  const auto copy = store::restore_office(from, site->office_folder(), site->random());
  if (!copy) {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);  // it was new or empty
    return fail(copy.error());
  }
  if (Status whole = site->take_up(); !whole) return fail(whole.error());
  return fmt::format(
      "The site {} holds {}.\n{}Kiosks go on with it when the office runs there; set up those "
      "that are new with 'handbell kiosks add'.\n",
      site->folder(), copy->text(), people_words(*copy));
}

}  // namespace handbell::admin
