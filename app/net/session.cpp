#include "app/net/session.h"

#include "app/base/text.h"

#include <algorithm>

namespace handbell::net {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

constexpr std::size_t kMostBuffered = 64 * 1024;
constexpr std::size_t kKeptBuffer = 4 * 1024;
constexpr std::uint64_t kHeardOut = 1024 * 1024;

/// How many bytes may come for a body of this size: pieces carry their length, and end with lines
/// of their own.
std::uint64_t on_the_wire(std::uint64_t body) {
  constexpr std::uint64_t kPieces = 4;
  return body * kPieces + kMostBuffered;
}

}  // namespace

Session::Session(Channel::Socket&& socket, std::shared_ptr<Shared> shared, std::string peer)
    : shared_(std::move(shared)),
      peer_(std::move(peer)),
      channel_(std::move(socket)),
      timer_(channel_.get_executor()),
      buffer_(kMostBuffered) {}

Session::~Session() { shared_->connections.give_back(place_); }

void Session::start() {
  place_ =
      shared_->connections.take(household(peer_), [weak = weak_from_this(), loop = &shared_->loop] {
        const auto self = weak.lock();
        if (self) loop->post(self->channel_.get_executor(), [self] { self->close(); });
      });
  if (place_ == 0) return;
  asio::dispatch(channel_.get_executor(), [self = shared_from_this()] { self->begin(); });
}

void Session::begin() {
  if (gone_) return;
  channel_.prepare();
  if (peer_.empty() || !shared_->tls) return wait_for_request(shared_->limits.request);
  channel_.serve_with(*shared_->tls);
  secure_ = true;
  shake_hands();
}

void Session::shake_hands() {
  expire_after(shared_->limits.handshake);
  channel_.async_handshake([self = shared_from_this()](ErrorCode error, std::size_t) {
    if (!error) return self->wait_for_request(self->shared_->limits.request);
    if (!self->channel_.plainly_asked()) return self->close();
    self->channel_.forget_tls();
    self->refuse(400, "This is only read behind https: write https:// before the address.");
  });
}

void Session::wait_for_request(Duration longest) {
  if (gone_) return;
  shared_->connections.set_waiting(place_, true);
  if (buffer_.size() > 0) return read_header();
  if (buffer_.capacity() > kKeptBuffer) buffer_.shrink_to_fit();
  expire_after(longest);
  channel_.async_wait_input([self = shared_from_this()](ErrorCode error, std::size_t) {
    if (error) return self->close();
    self->read_header();
  });
}

void Session::read_header() {
  parser_.emplace();
  parser_->header_limit(shared_->limits.header);
  parser_->body_limit(std::numeric_limits<std::uint64_t>::max());  // not known yet
  // Beast's own limit is for one field: those that were read whole no longer count.
  channel_.allow(shared_->limits.header);
  expire_after(shared_->limits.request);
  http::async_read_header(
      channel_, buffer_, *parser_,
      [self = shared_from_this()](ErrorCode error, std::size_t) { self->have_header(error); });
}

void Session::have_header(ErrorCode error) {
  if (error == asio::error::no_buffer_space) error = http::error::header_limit;
  if (error) return refuse(error);
  const auto& header = parser_->get();
  if (!is_clear(header, parser_->chunked())) return refuse(400, "Not understood.");
  keep_alive_ = parser_->keep_alive();
  if (parser_->is_done()) return have_body({});
  const std::string target(header.target());
  const auto& limits = shared_->limits;
  Request head;
  head.path = decoded(target.substr(0, target.find('?')));
  head.headers["cookie"] = std::string(header[http::field::cookie]);
  const auto most = limits.body_of ? limits.body_of(head) : limits.body;
  if (parser_->content_length().value_or(0) > most) return refuse(413, "Too large.");
  parser_->body_limit(most);
  channel_.allow(on_the_wire(most));
  if (most > limits.body) expire_after(limits.upload);
  if (ascii_lower(std::string(header[http::field::expect])) == "100-continue") {
    return ask_for_body();
  }
  read_body();
}

void Session::ask_for_body() {
  static constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";
  asio::async_write(channel_, asio::buffer(kGoOn.data(), kGoOn.size()),
                    [self = shared_from_this()](ErrorCode error, std::size_t) {
                      if (error) return self->close();
                      self->read_body();
                    });
}

void Session::read_body() {
  http::async_read(
      channel_, buffer_, *parser_,
      [self = shared_from_this()](ErrorCode error, std::size_t) { self->have_body(error); });
}

void Session::have_body(ErrorCode error) {
  if (error) return refuse(error);
  auto request = request_of(parser_->release());
  parser_.reset();
  if (!request) return refuse(400, "Not understood.");
  timer_.cancel();
  shared_->connections.set_waiting(place_, false);
  request->peer = peer_;
  request->secure = secure_;
  handle(*request);
}

