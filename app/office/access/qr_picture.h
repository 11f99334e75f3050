// A QR code as a drawing in the page: black on white, whatever colours the browser was told.
#pragma once

#include "app/office/page/html.h"

#include <string>

namespace handbell::office {

/// `words`: what it is called for whoever does not see it. Nothing where `says` is too long for
/// one.
[[nodiscard]] Html qr_picture(const std::string& says, std::string_view words);

}  // namespace handbell::office
