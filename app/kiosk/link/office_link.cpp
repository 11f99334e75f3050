#include "app/kiosk/link/office_link.h"

#include "app/base/hex.h"
#include "app/register/clock_trust.h"

#include <algorithm>
#include <array>

namespace handbell::kiosk {

namespace {

constexpr std::chrono::milliseconds kLongestExchange{10'000};

/// What is read in one go on the journal's thread.
struct Page {
  journal::Witness own;
  journal::Head sealed;
  journal::Witness office;
  std::vector<journal::Entry> entries;
};

}  // namespace

OfficeLink::OfficeLink(store::Owner<store::JournalFile>& journal, journal::KioskIdentity identity,
                       net::Reached office, Clock& clock, Random& random)
    : journal_(journal),
      identity_(std::move(identity)),
      client_(std::move(office)),
      clock_(clock),
      random_(random) {}

Result<std::unique_ptr<OfficeLink>> OfficeLink::start(store::Owner<store::JournalFile>& journal,
                                                      journal::KioskIdentity identity, Clock& clock,
                                                      Random& random, LinkNews news) {
  auto office = net::Reached::parse(identity.office, identity.authority);
  if (!office) return fail(office.error());
  std::unique_ptr<OfficeLink> link(
      new OfficeLink(journal, std::move(identity), std::move(*office), clock, random));
  link->news_ = std::move(news);
  link->thread_ = std::thread([raw = link.get()] { raw->run(); });
  return link;
}

OfficeLink::~OfficeLink() { stop(); }

void OfficeLink::stop() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  client_.abort();
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void OfficeLink::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  changed_.notify_all();
}

void OfficeLink::set_health(const std::string& reader, bool clock_trusted,
                            std::uint64_t book_version) {
  const std::lock_guard lock(mutex_);
  health_.reader = reader;
  health_.clock_trusted = clock_trusted;
  health_.book_version = book_version;
}

journal::KioskHealth OfficeLink::health() {
  const std::lock_guard lock(mutex_);
  return health_;
}

void OfficeLink::run() {
  while (wait_until_due()) exchange();
}

bool OfficeLink::wait_until_due() {
  while (true) {
    newest_ = journal_.ask([](store::JournalFile& file) { return file.head().seq; });
    const Steady now = clock_.now().steady;
    std::unique_lock lock(mutex_);
    if (ends_) return false;
    woken_ = false;
    if (sender_.is_due(now, newest_)) return true;
    const auto rest = sender_.due_at(newest_) - now;
    const auto longest = std::chrono::milliseconds(std::max<std::int64_t>(rest.count, 1));
    changed_.wait_for(lock, longest, [this] { return ends_ || woken_; });
  }
}

void OfficeLink::exchange() {
  const auto answer = send_from(sender_.from());
  const Steady now = clock_.now().steady;
  if (!answer) {
    std::array<std::uint8_t, 4> chance{};
    random_.fill(chance);
    sender_.failed(now, static_cast<std::uint32_t>(chance[0]) << 8U | chance[1]);
    if (news_.waiting) news_.waiting(newest_ - std::min(newest_, sender_.from() - 1), true);
    return tell_failure(sentence(answer.error()));
  }
  told_failure_.clear();
  sender_.answered(now, *answer);
  take(*answer);
}

/// Once, not at each try of a month.
void OfficeLink::tell_failure(const std::string& failure) {
  if (failure == told_failure_) return;
  told_failure_ = failure;
  if (news_.fault) news_.fault(failure);
}

Result<journal::SyncAnswer> OfficeLink::send_from(std::uint64_t from) {
  const auto page = journal_.ask([from](store::JournalFile& file) -> Result<Page> {
    auto entries = file.read_from(from, journal::kMostEntriesAMessage);
    if (!entries) return fail(entries.error());
    return Page{
        {file.id(), file.head()}, file.sealed_head(), file.office_witness(), std::move(*entries)};
  });
  if (!page) return fail(page.error());
  journal::SyncMessage message;
  message.kiosk = identity_.number;
  message.journal = page->own;
  message.sealed = page->sealed;
  message.office = page->office;
  message.entries = page->entries;
  message.wall = clock_.now().wall;
  sent_at_ = message.wall;
  message.health = health();
  message.health.waiting = page->own.head.seq - std::min(page->own.head.seq, from - 1);
  const auto response = post("/kiosk/v1/sync", journal::encode(message, identity_.key));
  if (!response) return fail(response.error());
  return journal::decode_answer(as_bytes(response->body), identity_.key);
}

void OfficeLink::take(const journal::SyncAnswer& answer) {
  const auto received = answer.received;
  const auto office = answer.office;
  // The later of the two clocks: where one was wrong, no week must seem to have passed (D51).
  const Instant at = std::max(answer.wall, clock_.now().wall);
  const Status kept = journal_.ask([received, office, at](store::JournalFile& file) {
    return file.keep_receipt(received, office, at);
  });
  if (!kept && news_.fault) news_.fault(sentence(kept.error()));
  if (!answer.fault.empty() && news_.fault) news_.fault(answer.fault);
  if (news_.waiting) news_.waiting(newest_ - std::min(newest_, received), false);
  if (news_.office_clock) {
    news_.office_clock(reg::ahead_of_office(sent_at_, answer.wall, clock_.now().wall));
  }
}

Result<net::Response> OfficeLink::post(const std::string& path, const Bytes& body) {
  net::Request request;
  request.method = "POST";
  request.path = path;
  request.body.assign(body.begin(), body.end());
  auto response = client_.send(request, kLongestExchange);
  if (!response) return response;
  if (response->status == 200) return response;
  if (response->status == 403) {
    return fail(FaultCode::message_refused, "the office knows no kiosk with this key");
  }
  return fail(FaultCode::office_answered_wrong, "status " + std::to_string(response->status));
}

}  // namespace handbell::kiosk
