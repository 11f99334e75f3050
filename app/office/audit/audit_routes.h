// The page "Who read what": for the head and the DSL, who answer for it.
//
//   GET /audit?from=&to=&pupil=    the newest 500 readings of these days, of one pupil or of all
//
// Looking here is itself taken down.
#pragma once

#include "app/office/web/audit_log.h"
#include "app/office/web/route.h"

namespace handbell::office {

/// `audit` outlives the routes.
[[nodiscard]] Routes audit_routes(AuditLog& audit);

}  // namespace handbell::office
