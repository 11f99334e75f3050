// One child of a register that was sent is put right, with a reason.
//
// The mark is amended (D21). Where the child is: seen now, or taken out of those whom the register
// had seen; the other children's sightings stay as they were.
#pragma once

#include "app/office/take/take_form.h"

namespace handbell::office {

struct ChangeOutcome {
  std::string done;  ///< empty: the page comes back
  FormErrors errors{};
};

/// On the writer's thread. Faults: those of the store.
[[nodiscard]] Result<ChangeOutcome> change_child(const Visit& visit, store::Register& held,
                                                 const TakeForm& form,
                                                 const reg::ClassChild& child);

/// Somebody saw a child who is at the door; the sentence that the page says.
[[nodiscard]] Result<std::string> see_child(const Visit& visit, store::Register& held,
                                            const TakeForm& form, const reg::ClassChild& child);

}  // namespace handbell::office
