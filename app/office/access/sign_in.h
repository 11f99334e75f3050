// /sign-in: name and password, then the six figures of the app.
//
// Whoever is unknown and whoever types a wrong password hear the same words after the same time.
// Tries are counted by address and by person; from a browser that is known for this person they
// are counted by the browser, so that somebody who guesses elsewhere keeps nobody out.
#pragma once

#include "app/office/access/access.h"

namespace handbell::office {

[[nodiscard]] net::Response show_sign_in(Access& access, const net::Request& request);
[[nodiscard]] net::Response post_sign_in(Access& access, const net::Request& request);
[[nodiscard]] net::Response show_code(Access& access, const net::Request& request);
[[nodiscard]] net::Response post_code(Access& access, const net::Request& request);
/// Where a person goes who has nobody signed in: set-up, PIN or password.
[[nodiscard]] std::string first_place(Access& access, const net::Request& request);

/// False for a class teacher and nothing else: on a classroom device a PIN or password is enough.
[[nodiscard]] bool has_wider_role(const std::vector<reg::Role>& roles);

}  // namespace handbell::office
