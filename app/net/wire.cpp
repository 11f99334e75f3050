#include "app/net/wire.h"

#include "app/base/text.h"

#include <algorithm>

namespace handbell::net {

namespace {

namespace http = boost::beast::http;

bool is_control(char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }

bool holds_control(std::string_view text) { return std::ranges::any_of(text, is_control); }

bool is_name(std::string_view text) {
  constexpr std::string_view kBeside = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           kBeside.find(c) != std::string_view::npos;
  });
}

std::string_view text_of(boost::beast::string_view text) { return {text.data(), text.size()}; }

}  // namespace

bool set_header(http::fields& fields, const std::string& name, const std::string& value) {
  if (!is_name(name) || holds_control(value)) return false;
  fields.insert(name, value);
  return true;
}

bool is_clear(const http::request_header<>& header, bool chunked) {
  const auto target = text_of(header.target());
  if (!target.starts_with('/') || holds_control(target)) return false;
  const auto lengths = header.count(http::field::content_length);
  const auto codings = header.count(http::field::transfer_encoding);
  if (lengths + codings > 1 || (codings == 1) != chunked) return false;
  const auto length = text_of(header[http::field::content_length]);
  if (!std::ranges::all_of(length, [](char c) { return c >= '0' && c <= '9'; })) return false;
  const auto hosts = header.count(http::field::host);
  constexpr unsigned kOld = 10;
  if (hosts > 1 || (hosts == 0 && header.version() > kOld)) return false;
  return std::ranges::none_of(header, [](const auto& each) {
    std::string value(text_of(each.value()));
    std::ranges::replace(value, '\t', ' ');
    return holds_control(value);
  });
}

std::optional<Request> request_of(WireRequest&& wire) {
  Request request;
  request.method = std::string(wire.method_string());
  const std::string target(wire.target());
  const auto mark = target.find('?');
  request.path = decoded(target.substr(0, mark));
  if (holds_control(request.path)) return std::nullopt;
  if (mark != std::string::npos) request.query = parse_fields(target.substr(mark + 1));
  for (const auto& header : wire) {
    request.headers[ascii_lower(text_of(header.name_string()))] = std::string(header.value());
  }
  request.body = std::move(wire.body());
  return request;
}

WireResponse wire_of(Response&& response, bool keep_alive) {
  constexpr unsigned kVersion = 11;
  WireResponse wire{http::int_to_status(static_cast<unsigned>(response.status)), kVersion};
  bool clean = set_header(wire, "Content-Type", response.content_type);
  for (const auto& [name, value] : response.headers) clean = clean && set_header(wire, name, value);
  for (const auto& cookie : response.cookies) {
    clean = clean && set_header(wire, "Set-Cookie", cookie);
  }
  if (clean) {
    wire.body() = std::move(response.body);
  } else {
    wire = WireResponse{http::status::internal_server_error, kVersion};
  }
  wire.keep_alive(keep_alive);
  wire.prepare_payload();
  return wire;
}

Response short_answer(int status, const std::string& words) {
  Response response;
  response.status = status;
  response.body = words + "\n";
  return response;
}

}  // namespace handbell::net
