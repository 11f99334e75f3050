#include "app/office/calls/call_posts.h"

#include "app/base/hex.h"
#include "app/base/school_time.h"
#include "app/base/text.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/register/mark_rule.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbell::office {
namespace {

CallOutcome wrong(const std::string& field, const std::string& sentence) {
  CallOutcome outcome;
  outcome.errors.add(field, sentence);
  return outcome;
}

/// "2.no_answer": the place in the list of contacts, and what came of it.
struct Rang {
  int contact = 0;
  reg::CallResult result = reg::CallResult::no_answer;
};

std::optional<Rang> rang_typed(const Visit& visit) {
  const auto parts = split(visit.typed("rang"), '.');
  if (parts.size() != 2) return std::nullopt;
  const auto place = whole_number(parts[0]);
  const auto result = reg::parse_call_result(parts[1]);
  const bool fits = place && *place >= 0 && *place <= reg::kMostContacts && result &&
                    *result != reg::CallResult::class_answered;
  if (!fits) return std::nullopt;
  return Rang{static_cast<int>(*place), *result};
}

const reg::Contact* contact_at_place(const std::vector<reg::Contact>& own, int place) {
  const auto found = std::ranges::find(own, place, &reg::Contact::order);
  return found == own.end() ? nullptr : &*found;
}

/// The same adult in a sibling's list.
const reg::Contact* same_adult(const std::vector<reg::Contact>& own, const reg::Contact& adult) {
  const auto found = std::ranges::find_if(own, [&](const reg::Contact& each) {
    return each.name.text() == adult.name.text() && each.first_phone == adult.first_phone;
  });
  return found == own.end() ? nullptr : &*found;
}

std::optional<Instant> coming_typed(const Visit& visit, const std::string& field,
                                    FormErrors& errors) {
  const auto time = TimeOfDay::parse(visit.typed(field));
  if (!time) {
    errors.add(field, "Type when the child will be here, as 09:30.");
    return std::nullopt;
  }
  const Instant by = from_local(visit.today, *time);
  if (visit.now <= by) return by;
  errors.add(field, fmt::format("It is {} already: type a time that is still to come.",
                                local_hh_mm(visit.now)));
  return std::nullopt;
}

void add_siblings(const CallsRead& read, const reg::PupilRecord& pupil, const reg::Contact* adult,
                  std::vector<reg::DayNote>& notes) {
  const auto first = std::get<reg::CallAttempt>(notes.front());
  if (adult == nullptr) return;
  for (const auto* sibling : siblings_to_ring(read, pupil)) {
    const auto* same = same_adult(read.contacts_of(sibling->id), *adult);
    if (same == nullptr) continue;
    auto call = first;
    call.pupil = sibling->id;
    call.contact = same->order;
    notes.emplace_back(std::move(call));
  }
}

bool is_class(const reg::School& school, const std::string& name, SchoolDay day) {
  return std::ranges::any_of(school.pupils, [&](const reg::PupilRecord& pupil) {
    return pupil.class_name == name && pupil.on_roll(day);
  });
}

bool is_ticked(const std::vector<std::string>& ticked, PupilId pupil) {
  return std::ranges::find(ticked, std::to_string(pupil.number())) != ticked.end();
}

}  // namespace

const reg::PupilRecord* pupil_typed(const Visit& visit, const reg::School& school) {
  const auto number = whole_number(visit.typed("pupil"));
  return number ? school.pupil(PupilId(*number)) : nullptr;
}

std::vector<std::string> all_typed(const Visit& visit, const std::string& name) {
  std::vector<std::string> values;
  for (const auto& [field, value] : visit.form) {
    if (field == name) values.push_back(value);
  }
  return values;
}

Result<CallOutcome> log_attempt(const Visit& visit, store::Register& held, const CallsRead& read,
                                const reg::PupilRecord& pupil) {
  const std::string key = std::to_string(pupil.id.number());
  const auto rang = rang_typed(visit);
  if (!rang)
    return wrong("contacts-" + key, "Press what came of the call beside the adult's name.");
  const auto* adult = contact_at_place(read.contacts_of(pupil.id), rang->contact);
  if (adult == nullptr && rang->contact != 0) {
    return wrong("contacts-" + key, "The list of contacts has changed meanwhile: look again.");
  }
  CallOutcome outcome;
  reg::CallAttempt call{
      pupil.id,
      "",
      rang->contact,
      "",
      visit.now,
      rang->result,
      {},
      checked_text(visit.typed("words-" + key), "words-" + key, {}, outcome.errors),
      visit.who.author};
  if (adult != nullptr) call.rung = adult->name.text();
  if (call.result == reg::CallResult::coming) {
    call.expected = coming_typed(visit, "came-" + key, outcome.errors);
  } else if (!visit.typed("came-" + key).empty()) {
    // Nobody said it in this call; a time that is none would be dropped unseen.
    (void)coming_typed(visit, "came-" + key, outcome.errors);
  }
  if (call.result == reg::CallResult::spoke && call.words.empty()) call.words = "on the telephone";
  if (!outcome.errors.empty()) return outcome;
  std::vector<reg::DayNote> notes{call};
  add_siblings(read, pupil, adult, notes);
  const auto entries = held.write(notes, visit.now);
  if (!entries) return fail(entries.error());
  outcome.done = fmt::format("Noted at {} for {}{}: {}.", local_hh_mm(visit.now), child_name(pupil),
                             notes.size() > 1 ? " and siblings" : "", words_of(call.result));
  return outcome;
}

