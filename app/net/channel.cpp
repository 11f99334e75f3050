#include "app/net/channel.h"

#include "app/base/check.h"

#include <openssl/err.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace handbell::net {

namespace {

namespace asio = boost::asio;

int socket_of(BIO* bio) {
  return static_cast<int>(reinterpret_cast<std::intptr_t>(BIO_get_data(bio)));
}

bool comes_later() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

int bio_write(BIO* bio, const char* data, int size) {
  BIO_clear_retry_flags(bio);
  const auto sent = ::send(socket_of(bio), data, static_cast<std::size_t>(size), MSG_NOSIGNAL);
  if (sent < 0 && comes_later()) BIO_set_retry_write(bio);
  return static_cast<int>(sent);
}

int bio_read(BIO* bio, char* data, int size) {
  BIO_clear_retry_flags(bio);
  const auto got = ::recv(socket_of(bio), data, static_cast<std::size_t>(size), 0);
  if (got < 0 && comes_later()) BIO_set_retry_read(bio);
  return static_cast<int>(got);
}

long bio_control(BIO* /*bio*/, int command, long /*number*/, void* /*pointer*/) {
  return command == BIO_CTRL_FLUSH ? 1 : 0;
}

int bio_begin(BIO* bio) {
  BIO_set_init(bio, 1);
  return 1;
}

/// As OpenSSL's own for sockets, but that a peer that has gone raises no signal.
const BIO_METHOD* socket_method() {
  static BIO_METHOD* const kMethod = [] {
    BIO_METHOD* made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "socket");
    check(made != nullptr);
    BIO_meth_set_write(made, bio_write);
    BIO_meth_set_read(made, bio_read);
    BIO_meth_set_ctrl(made, bio_control);
    BIO_meth_set_create(made, bio_begin);
    return made;
  }();
  return kMethod;
}

}  // namespace

void Channel::prepare() {
  ErrorCode ignored;
  socket_.non_blocking(true, ignored);
  ErrorCode unknown;
  const auto end = socket_.local_endpoint(unknown);
  const int family = unknown ? AF_UNSPEC : end.protocol().family();
  if (family == AF_INET || family == AF_INET6) {
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  }
}

void Channel::begin(const TlsContext& tls) {
  ssl_.reset(SSL_new(tls.get()));
  check(ssl_ != nullptr);
  BIO* bio = BIO_new(socket_method());
  check(bio != nullptr);
  const auto handle = static_cast<std::intptr_t>(socket_.native_handle());
  BIO_set_data(bio, reinterpret_cast<void*>(handle));  // NOLINT(performance-no-int-to-ptr)
  SSL_set_bio(ssl_.get(), bio, bio);
}

void Channel::serve_with(const TlsContext& tls) {
  begin(tls);
  SSL_set_accept_state(ssl_.get());
}

void Channel::ask_with(const TlsContext& tls, const std::string& name) {
  begin(tls);
  SSL_set_connect_state(ssl_.get());
  X509_VERIFY_PARAM* wanted = SSL_get0_param(ssl_.get());
  if (X509_VERIFY_PARAM_set1_ip_asc(wanted, name.c_str()) == 1) return;
  X509_VERIFY_PARAM_set_hostflags(wanted, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  check(X509_VERIFY_PARAM_set1_host(wanted, name.c_str(), name.size()) == 1);
  // By a macro of OpenSSL, which casts as C does.
  SSL_ctrl(ssl_.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
           const_cast<char*>(name.c_str()));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

bool Channel::mistrusted() const {
  return ssl_ && SSL_get_verify_mode(ssl_.get()) != SSL_VERIFY_NONE &&
         SSL_get_verify_result(ssl_.get()) != X509_V_OK;
}

Channel::Attempt Channel::plain(ErrorCode error, std::size_t count, Wants wants) {
  const bool waits = error == asio::error::would_block || error == asio::error::try_again;
  return waits ? Attempt{{}, 0, wants} : Attempt{error, count, Wants::nothing};
}

Channel::Attempt Channel::outcome(int result, std::size_t count) {
  if (result > 0) return {{}, count, Wants::nothing};
  const int why = SSL_get_error(ssl_.get(), result);
  if (why == SSL_ERROR_WANT_READ) return {{}, 0, Wants::input};
  if (why == SSL_ERROR_WANT_WRITE) return {{}, 0, Wants::output};
  if (why == SSL_ERROR_ZERO_RETURN) return {asio::error::eof, 0, Wants::nothing};
  plainly_asked_ = ERR_GET_REASON(ERR_peek_last_error()) == SSL_R_HTTP_REQUEST;
  ERR_clear_error();
  return {asio::error::connection_aborted, 0, Wants::nothing};
}

Channel::Attempt Channel::handshake_now() {
  if (!ssl_) return {asio::error::connection_aborted, 0, Wants::nothing};
  ERR_clear_error();
  return outcome(SSL_do_handshake(ssl_.get()), 0);
}

Channel::Attempt Channel::read_now(asio::mutable_buffer to) {
  if (to.size() == 0) return {};
  if (allowed_ == 0) return {asio::error::no_buffer_space, 0, Wants::nothing};
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(to.size(), allowed_));
  Attempt tried;
  if (ssl_) {
    std::size_t count = 0;
    ERR_clear_error();
    const int result = SSL_read_ex(ssl_.get(), to.data(), size, &count);
    tried = outcome(result, count);
  } else {
    ErrorCode error;
    const auto count = socket_.read_some(asio::buffer(to.data(), size), error);
    tried = plain(error, count, Wants::input);
  }
  allowed_ -= tried.count;
  return tried;
}

Channel::Attempt Channel::write_record(const char* data, std::size_t size) {
  if (size == 0) return {};
  std::size_t count = 0;
  ERR_clear_error();
  const int result = SSL_write_ex(ssl_.get(), data, size, &count);
  return outcome(result, count);
}

void Channel::end_writing() {
  if (ssl_ && SSL_is_init_finished(ssl_.get()) == 1) {
    SSL_shutdown(ssl_.get());
    ERR_clear_error();
  }
  ErrorCode ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
}

void Channel::close() {
  ssl_.reset();  // what comes after must not reach another connection of the same number
  ErrorCode ignored;
  socket_.shutdown(Socket::shutdown_both, ignored);
  socket_.close(ignored);
}

}  // namespace handbell::net
