// A request and its answer, as the rest of Handbell sees HTTP.
#pragma once

#include "app/base/result.h"

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handbell::net {

/// Names and values of a query or a form, in their order, decoded.
using Fields = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method = "GET";
  std::string path = "/";  ///< decoded, without the query
  Fields query;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
  std::string peer{};   ///< the address of who asks; empty for this machine's own sockets
  bool secure = false;  ///< nobody on the way could read along

  /// Empty where the request does not carry it.
  [[nodiscard]] std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
  }
};

struct Response {
  int status = 200;
  std::string content_type = "text/plain; charset=utf-8";
  std::string body;
  std::map<std::string, std::string> headers;
  std::vector<std::string> cookies{};  ///< each the value of a Set-Cookie of its own
  std::chrono::milliseconds late{};    ///< kept back so long: whoever asks at once again, waits
};

/// application/x-www-form-urlencoded, also a query. What does not decode stands as it is.
[[nodiscard]] Fields parse_fields(std::string_view text);
[[nodiscard]] std::string decoded(std::string_view text);
/// The other way round: what may stand in an address between & and =.
[[nodiscard]] std::string encoded(std::string_view text);
/// The first value of a name, or empty.
[[nodiscard]] std::string field(const Fields& fields, std::string_view name);

}  // namespace handbell::net
