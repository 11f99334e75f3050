// The office's certificate as it stands in a site: the folder that handbell.toml names,
// SITE/office/tls if it names no other.
//
//   server.pem      what the office shows, and its key, in one file so that both change together
//   authority.pem   the school's own authority, which its machines are told to trust
//   authority.key   the authority with its key; not there where it was forgotten or never was
//
// Certificates are dated by the world's clock, also in a rehearsal: browsers judge them.
#pragma once

#include "app/admin/site.h"
#include "app/net/address.h"
#include "app/net/certificate.h"
#include "app/net/tls.h"

#include <optional>
#include <string>
#include <vector>

namespace handbell::admin {

/// Nothing where handbell.toml wants no certificate.
[[nodiscard]] std::optional<std::string> tls_folder(const Site& site);
[[nodiscard]] Instant certificates_now();

/// What the running office shows to others, and what a kiosk is told to trust.
struct OfficeTls {
  net::TlsContext context;
  std::vector<std::string> names;
  std::string top;  ///< PEM
};
/// Nothing where there is no certificate: the page is for this machine alone then. Faults: those of
/// reading it.
[[nodiscard]] Result<std::optional<OfficeTls>> office_tls(const Site& site);

/// The facts of the certificate that the office shows. Faults: certificate_missing, those of
/// reading it.
[[nodiscard]] Result<net::CertificateFacts> certificate_facts(const Site& site);
/// A sentence in the last 30 days and after the end.
[[nodiscard]] std::optional<std::string> certificate_warning(const Site& site);
[[nodiscard]] std::string days_left(const net::CertificateFacts& facts);

/// As others call it: by the certificate's first name, where it listens everywhere.
[[nodiscard]] net::Address called_by_others(const net::Address& address,
                                            const std::vector<std::string>& names);

/// Where the office listens. Fault: address_refused for what other machines can reach, where there
/// is no certificate; address_wrong.
[[nodiscard]] Result<net::Address> page_address(const std::string& text, bool has_certificate);
/// What handbell.toml says, first; beside TLS the socket of the kiosks on this machine too. Faults:
/// tls_unused for other machines without TLS, certificate_missing with it, address_wrong.
[[nodiscard]] Result<std::vector<net::Address>> kiosks_addresses(const Site& site,
                                                                 bool has_certificate);

}  // namespace handbell::admin
