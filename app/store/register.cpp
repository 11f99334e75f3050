#include "app/store/register.h"

#include "app/base/school_time.h"
#include "app/journal/event_codec.h"
#include "app/journal/told_codec.h"
#include "app/store/untimed.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::store {

std::string VerifiedCount::text() const {
  std::string held =
      fmt::format("{} entries and {} events of {} journals, all as they were written", entries,
                  events, journals);
  if (lost == 0) return held;
  return fmt::format("{}; {} events that an older backup lacked are lost", held, lost);
}

std::uint64_t DueForErasure::count() const {
  std::uint64_t count = entries.size() + plans;
  for (const auto& [history, numbers] : events) count += numbers.size();
  return count;
}

std::vector<journal::Erasure> erasures_of(const DueForErasure& due, const journal::HistoryId& own,
                                          SchoolDay today, const reg::Author& by) {
  auto runs = journal::runs_of(own, due.entries);
  for (const auto& [history, numbers] : due.events) {
    const auto more = journal::runs_of(history, numbers);
    runs.insert(runs.end(), more.begin(), more.end());
  }
  std::vector<journal::Erasure> erasures;
  for (std::size_t at = 0; at < runs.size(); at += journal::kMostRuns) {
    const auto end = std::min(runs.size(), at + journal::kMostRuns);
    erasures.push_back({today,
                        by,
                        {runs.begin() + static_cast<std::ptrdiff_t>(at),
                         runs.begin() + static_cast<std::ptrdiff_t>(end)}});
  }
  return erasures;
}

namespace {

/// Names of classes and groups, with as many children as there may be, leave no room for more.
constexpr std::size_t kLongestGroup = 100;

Status texts_fit(const reg::PresenceEvent& event) {
  if (const auto* seen = std::get_if<reg::ClassSeen>(&event)) {
    return reg::text_fits(seen->what().class_name, "the name of a class", kLongestGroup);
  }
  if (const auto* moved = std::get_if<reg::GroupMovement>(&event)) {
    return reg::text_fits(moved->what().group, "the name of a group", kLongestGroup);
  }
  if (const auto* single = std::get_if<reg::SingleEntry>(&event)) {
    return reg::text_fits(single->reason, "a reason");
  }
  const auto& back = std::get<reg::TakenBack>(event);
  if (Status fits = reg::text_fits(back.what.journal, "the name of a journal", kLongestGroup);
      !fits)
    return fits;
  return reg::text_fits(back.reason, "a reason");
}

}  // namespace

Result<SchoolDay> day_told(const reg::PresenceEvent& event) {
  if (Status fit = texts_fit(event); !fit) return fail(fit.error());
  if (journal::children_of(event).size() > journal::kMostChildren) {
    return fail(FaultCode::movement_wrong, "more children than an entry holds");
  }
  const auto local = to_local(journal::happened(event));
  if (!local) return fail(local.error());
  return local->day;
}

Result<SchoolDay> day_answered(const reg::ReleaseAnswer& answer) {
  if (Status whole = complete(answer); !whole) return fail(whole.error());
  const auto local = to_local(answer.at);
  if (!local) return fail(local.error());
  return local->day;
}

bool heard_at_doors(journal::EntryKind kind) {
  return kind == journal::EntryKind::release_answer || kind == journal::EntryKind::leave_request ||
         kind == journal::EntryKind::leave_decision || kind == journal::EntryKind::door_hand_over;
}

bool heard_at_other_doors(const std::vector<reg::DoorEvent>& events, const KindHeld& held) {
  return std::ranges::any_of(events, [&](const reg::DoorEvent& event) {
    const auto* back = std::get_if<reg::Withdrawn>(&event);
    if (back != nullptr) return held(back->seq) == journal::EntryKind::door_hand_over;
    return std::holds_alternative<reg::DoorHandOver>(event);
  });
}

Result<SchoolDay> day_noted(const reg::DayNote& note) {
  if (Status whole = complete(note); !whole) return fail(whole.error());
  return day_of(note);
}

reg::LeaveDecision counted(reg::LeaveDecision decision, const std::vector<reg::Notice>& notices) {
  decision.notices = static_cast<int>(notices.size());
  return decision;
}

reg::SingleEntry going_of(const reg::ReleaseAnswer& handed_over) {
  return {handed_over.pupil,   reg::Direction::out, handed_over.at, handed_over.handed_to,
          handed_over.back_by, handed_over.words,   handed_over.by};
}

std::optional<SchoolDay> day_of(const reg::DoorEvent& event, Instant written) {
  if (std::holds_alternative<reg::ClockKnown>(event)) return std::nullopt;
  const auto at = moment_of(event);
  if (at && !at->trusted) return std::nullopt;
  const auto local = to_local(at ? at->wall : written);
  if (!local) return std::nullopt;
  return local->day;
}

Result<std::vector<reg::DoorEvent>> events_of(const std::vector<journal::Entry>& entries) {
  std::vector<reg::DoorEvent> events;
  for (const auto& entry : entries) {
    auto event = journal::event_of(entry);
    if (!event) return fail(event.error());
    events.push_back(std::move(*event));
  }
  return events;
}

Reception receive(const journal::SyncMessage& message, const journal::Head& held,
                  const journal::HeldLink& held_link, const journal::Witness& own,
                  const journal::HeldLink& own_link) {
  Reception reception;
  reception.head = held;
  const auto refuse = [&](const Fault& fault) {
    reception.fault = sentence(fault);
    reception.refused = true;
    return reception;
  };
  const auto taken = journal::received(held, held_link, message);
  if (!taken) return refuse(taken.error());
  auto events = events_of(taken->fresh);
  if (!events) return refuse(events.error());
  if (message.office.history == own.history) {
    // The kiosk remembers more of us than we do: shown, and its entries are taken all the same.
    const Status stands = journal::witnessed(own.head, own_link, message.office.head);
    if (!stands) reception.fault = sentence(stands.error());
  }
  if (taken->gap) {
    const Fault lost{FaultCode::evidence_lost,
                     fmt::format("Entries {} to {} of kiosk {}", taken->gap->first,
                                 taken->gap->sealed.seq, message.kiosk)};
    reception.fault += (reception.fault.empty() ? "" : " ") + sentence(lost);
  }
  reception.gap = taken->gap;
  reception.fresh = taken->fresh;
  reception.events = std::move(*events);
  reception.head = taken->head;
  return reception;
}

}  // namespace handbell::store
