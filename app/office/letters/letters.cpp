#include "app/office/letters/letters.h"

#include "app/base/text.h"
#include "app/office/letters/suggested.h"
#include "app/office/page/child_name.h"
#include "app/office/page/typed_text.h"
#include "app/reports/report_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace handbell::office {
namespace {

using paper::LetterKind;

std::string children_words(std::size_t count) {
  return count == 1 ? "1 child" : fmt::format("{} children", count);
}

std::string title_of(const BatchSeen& batch) {
  const std::string kind(paper::words_of(batch.kind));
  return batch.pupils.empty() ? kind : kind + ", " + children_words(batch.pupils.size());
}

std::string state_of(const BatchSeen& batch) {
  switch (batch.state) {
    case BatchState::waiting:
      return "Waiting for its turn";
    case BatchState::running:
      return fmt::format("{} of {} made", batch.made, batch.of);
    case BatchState::done:
      return batch.of == 1 ? "Made" : fmt::format("All {} made", batch.of);
    case BatchState::stopped:
      return "Stopped, nothing of it is kept";
    case BatchState::failed:
      break;
  }
  return batch.fault;
}

std::vector<Choice> classes_of(const reg::School& school, SchoolDay today, const Visitor& who) {
  std::set<std::string> names;
  for (const auto& pupil : school.pupils) {
    if (pupil.on_roll(today)) names.insert(pupil.class_name);
  }
  std::vector<Choice> choices;
  choices.push_back({"", "No class"});
  if (who.has_one_of({reg::Role::head, reg::Role::champion})) {
    choices.push_back({kSuggested, "Whom the attendance page suggests"});
  }
  for (const auto& name : names) choices.push_back({name, name});
  return choices;
}

/// How often each child was late this school year, where that is what the letter is about.
Result<std::optional<reports::ReportSource>> lateness_for(LetterKind kind, store::Register& held,
                                                          SchoolDay today) {
  if (kind != LetterKind::lateness) return std::nullopt;
  const auto year = reports::DateRange::year_to_date(today);
  auto source = reports::ReportSource::read(held, year, year);
  if (!source) return fail(source.error());
  return std::optional(std::move(*source));
}

int times_late(const reports::PupilFigures& figures, const reg::PupilRecord& pupil,
               SchoolDay today) {
  const auto year = paper::year_of(pupil, today);
  return year ? figures.of(pupil.id, *year).late() : 0;
}

std::string late_words(int times) {
  return times == 0 ? ", never late this school year" : ", late " + paper::times_words(times);
}

std::string nobody_words(LetterKind kind, const std::string& class_name) {
  if (class_name == kSuggested) return "Nobody is suggested for such a letter today.";
  return kind == LetterKind::lateness ? "No child of this class was late this school year."
                                      : "No child of this class gets such a letter.";
}

/// Each number on a line of its own names a child.
std::vector<PupilId> numbered(const std::string& numbers, const reg::School& school,
                              SchoolDay today, FormErrors& errors) {
  std::vector<PupilId> found;
  std::string unknown;
  for (const auto& line : split(numbers, '\n')) {
    const std::string number = trimmed(line);
    if (number.empty()) continue;
    const auto* pupil = school.named(number);
    if (pupil == nullptr || !pupil->on_roll(today)) {
      if (unknown.empty()) unknown = number;
    } else if (std::ranges::find(found, pupil->id) == found.end()) {
      found.push_back(pupil->id);
    }
  }
  if (unknown.empty()) return found;
  errors.add("numbers", is_plain_text(unknown)
                            ? fmt::format("No child on roll has the number {}: correct it, or take "
                                          "it away.",
                                          unknown.substr(0, 80))
                            : "This has characters that are no text: type it again.");
  return {};
}

}  // namespace

std::optional<LetterKind> kind_asked(const Visit& visit, const std::string& text) {
  const auto kind = paper::parse_letter_kind(text);
  if (!kind || !paper::may_make(*kind, visit.who.roles)) return std::nullopt;
  return *kind;
}

LettersView letters_view(const Visit& visit, const reg::School& school,
                         const std::vector<BatchSeen>& batches) {
  LettersView view;
  for (const LetterKind kind : paper::all_letter_kinds()) {
    if (!paper::may_make(kind, visit.who.roles)) continue;
    view.kinds.push_back({std::string(text_of(kind)), std::string(words_of(kind))});
  }
  view.classes = classes_of(school, visit.today, visit.who);
  for (const auto& batch : batches) {
    view.batches.push_back({std::to_string(batch.number), title_of(batch), state_of(batch),
                            batch.state == BatchState::done});
  }
  view.may_word = visit.who.has_one_of({reg::Role::head, reg::Role::champion});
  return view;
}

