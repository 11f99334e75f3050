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

/// Where the handler runs: beside the register on a connection that can only read; on the thread
/// that writes it, together with others who write; or there alone, for what is no transaction (a
/// backup). What `writing` wrote stays only if its answer is no refusal (below 400), whole or not
/// at all, and is answered when it is durable.
enum class Runs : std::uint8_t { reading, writing, alone };

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
