// The words of `handbell staff-keys`.
#include "app/admin/line.h"
#include "app/admin/site_key_commands.h"

namespace handbell::admin {

void add_staff_keys(CLI::App& app, Line& line) {
  auto* keys = app.add_subcommand("staff-keys", "the keys of staff cards that release children");
  keys->require_subcommand(1);
  command(*keys, line, "make", "a new version, with which cards are written from now on",
          [](const Site& site) { return make_staff_key(site); });
  auto* list = command(*keys, line, "list", "which versions office and kiosks have",
                       [&](const Site& site) { return list_staff_keys(site, line.format); });
  add_format(list, line);
  auto* retire = command(*keys, line, "retire", "cards that were written with it count no more",
                         [&](const Site& site) { return retire_staff_key(site, line.year); });
  retire->add_option("version", line.year, "1 to 255")->required()->check(CLI::Range(1, 255));
  auto* give =
      command(*keys, line, "give", "a kiosk what proves cards, and nothing that writes them",
              [&](const Site& site) { return give_staff_keys(site, line.folder); });
  give->add_option("folder", line.folder, "of the kiosk")->required();
}

}  // namespace handbell::admin
