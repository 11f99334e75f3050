// What OpenSSL gives out, each with the one who gives it back. Inside net alone.
#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>
#include <vector>

namespace handbell::net {

template <auto release>
struct Release {
  template <class T>
  void operator()(T* held) const {
    release(held);
  }
};

using OwnedBio = std::unique_ptr<BIO, Release<BIO_free_all>>;
using OwnedKey = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using OwnedCertificate = std::unique_ptr<X509, Release<X509_free>>;
using OwnedExtension = std::unique_ptr<X509_EXTENSION, Release<X509_EXTENSION_free>>;
using OwnedNames = std::unique_ptr<GENERAL_NAMES, Release<GENERAL_NAMES_free>>;
using OwnedConstraints = std::unique_ptr<NAME_CONSTRAINTS, Release<NAME_CONSTRAINTS_free>>;
using OwnedSsl = std::unique_ptr<SSL, Release<SSL_free>>;

/// In their order; empty where one of them cannot be read.
[[nodiscard]] std::vector<OwnedCertificate> certificates_in(const std::string& pem);
/// Null where it cannot be read, or only with a passphrase.
[[nodiscard]] OwnedKey key_in(const std::string& pem);

}  // namespace handbell::net
