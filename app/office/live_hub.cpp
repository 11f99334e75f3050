#include "app/office/live_hub.h"

namespace handbell::office {
namespace {

constexpr std::chrono::seconds kLook{2};
constexpr std::chrono::milliseconds kGather{100};  // a family's four taps are one reading
constexpr int kLooksUntilStill = 7;
constexpr auto kNothing = [](const auto&) -> const std::string& {
  static const std::string kEmpty;
  return kEmpty;
};

}  // namespace

void LiveHub::send(std::vector<Listener>& all, const std::string& event, const DataFor& data) {
  std::erase_if(all, [&](Listener& each) {
    if (each.still_in()) return !each.stream.send(event, data(each));
    (void)each.stream.send("ended", "");
    return true;
  });
}

LiveHub::LiveHub(TodayReader& reader) : reader_(reader), thread_([this] { run(); }) {}

void LiveHub::finish() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void LiveHub::add(const net::Reply& reply, StillIn still_in, TodayFor reader) {
  // Under the lock: no change is sent to the others between this reading and our place among them.
  const std::lock_guard lock(mutex_);
  const auto page = reader_.today();
  if (!page) {
    reply.send({503, "text/plain; charset=utf-8", sentence(page.error()) + "\n", {}});
    return;
  }
  auto stream = reply.stream();
  stream.send("today", (*page)->shown_to(reader).fragment);
  listeners_.push_back({std::move(stream), std::move(still_in), reader});
}

void LiveHub::add_page(const net::Reply& reply, StillIn still_in) {
  const std::lock_guard lock(mutex_);
  auto stream = reply.stream();
  stream.send("still", "");
  pages_.push_back({std::move(stream), std::move(still_in), TodayFor::outsiders});
}

void LiveHub::changed() {
  {
    const std::lock_guard lock(mutex_);
    changed_ = true;
  }
  wake_.notify_all();
}

void LiveHub::pages_changed() {
  {
    const std::lock_guard lock(mutex_);
    changed_ = true;
    beside_ = true;
  }
  wake_.notify_all();
}

void LiveHub::run() {
  std::unique_lock lock(mutex_);
  while (!ends_) {
    wake_.wait_for(lock, kLook, [this] { return changed_ || ends_; });
    if (changed_ && !ends_) wake_.wait_for(lock, kGather, [this] { return ends_; });
    changed_ = false;
    if (ends_ || (listeners_.empty() && pages_.empty())) continue;
    lock.unlock();
    tell();
    lock.lock();
  }
}

void LiveHub::tell() {
  tell_today();
  tell_pages();
}

void LiveHub::tell_today() {
  const auto page = reader_.today();
  if (page && (*page)->reading != sent_) {
    sent_ = (*page)->reading;
    quiet_ = 0;
    const std::lock_guard lock(mutex_);
    return send(listeners_, "today", [&](const Listener& each) -> const std::string& {
      return (*page)->shown_to(each.reader).fragment;
    });
  }
  if (++quiet_ < kLooksUntilStill) return;
  quiet_ = 0;
  const std::lock_guard lock(mutex_);
  send(listeners_, "still", kNothing);
}

bool LiveHub::take_beside() {
  const std::lock_guard lock(mutex_);
  return std::exchange(beside_, false);
}

void LiveHub::tell_pages() {
  const bool news = reader_.readings() != looked_ || take_beside();
  if (!news && ++quiet_pages_ < kLooksUntilStill) return;
  looked_ = reader_.readings();
  quiet_pages_ = 0;
  const std::lock_guard lock(mutex_);
  send(pages_, news ? "changed" : "still", kNothing);
}

}  // namespace handbell::office
