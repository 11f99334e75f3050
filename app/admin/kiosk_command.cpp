// kiosks add, at the office; init-kiosk, at the kiosk.
#include "app/admin/commands.h"
#include "app/admin/office_tls.h"
#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/journal/enrolment.h"
#include "app/journal/kiosk_identity.h"
#include "app/net/client.h"
#include "app/store/atomic_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::admin {

namespace {

constexpr std::size_t kLongestName = 80;  // characters
constexpr std::chrono::seconds kLongestAnswer{20};

constexpr const char* kTakesItsPlace =
    "A kiosk of this name is enrolled: from the moment that the code is used, the new one has its\n"
    "place and the old one can send nothing more.\n";

Result<std::string> kiosk_name(const std::string& text) {
  const auto name = composed(trimmed(text));
  const bool usable = name && !name->empty() && code_points(*name) <= kLongestName &&
                      std::ranges::none_of(*name, [](char c) { return c >= 0 && c < ' '; });
  if (!usable) return fail(FaultCode::bad_name, text);
  return *name;
}

Result<journal::EnrolAnswer> enrolled(const net::Address& office, const NewKiosk& wanted,
                                      const journal::EnrolCode& code,
                                      const journal::EnrolRequest& request) {
  const Bytes sent = journal::encode(request, code.key());
  net::Request post{"POST", "/kiosk/v1/enrol", {}, {}, std::string(sent.begin(), sent.end())};
  // Nothing of it is in clear, and whoever answers without knowing the code gives himself away: the
  // code stands for the certificate, which comes with the answer.
  net::Client client(office,
                     office.is_tls() ? std::optional(net::TlsContext::unproven()) : std::nullopt);
  const auto response = client.send(post, kLongestAnswer);
  if (!response) return fail(FaultCode::enrol_unanswered, wanted.office);
  constexpr int kOk = 200;
  constexpr int kRefused = 403;
  if (response->status == kRefused) return fail(FaultCode::enrol_code_wrong, wanted.code);
  if (response->status != kOk) return fail(FaultCode::enrol_unanswered, wanted.office);
  const Bytes got(response->body.begin(), response->body.end());
  const auto answer = journal::decode_enrol_answer(got, request);
  if (!answer) return fail(FaultCode::enrol_unanswered, wanted.office);
  return answer;
}

}  // namespace

std::string office_for_kiosks(const Site& site) {
  const auto address = net::Address::parse(site.kiosks_address());
  const auto certificate = certificate_facts(site);
  if (!address || !certificate) return site.kiosks_address();
  return called_by_others(*address, certificate->names).text();
}

Result<std::string> add_kiosk(const Site& site, const std::string& name) {
  const auto called = kiosk_name(name);
  if (!called) return fail(called.error());
  auto opened = site.open_register();
  if (!opened) return fail(opened.error());
  const auto seen = opened->file->kiosks();
  if (!seen) return fail(seen.error());
  const auto code = journal::EnrolCode::made(site.random());
  const Instant until = site.now() + journal::kInvitationHolds;
  const auto ends = to_local(until);
  if (!ends) return fail(ends.error());
  if (Status kept = opened->file->invite({*called, code.key(), until}); !kept) {
    return fail(kept.error());
  }
  const bool known = std::ranges::any_of(*seen, [&](const auto& k) { return k.name == *called; });
  return fmt::format(
      "The code for the kiosk \"{}\", good once, until {}:\n\n    {}\n\nAt the kiosk, with the "
      "office running:\n    handbell init-kiosk FOLDER --office {} --code {}\n{}",
      *called, ends->time.hh_mm(), code.text(), office_for_kiosks(site), code.text(),
      known ? kTakesItsPlace : "");
}

Result<std::string> init_kiosk(const NewKiosk& wanted) {
  const auto office = net::Address::parse(wanted.office);
  if (!office) return fail(office.error());
  const auto code = journal::EnrolCode::parse(wanted.code);
  if (!code) return fail(code.error());
  if (Status empty = nothing_in(wanted.folder); !empty) return fail(empty.error());
  // Before the code is used: a folder that cannot be made costs none.
  if (Status made = make_folder(wanted.folder); !made) return fail(made.error());
  store::SiteRandom random;
  const auto request = journal::EnrolRequest::made(random);
  const auto answer = enrolled(*office, wanted, *code, request);
  if (!answer) return fail(answer.error());
  const journal::KioskIdentity identity{answer->number, wanted.office, request.key,
                                        answer->card_key, answer->authority};
  const Status kept = store::write_file(wanted.folder + "/kiosk.id", written(identity));
  if (!kept) return fail(kept.error());
  return fmt::format("Kiosk {} is ready: handbell-kiosk --folder {}\n", answer->number,
                     wanted.folder);
}

}  // namespace handbell::admin
