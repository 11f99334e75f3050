// Who may ask, until people can sign in: a browser on this machine, or on another one by a name
// that the office's certificate is for; and for our own pages.
//
// 1. The host in the address must be one of these, so that no site on the internet can point a name
//    of its own at us and read along.
// 2. What changes something must come from our own page: a browser says so itself.
#pragma once

#include "app/net/message.h"

#include <string>
#include <string_view>
#include <vector>

namespace handbell::office {

/// 127.0.0.1, localhost or [::1], with any port.
[[nodiscard]] bool is_local_host(std::string_view host);
/// One of the names and addresses that the office's certificate is for, with any port.
[[nodiscard]] bool is_named_host(std::string_view host, const std::vector<std::string>& names);

/// By Sec-Fetch-Site; where a browser does not send it, by Origin.
[[nodiscard]] bool is_from_our_page(const net::Request& request);

/// What every answer to a browser carries: no script, style or frame but ours, nothing is kept.
void guard(net::Response& response);

}  // namespace handbell::office