void Session::refuse(ErrorCode error) {
  if (error == http::error::header_limit) return refuse(431, "Its header is too large.");
  if (error == http::error::body_limit || error == http::error::buffer_overflow ||
      error == asio::error::no_buffer_space) {
    return refuse(413, "Too large.");
  }
  const bool is_http =
      error.category() == http::make_error_code(http::error::bad_method).category();
  const bool ended = error == http::error::end_of_stream || error == http::error::partial_message;
  if (is_http && !ended) return refuse(400, "Not understood.");
  close();  // gone
}

void Session::refuse(int status, const std::string& words) {
  keep_alive_ = false;
  write(wire_of(short_answer(status, words), false));
}

void Session::answer(Response response) {
  shared_->loop.post(channel_.get_executor(),
                     [self = shared_from_this(), response = std::move(response)]() mutable {
                       if (response.late.count() > 0) return self->write_late(std::move(response));
                       self->write(wire_of(std::move(response), self->keep_alive_));
                     });
}

void Session::write_late(Response response) {
  shared_->connections.set_waiting(place_, true);
  timer_.expires_after(std::exchange(response.late, {}));
  timer_.async_wait(
      [self = shared_from_this(), response = std::move(response)](ErrorCode error) mutable {
        if (error || self->gone_) return;
        self->write(wire_of(std::move(response), self->keep_alive_));
      });
}

void Session::write(WireResponse wire) {
  wire_ = std::make_unique<WireResponse>(std::move(wire));
  expire_after(shared_->limits.answer);
  http::async_write(channel_, *wire_, [self = shared_from_this()](ErrorCode error, std::size_t) {
    self->written(error);
  });
}

void Session::written(ErrorCode error) {
  wire_.reset();
  if (error || gone_) return close();
  if (keep_alive_) return wait_for_request(shared_->limits.idle);
  channel_.end_writing();
  shared_->connections.set_waiting(place_, true);
  expire_after(shared_->limits.hear_out);
  channel_.allow(kHeardOut);
  hear_out();
}

/// A connection that is closed while something comes in is lost on the other side with the answer.
void Session::hear_out() {
  buffer_.clear();  // whoever sends megabytes is not read by the word
  channel_.async_read_some(buffer_.prepare(kKeptBuffer),
                           [self = shared_from_this()](ErrorCode error, std::size_t) {
                             if (error || self->gone_) return self->close();
                             self->hear_out();
                           });
}

void Session::begin_events() {
  shared_->loop.post(channel_.get_executor(), [self = shared_from_this()] {
    self->buffer_ = beast::flat_buffer();
    self->send_event(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
        "Connection: close\r\n\r\n");
    self->channel_.allow(std::numeric_limits<std::uint64_t>::max());
    self->beat();
    self->watch();
  });
}

bool Session::event(const std::string& name, const std::string& data) {
  if (gone_) return false;
  std::string text = "event: " + name + "\n";
  for (const auto& line : split(data, '\n')) text += "data: " + line + "\n";
  shared_->loop.post(channel_.get_executor(),
                     [self = shared_from_this(), text = text + "\n"] { self->send_event(text); });
  return true;
}

void Session::send_event(std::string text) {
  if (gone_) return;
  constexpr std::size_t kMostWaiting = 64;
  if (waiting_.size() >= kMostWaiting) return close();  // it does not read: it comes back
  waiting_.push_back(std::move(text));
  if (waiting_.size() == 1) send_next();
}

void Session::send_next() {
  asio::async_write(channel_, asio::buffer(waiting_.front()),
                    [self = shared_from_this()](ErrorCode error, std::size_t) {
                      if (error || self->gone_) return self->close();
                      self->waiting_.pop_front();
                      if (!self->waiting_.empty()) self->send_next();
                    });
}

void Session::beat() {
  timer_.expires_after(shared_->limits.heartbeat);
  timer_.async_wait([self = shared_from_this()](ErrorCode error) {
    if (error || self->gone_) return;
    self->send_event(":\n\n");
    self->beat();
  });
}

void Session::watch() {
  // A listener sends nothing more: the first byte, or its end, ends the stream.
  channel_.async_read_some(asio::buffer(ignored_),
                           [self = shared_from_this()](ErrorCode, std::size_t) { self->close(); });
}

void Session::expire_after(Duration longest) {
  timer_.expires_after(longest);
  timer_.async_wait([self = shared_from_this()](ErrorCode error) {
    const bool over = !error && self->timer_.expiry() <= std::chrono::steady_clock::now();
    if (over) self->close();
  });
}

void Session::close() {
  gone_ = true;
  timer_.cancel();
  channel_.close();
}

}  // namespace handbell::net
