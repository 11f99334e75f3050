// The bytes of one connection, with or without TLS. Inside net alone.
//
// OpenSSL reads and writes the socket itself, which never waits; we wait, where it says so, until
// the socket can be read or written. So a quiet connection holds no buffer of ours or of OpenSSL's.
// All of it runs on the connection's own strand.
#pragma once

#include "app/net/openssl_owned.h"
#include "app/net/tls.h"

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace handbell::net {

class Channel {
 public:
  using ErrorCode = boost::system::error_code;
  using Protocol = boost::asio::generic::stream_protocol;
  using Strand = boost::asio::strand<boost::asio::io_context::executor_type>;
  using Socket = boost::asio::basic_stream_socket<Protocol, Strand>;
  using executor_type = Strand;

  explicit Channel(Socket socket) : socket_(std::move(socket)) {}
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;
  ~Channel() = default;

  [[nodiscard]] Strand get_executor() { return socket_.get_executor(); }
  [[nodiscard]] Socket& socket() { return socket_; }
  [[nodiscard]] bool secure() const { return ssl_ != nullptr; }

  /// Once connected: nothing waits in the kernel for company, and nothing blocks.
  void prepare();
  void serve_with(const TlsContext& tls);
  /// `name`: which the certificate has to be for; a name or an address.
  void ask_with(const TlsContext& tls, const std::string& name);
  /// What the other side showed was not believed.
  [[nodiscard]] bool mistrusted() const;
  /// What came instead of a handshake was a plain request.
  [[nodiscard]] bool plainly_asked() const { return plainly_asked_; }

  /// How many bytes may be read from now on; then it fails with no_buffer_space.
  void allow(std::uint64_t bytes) { allowed_ = bytes; }

  /// From here on without TLS: for the one answer to who asked without it.
  void forget_tls() { ssl_.reset(); }
  /// Says that no more comes.
  void end_writing();
  void close();

  template <class Token>
  auto async_handshake(Token&& token) {
    return perform([this] { return handshake_now(); }, std::forward<Token>(token));
  }
  /// Until there is something to read, without a place to put it.
  template <class Token>
  auto async_wait_input(Token&& token) {
    const bool there = ssl_ && SSL_has_pending(ssl_.get()) == 1;
    return perform(
        [there, waited = false]() mutable {
          const bool ready = std::exchange(waited, true) || there;
          return Attempt{{}, 0, ready ? Wants::nothing : Wants::input};
        },
        std::forward<Token>(token));
  }
  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return perform(
        [this, to = first_of<boost::asio::mutable_buffer>(buffers)] { return read_now(to); },
        std::forward<Token>(token));
  }
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return perform([this, buffers] { return write_now(buffers); }, std::forward<Token>(token));
  }

 private:
  enum class Wants : std::uint8_t { nothing, input, output };
  struct Attempt {
    ErrorCode error;
    std::size_t count = 0;
    Wants wants = Wants::nothing;
  };
  static constexpr std::size_t kRecord = 16 * 1024;

  template <class Buffer, class Buffers>
  static Buffer first_of(const Buffers& buffers) {
    for (auto at = boost::asio::buffer_sequence_begin(buffers);
         at != boost::asio::buffer_sequence_end(buffers); ++at) {
      if (Buffer(*at).size() > 0) return *at;
    }
    return {};
  }

  /// Tries, and waits for the socket, until it is done; never completes before it returned.
  template <class Try, class Token>
  auto perform(Try attempt, Token&& token) {
    auto step = [this, attempt = std::move(attempt), begun = false,
                 done = std::optional<Attempt>()](auto& self, ErrorCode error = {}) mutable {
      if (done) return self.complete(done->error, done->count);
      const Attempt tried = error ? Attempt{error} : attempt();
      const bool first = !std::exchange(begun, true);
      if (tried.wants != Wants::nothing) {
        const auto until = tried.wants == Wants::input ? Socket::wait_read : Socket::wait_write;
        return socket_.async_wait(until, std::move(self));
      }
      if (!first) return self.complete(tried.error, tried.count);
      done = tried;
      boost::asio::post(socket_.get_executor(), std::move(self));
    };
    return boost::asio::async_compose<Token, void(ErrorCode, std::size_t)>(std::move(step), token,
                                                                           socket_);
  }

  Attempt handshake_now();
  Attempt read_now(boost::asio::mutable_buffer to);
  template <class Buffers>
  Attempt write_now(const Buffers& buffers) {
    if (!ssl_) {
      ErrorCode error;
      const auto count = socket_.write_some(buffers, error);
      return plain(error, count, Wants::output);
    }
    std::array<char, kRecord> record;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled
    const auto size = boost::asio::buffer_copy(boost::asio::buffer(record), buffers);
    return write_record(record.data(), size);
  }
  Attempt write_record(const char* data, std::size_t size);
  [[nodiscard]] static Attempt plain(ErrorCode error, std::size_t count, Wants wants);
  [[nodiscard]] Attempt outcome(int result, std::size_t count);
  void begin(const TlsContext& tls);

  Socket socket_;
  OwnedSsl ssl_;
  std::uint64_t allowed_ = std::numeric_limits<std::uint64_t>::max();
  bool plainly_asked_ = false;
};

}  // namespace handbell::net
