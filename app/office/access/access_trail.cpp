#include "app/office/access/access_trail.h"

#include <algorithm>

namespace handbell::office {
namespace {

std::optional<reg::Author> author_on_list(Access& access, const std::string& staff) {
  const auto people = access.parts.people();
  if (!people || staff.empty()) return std::nullopt;
  const auto& members = people->staff->members;
  const auto member = std::ranges::find(members, staff, &reg::StaffMember::id);
  if (member == members.end()) return std::nullopt;
  const auto author = reg::Author::from(member->name.text(), member->position.text());
  return author ? std::optional(*author) : std::nullopt;
}

std::optional<reg::Author> author_of_pass(Access& access, const std::string& pass) {
  const auto passes = access.parts.accounts.passes(access.site_now());
  if (!passes) return std::nullopt;
  const auto found = std::ranges::find(*passes, pass, &store::DayPass::hash);
  if (found == passes->end()) return std::nullopt;
  const auto author = reg::Author::from(found->name, "Supply teacher");
  return author ? std::optional(*author) : std::nullopt;
}

}  // namespace

std::string from_words(const net::Request& request) {
  return request.peer.empty() ? "from this machine" : "from " + request.peer;
}

void trail(Access& access, reg::ReadKind kind, const reg::Author& by, const std::string& words) {
  if (access.parts.audit == nullptr) return;
  access.parts.audit->note({kind, std::nullopt, words, access.site_now(), by});
}

void trail_of(Access& access, reg::ReadKind kind, const std::string& staff,
              const std::string& words) {
  if (const auto by = author_on_list(access, staff)) trail(access, kind, *by, words);
}

void trail_refused(Access& access, const std::string& staff, const std::string& words) {
  if (access.parts.audit == nullptr) return;
  auto by = author_on_list(access, staff);
  if (!by) {
    const auto nobody = reg::Author::from("Somebody unknown", "not on the staff list");
    if (!nobody) return;
    by = *nobody;
  }
  access.parts.audit->count(
      {reg::ReadKind::refused_sign_in, std::nullopt, words, access.site_now(), *by});
}

void trail_end(Access& access, const store::SessionRow& session, const std::string& words) {
  const auto by = session.staff.empty() ? author_of_pass(access, session.pass)
                                        : author_on_list(access, session.staff);
  if (by) trail(access, reg::ReadKind::sign_out, *by, words);
}

}  // namespace handbell::office
