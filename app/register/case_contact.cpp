#include "app/register/case_contact.h"

#include "app/register/choice_words.h"

namespace handbell::reg {

namespace {

constexpr ChoiceList<7> kContactHows{{{"phone", "by telephone"},
                                      {"in_person", "in person"},
                                      {"letter", "by letter"},
                                      {"email", "by e-mail"},
                                      {"home_visit", "at a home visit"},
                                      {"other_service", "with another service"},
                                      {"local_authority", "with the local authority"}}};
constexpr std::size_t kLongestWith = 200;

}  // namespace

std::string_view text_of(ContactHow how) { return entry_of(kContactHows, how).key; }
std::string_view words_of(ContactHow how) { return entry_of(kContactHows, how).words; }

Result<ContactHow> parse_contact_how(std::string_view text) {
  return parse_choice<ContactHow>(kContactHows, text);
}

Status complete(const CaseContact& contact) {
  if (contact.with.empty()) return fail(FaultCode::entry_incomplete, "with whom it was");
  if (contact.words.empty()) return fail(FaultCode::entry_incomplete, "what was said");
  if (Status fits = text_fits(contact.with, "a name", kLongestWith); !fits) return fits;
  return text_fits(contact.words, "what was said");
}

}  // namespace handbell::reg
