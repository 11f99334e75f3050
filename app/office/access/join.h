// From a code on paper to an account: /set-up for the very first person, /join for all others, and
// /join/account where both choose password, app and PIN. The recovery codes are shown once.
#pragma once

#include "app/office/access/access.h"

namespace handbell::office {

[[nodiscard]] net::Response show_set_up(Access& access, const net::Request& request);
[[nodiscard]] net::Response post_set_up(Access& access, const net::Request& request);
[[nodiscard]] net::Response show_join(Access& access, const net::Request& request);
[[nodiscard]] net::Response post_join(Access& access, const net::Request& request);
[[nodiscard]] net::Response show_account(Access& access, const net::Request& request);
[[nodiscard]] net::Response post_account(Access& access, const net::Request& request);

}  // namespace handbell::office
