#include "app/net/tls.h"

#include "app/base/check.h"
#include "app/net/openssl_owned.h"

#include <openssl/err.h>
#include <openssl/pem.h>

namespace handbell::net {

namespace {

std::shared_ptr<SSL_CTX> new_context(const SSL_METHOD* method) {
  std::shared_ptr<SSL_CTX> context(SSL_CTX_new(method), SSL_CTX_free);
  check(context != nullptr);
  check(SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION) == 1);
  // A connection that is quiet, as a page that listens is, holds no buffers.
  SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                      SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
  SSL_CTX_set_num_tickets(context.get(), 0);
  return context;
}

/// A key that wants a passphrase is none for us: nobody would be there to type it.
int no_passphrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*nothing*/) { return 0; }

}  // namespace

std::vector<OwnedCertificate> certificates_in(const std::string& pem) {
  std::vector<OwnedCertificate> found;
  const OwnedBio text(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  while (X509* one = PEM_read_bio_X509(text.get(), nullptr, no_passphrase, nullptr)) {
    found.emplace_back(one);
  }
  const bool ended = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
  ERR_clear_error();
  if (!ended) found.clear();
  return found;
}

OwnedKey key_in(const std::string& pem) {
  const OwnedBio text(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  OwnedKey key(PEM_read_bio_PrivateKey(text.get(), nullptr, no_passphrase, nullptr));
  ERR_clear_error();
  return key;
}

Result<TlsContext> TlsContext::serving(const std::string& chain, const std::string& key) {
  const auto certificates = certificates_in(chain);
  if (certificates.empty()) return fail(FaultCode::certificate_unreadable, "the chain");
  const OwnedKey own = key_in(key);
  if (!own) return fail(FaultCode::key_unreadable, "the key");
  auto context = new_context(TLS_server_method());
  if (SSL_CTX_use_certificate(context.get(), certificates.front().get()) != 1) {
    ERR_clear_error();
    return fail(FaultCode::certificate_unreadable, "the chain");
  }
  for (std::size_t i = 1; i < certificates.size(); ++i) {
    check(SSL_CTX_add1_chain_cert(context.get(), certificates[i].get()) == 1);
  }
  if (SSL_CTX_use_PrivateKey(context.get(), own.get()) != 1) {
    ERR_clear_error();
    return fail(FaultCode::key_of_another, "the key");
  }
  return TlsContext(std::move(context), true);
}

Result<TlsContext> TlsContext::trusting(const std::string& certificate) {
  const auto trusted = certificates_in(certificate);
  if (trusted.empty()) return fail(FaultCode::certificate_unreadable, "the office's authority");
  auto context = new_context(TLS_client_method());
  X509_STORE* store = SSL_CTX_get_cert_store(context.get());
  for (const auto& one : trusted) check(X509_STORE_add_cert(store, one.get()) == 1);
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
  X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context.get()),
                              X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME);
  return TlsContext(std::move(context), true);
}

TlsContext TlsContext::unproven() { return TlsContext(new_context(TLS_client_method()), false); }

}  // namespace handbell::net
