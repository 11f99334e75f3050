#include "app/office/web/collecting.h"

#include "app/base/text.h"
#include "app/office/page/child_name.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

/// As a browser sends it back: ends of lines are its own.
std::string as_sent(std::string words) {
  std::erase(words, '\r');
  return trimmed(words);
}

}  // namespace

Result<reg::CollectLists> read_collect_lists(store::Register& held, SchoolDay day) {
  auto contacts = held.contacts();
  if (!contacts) return fail(contacts.error());
  const auto notes = held.day_notes(day, day);
  if (!notes) return fail(notes.error());
  return reg::CollectLists{std::move(*contacts), reg::collectors_of(*notes)};
}

std::string with_relation(const std::string& name, const std::string& relationship) {
  return relationship.empty() ? name : name + " (" + relationship + ")";
}

CollectWords collect_words(const reg::CollectLists& lists, const reg::PupilRecord& pupil,
                           const std::optional<NamePart>& adult) {
  CollectWords child;
  child.name = child_name(pupil);
  child.warning = reg::collect_warning(lists.contacts, pupil.id, adult, lists.today).value_or("");
  const auto contacts = reg::contacts_of(lists.contacts, pupil.id);
  child.no_contacts = contacts.empty();
  for (const auto& contact : contacts) {
    auto& list = contact.may_collect ? child.may_collect : child.may_not;
    list.push_back(with_relation(contact.name.text(), contact.relationship));
  }
  for (const auto& one : lists.today) {
    if (one.pupil != pupil.id) continue;
    child.may_collect.push_back(with_relation(one.adult.text(), one.relationship) +
                                ", today only, as " + one.told_by + " told us");
  }
  return child;
}

std::optional<NamePart> adult_typed(const Visit& visit, const std::string& field,
                                    FormErrors& errors) {
  const std::string typed = visit.typed(field);
  const auto adult = NamePart::parse(typed);
  if (adult) return *adult;
  errors.add(field, typed.empty() ? "Type the adult's full name." : sentence(adult.error()));
  return std::nullopt;
}

std::optional<reg::IdentityCheck> check_typed(const Visit& visit, const std::string& field,
                                              FormErrors& errors) {
  const auto check = reg::parse_identity_check(visit.typed(field));
  if (check) return *check;
  errors.add(field, "Choose how the adult was checked.");
  return std::nullopt;
}

void expect_warning_shown(const Visit& visit, const std::string& field, const CollectWords& now,
                          const std::string& despite, FormErrors& errors) {
  const bool sent =
      std::ranges::any_of(visit.form, [&](const auto& each) { return each.first == field; });
  if (!sent || now.warning.empty()) return;
  if (as_sent(visit.typed(field)) == as_sent(now.warning)) return;
  errors.add(despite,
             fmt::format("{}: what stands against it changed while this page was open: {}. "
                         "Read it, then say why the child goes all the same, or refuse.",
                         now.name, now.warning));
}

std::string restricted_words(const std::string& name, const Fault& fault) {
  return fmt::format("{}: {}. Say why the child goes all the same, or refuse.", name, fault.where);
}

}  // namespace handbell::office
