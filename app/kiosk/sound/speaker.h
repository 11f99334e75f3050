// Whoever speaks at the door: makes sentences into sound, on a thread of its own.
//
// The kiosk's loop never waits for a file or a program. Sentences are handed over, what was made of
// them is fetched, in their order. New ones take the place of the old, and what was made of those
// is not heard any more.
#pragma once

#include "app/kiosk/sound/voices.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace handbell::kiosk {

/// One thing to be said: a recorded sentence by its key, or any text by a voice of espeak-ng.
struct Utterance {
  std::string language;  ///< ISO 639; empty: English
  std::string key;       ///< of a recorded sentence; else empty, and
  std::string text;
};

class Speaker {
 public:
  /// On the speaker's own thread: `ready` whenever there is something to be fetched, `told` what
  /// went wrong, the same thing once.
  struct News {
    std::function<void()> ready;
    std::function<void(const Fault&)> told;
  };
  Speaker(Voices voices, News news);
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;
  ~Speaker();

  /// In place of what was to be said before.
  void say(std::vector<Utterance> utterances);
  void hush() { say({}); }
  /// What was made since, each thing once.
  [[nodiscard]] std::vector<Samples> take();
  /// Something is still to be made, or to be fetched.
  [[nodiscard]] bool is_busy();
  [[nodiscard]] const Voices& voices() const { return voices_; }

 private:
  void run();
  [[nodiscard]] Samples made_of(const Utterance& utterance, std::uint64_t turn);
  [[nodiscard]] bool is_wanted(std::uint64_t turn);

  const Voices voices_;
  News news_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Utterance> waiting_;
  std::vector<Samples> made_;
  std::uint64_t turn_ = 0;  ///< of the newest say()
  bool works_ = false;
  bool ends_ = false;
  bool has_told_ = false;  ///< the thread's own
  std::thread thread_;
};

}  // namespace handbell::kiosk
