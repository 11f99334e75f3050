// The page "Who read what": for the head and the DSL, who answer for it.
//
//   GET /audit?from=&to=&who=&pupil=&kind=    the newest 500 of these days; empty: of all
//
// `who` is a person by a number that is made of the name: no name stands in an address.
//
// Looking here is itself taken down.
#pragma once

#include "app/office/web/audit_log.h"
#include "app/office/web/route.h"

namespace handbell::office {

/// `audit` outlives the routes.
[[nodiscard]] Routes audit_routes(AuditLog& audit);

}  // namespace handbell::office
