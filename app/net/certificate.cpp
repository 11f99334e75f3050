#include "app/net/certificate.h"

#include "app/base/check.h"
#include "app/base/text.h"
#include "app/net/openssl_owned.h"

#include <boost/asio/ip/address.hpp>
#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <functional>

namespace handbell::net {

namespace {

constexpr std::int64_t kDay = 24 * 3600;  // seconds
constexpr std::int64_t kServes = 397 * kDay;
constexpr std::int64_t kVouches = 3652 * kDay;
/// Machines whose clocks are a little behind must believe it too.
constexpr std::int64_t kBefore = kDay;

bool is_label(std::string_view label) {
  constexpr std::size_t kLongest = 63;
  return !label.empty() && label.size() <= kLongest && label.front() != '-' &&
         label.back() != '-' && std::ranges::all_of(label, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

std::string written(const std::function<int(BIO*)>& write) {
  const OwnedBio out(BIO_new(BIO_s_mem()));
  check(write(out.get()) == 1);
  char* text = nullptr;
  const auto size = BIO_ctrl(out.get(), BIO_CTRL_INFO, 0, static_cast<void*>(&text));
  return {text, static_cast<std::size_t>(size)};
}

std::string pem_of(X509* certificate) {
  return written([&](BIO* out) { return PEM_write_bio_X509(out, certificate); });
}

std::string pem_of(EVP_PKEY* key) {
  return written([&](BIO* out) {
    return PEM_write_bio_PKCS8PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
  });
}

void add_extension(X509* to, X509* issuer, int kind, const std::string& value) {
  X509V3_CTX about;
  X509V3_set_ctx(&about, issuer, to, nullptr, nullptr, 0);
  const OwnedExtension made(X509V3_EXT_conf_nid(nullptr, &about, kind, value.c_str()));
  check(made != nullptr);
  check(X509_add_ext(to, made.get(), -1) == 1);
}

void add_word(X509_NAME* name, const char* field, const std::string& value) {
  check(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char*>(value.c_str()), -1, -1,
                                   0) == 1);
}

void number(X509* certificate) {
  std::array<unsigned char, 16> chance{};
  check(RAND_bytes(chance.data(), static_cast<int>(chance.size())) == 1);
  chance[0] = static_cast<unsigned char>((chance[0] & 0x3fU) | 0x40U);  // positive, all 16 bytes
  BIGNUM* serial = BN_bin2bn(chance.data(), static_cast<int>(chance.size()), nullptr);
  check(BN_to_ASN1_INTEGER(serial, X509_get_serialNumber(certificate)) != nullptr);
  BN_free(serial);
}

struct Draft {
  OwnedCertificate certificate;
  OwnedKey key;
};

Draft draft(Instant now, std::int64_t seconds_long) {
  Draft made{OwnedCertificate(X509_new()), OwnedKey(EVP_EC_gen("P-256"))};
  X509* certificate = made.certificate.get();
  check(certificate != nullptr && made.key != nullptr);
  constexpr long kVersion3 = 2;
  X509_set_version(certificate, kVersion3);
  number(certificate);
  const std::int64_t from = now.ms / 1000 - kBefore;
  check(ASN1_TIME_set(X509_getm_notBefore(certificate), from) != nullptr);
  check(ASN1_TIME_set(X509_getm_notAfter(certificate), from + seconds_long - 1) != nullptr);
  check(X509_set_pubkey(certificate, made.key.get()) == 1);
  return made;
}

/// To these names, and of each kind that is not among them to nothing.
std::string constraints(const std::vector<ServerName>& names) {
  std::string text = "critical";
  bool address = false;
  bool name = false;
  for (const auto& each : names) {
    const bool six = each.text().find(':') != std::string::npos;
    const char* whole = six ? "/FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF" : "/255.255.255.255";
    (each.is_address() ? address : name) = true;
    text += each.is_address() ? ",permitted;IP:" + each.text() + whole
                              : ",permitted;DNS:" + each.text();
  }
  if (!address) text += ",excluded;IP:0.0.0.0/0.0.0.0,excluded;IP:0:0:0:0:0:0:0:0/0:0:0:0:0:0:0:0";
  if (!name) text += ",permitted;DNS:invalid";  // a name that nobody can have
  return text;
}

Instant moment_of(const ASN1_TIME* time) {
  std::tm parts{};
  check(ASN1_TIME_to_tm(time, &parts) == 1);
  return {static_cast<std::int64_t>(::timegm(&parts)) * 1000};
}

std::string text_of(const ASN1_OCTET_STRING* address) {
  const auto* bytes = ASN1_STRING_get0_data(address);
  const auto size = static_cast<std::size_t>(ASN1_STRING_length(address));
  namespace ip = boost::asio::ip;
  // Of a constraint the mask follows.
  if (size == 16 || size == 32) {
    ip::address_v6::bytes_type six{};
    std::copy_n(bytes, six.size(), six.begin());
    return ip::address_v6(six).to_string();
  }
  ip::address_v4::bytes_type four{};
  if (size != 4 && size != 8) return "";
  std::copy_n(bytes, four.size(), four.begin());
  return ip::address_v4(four).to_string();
}

std::string text_of(const GENERAL_NAME* name) {
  if (name->type == GEN_IPADD) return text_of(name->d.iPAddress);
  if (name->type != GEN_DNS) return "";
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName)),
          static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName))};
}

