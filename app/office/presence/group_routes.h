// What is asked of, and told about, a group that comes or goes (D47).
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Result<Answer> show_group(const Visit& visit, store::Register& held);
/// All or nobody ticked, where the browser runs no scripts: what was typed stays.
[[nodiscard]] Result<Answer> fill_ticks(const Visit& visit, store::Register& held);
[[nodiscard]] Result<Answer> move_group(const Visit& visit, store::Register& held);
[[nodiscard]] Result<Answer> show_moved(const Visit& visit, store::Register& held);

}  // namespace handbell::office
