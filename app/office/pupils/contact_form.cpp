#include "app/office/pupils/contact_form.h"

#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/office/pupils/page_edit.h"
#include "app/office/pupils/pupil.h"
#include "app/register/contact.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

using reg::Contact;
using reg::Role;

constexpr std::size_t kLongestCourtNote = 1000;

/// A child's list, and the one in it that is asked for.
struct ContactAsked {
  std::shared_ptr<const reg::School> school{};
  const reg::PupilRecord* pupil = nullptr;
  std::vector<Contact> list;
  std::optional<std::size_t> at;  ///< nothing: a new one
  bool found = true;              ///< what was named stands there
};

Result<ContactAsked> contact_asked(const Visit& visit, store::Register& held, const std::string& id,
                                   const std::string& place) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  ContactAsked asked{*school, seen_pupil(visit.who, **school, id), {}, {}, true};
  if (asked.pupil == nullptr) return asked;
  const auto all = held.contacts();
  if (!all) return fail(all.error());
  asked.list = reg::contacts_of(*all, asked.pupil->id);
  if (place.empty()) return asked;
  const auto at = std::ranges::find_if(
      asked.list, [&](const Contact& each) { return std::to_string(each.order) == place; });
  asked.found = at != asked.list.end();
  if (asked.found) asked.at = static_cast<std::size_t>(at - asked.list.begin());
  return asked;
}

/// Another person may have changed or moved it meanwhile.
std::string seen_of(const Contact& contact) {
  const auto written = [](const std::optional<reg::PhoneNumber>& phone) {
    return phone ? phone->text() : std::string();
  };
  return fmt::format("{}|{}|{}|{}|{}", contact.name.text(), written(contact.first_phone),
                     written(contact.second_phone), contact.may_collect, contact.court_order);
}

ContactView contact_view(const ContactAsked& asked) {
  ContactView view;
  view.id = std::to_string(asked.pupil->id.number());
  view.child = child_name(*asked.pupil);
  view.count = static_cast<int>(asked.list.size());
  view.order = std::to_string(view.count + 1);
  if (!asked.at) return view;
  const auto& contact = asked.list[*asked.at];
  view.place = std::to_string(contact.order);
  view.seen = seen_of(contact);
  view.order = std::to_string(*asked.at + 1);
  view.name = contact.name.text();
  view.relationship = contact.relationship;
  if (contact.first_phone) view.first_phone = contact.first_phone->text();
  if (contact.second_phone) view.second_phone = contact.second_phone->text();
  view.court_order = contact.court_order;
  if (contact.may_collect) view.rights.emplace_back("collect");
  if (contact.parental_responsibility) view.rights.emplace_back("responsibility");
  return view;
}

Result<Answer> show_contact(const Visit& visit, store::Register& held) {
  const auto asked = contact_asked(visit, held, visit.query("pupil"), visit.query("place"));
  if (!asked) return fail(asked.error());
  if (asked->pupil == nullptr || !asked->found) return not_found(visit);
  return read_answer(contact_page(contact_view(*asked), visit.frame),
                     {reg::ReadKind::contacts, asked->pupil->id, ""});
}

std::vector<std::string> typed_rights(const Visit& visit) {
  std::vector<std::string> rights;
  for (const auto& [name, value] : visit.form) {
    if (name == "right") rights.push_back(value);
  }
  return rights;
}

Answer refused_contact(const Visit& visit, const ContactAsked& asked, const FormErrors& errors) {
  ContactView view = contact_view(asked);
  if (visit.typed("as") != "remove") {
    view.order = visit.typed("order");
    view.name = visit.typed("name");
    view.relationship = visit.typed("relationship");
    view.first_phone = visit.typed("first-phone");
    view.second_phone = visit.typed("second-phone");
    view.court_order = visit.typed("court-order");
    view.rights = typed_rights(visit);
  }
  PageFrame frame = visit.frame;
  frame.errors = errors;
  return page_answer(contact_page(view, frame), 422);
}

std::optional<reg::PhoneNumber> typed_phone(const Visit& visit, const std::string& field,
                                            FormErrors& errors) {
  const std::string typed = visit.typed(field);
  if (typed.empty()) return std::nullopt;
  const auto phone = reg::PhoneNumber::parse(typed);
  if (phone) return *phone;
  errors.add(field, sentence(phone.error()));
  return std::nullopt;
}