Result<CallOutcome> log_class(const Visit& visit, store::Register& held, const CallsRead& read) {
  const std::string name = visit.typed("class");
  if (!is_class(read.school(), name, visit.today))
    return wrong("classes", "There is no such class.");
  if (read.question.classes_sent.contains(name)) {
    return CallOutcome{name + " has sent its register meanwhile, or answered: nothing was noted.",
                       {}};
  }
  const bool answered = visit.typed("result") == "class_answered";
  if (!answered && visit.typed("result") != "no_answer") {
    return wrong("classes", "Press what came of the call beside the class.");
  }
  const auto result = answered ? reg::CallResult::class_answered : reg::CallResult::no_answer;
  const reg::CallAttempt call{{}, name, 0, "", visit.now, result, {}, "", visit.who.author};
  const auto entries = held.write({call}, visit.now);
  if (!entries) return fail(entries.error());
  return CallOutcome{
      fmt::format("Noted at {} for {}: {}.", local_hh_mm(visit.now), name, words_of(result)), {}};
}

Result<CallOutcome> mark_missing(const Visit& visit, store::Register& held, const CallsRead& read) {
  const std::string name = visit.typed("class");
  const auto ticked = all_typed(visit, visit.typed("key"));
  if (ticked.empty()) return wrong("missing", "Tick who is missing.");
  const auto staff = held.shared_staff();
  if (!staff) return fail(staff.error());
  const reg::Code code = reg::code_of("N");
  const auto by = reg::signature(visit.who.author, code, **staff, visit.today);
  const SessionId session{visit.today, Half::am};
  const std::string reason =
      fmt::format("no arrival and no reason known at {}", local_hh_mm(visit.now));
  std::vector<reg::MarkDraft> drafts;
  for (const auto& line : read.lines) {
    const bool meant = line.n_offered && line.class_name == name && is_ticked(ticked, *line.pupil);
    if (!meant || !read.question.classes_sent.contains(name)) continue;
    reg::MarkDraft draft{*line.pupil, session, code, {}, {}, reason, "Office", by};
    const Status may = reg::may_enter(draft, read.school(), visit.who.roles, session);
    if (!may) return wrong("missing", sentence(may.error()));
    drafts.push_back(std::move(draft));
  }
  if (drafts.empty()) {
    return wrong("missing",
                 "Something has changed meanwhile: nobody of those ticked is missing "
                 "without a mark any more.");
  }
  const auto entered = held.enter(drafts, visit.now);
  if (!entered) return fail(entered.error());
  return CallOutcome{
      fmt::format("N was entered for {} of {}. Ring their families.", drafts.size(), name), {}};
}

Result<CallOutcome> see_at_door(const Visit& visit, store::Register& held, const CallsRead& read,
                                const reg::PupilRecord& pupil) {
  const auto* facts = read.facts(pupil.id);
  if (facts != nullptr && facts->seen) {
    return CallOutcome{child_name(pupil) + " was seen already.", {}};
  }
  const auto entry = held.tell(
      reg::SingleEntry{pupil.id, reg::Direction::in, visit.now, {}, {}, "", visit.who.author},
      visit.now);
  if (!entry) return fail(entry.error());
  return CallOutcome{fmt::format("{} was seen at {}.", child_name(pupil), local_hh_mm(visit.now)),
                     {}};
}

Result<CallOutcome> take_call_back(const Visit& visit, store::Register& held,
                                   const CallsRead& read) {
  const auto found = std::ranges::find_if(read.calls, [&](const auto& noted) {
    return std::to_string(noted.entry) == visit.typed("entry");
  });
  if (found == read.calls.end()) return CallOutcome{"That call was taken back already.", {}};
  const auto own = held.witness();
  if (!own) return fail(own.error());
  const reg::TakenBack back{
      {to_hex(own->history), found->entry}, visit.now, "typed in error", visit.who.author};
  const auto told = held.tell(back, visit.now);
  if (!told) return fail(told.error());
  return CallOutcome{fmt::format("The call at {} was taken back.", local_hh_mm(found->what.at)),
                     {}};
}

}  // namespace handbell::office
