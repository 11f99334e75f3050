// A classroom device: enrolled once, then each teacher opens it with name and PIN in seconds; a
// supply teacher with a day pass, in her own name and for one class.
#pragma once

#include "app/office/access/access.h"

namespace handbell::office {

[[nodiscard]] net::Response show_device(Access& access, const net::Request& request);
[[nodiscard]] net::Response post_device(Access& access, const net::Request& request);
[[nodiscard]] net::Response show_pin(Access& access, const net::Request& request);
[[nodiscard]] net::Response post_pin(Access& access, const net::Request& request);
[[nodiscard]] net::Response show_day_pass(Access& access, const net::Request& request);
[[nodiscard]] net::Response post_day_pass(Access& access, const net::Request& request);

}  // namespace handbell::office