std::vector<std::string> names_of(const X509* certificate) {
  std::vector<std::string> names;
  const OwnedNames own(static_cast<GENERAL_NAMES*>(
      X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
  for (int i = 0; own && i < sk_GENERAL_NAME_num(own.get()); ++i) {
    names.push_back(text_of(sk_GENERAL_NAME_value(own.get(), i)));
  }
  const OwnedConstraints may(static_cast<NAME_CONSTRAINTS*>(
      X509_get_ext_d2i(certificate, NID_name_constraints, nullptr, nullptr)));
  const auto* permitted = may ? may->permittedSubtrees : nullptr;
  for (int i = 0; permitted != nullptr && i < sk_GENERAL_SUBTREE_num(permitted); ++i) {
    names.push_back(text_of(sk_GENERAL_SUBTREE_value(permitted, i)->base));
  }
  std::erase_if(names, [](const std::string& name) { return name.empty() || name == "invalid"; });
  return names;
}

std::string subject_of(const X509* certificate) {
  std::array<char, 256> text{};
  const int size = X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName,
                                             text.data(), static_cast<int>(text.size()));
  return size > 0 ? std::string(text.data()) : "";
}

std::string fingerprint_of(const X509* certificate) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  check(X509_digest(certificate, EVP_sha256(), bytes.data(), &size) == 1);
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text += fmt::format("{}{:02X}", i == 0 ? "" : ":", bytes.at(i));
  }
  return text;
}

}  // namespace

Result<ServerName> ServerName::parse(std::string_view text) {
  constexpr std::size_t kLongest = 253;
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(std::string(text), error);
  if (!error && !address.is_unspecified()) return ServerName(address.to_string(), true);
  const std::string name = ascii_lower(text);
  const auto labels = split(name, '.');
  const bool numbers = whole_number(labels.back()).has_value();  // an address gone wrong
  if (error && name.size() <= kLongest && std::ranges::all_of(labels, is_label) && !numbers) {
    return ServerName(name, false);
  }
  return fail(FaultCode::host_name_wrong, "\"" + std::string(text) + "\"");
}

