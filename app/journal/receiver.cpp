#include "app/journal/receiver.h"

#include <fmt/format.h>

namespace handbell::journal {

namespace {

std::string name_of_journal(const HistoryId& history) {
  return to_hex(std::span(history).first(4));
}

tl::unexpected<Fault> other_link(const SyncMessage& message, std::uint64_t seq) {
  return fail(FaultCode::same_number_other_link,
              fmt::format("kiosk {}, journal {}, entry {}", message.kiosk,
                          name_of_journal(message.journal.history), seq));
}

Status own_head_stands(const Head& held, const HeldLink& held_link, const SyncMessage& message) {
  const Head& theirs = message.journal.head;
  if (theirs.seq < held.seq) {
    return fail(
        FaultCode::tail_cut,
        fmt::format("kiosk {} knows {} entries of journal {}, the office holds {}", message.kiosk,
                    theirs.seq, name_of_journal(message.journal.history), held.seq));
  }
  if (theirs.seq == 0 || theirs.seq > held.seq) return {};
  if (held_link(theirs.seq) != theirs.link) return other_link(message, theirs.seq);
  return {};
}

/// What the kiosk removed was here once.
Status sealed_head_stands(const Head& held, const HeldLink& held_link, const SyncMessage& message) {
  const Head& sealed = message.sealed;
  if (sealed.seq == 0 || sealed.seq > held.seq) return {};
  if (held_link(sealed.seq) != sealed.link) return other_link(message, sealed.seq);
  return {};
}

/// Only where the kiosk was asked from there on, and sends all that it still has.
std::optional<Gap> gap_before(const Head& held, const SyncMessage& message) {
  const Head& sealed = message.sealed;
  if (sealed.seq <= held.seq || message.entries.empty()) return std::nullopt;
  if (message.entries.front().seq != sealed.seq + 1) return std::nullopt;
  return Gap{held.seq + 1, sealed};
}

}  // namespace

Result<Received> received(const Head& held, const HeldLink& held_link, const SyncMessage& message) {
  if (auto stands = own_head_stands(held, held_link, message); !stands) {
    return fail(stands.error());
  }
  if (auto stands = sealed_head_stands(held, held_link, message); !stands) {
    return fail(stands.error());
  }
  Received result{{}, held, gap_before(held, message)};
  if (result.gap) result.head = result.gap->sealed;
  for (const Entry& entry : message.entries) {
    if (entry.history != message.journal.history) {
      return fail(FaultCode::message_garbled, "an entry of another journal is in it");
    }
    if (entry.seq <= held.seq) {
      if (held_link(entry.seq) != entry.link) return other_link(message, entry.seq);
      continue;
    }
    if (entry.seq != result.head.seq + 1) break;
    if (auto next = follows(result.head, entry); !next) {
      if (next.error().code == FaultCode::link_broken) return other_link(message, entry.seq);
      return fail(next.error());
    }
    result.fresh.push_back(entry);
    result.head = head_of(entry);
  }
  return result;
}

Status witnessed(const Head& held, const HeldLink& held_link, const Head& witness) {
  if (witness.seq == 0) return {};
  if (witness.seq > held.seq) {
    return fail(FaultCode::tail_cut,
                fmt::format("a kiosk saw entry {} of the register, which ends at {}", witness.seq,
                            held.seq));
  }
  if (held_link(witness.seq) != witness.link) {
    return fail(FaultCode::link_broken, std::to_string(witness.seq));
  }
  return {};
}

}  // namespace handbell::journal
