// handbell-kiosk: the touchscreen in the entrance. Wiring only.
#include "app/base/site_config.h"
#include "app/kiosk/paint/look_files.h"
#include "app/kiosk/shell/control_desk.h"
#include "app/kiosk/shell/door_settings.h"
#include "app/kiosk/shell/kiosk.h"
#include "app/kiosk/shell/memory_display.h"
#include "app/kiosk/shell/window_display.h"
#include "app/store/atomic_file.h"
#include "app/store/site_random.h"
#include "drivers/keyholder/key_process.h"

#include "command_words.h"
#include <malloc.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <thread>

namespace {

using namespace handbell;
namespace fs = std::filesystem;

sigset_t ending_signals() {
  sigset_t set{};
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

/// Waits for SIGTERM or SIGINT on a thread of its own, and wakes the display for the end. Every
/// other thread has them blocked.
class EndOnSignal {
 public:
  explicit EndOnSignal(kiosk::Display& display)
      : thread_([this, &display] {
          const sigset_t set = ending_signals();
          int signal = 0;
          ::sigwait(&set, &signal);
          asked_ = true;
          display.wake();
        }) {}
  EndOnSignal(const EndOnSignal&) = delete;
  EndOnSignal& operator=(const EndOnSignal&) = delete;
  ~EndOnSignal() {
    // It is taken by sigwait() there.  NOLINTNEXTLINE(bugprone-bad-signal-to-kill-thread)
    ::pthread_kill(thread_.native_handle(), SIGTERM);
    thread_.join();
  }
  [[nodiscard]] const std::atomic<bool>& asked() const { return asked_; }

 private:
  std::atomic<bool> asked_ = false;
  std::thread thread_;
};

struct Options {
  std::string site;
  std::string folder;
  std::vector<std::string> readers;
  std::string display;
  std::string size;
  std::string mm;
  std::optional<int> rotation;
  bool full_screen = false;
  std::string control;
  std::string keys;
  kiosk::ScreenRecord record;
};

int told(const Fault& fault) {
  std::cerr << sentence(fault) << "\n";
  return 1;
}

/// The folder of this program, and what stands beside it.
std::string beside(const std::string& name) {
  std::error_code error;
  const auto program = fs::read_symlink("/proc/self/exe", error);
  return (program.parent_path() / name).lexically_normal().string();
}

/// What the machine's file says, and over it what the command line says.
Result<SiteConfig> config_of(const Options& options) {
  SiteConfig config;
  constexpr std::size_t kLongest = 64 * 1024;
  if (!options.site.empty()) {
    const auto text = store::read_file(options.site + "/handbell.toml", kLongest);
    if (!text) return fail(FaultCode::folder_missing, options.site);
    auto read = parse_site_config(*text);
    if (!read) return fail(read.error());
    config = std::move(*read);
  }
  if (!options.readers.empty()) config.readers = options.readers;
  if (!options.display.empty()) config.display = options.display;
  if (!options.size.empty()) config.size = options.size;
  if (!options.mm.empty()) config.mm = options.mm;
  if (options.rotation) config.rotation = *options.rotation;
  if (options.full_screen) config.full_screen = true;
  return config;
}

kiosk::SoundSettings sound_of(const SiteConfig& config, const std::string& assets,
                              const std::string& folder) {
  return {config.volume, config.quiet, config.speech, config.says_names,
          kiosk::Voices::read(assets + "/voice", folder + "/voice")};
}

/// The words, the theme and the school's picture; what is wrong with their files, or with what the
/// school recorded, is told, and the kiosk goes on.
kiosk::LookFiles look_of(SiteConfig& config, const std::string& assets, kiosk::Painter& painter,
                         const kiosk::SoundSettings& sound) {
  auto look = kiosk::read_look(assets, config.theme);
  look.faults.insert(look.faults.begin(), painter.faults().begin(), painter.faults().end());
  kiosk::tell_absent(config.languages, assets, look);
  if (!config.logo.empty() && !painter.has_icon(config.logo)) {
    look.faults.push_back({FaultCode::picture_unusable, config.logo});
    config.logo.clear();
  }
  if (sound.speech) {
    const auto recordings = sound.voices.faults();
    look.faults.insert(look.faults.end(), recordings.begin(), recordings.end());
  }
  for (const Fault& fault : look.faults) {
    std::cerr << "handbell-kiosk: " << sentence(fault) << std::endl;
  }
  return look;
}

kiosk::Places places_of(const SiteConfig& config, const std::string& assets, kiosk::Theme theme) {
  const auto hand = config.hand == "left" ? kiosk::Hand::left : kiosk::Hand::right;
  auto dim = kiosk::dimmed(assets, theme);
  return {{{}, std::move(theme), hand, config.languages, config.logo},
          {{}, std::move(dim), hand, config.languages, config.logo}};
}

Result<std::vector<CardNumber>> cards_on_keys(const std::string& keys) {
  std::vector<CardNumber> cards;
  for (const auto& text : CLI::detail::split(keys, ',')) {
    if (text.empty()) continue;
    auto uid = CardNumber::parse(text);
    if (!uid) return fail(uid.error());
    cards.push_back(*uid);
  }
  return cards;
}

Result<std::unique_ptr<kiosk::Display>> open_display(kiosk::Painter& painter,
                                                     const SiteConfig& config,
                                                     const kiosk::DisplaySize& size) {
  if (config.display == "memory") return std::make_unique<kiosk::MemoryDisplay>(painter, size);
  if (config.display != "window") return fail(FaultCode::bad_config, config.display);
  auto window = kiosk::WindowDisplay::open(painter, size, config.full_screen);
  if (!window) return fail(window.error());
  return std::move(*window);
}

/// Who proves staff cards, where this kiosk was given keys for it.
std::unique_ptr<keys::KeyProcess> key_process_of(const std::string& folder) {
  const std::string held = folder + "/keys";
  std::error_code error;
  if (!fs::is_directory(held, error)) return nullptr;
  auto process = std::make_unique<keys::KeyProcess>(
      std::vector<std::string>{beside("handbell-keys"), "--folder", held}, store::steady_now);
  process->warm();
  return process;
}

Status work(const Options& options, SiteConfig config, kiosk::KioskFolder& folder) {
  const std::string assets = beside("../share/handbell");
  auto painter = kiosk::Painter::make(assets, folder.path + "/fonts");
  const auto size = kiosk::parse_display_size(config.size, config.mm, config.rotation);
  if (!size) return fail(size.error());
  auto display = open_display(painter, config, *size);
  if (!display) return fail(display.error());
  const auto keys = cards_on_keys(options.keys);
  if (!keys) return fail(keys.error());
  const bool sets_cards = !options.control.empty() || !keys->empty();
  if (sets_cards && !config.rehearsal) return fail(FaultCode::not_rehearsal, options.site);
  store::SiteRandom random;
  const std::string clock = config.rehearsal ? options.site + "/clock" : "";
  kiosk::SoundSettings sound = sound_of(config, assets, folder.path);
  kiosk::LookFiles look = look_of(config, assets, painter, sound);
  const auto proof = key_process_of(folder.path);
  kiosk::Kiosk kiosk(folder, random,
                     {clock, *keys, kiosk::door_settings_of(config, look, folder.identity.card_key),
                      config.night, config.dim, std::move(sound), proof.get()});
  if (config.readers.empty()) {
    kiosk.inbox().put(kiosk::ReaderNews{kiosk::ReaderState::missing});
  }
  Status started = kiosk.readers().start(beside("handbell-reader"), config.readers);
  if (!started) return started;
  started = kiosk.slips().start(config.slip_printer, kiosk.inbox());
  if (!started) return started;
  kiosk::WatchedDisplay watched(**display, store::steady_now);
  std::unique_ptr<kiosk::ControlDesk> desk;
  if (!options.control.empty()) {
    auto opened =
        kiosk::ControlDesk::open(options.control, kiosk.inbox(), kiosk.readers(), watched);
    if (!opened) return fail(opened.error());
    desk = std::move(*opened);
  }
  kiosk::PaintedScreen screen(painter, std::move(look.words), *size,
                              places_of(config, assets, std::move(look.theme)), options.record);
  const EndOnSignal end(**display);
  return kiosk.run(watched, screen, end.asked());
}

int run(const Options& options) {
  const auto config = config_of(options);
  if (!config) return told(config.error());
  store::SiteRandom random;
  auto folder = kiosk::KioskFolder::open(
      options.folder.empty() ? options.site + "/kiosk-1" : options.folder, random);
  if (!folder) return told(folder.error());
  if (folder->book_fault) {
    std::cerr << "handbell-kiosk: " << sentence(*folder->book_fault) << std::endl;
  }
  const Status worked = work(options, *config, *folder);
  return worked ? 0 : told(worked.error());
}

}  // namespace

int main(int argc, char** argv) {
  ::umask(077);
  // What is large goes back to the machine when it is given back: the kiosk runs for a year.
  // NOLINTBEGIN(concurrency-mt-unsafe): no other thread yet
  ::mallopt(M_MMAP_THRESHOLD, 128 * 1024);
  ::mallopt(M_ARENA_MAX, 1);
  // NOLINTEND(concurrency-mt-unsafe)
  const sigset_t ending = ending_signals();
  ::pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  CLI::App app("The kiosk in the entrance");
  Options options;
  // NOLINTNEXTLINE(concurrency-mt-unsafe): no other thread yet
  if (const char* site = std::getenv("HANDBELL_SITE")) options.site = site;
  app.add_option("--site", options.site, "the site's folder; or HANDBELL_SITE");
  app.add_option("--folder", options.folder, "the kiosk's folder; else kiosk-1 of the site");
  app.add_option("--reader", options.readers,
                 "a libnfc connection string, pcsc:NAME or wedge:PATH; may be repeated");
  app.add_option("--display", options.display, "window or memory");
  app.add_option("--size", options.size, "pixels, 1280x800");
  app.add_option("--mm", options.mm, "the screen's real size, 217x136");
  app.add_option("--rotation", options.rotation, "of the panel: 0, 90, 180 or 270 degrees");
  app.add_flag("--full-screen", options.full_screen, "the window covers the screen");
  app.add_flag("--describe", options.record.describe, "a line of JSON for each new screen");
  app.add_option("--screenshots", options.record.screenshots, "a folder for each new screen");
  app.add_option("--control", options.control, "rehearsals: a socket for press and card");
  app.add_option("--keys", options.keys, "rehearsals: cards on the keys 1 to 9, by commas");
  if (const auto status = handbell::ends_with(app, argc, argv)) return *status;
  if (options.site.empty() && options.folder.empty()) {
    std::cerr << "Which kiosk? Give --site SITE or --folder FOLDER.\n";
    return 2;
  }
  return run(options);
}