Status add_children(LettersView& view, store::Register& held, SchoolDay today, FormErrors& errors) {
  const auto school = held.shared_school();
  if (!school) return fail(school.error());
  const auto kind = paper::parse_letter_kind(view.kind);
  if (!kind) return errors.add("kind", "Choose what is to be made."), Status();
  view.of_child = paper::is_of_child(*kind);
  view.invites = *kind == LetterKind::invitation;
  view.choosing = !view.of_child;
  if (view.choosing) return {};
  check_choice(view.class_name, view.classes, "class", errors);
  const auto by_number = numbered(view.numbers, **school, today, errors);
  if (view.class_name.empty() && by_number.empty() && errors.empty()) {
    errors.add("class", "Choose a class, or give numbers of children.");
  }
  if (!errors.empty()) return {};
  Result<std::vector<PupilId>> suggested;
  if (view.class_name == kSuggested) suggested = pupils_suggested(held, *kind, today);
  if (!suggested) return fail(suggested.error());
  const auto lateness = lateness_for(*kind, held, today);
  if (!lateness) return fail(lateness.error());
  const auto figures = *lateness ? std::optional((*lateness)->figures()) : std::nullopt;
  const auto is_in = [](const std::vector<PupilId>& pupils, PupilId id) {
    return std::ranges::find(pupils, id) != pupils.end();
  };
  for (const auto* pupil : reports::pupils_by_class(**school)) {
    const bool named = is_in(by_number, pupil->id);
    const int late = figures ? times_late(*figures, *pupil, today) : 0;
    const bool of_list = pupil->class_name == view.class_name || is_in(*suggested, pupil->id);
    const bool wanted = named || (of_list && (!figures || late > 0));
    if (!wanted || !pupil->on_roll(today) || !has_letter(*kind, *pupil)) continue;
    view.children.push_back({std::to_string(pupil->id.number()),
                             child_and_class(*pupil) + (figures ? late_words(late) : "")});
    if (named) view.chosen.push_back(std::to_string(pupil->id.number()));
  }
  view.choosing = !view.children.empty();
  if (!view.choosing) errors.add("class", nobody_words(*kind, view.class_name));
  return {};
}

std::vector<PupilId> pupils_ticked(const Visit& visit, const reg::School& school, LetterKind kind,
                                   FormErrors& errors) {
  std::set<std::string> ticked;
  for (const auto& [name, value] : visit.form) {
    if (name == "pupil") ticked.insert(value);
  }
  std::vector<PupilId> pupils;
  for (const auto* pupil : reports::pupils_by_class(school)) {
    if (!pupil->on_roll(visit.today) || !has_letter(kind, *pupil)) continue;
    if (ticked.erase(std::to_string(pupil->id.number())) > 0) pupils.push_back(pupil->id);
  }
  if (!ticked.empty()) {
    errors.add("pupil", "Choose from the children that the list offers.");
  } else if (pupils.empty()) {
    errors.add("pupil", "Choose at least one child.");
  }
  return pupils;
}

paper::LetterAbout about_typed(const Visit& visit, FormErrors& errors) {
  paper::LetterAbout about;
  about.made_by = visit.who.author.text();
  if (const std::string day = visit.typed("meeting_day"); !day.empty()) {
    const auto parsed = SchoolDay::parse_any(day);
    if (!parsed) errors.add("meeting_day", sentence(parsed.error()));
    if (parsed && *parsed < visit.today) {
      errors.add("meeting_day", "That day is over: give one from today on.");
    }
    if (parsed) about.meeting_day = parsed->words();
  }
  if (const std::string time = visit.typed("meeting_time"); !time.empty()) {
    const auto parsed = TimeOfDay::parse(time);
    if (!parsed) errors.add("meeting_time", sentence(parsed.error()));
    if (parsed) about.meeting_time = parsed->hh_mm();
  }
  constexpr std::size_t kLongestPlace = 200;
  about.meeting_place =
      checked_text(visit.typed("meeting_place"), "meeting_place", {"", kLongestPlace}, errors);
  return about;
}

BatchView batch_view(const BatchSeen& batch) {
  BatchView view;
  view.number = std::to_string(batch.number);
  view.title = title_of(batch);
  view.state = state_of(batch);
  view.made = batch.made;
  view.of = batch.of;
  view.on_its_way = batch.state <= BatchState::running;
  view.done = batch.state == BatchState::done;
  view.may_be_sent = paper::goes_home(batch.kind);
  return view;
}

}  // namespace handbell::office
