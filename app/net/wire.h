// A request and its answer on their way into HTTP and out of it. Inside net alone.
#pragma once

#include "app/net/message.h"

#include <boost/beast/http.hpp>

#include <optional>

namespace handbell::net {

using WireRequest = boost::beast::http::request<boost::beast::http::string_body>;
using WireResponse = boost::beast::http::response<boost::beast::http::string_body>;

/// The one way in which a header comes into a message: false, and nothing is set, where its name or
/// its value cannot be one.
[[nodiscard]] bool set_header(boost::beast::http::fields& fields, const std::string& name,
                              const std::string& value);

/// What may be answered at all: one body, one host, a path, and no control characters. `chunked`:
/// the body comes in pieces.
[[nodiscard]] bool is_clear(const boost::beast::http::request_header<>& header, bool chunked);

/// Without peer and secure. Nothing where the path holds control characters.
[[nodiscard]] std::optional<Request> request_of(WireRequest&& wire);

/// 500 and nothing else where one of its headers cannot be one.
[[nodiscard]] WireResponse wire_of(Response&& response, bool keep_alive);

/// What has no handler's answer: in one line.
[[nodiscard]] Response short_answer(int status, const std::string& words);

}  // namespace handbell::net
