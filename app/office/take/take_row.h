// What stands beside a child's name while the register is taken.
#pragma once

#include "app/office/take/take.h"

namespace handbell::office {

[[nodiscard]] TakeRow row_of(const TakeFacts& facts, const reg::ClassChild& child, Instant now);
[[nodiscard]] std::string doubt_words(reg::Doubt doubt);

}  // namespace handbell::office
