#include "app/admin/office_tls.h"

#include "app/base/school_time.h"
#include "app/store/atomic_file.h"

#include <fmt/format.h>

#include <filesystem>

namespace handbell::admin {

namespace {

constexpr std::size_t kLongestPem = 256 * 1024;
constexpr std::int64_t kDayMs = 24LL * 3'600'000;
constexpr std::int64_t kWarnedDays = 30;

std::string server_file(const Site& site) { return tls_folder(site).value_or("") + "/server.pem"; }

bool has_certificate_file(const Site& site) {
  std::error_code ignored;
  return tls_folder(site) && std::filesystem::exists(server_file(site), ignored);
}

std::string day_of(Instant at) {
  const auto local = to_local(at);
  return local ? local->day.words() : "an unknown day";
}

}  // namespace

std::optional<std::string> tls_folder(const Site& site) {
  const std::string& named = site.config().tls;
  if (named.empty()) return std::nullopt;
  return named.starts_with("/") ? named : site.folder() + "/" + named;
}

Instant certificates_now() { return store::SiteClock().now().wall; }

Result<std::optional<OfficeTls>> office_tls(const Site& site) {
  using Found = std::optional<OfficeTls>;
  if (!has_certificate_file(site)) return Found();
  const std::string file = server_file(site);
  const auto pem = store::read_file(file, kLongestPem);
  if (!pem) return fail(pem.error());
  const auto context = net::TlsContext::serving(*pem, *pem);
  if (!context) return fail(context.error().code, file);
  const auto facts = net::facts_of(*pem, file);
  if (!facts) return fail(facts.error());
  if (facts->names.empty()) return fail(FaultCode::certificate_nameless, file);
  const auto top = net::top_of(*pem, file);
  if (!top) return fail(top.error());
  return Found(OfficeTls{*context, facts->names, *top});
}

Result<net::CertificateFacts> certificate_facts(const Site& site) {
  const std::string file = server_file(site);
  if (!has_certificate_file(site)) {
    return fail(FaultCode::certificate_missing, tls_folder(site).value_or("this site"));
  }
  const auto pem = store::read_file(file, kLongestPem);
  if (!pem) return fail(pem.error());
  return net::facts_of(*pem, file);
}

std::string days_left(const net::CertificateFacts& facts) {
  const std::int64_t left = (facts.until - certificates_now()).count;
  if (left < 0) return "ended on " + day_of(facts.until);
  return fmt::format("until {}, {} days from now", day_of(facts.until), left / kDayMs);
}

std::optional<std::string> certificate_warning(const Site& site) {
  const auto facts = certificate_facts(site);
  if (!facts) return std::nullopt;
  if (facts->until - certificates_now() > hours(24 * kWarnedDays)) return std::nullopt;
  return fmt::format(
      "The certificate is good {}; renew it with 'handbell certificate make', or give a new one "
      "with 'handbell certificate use', and start the office again.",
      days_left(*facts));
}

net::Address called_by_others(const net::Address& address, const std::vector<std::string>& names) {
  return address.is_everywhere() && !names.empty() ? address.called(names.front()) : address;
}

Result<net::Address> page_address(const std::string& text, bool has_certificate) {
  auto address = net::Address::parse(text);
  if (!address) return address;
  if (address->is_unix()) return fail(FaultCode::address_wrong, text);
  const bool open = !address->is_local() || address->is_tls();
  if (open && !has_certificate) return fail(FaultCode::address_refused, text);
  return address;
}

Result<std::vector<net::Address>> kiosks_addresses(const Site& site, bool has_certificate) {
  const std::string text = site.kiosks_address();
  const auto address = net::Address::parse(text);
  if (!address) return fail(address.error());
  if (!address->is_local() && !address->is_tls()) return fail(FaultCode::tls_unused, text);
  if (!address->is_tls()) return std::vector{*address};
  if (!has_certificate) {
    return fail(FaultCode::certificate_missing, tls_folder(site).value_or("this site"));
  }
  const auto beside = net::Address::parse("unix:" + site.office_folder() + "/kiosks.sock");
  if (!beside) return fail(beside.error());
  return std::vector{*address, *beside};
}

}  // namespace handbell::admin
