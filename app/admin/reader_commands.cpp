#include "app/admin/reader_commands.h"

#include "app/admin/kiosk_folder.h"
#include "app/base/school_time.h"
#include "app/store/site_clock.h"
#include "drivers/card/reader_line.h"
#include "drivers/card/reader_process.h"
#include "drivers/card/wedge_name.h"
#include "drivers/control/line_client.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>

namespace handbell::admin {

namespace {

namespace fs = std::filesystem;
using Say = std::function<void(const std::string&)>;

constexpr int kTestSeconds = 12;  // a reader that answers nothing is known for it after ten
constexpr Millis kBeatEvery{500};

std::string reader_program(const ReaderOptions& options) {
  if (!options.program.empty()) return options.program;
  std::error_code error;
  return (fs::read_symlink("/proc/self/exe", error).parent_path() / "handbell-reader").string();
}

/// Those that are named, else the configured ones. Fault: reader_unnamed.
Result<std::vector<std::string>> wanted_readers(const Site& site, const ReaderOptions& options) {
  auto wanted = options.connections.empty() ? site.config().readers : options.connections;
  if (wanted.empty()) return fail(FaultCode::reader_unnamed, site.folder());
  if (Status named = card::check_reader_names(wanted); !named) return fail(named.error());
  return wanted;
}

struct Happening {
  std::size_t reader = 0;
  card::ReaderEvent event;
  Steady heard;
};

/// Several readers at work, and what they tell in the order in which it came.
class Watching {
 public:
  Watching(const std::string& program, const std::vector<std::string>& connections) {
    names_ = names_of_readers(connections);
    for (const auto& connection : connections) {
      readers_.push_back(std::make_unique<card::ReaderProcess>(
          std::vector<std::string>{program, connection}, store::steady_now));
    }
  }
  Watching(const Watching&) = delete;
  Watching& operator=(const Watching&) = delete;
  ~Watching() {
    for (auto& reader : readers_) reader->stop();
  }

  [[nodiscard]] Status start() {
    for (std::size_t i = 0; i < readers_.size(); ++i) {
      Status started = readers_[i]->start([this, i](const card::ReaderEvent& event) {
        const std::scoped_lock hold(mutex_);
        heard_.push_back({i, event, store::steady_now()});
        news_.notify_one();
      });
      if (!started) return started;
    }
    return {};
  }
  /// The next, or none after so long.
  [[nodiscard]] std::unique_ptr<Happening> next(Millis most) {
    std::unique_lock hold(mutex_);
    news_.wait_for(hold, std::chrono::milliseconds(most.count), [&] { return !heard_.empty(); });
    if (heard_.empty()) return nullptr;
    auto first = std::make_unique<Happening>(std::move(heard_.front()));
    heard_.pop_front();
    return first;
  }
  [[nodiscard]] ReaderHealth health(std::size_t i) const {
    return {names_[i], readers_[i]->state(), readers_[i]->trouble()};
  }
  [[nodiscard]] std::size_t size() const { return readers_.size(); }
  [[nodiscard]] const std::string& name(std::size_t i) const { return names_[i]; }

