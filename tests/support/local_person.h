// R Patel, Office, as a browser on the office's own machine says it (app/office/web/local_gate.h).
#pragma once

namespace handbell::testing_support {

inline constexpr const char* kPatelsCookie = "handbell-person=5220506174656C.4F6666696365";

}  // namespace handbell::testing_support