Issued make_authority(const std::string& school, const std::vector<ServerName>& names,
                      Instant now) {
  const Draft made = draft(now, kVouches);
  X509* own = made.certificate.get();
  constexpr std::size_t kLongest = 40;  // letters; a field holds 64 in all
  std::string called = school;
  while (code_points(called) > kLongest || !is_utf8(called)) called.pop_back();
  X509_NAME* name = X509_get_subject_name(own);
  add_word(name, "O", called.empty() ? "Handbell" : called);
  add_word(name, "CN", "Handbell of " + (called.empty() ? "this school" : called));
  check(X509_set_issuer_name(own, name) == 1);
  add_extension(own, own, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  add_extension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
  add_extension(own, own, NID_ext_key_usage, "serverAuth");
  add_extension(own, own, NID_name_constraints, constraints(names));
  add_extension(own, own, NID_subject_key_identifier, "hash");
  check(X509_sign(own, made.key.get(), EVP_sha256()) > 0);
  return {pem_of(own), pem_of(made.key.get())};
}

Result<Issued> issue(const Issued& authority, const std::vector<ServerName>& names, Instant now) {
  const auto above = certificates_in(authority.certificate);
  if (above.empty()) return fail(FaultCode::certificate_unreadable, "the authority's file");
  const OwnedKey signs = key_in(authority.key);
  if (!signs) return fail(FaultCode::key_unreadable, "the authority's file");
  X509* issuer = above.front().get();
  if (X509_check_private_key(issuer, signs.get()) != 1) {
    ERR_clear_error();
    return fail(FaultCode::key_of_another, "the authority's file");
  }
  const Draft made = draft(now, kServes);
  X509* own = made.certificate.get();
  // Without a name in it: what looks like one is held against what the authority may vouch for.
  add_word(X509_get_subject_name(own), "CN", "The Handbell office");
  check(X509_set_issuer_name(own, X509_get_subject_name(issuer)) == 1);
  std::string alternatives;
  for (const auto& name : names) {
    alternatives += alternatives.empty() ? "" : ",";
    alternatives += (name.is_address() ? "IP:" : "DNS:") + name.text();
  }
  add_extension(own, issuer, NID_basic_constraints, "critical,CA:FALSE");
  add_extension(own, issuer, NID_key_usage, "critical,digitalSignature");
  add_extension(own, issuer, NID_ext_key_usage, "serverAuth");
  add_extension(own, issuer, NID_subject_alt_name, alternatives);
  add_extension(own, issuer, NID_subject_key_identifier, "hash");
  add_extension(own, issuer, NID_authority_key_identifier, "keyid");
  check(X509_sign(own, signs.get(), EVP_sha256()) > 0);
  return Issued{pem_of(own) + pem_of(issuer), pem_of(made.key.get())};
}

Result<CertificateFacts> facts_of(const std::string& pem, const std::string& place) {
  const auto found = certificates_in(pem);
  if (found.empty()) return fail(FaultCode::certificate_unreadable, place);
  const X509* first = found.front().get();
  return CertificateFacts{subject_of(first), names_of(first), moment_of(X509_get0_notBefore(first)),
                          moment_of(X509_get0_notAfter(first)), fingerprint_of(first)};
}

Result<std::string> top_of(const std::string& chain, const std::string& place) {
  const auto found = certificates_in(chain);
  if (found.empty()) return fail(FaultCode::certificate_unreadable, place);
  return pem_of(found.back().get());
}

Result<Issued> can_serve(const GivenFiles& given, Instant now) {
  const auto found = certificates_in(given.chain);
  const auto facts = facts_of(given.chain, given.chain_place);
  if (!facts) return fail(facts.error());
  for (std::size_t i = 1; i < found.size(); ++i) {
    if (X509_check_issued(found[i].get(), found[i - 1].get()) != X509_V_OK) {
      return fail(FaultCode::certificate_unreadable, given.chain_place);
    }
  }
  if (facts->names.empty()) return fail(FaultCode::certificate_nameless, given.chain_place);
  const OwnedKey key = key_in(given.key);
  if (!key) return fail(FaultCode::key_unreadable, given.key_place);
  if (X509_check_private_key(found.front().get(), key.get()) != 1) {
    ERR_clear_error();
    return fail(FaultCode::key_of_another, given.key_place);
  }
  if (now < facts->from || facts->until < now) {
    return fail(FaultCode::certificate_not_today, given.chain_place);
  }
  Issued taken;
  for (const auto& one : found) taken.certificate += pem_of(one.get());
  taken.key = pem_of(key.get());
  return taken;
}

}  // namespace handbell::net
