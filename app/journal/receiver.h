// What the office takes of what a kiosk sends: each entry once, in order, or nothing.
//
// The office holds each journal up to some number without a gap. What it holds already is looked
// at again: the same number with another link means that two histories carry one name (a cloned
// or restored disk), and is shown, never taken and never passed over.
//
// Of what the kiosk has removed meanwhile the office goes on behind the gap (gap.h).
#pragma once

#include "app/journal/gap.h"
#include "app/journal/message.h"

#include <functional>
#include <vector>

namespace handbell::journal {

/// The link that the office holds under a number, 1 to its head's; nothing where it has none.
using HeldLink = std::function<std::optional<Digest>(std::uint64_t seq)>;

struct Received {
  std::vector<Entry> fresh;  ///< to be stored, in order, all in one transaction
  Head head;                 ///< how far the office has come then
  std::optional<Gap> gap;    ///< before the fresh ones
};

/// Faults: same_number_other_link (where two links stand under one number), commitment_broken (an
/// entry's text is not what was written), tail_cut (the kiosk knows less than the office holds).
/// After a fault nothing of the message is taken. A gap is no fault: the kiosk is told from where
/// to send.
[[nodiscard]] Result<Received> received(const Head& held, const HeldLink& held_link,
                                        const SyncMessage& message);

/// Whether what a kiosk remembers of the register still stands in it. Faults: tail_cut,
/// link_broken.
[[nodiscard]] Status witnessed(const Head& held, const HeldLink& held_link, const Head& witness);

}  // namespace handbell::journal