 private:
  std::vector<std::string> names_;
  std::vector<std::unique_ptr<card::ReaderProcess>> readers_;
  std::mutex mutex_;
  std::condition_variable news_;
  std::deque<Happening> heard_;
};

std::string health_line(const ReaderHealth& reader) {
  const auto remedy = remedy_of(reader);
  return fmt::format("{}: {}.{}{}", reader.name, words_of(reader), remedy.empty() ? "" : " ",
                     remedy);
}

/// What somebody should know of this card; nothing of most.
std::string remark_on(const CardNumber& card) {
  if (!card.fit_as_identity()) {
    return ": a phone, a bank card or a copy, which cannot stand for one person. Use another card.";
  }
  if (card.is_wedge()) return ": typed by the reader, which proves little.";
  if (card.is_short()) return ": a short number, not guaranteed unique.";
  return "";
}

struct TapTimes {
  std::vector<std::int64_t> ms;
  [[nodiscard]] std::string words() const {
    if (ms.empty()) return "No card was seen.\n";
    auto sorted = ms;
    std::ranges::sort(sorted);
    return fmt::format(
        "{} cards. From the chip's answer to the program: {} ms in the middle, {} ms "
        "at most.\n",
        sorted.size(), sorted[sorted.size() / 2], sorted.back());
  }
};

std::string tap_line(const Happening& heard, const std::string& reader, TapTimes& times) {
  if (std::holds_alternative<card::ManyCards>(heard.event)) {
    return reader + ": two cards. One at a time, please.";
  }
  if (const auto* gone = std::get_if<card::CardGone>(&heard.event)) {
    return fmt::format("{}: card {} was taken away.", reader, gone->card.masked());
  }
  const auto& seen = std::get<card::CardSeen>(heard.event);
  times.ms.push_back((heard.heard - seen.at).count);
  return fmt::format("{}: card {}, after {} ms{}", reader, seen.card.masked(), times.ms.back(),
                     remark_on(seen.card));
}

/// The office's socket for readers.
class OfficeDesk {
 public:
  OfficeDesk(std::string socket, Say say) : socket_(std::move(socket)), say_(std::move(say)) {}

  void tell(const std::string& reader, const card::ReaderEvent& event) {
    const auto answer = control::say(socket_, reader + " " + card::line_of(event));
    const bool there = answer.has_value() && *answer == "ok";
    if (there == heard_) return;
    heard_ = there;
    if (!say_) return;
    say_(there ? "The office hears this reader."
               : "The office does not run, or not as this user: it is tried again by itself.");
  }