std::optional<Contact> typed_contact(const Visit& visit, PupilId pupil, FormErrors& errors) {
  const auto name = NamePart::parse(visit.typed("name"));
  if (!name) {
    errors.add("name", visit.typed("name").empty() ? "Give the name." : sentence(name.error()));
  }
  const std::string relationship = visit.typed("relationship");
  if (!relationship.empty()) {
    const auto fits = NamePart::parse(relationship);
    if (!fits) errors.add("relationship", sentence(fits.error()));
  }
  const auto first = typed_phone(visit, "first-phone", errors);
  const auto second = typed_phone(visit, "second-phone", errors);
  const std::string court =
      checked_text(visit.typed("court-order"), "court-order", {"", kLongestCourtNote}, errors);
  const auto rights = typed_rights(visit);
  for (const auto& each : rights) {
    check_choice(each, {{"collect", ""}, {"responsibility", ""}}, "right", errors);
  }
  if (!errors.empty()) return std::nullopt;
  const auto has = [&](const char* right) {
    return std::ranges::find(rights, right) != rights.end();
  };
  return Contact{.pupil = pupil,
                 .order = 1,
                 .name = *name,
                 .relationship = relationship,
                 .parental_responsibility = has("responsibility"),
                 .first_phone = first,
                 .second_phone = second,
                 .may_collect = has("collect"),
                 .court_order = court};
}

/// The list with the contact at its new place; places are counted anew from 1.
std::vector<Contact> with_contact(std::vector<Contact> list, const std::optional<Contact>& contact,
                                  std::size_t place) {
  if (contact) {
    const auto at = std::min(place, list.size());
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(at), *contact);
  }
  int order = 0;
  for (auto& each : list) each.order = ++order;
  return list;
}

std::size_t typed_place(const Visit& visit, FormErrors& errors) {
  const auto number = whole_number(visit.typed("order"));
  if (number && *number >= 1 && *number <= reg::kMostContacts) {
    return static_cast<std::size_t>(*number - 1);
  }
  errors.add("order", "Choose when this adult is rung.");
  return 0;
}

Result<Answer> save_contact(const Visit& visit, store::Register& held) {
  const std::string id = visit.typed("pupil");
  const auto asked = contact_asked(visit, held, id, visit.typed("place"));
  if (!asked) return fail(asked.error());
  if (asked->pupil == nullptr) return not_found(visit);
  FormErrors errors;
  if (!asked->found || (asked->at && seen_of(asked->list[*asked->at]) != visit.typed("seen"))) {
    errors.add("name", "Somebody has changed the contacts meanwhile. Look at the list again.");
    return refused_contact(visit, *asked, errors);
  }
  auto list = asked->list;
  if (asked->at) list.erase(list.begin() + static_cast<std::ptrdiff_t>(*asked->at));
  const bool removes = visit.typed("as") == "remove" && asked->at;
  std::optional<Contact> contact;
  std::size_t place = 0;
  if (!removes) {
    place = typed_place(visit, errors);
    contact = typed_contact(visit, asked->pupil->id, errors);
    if (list.size() >= reg::kMostContacts) errors.add("name", "A child has 20 contacts at most.");
  }
  if (!errors.empty()) return refused_contact(visit, *asked, errors);
  const auto name = removes ? asked->list[*asked->at].name.text() : contact->name.text();
  const Status put =
      held.replace_contacts(asked->pupil->id, with_contact(std::move(list), contact, place));
  if (!put) return fail(put.error());
  return go_to("/pupils/one?pupil=" + id,
               fmt::format("{} is {} of {}.", name, removes ? "no longer a contact" : "a contact",
                           child_name(*asked->pupil)));
}

}  // namespace

Routes contact_routes() {
  const std::vector<Role> who{Role::office, Role::head, Role::dsl};
  return {{"GET", "/pupils/contact", who, Runs::reading, show_contact},
          {"POST", "/pupils/contact", who, Runs::writing, save_contact}};
}

}  // namespace handbell::office
