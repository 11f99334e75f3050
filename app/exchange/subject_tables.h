// The tables of a subject access copy, before names are taken out.
#pragma once

#include "app/exchange/subject_copy.h"
#include "app/register/release.h"

namespace handbell::exchange {

[[nodiscard]] SubjectTable record_table(const reg::PupilRecord& pupil);
/// Every entry of the pupil, oldest session first.
[[nodiscard]] SubjectTable mark_table(const reg::MarkHistory& history, PupilId pupil);
/// The pupil's arrivals and goings, and what was taken back of them, as they were written.
[[nodiscard]] SubjectTable event_table(const std::vector<reg::SeenEvent>& events, PupilId pupil,
                                       const reg::StaffCardHolders& staff_cards = {});
/// Name, numbers and rights of the one who asks; of the others the place and the relationship.
[[nodiscard]] SubjectTable contact_table(const std::vector<reg::Contact>& contacts,
                                         std::optional<int> asked_by);
/// The numbers of the pupil's cards, those that were revoked too.
[[nodiscard]] SubjectTable card_table(const std::vector<reg::CardRecord>& cards,
                                      const reg::PupilRecord& pupil);
/// What was agreed beforehand for sessions to come and past.
[[nodiscard]] SubjectTable plan_table(const std::vector<reg::PupilPlan>& plans, PupilId pupil);

/// What the office answered to who asked for the pupil at a door; who collected is kept back for a
/// person to decide.
[[nodiscard]] SubjectTable release_table(const std::vector<reg::ReleaseGiven>& answers,
                                         PupilId pupil);

}  // namespace handbell::exchange
