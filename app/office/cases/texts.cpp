#include "app/office/cases/texts.h"

#include "app/base/text.h"
#include "app/office/cases/case_lines.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/register/setting.h"
#include "app/reports/case_text.h"

#include <algorithm>

namespace handbell::office {
namespace {

/// Who planned the meeting, or else recorded it.
const reg::Author& arranger(const CaseRecord& record, const reg::Noted<reg::Meeting>& meeting) {
  const auto began = began_with(meeting);
  const auto first = std::ranges::find(record.notes, began, &reg::CaseNoteGiven::entry);
  const bool known = first != record.notes.end() && !first->back;
  return known ? author_of(first->what) : meeting.what.by;
}

const reg::CaseNoteGiven* tick_of(const CaseRecord& record, std::uint64_t meeting,
                                  reg::SentKind kind) {
  for (const auto& given : record.notes) {
    const auto* sent = std::get_if<reg::TextSent>(&given.what);
    if (sent != nullptr && !given.back && sent->of == meeting && sent->kind == kind) return &given;
  }
  return nullptr;
}

CopyText copy_text(const CaseRecord& record, std::uint64_t meeting, reg::SentKind kind,
                   const reports::CaseText& made) {
  const bool email = kind == reg::SentKind::email;
  CopyText copy{std::string(text_of(kind)),
                email ? "E-mail to the family" : "Note for CPOMS",
                email ? "Subject: " + made.title : made.title,
                made.words,
                made.assignee,
                ""};
  if (const auto* tick = tick_of(record, meeting, kind)) {
    copy.done = author_of(tick->what).text() + ", " + moment_in_words(tick->typed);
  }
  return copy;
}

}  // namespace

std::optional<reg::Noted<reg::Meeting>> meeting_asked(const CaseRecord& record,
                                                      const std::string& entry) {
  const auto number = whole_number(entry);
  if (!number || *number < 1) return std::nullopt;
  for (const auto& meeting : reg::newest_steps<reg::Meeting>(record.notes)) {
    const bool held = meeting.what.state == reg::MeetingState::held;
    if (held && began_with(meeting) == static_cast<std::uint64_t>(*number)) return meeting;
  }
  return std::nullopt;
}

TextsView texts_view(const CaseFacts& facts, const reg::Noted<reg::Meeting>& meeting,
                     SchoolDay today, const std::string& reply_to) {
  TextsView view;
  view.pupil = std::to_string(facts.pupil.id.number());
  view.name = child_name(facts.pupil);
  view.class_name = facts.pupil.class_name;
  const auto began = began_with(meeting);
  view.meeting = std::to_string(began);
  view.about = reports::title_of(meeting.what) + ".";
  view.reply_to = reply_to;
  const reports::CaseTextFacts filled{facts.pupil.full_name(),
                                      facts.pupil.called().text(),
                                      facts.pupil.class_name,
                                      facts.school->name,
                                      today,
                                      facts.figures.year,
                                      reply_to};
  view.texts = {
      copy_text(facts, began, reg::SentKind::email, reports::email_after(meeting.what, filled)),
      copy_text(facts, began, reg::SentKind::cpoms,
                reports::cpoms_note(meeting.what, arranger(facts, meeting), filled))};
  return view;
}

std::optional<reg::TextSent> typed_tick(const Visit& visit, const CaseRecord& record,
                                        const reg::Noted<reg::Meeting>& meeting) {
  const auto kind = reg::parse_sent_kind(visit.typed("kind"));
  if (!kind || *kind == reg::SentKind::letter) return std::nullopt;
  const auto began = began_with(meeting);
  if (tick_of(record, began, *kind) != nullptr) return std::nullopt;
  const bool cpoms = *kind == reg::SentKind::cpoms;
  return reg::TextSent{record.pupil.id,
                       began,
                       *kind,
                       reports::title_of(meeting.what),
                       cpoms ? arranger(record, meeting).name() : "",
                       visit.today,
                       visit.who.author};
}

std::string typed_address(const Visit& visit, FormErrors& errors) {
  auto address =
      checked_text(visit.typed("address"), "address",
                   {"Type the address that families write to.", reg::kLongestValue}, errors);
  const auto at = address.find('@');
  const bool whole = at != std::string::npos && at > 0 && at + 1 < address.size() &&
                     address.find_first_of(" \t\r\n") == std::string::npos;
  if (!address.empty() && !whole) {
    errors.add("address", "That is no e-mail address: it has an @ and no blanks.");
  }
  return address;
}

}  // namespace handbell::office
