// The words of `handbell reader`.
#include "app/admin/line.h"

namespace handbell::admin {

namespace {

void add_connections(CLI::App* app, Line& line) {
  app->add_option("connection", line.reader.connections, "readers; else those of handbell.toml");
  app->add_option("--for", line.reader.seconds, "so many seconds")->check(CLI::Range(1, 86'400));
}

}  // namespace

void add_readers(CLI::App& app, Line& line) {
  auto* reader = app.add_subcommand("reader", "the card readers of this machine");
  reader->require_subcommand(1);
  auto* list = command(
      *reader, line, "list", "what is configured and what is plugged in",
      [&](const Site& site) { return list_readers(site, card::MachineRoots{}, line.format); });
  add_format(list, line);
  add_connections(
      command(*reader, line, "test", "whether each reader answers, and what to mend if not",
              [&](const Site& site) { return test_readers(site, line.reader, line.say); }),
      line);
  add_connections(
      command(*reader, line, "watch", "cards as they are held up, and how long each took",
              [&](const Site& site) { return watch_readers(site, line.reader, line.say); }),
      line);
  add_connections(
      command(*reader, line, "desk", "hand cards on to the office's page, on which they are given",
              [&](const Site& site) { return send_to_office(site, line.reader, line.say); }),
      line);
}

}  // namespace handbell::admin
