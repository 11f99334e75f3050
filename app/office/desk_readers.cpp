#include "app/office/desk_readers.h"

#include "drivers/card/reader_line.h"
#include "drivers/card/wedge_name.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace handbell::office {

namespace {

constexpr Millis kSilentAfter{2500};
constexpr int kLookMs = 500;
constexpr std::size_t kLongestReaderName = 24;
constexpr std::size_t kMostSenders = 8;

}  // namespace

Result<std::unique_ptr<DeskReaders>> DeskReaders::open(const std::string& program,
                                                       const std::vector<std::string>& connections,
                                                       const std::string& socket, CardDesk& desk,
                                                       std::function<Steady()> now) {
  auto listening = control::LineSocket::listening(socket);
  if (!listening) return fail(listening.error());
  std::unique_ptr<DeskReaders> readers(
      new DeskReaders(std::move(*listening), desk, std::move(now)));
  if (Status started = readers->start(program, connections); !started) {
    return fail(started.error());
  }
  return readers;
}

DeskReaders::DeskReaders(control::LineSocket socket, CardDesk& desk, std::function<Steady()> now)
    : socket_(std::move(socket)), desk_(desk), now_(std::move(now)) {}

DeskReaders::~DeskReaders() {
  for (auto& child : children_) child.process->stop();
  if (thread_.joinable()) {
    ::close(end_[1]);
    thread_.join();
    ::close(end_[0]);
  }
}

Status DeskReaders::start(const std::string& program, const std::vector<std::string>& readers) {
  if (::pipe2(end_, O_CLOEXEC) != 0) {
    return fail(FaultCode::program_failed, std::generic_category().message(errno));
  }
  thread_ = std::thread([this] { listen(); });
  if (Status named = card::check_reader_names(readers); !named) return named;
  const auto names = names_of_readers(readers);
  for (std::size_t i = 0; i < readers.size(); ++i) {
    desk_.is({names[i], ReaderState::starting, ReaderTrouble::none});
    children_.push_back({std::make_unique<card::ReaderProcess>(
        std::vector<std::string>{program, readers[i]}, now_)});
  }
  // Invariant: once one runs the list is never changed.
  for (std::size_t i = 0; i < children_.size(); ++i) {
    Status started =
        children_[i].process->start([this, i, name = names[i]](const card::ReaderEvent& event) {
          keep_lying(i, event);
          take(name, event);
        });
    if (!started) return started;
  }
  return {};
}

void DeskReaders::listen() {
  while (true) {
    std::vector<pollfd> wanted{{end_[0], POLLIN, 0}};
    socket_.add_to(wanted);
    const int ready = ::poll(wanted.data(), wanted.size(), senders_.empty() ? -1 : kLookMs);
    if (ready < 0 && errno != EINTR) return;
    if (wanted.front().revents != 0) return;
    if (ready > 0) socket_.serve(wanted, [this](const std::string& line) { return hear(line); });
    forget_silent();
  }
}

std::string DeskReaders::hear(const std::string& line) {
  const auto space = line.find(' ');
  const std::string name = name_of_reader(line.substr(0, space));
  const auto said = card::parse_line(space == std::string::npos ? "" : line.substr(space + 1));
  if (name.empty() || name.size() > kLongestReaderName || !said) return "not understood";
  const bool known = senders_.contains(name);
  if (!known && senders_.size() >= kMostSenders) return "too many readers";
  senders_[name] = now_();
  if (!known) desk_.is({name, ReaderState::starting, ReaderTrouble::none});
  if (const auto* event = std::get_if<card::ReaderEvent>(&*said)) take(name, *event);
  return "ok";
}

void DeskReaders::take(const std::string& reader, const card::ReaderEvent& event) {
  if (const auto* seen = std::get_if<card::CardSeen>(&event)) desk_.seen(reader, seen->card);
  if (std::holds_alternative<card::CardGone>(event)) desk_.taken_away(reader);
  if (std::holds_alternative<card::ManyCards>(event)) desk_.several(reader);
  if (const auto* news = std::get_if<card::ReaderNews>(&event)) {
    desk_.is({reader, news->state, news->trouble});
  }
}

void DeskReaders::keep_lying(std::size_t child, const card::ReaderEvent& event) {
  const std::scoped_lock hold(lying_mutex_);
  if (const auto* seen = std::get_if<card::CardSeen>(&event)) children_[child].lies = seen->card;
  if (std::holds_alternative<card::CardGone>(event)) children_[child].lies.reset();
}

card::CardTalk* DeskReaders::talk_to(const CardNumber& card) {
  const std::scoped_lock hold(lying_mutex_);
  for (auto& child : children_) {
    if (child.lies == card) return child.process->talk();
  }
  return nullptr;
}

void DeskReaders::forget_silent() {
  for (auto it = senders_.begin(); it != senders_.end();) {
    if (now_() - it->second <= kSilentAfter) {
      ++it;
      continue;
    }
    desk_.gone(it->first);
    it = senders_.erase(it);
  }
}

}  // namespace handbell::office
