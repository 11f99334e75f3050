// The roll call out of the register: who is believed in, and whom the phones saw.
//
// Everything is asked when the page is shown; presence and ticks stay apart: a tick moves nobody.
#pragma once

#include "app/office/roll/roll_view.h"
#include "app/office/web/visit.h"
#include "app/register/roll_call.h"
#include "app/register/roll_record.h"
#include "app/store/register.h"

#include <memory>
#include <set>

namespace handbell::office {

struct RollFacts {
  std::shared_ptr<const reg::School> school;
  std::vector<reg::ClassRoll> classes;
  std::vector<reg::HeldRollCall> calls;  ///< of yesterday and today: a phone may come late
  std::optional<reg::HeldRollCall> now;  ///< the one that runs
  reg::RollSeen seen;                    ///< by its ticks
  std::vector<reg::PresenceFact> told;   ///< today
};

/// What somebody typed of one class, and was not kept.
struct TypedRoll {
  std::string class_name;
  std::set<PupilId> here;
  std::map<PupilId, std::string> with;
};

/// Everybody on roll that day, in the lists of his class at that moment. Faults: those of reading.
[[nodiscard]] Result<std::vector<reg::ClassRoll>> read_class_rolls(store::Register& held,
                                                                   const reg::School& school,
                                                                   SchoolDay day, Instant at);
[[nodiscard]] Result<RollFacts> read_roll(const Visit& visit, store::Register& held);

/// Who has to stand there and was seen by nobody.
[[nodiscard]] std::vector<PupilId> missing_of(const std::vector<reg::ClassRoll>& classes,
                                              const reg::RollSeen& seen);

/// `typed`: null where nothing was.
[[nodiscard]] RollView roll_view(const Visit& visit, const RollFacts& facts,
                                 const TypedRoll* typed = nullptr);

[[nodiscard]] std::string roll_kind_words(reg::RollKind kind);  ///< "Drill"

}  // namespace handbell::office
