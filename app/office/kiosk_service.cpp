#include "app/office/kiosk_service.h"

#include "app/base/hex.h"
#include "app/base/school_time.h"
#include "app/journal/book_request.h"
#include "app/journal/door_book_codec.h"
#include "app/register/leave_cases.h"
#include "app/register/release_check.h"

#include <algorithm>

namespace handbell::office {

namespace {

constexpr const char* kBinary = "application/octet-stream";

net::Response binary(const Bytes& bytes) {
  return {200, kBinary, std::string(bytes.begin(), bytes.end()), {{"Cache-Control", "no-store"}}};
}

net::Response refusal(int status) { return {status, "text/plain; charset=utf-8", "", {}}; }

/// The disk of the office failed or is full: the kiosk keeps everything and comes again.
net::Response unavailable() { return refusal(503); }

}  // namespace

KioskService::KioskService(Writer& writer, Clock& clock, const journal::KioskKey& card_key,
                           std::function<void()> changed)
    : writer_(writer), clock_(clock), card_key_(card_key), changed_(std::move(changed)) {}

Instant KioskService::now() {
  const std::lock_guard lock(clock_mutex_);
  return clock_.now().wall;
}

void KioskService::handle(const net::Request& request, const net::Reply& reply) {
  using Answers = void (KioskService::*)(store::Register&, const std::string&, const net::Reply&);
  static const std::map<std::string, Answers> kAsked{{"/kiosk/v1/sync", &KioskService::sync},
                                                     {"/kiosk/v1/book", &KioskService::book},
                                                     {"/kiosk/v1/enrol", &KioskService::enrol}};
  const auto asked = kAsked.find(request.path);
  if (request.method != "POST" || asked == kAsked.end()) return reply.send(refusal(404));
  const bool left =
      writer_.leave([this, answers = asked->second, body = request.body,
                     reply](store::Register& held) { (this->*answers)(held, body, reply); });
  if (!left) reply.send(unavailable());
}

void KioskService::sync(store::Register& held, const std::string& body, const net::Reply& reply) {
  const auto kiosk = journal::kiosk_of(as_bytes(body));
  if (!kiosk) return reply.send(refusal(403));
  const auto key = held.key_of(*kiosk);
  if (!key) return reply.send(refusal(403));
  auto message = journal::decode_message(as_bytes(body), *key);
  if (!message) return reply.send(refusal(403));
  // What stands in this message waits no longer, once it was taken.
  auto& waiting = message->health.waiting;
  waiting -= std::min<std::uint64_t>(waiting, message->entries.size());
  const auto answer = held.apply(*message, now());
  if (!answer) return reply.send(unavailable());
  reply.send(binary(journal::encode(*answer, *key)));
  if (!message->entries.empty() || !answer->fault.empty()) changed_();
  // A child who was handed over at one door stands in the other doors' next book.
  const bool other_book = std::ranges::any_of(
      waiting_, [&](const auto& one) { return one.second.asked.version != answer->book_version; });
  if (other_book) school_changed();
}

void KioskService::book(store::Register& held, const std::string& body, const net::Reply& reply) {
  const auto kiosk = journal::kiosk_asking(as_bytes(body));
  if (!kiosk) return reply.send(refusal(403));
  const auto key = held.key_of(*kiosk);
  if (!key) return reply.send(refusal(403));
  const auto asked = journal::decode_book_request(as_bytes(body), *key);
  if (!asked) return reply.send(refusal(403));
  const auto school = held.school();
  if (!school) return reply.send(unavailable());
  const auto before = waiting_.find(*kiosk);
  if (before != waiting_.end()) {
    before->second.reply.send(refusal(204));
    waiting_.erase(before);
  }
  if (!send_if_newer(held, *school, {*asked, *key, reply}))
    waiting_.insert({*kiosk, {*asked, *key, reply}});
}

/// Another version than the kiosk holds, or one of an earlier day, whose plans end too soon.
bool KioskService::send_if_newer(store::Register& held, const reg::School& school,
                                 const Waiting& kiosk) {
  const Instant at = now();
  const auto local = to_local(at);
  const auto made = to_local(kiosk.asked.made);
  if (!local) return false;
  const bool of_today = made && made->day == local->day;
  if (school.version == kiosk.asked.version && of_today) return false;
  const auto answers = held.release_answers(local->day);
  if (!answers) return false;  // the kiosk asks again within a minute
  const auto appointments =
      reg::appointments_between(held, local->day, local->day.plus(reg::kDoorPlanDays));
  if (!appointments) return false;
  const auto contacts = held.contacts();
  auto events = held.events(local->day);
  auto told = held.told(local->day);
  if (!contacts || !events || !told) return false;
  auto book = door_book_of(school, at, local->day, [this](const CardNumber& uid) {
    return journal::hash_of_card(uid.bytes(), card_key_);
  });
  book.releases = door_releases(*answers, {std::move(*events), std::move(*told)});
  add_appointments(book, *appointments);
  add_collecting(book, *contacts);
  kiosk.reply.send(binary(journal::encode(book, kiosk.key)));
  return true;
}

void KioskService::school_changed() {
  (void)writer_.leave([this](store::Register& held) {
    if (waiting_.empty()) return;
    const auto school = held.school();
    if (!school) return;  // they ask again within a minute
    std::erase_if(waiting_,
                  [&](const auto& one) { return send_if_newer(held, *school, one.second); });
  });
}

void KioskService::enrol(store::Register& held, const std::string& body, const net::Reply& reply) {
  const Instant at = now();
  const auto open = held.invitations(at);
  if (!open) return reply.send(unavailable());
  for (const auto& invitation : *open) {
    const auto request = journal::decode_enrol_request(as_bytes(body), invitation.key);
    if (!request) continue;
    const auto number = held.enrol_invited(invitation.key, request->key, at);
    if (!number) return reply.send(unavailable());
    reply.send(
        binary(journal::encode(journal::EnrolAnswer{*number, card_key_, authority_}, *request)));
    return changed_();
  }
  reply.send(refusal(403));
}

}  // namespace handbell::office
