// An address of the office, who may ask for it, and what answers.
//
// Deny by default: what has no route is not there, and a person without one of its roles gets the
// same answer as if it were not. Each page's folder lists its own routes; the test of routes and
// roles walks them all.
#pragma once

#include "app/office/web/visit.h"
#include "app/store/register.h"

#include <functional>
#include <string>
#include <vector>

namespace handbell::office {

/// Where the handler runs: beside the register on a connection that can only read, or on the thread
/// that writes it.
enum class Runs : std::uint8_t { reading, writing };

using Handler = std::function<Result<Answer>(const Visit&, store::Register&)>;

struct Route {
  std::string method;  ///< "GET" or "POST"
  std::string path;    ///< whole: "/reconcile/settle"
  std::vector<reg::Role> roles;
  Runs runs = Runs::reading;
  Handler handler;
};

using Routes = std::vector<Route>;

/// For the person alone, and for nobody who did not sign in: every role.
[[nodiscard]] std::vector<reg::Role> every_role();

/// Null where there is none.
[[nodiscard]] const Route* find_route(const Routes& routes, const std::string& method,
                                      const std::string& path);

}  // namespace handbell::office
