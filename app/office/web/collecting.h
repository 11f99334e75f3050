// What a school's lists say about collecting a child, and what somebody typed of the adult who
// does: one way for every page that lets a child go (D49).
#pragma once

#include "app/office/page/collect_parts.h"
#include "app/office/web/visit.h"
#include "app/register/release_check.h"
#include "app/store/register.h"

namespace handbell::office {

/// The lists of that day. Faults: those of reading.
[[nodiscard]] Result<reg::CollectLists> read_collect_lists(store::Register& held, SchoolDay day);

/// In words; with `adult`, what stands against this one too.
[[nodiscard]] CollectWords collect_words(const reg::CollectLists& lists,
                                         const reg::PupilRecord& pupil,
                                         const std::optional<NamePart>& adult = std::nullopt);

/// "Nadia Khan (Mother)"
[[nodiscard]] std::string with_relation(const std::string& name, const std::string& relationship);

[[nodiscard]] std::optional<NamePart> adult_typed(const Visit& visit, const std::string& field,
                                                  FormErrors& errors);
[[nodiscard]] std::optional<reg::IdentityCheck> check_typed(const Visit& visit,
                                                            const std::string& field,
                                                            FormErrors& errors);

/// The form was shown with another warning than stands now: what was typed answers the older one.
/// `field`: in which the page sent what it said; a form without it showed none.
void expect_warning_shown(const Visit& visit, const std::string& field, const CollectWords& now,
                          const std::string& despite, FormErrors& errors);

/// "Ben Ross: Omar Ross may not collect. Say why the child goes all the same, or refuse."
[[nodiscard]] std::string restricted_words(const std::string& name, const Fault& fault);

}  // namespace handbell::office
