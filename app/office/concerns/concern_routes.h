// The addresses of concerns about children.
//
//   GET  /concerns            those for the own roles, and the own ones
//   GET  /concerns/new        ?pupil=ID: the form
//   POST /concerns/raise
//   POST /concerns/take-up
//   POST /concerns/close      with what became of it
#pragma once

#include "app/office/web/route.h"

namespace handbell::office {

[[nodiscard]] Routes concern_routes();

}  // namespace handbell::office
