// The words of letters.
#include "app/admin/line.h"

namespace handbell::admin {

void add_letters(CLI::App& app, Line& line) {
  auto* letters = command(app, line, "letters", "letters or sheets as one PDF", {});
  letters->callback([&line] {
    line.first = [&line](const Site& site) { return make_letters(site, line.letters); };
    line.action = [&line](const Site& site) { return note_letters(site, line.letters); };
  });
  letters
      ->add_option("kind", line.letters.kind,
                   "meeting, contract, invitation, lateness, penalty, annual, late-slip, "
                   "leaver-slip or governor")
      ->required();
  letters->add_option("--pupils", line.letters.pupils, "UPNs or admission numbers");
  letters->add_option("--class", line.letters.class_name, "everybody of a class");
  letters->add_option("--to", line.letters.to, "a new FILE.pdf")->required();
  letters->add_option("--by", line.letters.by, "who makes them, \"NAME, POSITION\"")->required();
}

}  // namespace handbell::admin
