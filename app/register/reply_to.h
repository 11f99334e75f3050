// The setting that holds the address to which families write about attendance (policy 3.6; P18).
#pragma once

#include <string_view>

namespace handbell::reg {

inline constexpr std::string_view kReplyTo = "attendance.reply_to";

}  // namespace handbell::reg
