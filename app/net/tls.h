// Nobody on the school's network reads along: TLS 1.3 and nothing older, by OpenSSL.
//
// A server shows its certificate. A client believes the one authority that it was given, for the
// one name that it asks for; no list of the world's authorities counts. What a client is told to
// believe it does not date: a kiosk whose clock is wrong must still reach the office that tells it
// so, and every message is sealed with the kiosk's own key besides (journal/seal.h).
#pragma once

#include "app/base/result.h"

#include <memory>
#include <string>

struct ssl_ctx_st;

namespace handbell::net {

class TlsContext {
 public:
  /// PEM texts: the server's certificate with those above it, and its key. Faults:
  /// certificate_unreadable, key_unreadable, key_of_another.
  [[nodiscard]] static Result<TlsContext> serving(const std::string& chain, const std::string& key);
  /// PEM: one certificate, an authority's or the server's own. Fault: certificate_unreadable.
  [[nodiscard]] static Result<TlsContext> trusting(const std::string& certificate);
  /// Believes whoever answers: for what is sealed by itself alone, as enrolling a kiosk is.
  [[nodiscard]] static TlsContext unproven();

  [[nodiscard]] ssl_ctx_st* get() const { return context_.get(); }
  [[nodiscard]] bool proves() const { return proves_; }

 private:
  explicit TlsContext(std::shared_ptr<ssl_ctx_st> context, bool proves)
      : context_(std::move(context)), proves_(proves) {}
  std::shared_ptr<ssl_ctx_st> context_;
  bool proves_;
};

}  // namespace handbell::net
