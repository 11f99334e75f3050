// certificate make, show and use: how other machines come to believe the office.
#include "app/admin/line.h"
#include "app/admin/office_tls.h"
#include "app/store/atomic_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace handbell::admin {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestFile = 256 * 1024;
constexpr std::int64_t kServedHours = 397 * 24;

constexpr const char* kHowToTrust = R"(
Each machine that opens the office's page has to trust this authority once. Take it there by hand
or by the school's management, and compare the fingerprint:
  Windows          group policy: Public Key Policies, Trusted Root Certification Authorities
  Mac              open the file, set it to "Always Trust" in Keychain Access
  iPad, iPhone     install it as a profile, then Settings, General, About, Certificate Trust Settings
  Chromebook       the Google Admin console: Devices, Networks, Certificates
  Debian, Ubuntu   copy it to /usr/local/share/ca-certificates/handbell.crt, run
                   update-ca-certificates
  Firefox          Settings, Privacy and Security, View Certificates, Authorities, Import
It can vouch for the names above and for nothing else on the internet.
)";

/// The school's own authority of this folder, and its name in the school's words.
struct Authority {
  net::Issued own;
  std::string why_new;  ///< empty where it was there before
};

std::string text_in(const std::string& path) {
  return store::read_file(path, kLongestFile).value_or("");
}

Result<std::vector<net::ServerName>> wanted_names(const Site& site, const std::string& folder,
                                                  std::vector<std::string> texts) {
  if (texts.empty() && fs::exists(folder + "/authority.pem")) {
    const auto facts = certificate_facts(site);
    if (facts) texts = facts->names;
  }
  if (texts.empty()) {
    return fail(FaultCode::usage,
                "Under which name or address do other machines reach the office? Give each with "
                "--for, such as --for office.oak.lan --for 192.168.1.20.");
  }
  std::vector<net::ServerName> names;
  for (const auto& text : texts) {
    auto name = net::ServerName::parse(text);
    if (!name) return fail(name.error());
    if (std::ranges::find(names, *name) == names.end()) names.push_back(*name);
  }
  return names;
}

Result<std::string> school_name(const Site& site) {
  auto opened = site.read_register();
  if (!opened) return fail(opened.error());
  const auto school = opened->file->school();
  if (!school) return fail(school.error());
  return school->name;
}

/// Why the authority that is there cannot vouch for this; empty where it can.
std::string unfit(const std::string& folder, const std::vector<net::ServerName>& names,
                  Instant now) {
  if (!fs::exists(folder + "/authority.pem")) return "its first";
  const auto facts = net::facts_of(text_in(folder + "/authority.key"), folder);
  if (!facts) return "since the key of the one before was forgotten";
  const bool covered = std::ranges::all_of(names, [&](const net::ServerName& name) {
    return std::ranges::find(facts->names, name.text()) != facts->names.end();
  });
  if (!covered) return "since the one before cannot vouch for these names";
  if (facts->until < now + hours(kServedHours)) return "since the one before ends soon";
  return "";
}

Result<Authority> authority_for(const Site& site, const std::string& folder,
                                const std::vector<net::ServerName>& names) {
  const Instant now = certificates_now();
  const std::string why = unfit(folder, names, now);
  if (why.empty()) {
    const std::string kept = text_in(folder + "/authority.key");
    return Authority{{text_in(folder + "/authority.pem"), kept}, ""};
  }
  const auto called = school_name(site);
  if (!called) return fail(called.error());
  return Authority{net::make_authority(*called, names, now), why};
}

Status keep(const std::string& folder, const Authority& authority, const net::Issued& server,
            bool forget_key) {
  if (Status made = make_folder(folder); !made) return made;
  const std::string key = folder + "/authority.key";
  if (!authority.why_new.empty()) {
    if (!forget_key) {
      Status kept = store::write_file(key, authority.own.certificate + authority.own.key);
      if (!kept) return kept;
    }
    Status kept = store::write_file(folder + "/authority.pem", authority.own.certificate);
    if (!kept) return kept;
  }
  Status kept = store::write_file(folder + "/server.pem", server.certificate + server.key);
  if (!kept) return kept;
  std::error_code error;
  if (forget_key) fs::remove(key, error);
  return error ? Status(fail(FaultCode::disk_failed, key)) : Status();
}

std::string listed_names(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

Result<std::string> folder_for(const Site& site) {
  const auto folder = tls_folder(site);
  if (folder) return *folder;
  return fail(
      FaultCode::usage,
      "handbell.toml says tls = \"\": no certificate is used; name its folder there first.");
}

constexpr const char* kStartAgain =
    "Start the office again to show it. Other machines reach the page where handbell.toml says\n"
    "listen = \"0.0.0.0:8400\", and kiosks where it says kiosks = \"tls:0.0.0.0:8401\".\n";

}  // namespace

