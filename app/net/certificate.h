// The office's certificate, and the authority of the school's own that vouches for it.
//
// 1. The authority may vouch for the names and addresses that it was made for, and for nothing
//    else: a machine that believes it gives away nothing of the rest of the internet, also where
//    its key is stolen (X.509 name constraints, critical).
// 2. The certificate is for 397 days, the most that browsers take; the authority for ten years.
// 3. Keys are of P-256, and stand nowhere but in the texts that are given out here.
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbell::net {

/// By which a browser reaches the office: "oak.lan", or an address.
class ServerName {
 public:
  /// Letters in small. Fault: host_name_wrong.
  [[nodiscard]] static Result<ServerName> parse(std::string_view text);
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool is_address() const { return is_address_; }
  friend bool operator==(const ServerName&, const ServerName&) = default;

 private:
  ServerName(std::string text, bool address) : text_(std::move(text)), is_address_(address) {}
  std::string text_;
  bool is_address_;
};

/// Both PEM.
struct Issued {
  std::string certificate;
  std::string key;
};

struct CertificateFacts {
  std::string subject;             ///< what it calls itself
  std::vector<std::string> names;  ///< that it is for; of an authority: that it may vouch for
  Instant from;
  Instant until;
  std::string fingerprint;  ///< SHA-256, "AB:CD:..."
};

/// `school`: told to whoever is asked to believe it.
[[nodiscard]] Issued make_authority(const std::string& school, const std::vector<ServerName>& names,
                                    Instant now);
/// The chain is the certificate and the authority's. Faults: certificate_unreadable,
/// key_unreadable, key_of_another.
[[nodiscard]] Result<Issued> issue(const Issued& authority, const std::vector<ServerName>& names,
                                   Instant now);

/// Of the first in the text; `place` is named in the faults. Fault: certificate_unreadable.
[[nodiscard]] Result<CertificateFacts> facts_of(const std::string& pem, const std::string& place);
/// The last of the text: who trusts it trusts the first.
[[nodiscard]] Result<std::string> top_of(const std::string& chain, const std::string& place);

/// What somebody gave, and where it stood.
struct GivenFiles {
  std::string chain;
  std::string key;
  std::string chain_place;
  std::string key_place;
};
/// A chain and a key that can serve today, and nothing else that stood in their files. Faults:
/// certificate_unreadable (also where one does not follow from the next), certificate_nameless,
/// certificate_not_today, key_unreadable, key_of_another.
[[nodiscard]] Result<Issued> can_serve(const GivenFiles& given, Instant now);

}  // namespace handbell::net
