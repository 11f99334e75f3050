// The cookies that sign in: whose session, which classroom device, a browser that is known, and the
// step between two pages of signing in.
//
// All are __Host-: of this machine alone, never over a line where others read along, never for a
// script. A browser takes them on 127.0.0.1 without TLS too, since nobody is between.
#pragma once

#include "app/net/message.h"

#include <string>
#include <string_view>

namespace handbell::office {

inline constexpr std::string_view kSessionCookie = "__Host-handbell";
inline constexpr std::string_view kDeviceCookie = "__Host-handbell-device";
inline constexpr std::string_view kBrowserCookie = "__Host-handbell-browser";
inline constexpr std::string_view kStepCookie = "__Host-handbell-step";

/// Empty where the browser has none.
[[nodiscard]] std::string cookie_in(const net::Request& request, std::string_view name);
/// Until the browser is closed, or for `days`.
void set_cookie(net::Response& response, std::string_view name, const std::string& value,
                int days = 0);
void clear_cookie(net::Response& response, std::string_view name);

}  // namespace handbell::office
