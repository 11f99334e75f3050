#include "drivers/card/wedge_name.h"

namespace handbell::card {

namespace {

constexpr std::string_view kWedgeConnection = "wedge:";
constexpr std::string_view kUsualFormat = "10D";

}  // namespace

Result<WedgeName> parse_wedge_name(std::string_view connection) {
  if (!connection.starts_with(kWedgeConnection)) {
    return fail(FaultCode::bad_config, std::string(connection));
  }
  connection.remove_prefix(kWedgeConnection.size());
  const auto hash = connection.find('#');
  const std::string_view path = connection.substr(0, hash);
  // Invariant: only a reader that somebody named. Not every keyboard is one.
  if (path.size() < 2 || !path.starts_with('/')) {
    return fail(FaultCode::bad_config,
                std::string(kWedgeConnection) + std::string(connection) +
                    ", a wedge reader without its path, such as wedge:/dev/input/by-id/NAME#10D");
  }
  const auto format = WedgeFormat::named(
      hash == std::string_view::npos ? kUsualFormat : connection.substr(hash + 1));
  if (!format) return fail(format.error());
  return WedgeName{std::string(path), *format};
}

Status check_reader_names(const std::vector<std::string>& connections) {
  for (const auto& connection : connections) {
    if (!connection.starts_with(kWedgeConnection)) continue;
    if (const auto name = parse_wedge_name(connection); !name) return fail(name.error());
  }
  return {};
}

}  // namespace handbell::card