Result<std::string> certificate_make(const Site& site, const CertificateOptions& options) {
  const auto folder = folder_for(site);
  if (!folder) return fail(folder.error());
  const auto names = wanted_names(site, *folder, options.names);
  if (!names) return fail(names.error());
  const auto authority = authority_for(site, *folder, *names);
  if (!authority) return fail(authority.error());
  const auto server = net::issue(authority->own, *names, certificates_now());
  if (!server) return fail(server.error().code, *folder + "/authority.key");
  if (Status kept = keep(*folder, *authority, *server, options.forget_key); !kept) {
    return fail(kept.error());
  }
  const auto facts = certificate_facts(site);
  if (!facts) return fail(facts.error());
  std::string text = fmt::format("The certificate for {} is made, good {}.\n",
                                 listed_names(facts->names), days_left(*facts));
  if (!authority->why_new.empty()) {
    text += fmt::format(
        "The school has a new authority, {}: {}/authority.pem.\n"
        "Machines have to trust it, see 'handbell certificate show'; kiosks that came by TLS have "
        "to "
        "be enrolled again.\n",
        authority->why_new, *folder);
  }
  if (options.forget_key) text += "Its key is forgotten: the next renewal makes a new authority.\n";
  return text + kStartAgain;
}

Result<std::string> certificate_show(const Site& site) {
  const auto facts = certificate_facts(site);
  if (!facts) return fail(facts.error());
  const std::string folder = tls_folder(site).value_or("");
  std::string text = fmt::format("The certificate is for {}.\nIt is good {}.\n",
                                 listed_names(facts->names), days_left(*facts));
  if (const auto warning = certificate_warning(site)) text += *warning + "\n";
  const auto top = net::top_of(text_in(folder + "/server.pem"), folder);
  if (!top) return fail(top.error());
  const auto above = net::facts_of(*top, folder);
  if (!above) return fail(above.error());
  if (*top != text_in(folder + "/authority.pem")) {
    return text + fmt::format("It was given, below \"{}\", fingerprint (SHA-256)\n{}\n",
                              above->subject, above->fingerprint);
  }
  text += fmt::format(
      "It was issued by the school's own authority, \"{}\":\n{}/authority.pem\nfingerprint "
      "(SHA-256) {}\n",
      above->subject, folder, above->fingerprint);
  return text + kHowToTrust;
}

Result<std::string> certificate_use(const Site& site, const CertificateOptions& options) {
  const auto folder = folder_for(site);
  if (!folder) return fail(folder.error());
  const auto chain = store::read_file(options.chain, kLongestFile);
  if (!chain) return fail(chain.error());
  const auto key = store::read_file(options.key, kLongestFile);
  if (!key) return fail(key.error());
  const net::GivenFiles given{*chain, *key, options.chain, options.key};
  const auto taken = net::can_serve(given, certificates_now());
  if (!taken) return fail(taken.error());
  if (Status made = make_folder(*folder); !made) return fail(made.error());
  const Status kept = store::write_file(*folder + "/server.pem", taken->certificate + taken->key);
  if (!kept) return fail(kept.error());
  const auto facts = certificate_facts(site);
  if (!facts) return fail(facts.error());
  return fmt::format("The certificate for {} is taken, good {}.\n", listed_names(facts->names),
                     days_left(*facts)) +
         kStartAgain;
}

void add_certificates(CLI::App& app, Line& line) {
  auto* certificate = app.add_subcommand("certificate", "how other machines believe the office");
  certificate->require_subcommand(1);
  auto& options = line.certificate;
  auto* made = command(*certificate, line, "make", "by the school's own authority; or renew it",
                       [&](const Site& site) { return certificate_make(site, options); });
  made->add_option("--for", options.names, "a name or address of the office; may be repeated")
      ->allow_extra_args(false);
  made->add_flag("--forget-key", options.forget_key, "keep no key of the authority");
  command(*certificate, line, "show", "for whom, until when, and how to trust it",
          [](const Site& site) { return certificate_show(site); });
  auto* used = command(*certificate, line, "use", "take one that was issued elsewhere",
                       [&](const Site& site) { return certificate_use(site, options); });
  used->add_option("chain", options.chain, "a PEM file: the certificate, then those above it")
      ->required();
  used->add_option("key", options.key, "a PEM file: its key, without a passphrase")->required();
}

}  // namespace handbell::admin
