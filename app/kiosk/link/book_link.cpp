#include "app/kiosk/link/book_link.h"

#include "app/base/hex.h"
#include "app/journal/book_request.h"
#include "app/journal/door_book_codec.h"
#include "app/store/atomic_file.h"

#include <algorithm>
#include <filesystem>

namespace handbell::kiosk {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLongestQuestion{60'000};
constexpr milliseconds kFirstPause{1'000};
constexpr milliseconds kLongestPause{60'000};

}  // namespace

KeptBook kept_book(const std::string& path, const journal::KioskKey& key) {
  KeptBook kept{std::make_shared<reg::DoorBook>(), std::nullopt};
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return kept;
  const auto bytes = store::read_file(path, journal::kLongestDoorBook);
  auto book = bytes ? journal::decode_door_book(as_bytes(*bytes), key)
                    : Result<reg::DoorBook>(fail(bytes.error()));
  if (book) {
    kept.book = std::make_shared<reg::DoorBook>(std::move(*book));
  } else {
    kept.fault = {FaultCode::door_book_garbled, path};
  }
  return kept;
}

BookLink::BookLink(const journal::KioskIdentity& identity, net::Reached office)
    : identity_(identity), client_(std::move(office)) {}

Result<std::unique_ptr<BookLink>> BookLink::start(const journal::KioskIdentity& identity,
                                                  const std::string& path,
                                                  std::shared_ptr<const reg::DoorBook> held,
                                                  BookNews news) {
  auto office = net::Reached::parse(identity.office, identity.authority);
  if (!office) return fail(office.error());
  std::unique_ptr<BookLink> link(new BookLink(identity, std::move(*office)));
  link->path_ = path;
  link->held_ = std::move(held);
  link->news_ = std::move(news);
  link->thread_ = std::thread([raw = link.get()] { raw->run(); });
  return link;
}

BookLink::~BookLink() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  client_.abort();
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void BookLink::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  changed_.notify_all();
}

void BookLink::run() {
  while (wait(rest_after(fetch()))) {
  }
}

/// How long to leave the office alone. The sync link says it when the office is not there at all.
milliseconds BookLink::rest_after(const Status& fetched) {
  if (fetched) {
    pause_ = milliseconds(0);
    return pause_;
  }
  const bool told = fetched.error().code != FaultCode::office_unreachable;
  if (told && pause_.count() == 0 && news_.fault) news_.fault(sentence(fetched.error()));
  pause_ = std::clamp(pause_ * 2, kFirstPause, kLongestPause);
  return pause_;
}

/// False at the end.
bool BookLink::wait(milliseconds longest) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, longest, [this] { return ends_ || woken_; });
  woken_ = false;
  return !ends_;
}

/// A disk that is full costs the copy, never the news.
Status BookLink::keep() {
  if (unkept_.empty()) return {};
  if (Status kept = store::write_file(path_, unkept_); !kept) return kept;
  unkept_.clear();
  return {};
}

Status BookLink::fetch() {
  const Status again = keep();
  (void)again;  // it was told when it failed first
  const journal::BookRequest asked{identity_.number, held_->version, held_->made};
  const Bytes sent = journal::encode(asked, identity_.key);
  const net::Request request{
      "POST", "/kiosk/v1/book", {}, {}, std::string(sent.begin(), sent.end())};
  const auto response = client_.send(request, kLongestQuestion);
  if (!response) return fail(response.error());
  // 204: another asks with our number; both go on slowly.
  if (response->status != 200) {
    return fail(FaultCode::office_answered_wrong, "status " + std::to_string(response->status));
  }
  auto book = journal::decode_door_book(as_bytes(response->body), identity_.key);
  if (!book) return fail(book.error());
  held_ = std::make_shared<reg::DoorBook>(std::move(*book));
  if (news_.book) news_.book(held_);
  unkept_ = response->body;
  return keep();
}

}  // namespace handbell::kiosk