 private:
  std::string socket_;
  Say say_;
  std::optional<bool> heard_;
};

/// A configured connection, with its format or speed behind it, and one that was found.
bool is_same_reader(const std::string& configured, const std::string& found) {
  if (found.empty()) return false;
  if (configured == found) return true;
  if (configured.starts_with("pcsc:")) {
    return found.starts_with("pcsc:") && (found.find(configured.substr(5)) != std::string::npos ||
                                          configured.find(found.substr(5)) != std::string::npos);
  }
  return configured.starts_with(found) &&
         std::string(":#?").find(configured[found.size()]) != std::string::npos;
}

bool is_configured(const Site& site, const std::string& connection) {
  return std::ranges::any_of(site.config().readers,
                             [&](const auto& each) { return is_same_reader(each, connection); });
}

/// What is known of a configured reader without opening it.
std::vector<nlohmann::json> configured_row(const std::string& connection,
                                           const std::vector<card::FoundReader>& found,
                                           const card::MachineRoots& roots) {
  const auto same = std::ranges::find_if(
      found, [&](const auto& each) { return is_same_reader(connection, each.connection); });
  const bool plugged = same != found.end();
  ReaderHealth health{"", ReaderState::ready, plugged ? same->trouble : ReaderTrouble::none};
  const auto path = connection.find(":/");
  const auto end = connection.find_first_of(":#?", path + 1);
  const std::string port =
      path == std::string::npos ? "" : connection.substr(path + 1, end - path - 1);
  std::error_code error;
  // What has no port of its own is there where it was found.
  const bool absent = port.empty() ? !plugged : !fs::exists(port, error);
  if (absent) health.state = ReaderState::missing;
  std::string state = absent ? std::string(words_of(health)) : "there";
  if (health.trouble != ReaderTrouble::none) state = words_of(health);
  const auto holder = port.empty() ? "" : card::lock_holder(port, roots);
  if (!holder.empty()) state = "in use by " + holder;
  std::string advice(holder.empty() ? remedy_of(health) : "");
  if (advice.empty() && plugged) advice = same->advice;
  return {"configured", connection, plugged ? same->what : "", state, advice};
}

}  // namespace

Result<std::string> list_readers(const Site& site, const card::MachineRoots& roots, Format format) {
  Table table{{"why_listed", "connection", "what", "state", "advice"}, {}};
  const auto found = card::find_readers(roots);
  for (const auto& connection : site.config().readers) {
    table.rows.push_back(configured_row(connection, found, roots));
  }
  for (const auto& reader : found) {
    if (is_configured(site, reader.connection)) continue;
    const ReaderHealth health{"", ReaderState::ready, reader.trouble};
    const bool well = reader.trouble == ReaderTrouble::none;
    std::string advice(remedy_of(health));
    if (advice.empty()) advice = reader.advice;
    table.rows.push_back({"plugged in", reader.connection, reader.what,
                          well ? "there" : std::string(words_of(health)), advice});
  }
  return rendered(table, format);
}

Result<std::string> test_readers(const Site& site, const ReaderOptions& options, const Say& say) {
  const auto wanted = wanted_readers(site, options);
  if (!wanted) return fail(wanted.error());
  Watching watching(reader_program(options), *wanted);
  if (Status started = watching.start(); !started) return fail(started.error());
  const Steady end =
      store::steady_now() + seconds(options.seconds > 0 ? options.seconds : kTestSeconds);
  const auto ready = [&](std::size_t i) { return watching.health(i).state == ReaderState::ready; };
  const auto all_are = [&] {
    for (std::size_t i = 0; i < watching.size(); ++i) {
      if (!ready(i)) return false;
    }
    return true;
  };
  while (!all_are() && store::steady_now() < end) (void)watching.next(Millis{100});
  std::string text;
  std::string troubled;
  for (std::size_t i = 0; i < watching.size(); ++i) {
    auto health = watching.health(i);
    if (health.state == ReaderState::starting) health.state = ReaderState::faulty;
    text += health_line(health) + "\n";
    if (!ready(i)) troubled += (troubled.empty() ? "" : ", ") + watching.name(i);
  }
  if (troubled.empty()) return text;
  if (say) say(text.substr(0, text.size() - 1));
  return fail(FaultCode::reader_unready, troubled);
}

Result<std::string> watch_readers(const Site& site, const ReaderOptions& options, const Say& say) {
  const auto wanted = wanted_readers(site, options);
  if (!wanted) return fail(wanted.error());
  Watching watching(reader_program(options), *wanted);
  if (Status started = watching.start(); !started) return fail(started.error());
  const auto tell = [&](const std::string& line) {
    if (say) say(local_hh_mm(site.now()) + "  " + line);
  };
  tell("Hold a card to the reader. Ctrl-C ends it.");
  TapTimes times;
  const Steady begun = store::steady_now();
  const bool for_ever = options.seconds <= 0;
  while (for_ever || store::steady_now() - begun < seconds(options.seconds)) {
    const auto heard = watching.next(Millis{200});
    if (!heard) continue;
    const bool news = std::holds_alternative<card::ReaderNews>(heard->event);
    tell(news ? health_line(watching.health(heard->reader))
              : tap_line(*heard, watching.name(heard->reader), times));
  }
  return times.words();
}

Result<std::string> send_to_office(const Site& site, const ReaderOptions& options, const Say& say) {
  const auto wanted = wanted_readers(site, options);
  if (!wanted) return fail(wanted.error());
  Watching watching(reader_program(options), *wanted);
  if (Status started = watching.start(); !started) return fail(started.error());
  OfficeDesk office(site.office_folder() + "/desk.sock", say);
  Steady beaten{0};
  const Steady begun = store::steady_now();
  const bool for_ever = options.seconds <= 0;
  while (for_ever || store::steady_now() - begun < seconds(options.seconds)) {
    const auto heard = watching.next(kBeatEvery);
    if (heard) office.tell(watching.name(heard->reader), heard->event);
    if (store::steady_now() - beaten < kBeatEvery) continue;
    beaten = store::steady_now();
    // Its state, not a beat alone: an office that was started meanwhile knows nothing yet.
    for (std::size_t i = 0; i < watching.size(); ++i) {
      const auto health = watching.health(i);
      office.tell(health.name, card::ReaderEvent{card::ReaderNews{health.state, health.trouble}});
    }
  }
  return std::string();
}

}  // namespace handbell::admin
