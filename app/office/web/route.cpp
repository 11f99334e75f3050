#include "app/office/web/route.h"

#include <algorithm>

namespace handbell::office {

std::vector<reg::Role> every_role() { return {reg::kRoles.begin(), reg::kRoles.end()}; }

const Route* find_route(const Routes& routes, const std::string& method, const std::string& path) {
  const auto found = std::ranges::find_if(
      routes, [&](const Route& route) { return route.method == method && route.path == path; });
  return found == routes.end() ? nullptr : &*found;
}

}  // namespace handbell::office
