#include "app/exchange/subject_tables.h"

#include "app/base/school_time.h"
#include "app/register/door_reason.h"

#include <algorithm>
#include <array>
#include <set>

namespace handbell::exchange {

namespace {

using Cells = std::vector<std::string>;

std::string yes(bool flag) { return flag ? "yes" : "no"; }

std::string code_text(const std::optional<reg::Code>& code) {
  return code ? std::string(code->text()) : "";
}

std::string moment(const std::optional<Instant>& at) { return at ? with_offset(*at) : ""; }

std::string_view text_of(reg::ArrivalMeans means) {
  constexpr std::array<std::string_view, 4> kMeans{"card", "look-up", "with a sibling", "staff"};
  return kMeans.at(static_cast<std::size_t>(means));
}

/// "late before close" for "late_before_close".
std::string in_words(std::string_view key) {
  std::string words(key);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string clock_of(const reg::DoorMoment& at) {
  if (at.rehearsal) return "rehearsal";
  return at.trusted ? "right" : "not trusted";
}

std::optional<Instant> moment_if_trusted(const reg::DoorMoment& at) {
  return at.trusted ? std::optional(at.wall) : std::nullopt;
}

/// One row of the events' table; empty for what is not about the pupil.
class EventRow {
 public:
  EventRow(PupilId pupil, const reg::StaffCardHolders& staff_cards)
      : pupil_(pupil), staff_cards_(staff_cards) {}

  Cells of(const reg::SeenEvent& seen) {
    Cells cells = std::visit([&](const auto& event) { return row(event, seen.ref); }, seen.event);
    if (!cells.empty()) cells.insert(cells.end(), {seen.ref.journal, std::to_string(seen.ref.seq)});
    return cells;
  }

 private:
  Cells row(const reg::Arrived& event, const reg::EventRef& ref) {
    if (event.pupil != pupil_) return {};
    own_.insert(ref);
    return {with_offset(event.at.wall),
            "arrived",
            std::string(text_of(event.means)),
            moment(event.first_contact),
            in_words(reg::text_of(event.outcome)),
            code_text(event.proposal),
            clock_of(event.at)};
  }
  Cells row(const reg::Passed& event, const reg::EventRef& ref) {
    if (event.pupil != pupil_) return {};
    own_.insert(ref);
    return {
        with_offset(event.at.wall), event.out ? "went out" : "came back", event.reason, "", "", "",
        clock_of(event.at)};
  }
  Cells row(const reg::Withdrawn& event, const reg::EventRef& ref) {
    if (!own_.contains({ref.journal, event.seq})) return {};
    own_.insert(ref);
    return {with_offset(event.at.wall),
            "\"Not me\": entry " + std::to_string(event.seq) + " taken back",
            "",
            "",
            "",
            "",
            clock_of(event.at)};
  }
  Cells row(const reg::ReleaseAsked& event, const reg::EventRef& ref) {
    if (event.pupil != pupil_) return {};
    own_.insert(ref);
    std::string how = in_words(event.who);
    if (!event.why.empty()) how += ", " + in_words(event.why);
    how += event.back_today ? ", back today" : ", not back today";
    return {with_offset(event.at.wall), "asked to go out", how, "", "", "", clock_of(event.at)};
  }
  Cells row(const reg::DoorHandOver& event, const reg::EventRef& ref) {
    if (event.pupil != pupil_) return {};
    own_.insert(ref);
    std::string how = "to " + in_words(event.who) + ", " + in_words(reg::text_of(event.checked));
    if (!event.why.empty()) how += ", " + in_words(event.why);
    how += ", by " + staff_cards_.whose(event.by, moment_if_trusted(event.at));
    return {with_offset(event.at.wall), "handed over at the door", how, "", "", "",
            clock_of(event.at)};
  }
  /// Of those who came together only the pupil's own entries are named.
  Cells row(const reg::ReasonGiven& event, const reg::EventRef& ref) {
    std::string of;
    for (const std::uint64_t seq : event.of) {
      if (own_.contains({ref.journal, seq})) of += (of.empty() ? "" : ", ") + std::to_string(seq);
    }
    if (of.empty()) return {};
    return {with_offset(event.at.wall),
            event.by ? "taken back at the door" : "reason given for entry " + of,
            how_said(event),
            "",
            "",
            "",
            clock_of(event.at)};
  }
  Cells row(const reg::FamilyTapped& event, const reg::EventRef&) {
    if (std::ranges::find(event.children, pupil_) == event.children.end()) return {};
    return {with_offset(event.at.wall), "the family's card was tapped", "", "", "", "",
            clock_of(event.at)};
  }
  /// A name stands where names are taken out of a copy.
  [[nodiscard]] std::string how_said(const reg::ReasonGiven& event) const {
    const auto words = reg::words_of_reason(event.reason);
    if (!event.by) return words;
    return "by " + staff_cards_.whose(*event.by, moment_if_trusted(event.at)) + ": " + words;
  }
  template <class Other>
  Cells row(const Other&, const reg::EventRef&) {
    return {};
  }

  PupilId pupil_;
  const reg::StaffCardHolders& staff_cards_;
  std::set<reg::EventRef>
      own_;  ///< this pupil's events: a withdrawal comes after what it takes back
};

Cells mark_row(const reg::Mark& mark, const reg::Mark* before) {
  const auto& what = mark.what;
  return {std::to_string(mark.entry),
          what.session.day.text(),
          what.session.half == Half::am ? "AM" : "PM",
          std::string(what.code.text()),
          std::string(what.code.name()),
          what.minutes_late ? std::to_string(*what.minutes_late) : "",
          moment(what.arrived),
          what.reason,
          what.source,
          moment(mark.at),
          what.by.name(),
          what.by.position(),
          before == nullptr ? "" : std::to_string(before->entry),
          before == nullptr ? "" : std::string(before->what.code.text())};
}

Cells contact_row(const reg::Contact& contact, bool asks) {
  const auto own = [&](const std::string& text) { return asks ? text : std::string(kKeptBack); };
  const auto phone = [](const auto& number) { return number ? number->text() : std::string(); };
  return {
      std::to_string(contact.order),    contact.relationship,
      own(contact.name.text()),         own(phone(contact.first_phone)),
      own(phone(contact.second_phone)), own(yes(contact.parental_responsibility)),
      own(yes(contact.may_collect)),    contact.court_order.empty() ? "" : std::string(kKeptBack)};
}

}  // namespace

SubjectTable record_table(const reg::PupilRecord& pupil) {
  SubjectTable table{"record", "Record", {{"Field", false}, {"Value", true}}, {}};
  const auto row = [&](const char* field, const std::string& value) {
    table.rows.push_back({field, value});
  };
  row("UPN", pupil.upn_written);
  row("Admission number", pupil.admission_number);
  row("Surname", pupil.surname.text());
  row("Forename", pupil.forename.text());
  row("Preferred forename", pupil.preferred ? pupil.preferred->text() : "");
  row("Date of birth", pupil.date_of_birth.text());
  row("Sex", pupil.sex);
  row("Year group", std::string(text_of(pupil.group)));
  row("Class", pupil.class_name);
  row("Start date", pupil.start.text());
  row("Leaving date", pupil.leaving ? pupil.leaving->text() : "");
  row("Attendance pattern", pupil.pattern.text());
  row("Social worker", yes(pupil.social_worker));
  row("Groups", pupil.groups);
  row("Home language", pupil.language.empty() ? "en" : pupil.language);
  row("Family", pupil.family);
  row("See the office at the door", yes(pupil.see_office));
  row("Never shown at the door", yes(pupil.never_show));
  row("Sibling links hidden at the door", yes(pupil.hide_siblings));
  return table;
}

SubjectTable mark_table(const reg::MarkHistory& history, PupilId pupil) {
  SubjectTable table{"marks",
                     "Register",
                     {{"Entry"},
                      {"Date"},
                      {"Session"},
                      {"Code"},
                      {"Meaning"},
                      {"Minutes late"},
                      {"Arrived"},
                      {"Reason", true},
                      {"Source", true},
                      {"Recorded at"},
                      {"Recorded by", true},
                      {"Position", true},
                      {"Replaces entry"},
                      {"Replaces code"}},
                     {}};
  for (const auto& mark : history.entries()) {
    if (mark.what.pupil == pupil) table.rows.push_back(mark_row(mark, history.before(mark)));
  }
  return table;
}

SubjectTable event_table(const std::vector<reg::SeenEvent>& events, PupilId pupil,
                         const reg::StaffCardHolders& staff_cards) {
  SubjectTable table{"events",
                     "At the door",
                     {{"At"},
                      {"Event"},
                      {"How", true},
                      {"First contact"},
                      {"Judged"},
                      {"Proposed code"},
                      {"Clock"},
                      {"Kiosk's journal"},
                      {"Entry"}},
                     {}};
  std::vector<reg::SeenEvent> ordered = events;
  std::sort(ordered.begin(), ordered.end(),
            [](const auto& a, const auto& b) { return a.ref < b.ref; });
  EventRow maker(pupil, staff_cards);
  for (const auto& seen : ordered) {
    Cells row = maker.of(seen);
    if (!row.empty()) table.rows.push_back(std::move(row));
  }
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [](const Cells& a, const Cells& b) { return a.front() < b.front(); });
  return table;
}

SubjectTable contact_table(const std::vector<reg::Contact>& contacts, std::optional<int> asked_by) {
  SubjectTable table{"contacts",
                     "Contacts",
                     {{"Order"},
                      {"Relationship", true},
                      {"Name"},
                      {"Phone 1"},
                      {"Phone 2"},
                      {"Parental responsibility"},
                      {"May collect"},
                      {"Court order"}},
                     {}};
  for (const auto& contact : contacts) {
    table.rows.push_back(contact_row(contact, asked_by && contact.order == *asked_by));
  }
  return table;
}

SubjectTable card_table(const std::vector<reg::CardRecord>& cards, const reg::PupilRecord& pupil) {
  SubjectTable table{
      "cards", "Cards", {{"Card"}, {"Issued on"}, {"Revoked on"}, {"Of the family"}}, {}};
  for (const auto& card : cards) {
    const bool family = !card.family.empty() && card.family == pupil.family && !pupil.hide_siblings;
    if (card.pupil != pupil.id && !family) continue;
    table.rows.push_back({card.uid.text(), card.issued.text(),
                          card.revoked ? card.revoked->text() : "", yes(family)});
  }
  return table;
}

SubjectTable plan_table(const std::vector<reg::PupilPlan>& plans, PupilId pupil) {
  SubjectTable table{"plans",
                     "Agreed beforehand",
                     {{"Date"}, {"Session"}, {"Code"}, {"Meaning"}, {"Told before the close"}},
                     {}};
  for (const auto& plan : plans) {
    if (plan.pupil != pupil) continue;
    table.rows.push_back({plan.session.day.text(), plan.session.half == Half::am ? "AM" : "PM",
                          std::string(plan.plan.code.text()), std::string(plan.plan.code.name()),
                          yes(plan.plan.told_before_close)});
  }
  return table;
}

SubjectTable release_table(const std::vector<reg::ReleaseGiven>& answers, PupilId pupil) {
  constexpr std::array<std::string_view, 4> kSteps{"class told", "granted", "refused",
                                                   "handed over"};
  SubjectTable table{"releases",
                     "Asked for at the door, and answered",
                     {{"Asked at"},
                      {"At"},
                      {"Answer"},
                      {"Identity"},
                      {"Handed to"},
                      {"Words", true},
                      {"Answered by", true},
                      {"Taken back"}},
                     {}};
  for (const auto& given : answers) {
    const auto& what = given.what;
    if (what.pupil != pupil) continue;
    // Why a warning was passed over may tell of another parent: a person decides.
    const std::string despite = what.despite.empty() ? "" : std::string(kKeptBack);
    const std::string between = what.words.empty() || despite.empty() ? "" : " ";
    table.rows.push_back({moment(what.asked), moment(what.at),
                          std::string(kSteps.at(static_cast<std::size_t>(what.step) - 1)),
                          what.checked ? in_words(reg::text_of(*what.checked)) : "",
                          what.handed_to ? std::string(kKeptBack) : "",
                          what.words + between + despite, what.by.name(),
                          given.back ? "yes" : "no"});
  }
  return table;
}

}  // namespace handbell::exchange
