// Questions about what the screen says, what stands in the register, and what was written.
#include "app/base/text.h"

#include "day_register.h"

#include <map>

namespace handbell::days {

namespace {

std::string headline(const kiosk::Screen& screen) {
  using kiosk::ScreenKind;
  static const std::map<ScreenKind, std::string> kHeadlines{
      {ScreenKind::idle, "tap your card"},
      {ScreenKind::on_time, "on time"},
      {ScreenKind::late, "late"},
      {ScreenKind::already_in, "already in"},
      {ScreenKind::welcome_back, "welcome back"},
      {ScreenKind::see_office, "please go to the office"},
      {ScreenKind::clock_unknown, "you are in, the office will check the time"},
      {ScreenKind::not_recorded, "not recorded"},
      {ScreenKind::one_card, "one card at a time"},
      {ScreenKind::someone_comes, "someone is coming"},
      {ScreenKind::evacuate, "leave the building"}};
  if (screen.kind == ScreenKind::after_close) {
    return "after " + (screen.closes_at ? screen.closes_at->shown() : "the close");
  }
  const auto words = kHeadlines.find(screen.kind);
  return words == kHeadlines.end() ? "somebody is choosing" : words->second;
}

Answer screen(DayRegister& day, const Asked& asked) {
  const auto door = day.door(asked.part(1));
  if (!door) return unread(door.error());
  const kiosk::Screen shown = (*door)->screen(day.now());
  std::string text = headline(shown);
  if (shown.child && shown.child->shown_name) {
    text += ", " + *shown.child->shown_name + ", " + shown.child->class_name;
  }
  if (shown.came_at) text += ", " + shown.came_at->shown();
  return text;
}

/// "blank (L 6 minutes proposed)": nothing becomes an entry by itself (D22).
std::string in_register(const std::optional<reg::Mark>& mark, const reg::RegisterLine* line) {
  std::string text = mark ? in_words(mark->what.code, mark->what.minutes_late) : "blank";
  if (line == nullptr || !line->arrival.judgement.proposal) return text;
  const auto& judgement = line->arrival.judgement;
  const std::string proposal = in_words(*judgement.proposal, judgement.minutes_late);
  if (line->state == reg::LineState::pending) text += " (" + proposal + " proposed)";
  if (line->state == reg::LineState::conflict) text += " (" + proposal + " suggested)";
  return text;
}

/// Says the same of those who are named in what is expected.
Answer in_the_register(DayRegister& day, const Asked& asked) {
  const auto session = day.session(!asked.part(1).empty());
  const auto lines = day.lines(session);
  if (!lines) return unread(sentence(lines.error()));
  std::string text;
  for (const auto& part : split(asked.expected, ',')) {
    const auto named = day.roll().leading(trimmed(part));
    if (!named) return unread(named.error());
    const auto& [pupil, expected] = *named;
    const std::string whole = trimmed(part);
    const reg::RegisterLine* found = nullptr;
    for (const auto& line : *lines) {
      if (line.arrival.pupil == pupil) found = &line;
    }
    text += text.empty() ? "" : ", ";
    text += whole.substr(0, whole.size() - expected.size());
    text += in_register(day.mark(pupil, session), found);
  }
  return text;
}

Answer said_of(DayRegister& day, const Asked& asked) {
  const auto child = day.roll().find(asked.part(1));
  if (!child) return unread(child.error());
  const auto lines = day.lines(day.session());
  if (!lines) return unread(sentence(lines.error()));
  for (const auto& line : *lines) {
    if (line.arrival.pupil == *child) return line.arrival.reason;
  }
  return "no line";
}

Answer history(DayRegister& day, const Asked& asked) {
  const auto child = day.roll().find(asked.part(1));
  if (!child) return unread(child.error());
  const auto chain = day.store().history(*child, day.session(!asked.part(2).empty()));
  if (!chain) return unread(sentence(chain.error()));
  std::string text;
  std::uint64_t last = 0;
  for (const auto& mark : *chain) {
    if (mark.replaces != last) return "a chain that is broken";
    last = mark.entry;
    text += (text.empty() ? "" : "; ") + std::string(mark.what.code.text());
    text += " by " + mark.what.by.text();
  }
  return text.empty() ? "no entry" : text;
}

}  // namespace

const std::vector<Sentence>& answer_sentences() {
  static const std::vector<Sentence> kSentences{{"screen(?: at the (.+ door))?", screen},
                                                {"register( this morning)?", in_the_register},
                                                {"what was said of (.+)", said_of},
                                                {"history of (.+?)( this morning)?", history}};
  return kSentences;
}

}  // namespace handbell::days
