// What people write into the register: teachers, office, headteacher.
#include "app/base/school_time.h"
#include "app/register/mark_rule.h"
#include "app/register/release_choice.h"

#include "day_register.h"

namespace handbell::days {

namespace {

Reading<reg::Code> code_in_words(const std::string& text, Half half) {
  if (text == "present") return reg::code_of(half == Half::am ? "/" : "\\");
  if (text == "not here") return reg::code_of("N");
  const auto code = reg::Code::parse(text);
  if (!code) return unread(sentence(code.error()));
  return *code;
}

/// Asks the rules first, as the office's page has to.
Result<std::vector<reg::Mark>> enter(DayRegister& day, const std::vector<reg::MarkDraft>& drafts) {
  const auto school = day.store().school();
  if (!school) return fail(school.error());
  for (const auto& draft : drafts) {
    const Status may = reg::may_enter(draft, *school, {reg::role_of(draft.by)}, day.session());
    if (!may) return fail(may.error());
  }
  return day.store().enter(drafts, day.now());
}

Answer marks(DayRegister& day, const Asked& asked) {
  const auto children = day.roll().in_class(asked.part(1), asked.part(2));
  if (!children) return unread(children.error());
  const auto code = code_in_words(asked.part(3), day.session().half);
  if (!code) return unread(code.error());
  std::vector<reg::MarkDraft> drafts;
  for (const PupilId child : *children) {
    drafts.push_back({child, day.session(), *code, std::nullopt, std::nullopt, "In the classroom",
                      "Class teacher", author("teacher of " + asked.part(1))});
  }
  const auto entered = enter(day, drafts);
  if (!entered) return refused(entered.error());
  return asked.part(3);
}

Answer enters(DayRegister& day, const Asked& asked) {
  const auto session = day.session(!asked.part(4).empty());
  const auto child = day.roll().find(asked.part(3));
  if (!child) return unread(child.error());
  const auto code = code_in_words(asked.part(2), session.half);
  if (!code) return unread(code.error());
  const auto before = day.mark(*child, session);
  const auto entered = enter(day, {{*child, session, *code, std::nullopt, std::nullopt,
                                    asked.part(5), "Office", author(asked.part(1))}});
  if (!entered) return refused(entered.error());
  const std::string text(code->text());
  return before ? text + ", replaces " + std::string(before->what.code.text())
                : text + ", first entry";
}

Answer accepts(DayRegister& day, const Asked& asked) {
  std::vector<PupilId> only;
  if (asked.part(1) != "all") {
    const auto children = day.roll().list(asked.part(1));
    if (!children) return unread(children.error());
    only = *children;
  }
  const auto session = day.session(!asked.part(2).empty());
  const auto written = day.store().accept(session, only, author("office"), day.now());
  if (!written && written.error().code == FaultCode::nothing_to_accept) return "nothing to accept";
  if (!written) return refused(written.error());
  std::string text;
  for (const auto& mark : *written) {
    text += (text.empty() ? "" : ", ") + day.roll().called(mark.what.pupil) + " ";
    text += in_words(mark.what.code, mark.what.minutes_late);
  }
  return text;
}

/// D04: what counts is when the parent told us, whenever it is typed in.
Answer types_in(DayRegister& day, const Asked& asked) {
  const bool afternoon = !asked.part(3).empty();
  const auto code = code_in_words(asked.part(1), Half::am);
  if (!code) return unread(code.error());
  const auto child = day.roll().find(asked.part(2));
  if (!child) return unread(child.error());
  const auto told = TimeOfDay::parse(asked.part(4));
  if (!told) return unread(sentence(told.error()));
  const SessionId session{day.school().day, afternoon ? Half::pm : Half::am};
  const auto school = day.store().school();
  if (!school) return unread(sentence(school.error()));
  const reg::Notice notice{*child,          session, *code, day.at(*told), "on the answerphone",
                           author("office")};
  if (Status may = may_note(notice, *school, {reg::Role::office}, day.now()); !may) {
    return refused(may.error());
  }
  const auto noted = day.store().note(notice, day.now());
  if (!noted) return refused(noted.error());
  const bool before = told_in_time(notice, *school);
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  return before ? "told before the close" : "told too late";
}

/// Present or late: an entry, or a late arrival that waits to be accepted (D22, D48).
bool in_class(DayRegister& day, const std::vector<reg::RegisterLine>& lines, PupilId child) {
  for (const auto& line : lines) {
    const auto& proposal = line.arrival.judgement.proposal;
    const bool pending = line.state == reg::LineState::pending && proposal;
    if (line.arrival.pupil == child && pending) return proposal->is_attending();
  }
  const auto mark = day.mark(child, day.session());
  return mark && mark->what.code.is_attending();
}

Answer sends_register(DayRegister& day, const Asked& asked) {
  const std::string& class_name = asked.part(1);
  const auto lines = day.lines(day.session());
  if (!lines) return unread(sentence(lines.error()));
  reg::ClassDraft draft{class_name, day.now(), {}, {}, 0, author("teacher of " + class_name)};
  draft.headcount = std::stoi(asked.part(2));
  for (const PupilId child : day.roll().of_class(class_name)) {
    (in_class(day, *lines, child) ? draft.seen : draft.not_seen).push_back(child);
  }
  auto seen = reg::ClassSeen::from(std::move(draft));
  if (!seen) return refused(seen.error());
  if (Status told = day.tell(*seen); !told) return refused(told.error());
  return "sent";
}

/// The office's answer to who asks for a child (D49): part 1, as asked in the minute of part 3.
Answer answers_request(DayRegister& day, const Asked& asked, reg::ReleaseStep step,
                       const std::string& words) {
  const auto pupil = day.roll().find(asked.part(1));
  if (!pupil) return unread(pupil.error());
  const auto events = day.events();
  const auto told = day.store().told(day.school().day);
  const auto given = day.store().release_answers(day.school().day);
  if (!events || !told || !given) return unread("the requests cannot be read");
  auto releases = releases_of({*events, *told}, *given);
  std::erase_if(releases,
                [&](const reg::Release& release) { return release.asked.pupil != *pupil; });
  const auto request = request_to_answer(releases, step, {asked.part(3), ""});
  if (!request) return refused(request.error());
  reg::ReleaseAnswer answer{
      request->ref, *pupil, request->asked.at.wall, step, day.now(), {}, {}, {},
      words,        "",     author("office")};
  if (step == reg::ReleaseStep::granted) answer.checked = reg::IdentityCheck::known_to_staff;
  if (step == reg::ReleaseStep::handed_over) answer.handed_to = *NamePart::parse(words);
  const auto written = day.store().answer_release(answer, day.now());
  if (!written) return refused(written.error());
  if (Status sent = day.exchange(); !sent) return unread(sentence(sent.error()));
  return "written";
}

Answer grants(DayRegister& day, const Asked& asked) {
  return answers_request(day, asked, reg::ReleaseStep::granted, "");
}

Answer hands_over(DayRegister& day, const Asked& asked) {
  return answers_request(day, asked, reg::ReleaseStep::handed_over, asked.part(4));
}

Answer refuses(DayRegister& day, const Asked& asked) {
  return answers_request(day, asked, reg::ReleaseStep::refused, asked.part(4));
}

}  // namespace

const std::vector<Sentence>& office_sentences() {
  static const std::vector<Sentence> kSentences{
      {"teacher of (\\S+) marks (.+) (present|not here|[A-Z]\\d?)", marks},
      {"teacher of (\\S+) sends the register, (\\d+) counted", sends_register},
      {"(office|head|teacher of \\S+) enters (\\S+) for (.+?)( this morning)?: (.+)", enters},
      {"office grants (.+?)( as asked at (\\d\\d:\\d\\d))?, known to staff", grants},
      {"office hands over (.+?)( as asked at (\\d\\d:\\d\\d))? to (.+)", hands_over},
      {"office refuses (.+?)( as asked at (\\d\\d:\\d\\d))?: (.+)", refuses},
      {"office accepts (.+?)( of this morning)?", accepts},
      {"office types in (\\S+) for (.+?)( this afternoon)?, told .*at (\\d\\d:\\d\\d)", types_in}};
  return kSentences;
}

}  // namespace handbell::days
