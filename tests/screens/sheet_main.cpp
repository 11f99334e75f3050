// contact-sheet FOLDER [LANGUAGE] [THEME] [right|left]: every screen on every display, each at
// 100 % and all of a display on one sheet.
#include "contact_sheet.h"

#include <iostream>

namespace {

using namespace handbell;
using namespace handbell::kiosk;

Status write_all(const std::string& folder, SheetOf of) {
  Painter painter = test_painter();
  const Words words = test_words();
  for (const TestDisplay& display : displays()) {
    of.display = display;
    of.columns = display.mm.tall() ? 8 : 4;
    of.tile = display.mm.tall() ? 240 : 480;
    const Place place = test_place(display.mm, of.theme, of.hand);
    for (const auto& [name, screen] : every_screen()) {
      const Scene scene = view(in_language(screen, of.language), words, place, painter);
      Image image = painted(painter, scene, display.width, display.height);
      Status kept = write_png(image, folder + "/" + display.name + "_" + name + ".png");
      if (!kept) return kept;
    }
    Image sheet = contact_sheet(painter, words, of, every_screen());
    Status kept = write_png(sheet, folder + "/sheet_" + display.name + ".png");
    if (!kept) return kept;
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto word = [&](std::size_t i, const char* otherwise) {
    return i < words.size() ? words[i] : otherwise;
  };
  if (words.empty() || words.size() > 4) {
    std::cerr << "contact-sheet FOLDER [LANGUAGE] [THEME] [right|left]\n";
    return 2;
  }
  SheetOf of;
  of.display = displays().front();
  of.language = word(1, "");
  of.theme = word(2, "plain");
  of.hand = word(3, "right") == "left" ? Hand::left : Hand::right;
  std::error_code error;
  std::filesystem::create_directories(words[0], error);
  const Status written = write_all(words[0], of);
  if (!written) std::cerr << sentence(written.error()) << "\n";
  return written ? 0 : 1;
}
