#include "app/kiosk/sound/speaker.h"

#include "app/kiosk/sound/espeak.h"

#include <iterator>
#include <utility>

namespace handbell::kiosk {

namespace {

/// On the screen they set a name or a time apart (U+2068, U+2069); aloud they are nothing.
std::string without_isolates(std::string text) {
  for (const char* mark : {"\u2068", "\u2069"}) {
    constexpr std::size_t kLength = 3;
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
      text.erase(at, kLength);
    }
  }
  return text;
}

}  // namespace

Speaker::Speaker(Voices voices, News news)
    : voices_(std::move(voices)), news_(std::move(news)), thread_([this] { run(); }) {}

Speaker::~Speaker() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Speaker::say(std::vector<Utterance> utterances) {
  {
    const std::lock_guard lock(mutex_);
    ++turn_;
    made_.clear();
    waiting_.assign(std::make_move_iterator(utterances.begin()),
                    std::make_move_iterator(utterances.end()));
  }
  changed_.notify_one();
}

std::vector<Samples> Speaker::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(made_, {});
}

bool Speaker::is_busy() {
  const std::lock_guard lock(mutex_);
  return works_ || !waiting_.empty() || !made_.empty();
}

bool Speaker::is_wanted(std::uint64_t turn) {
  const std::lock_guard lock(mutex_);
  return !ends_ && turn == turn_;
}

void Speaker::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ends_ || !waiting_.empty(); });
    if (ends_) return;
    const Utterance utterance = std::move(waiting_.front());
    waiting_.pop_front();
    const std::uint64_t turn = turn_;
    works_ = true;
    lock.unlock();
    Samples samples = made_of(utterance, turn);
    lock.lock();
    works_ = false;
    if (ends_ || turn != turn_ || samples.empty()) continue;
    made_.push_back(std::move(samples));
    lock.unlock();
    news_.ready();
    lock.lock();
  }
}

Samples Speaker::made_of(const Utterance& utterance, std::uint64_t turn) {
  if (!utterance.key.empty()) return voices_.prompt(utterance.key, utterance.language);
  auto said = said_by_espeak(without_isolates(utterance.text), voices_.voice_of(utterance.language),
                             [&] { return is_wanted(turn); });
  if (said) return std::move(*said);
  // Each press would say the same again.
  if (!std::exchange(has_told_, true)) news_.told(said.error());
  return {};
}

}  // namespace handbell::kiosk
