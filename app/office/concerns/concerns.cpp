#include "app/office/concerns/concerns.h"

#include "app/base/school_time.h"
#include "app/office/page/child_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace handbell::office {
namespace {

using reg::Concern;
using reg::ConcernState;
using Step = reg::Noted<Concern>;

constexpr int kClosedStays = 30;  // days

/// One concern with the newest step of each kind.
struct Course {
  Step raised;
  std::optional<Step> taken;
  std::optional<Step> ended;
};

std::vector<Course> courses(const std::vector<reg::CaseNoteGiven>& notes) {
  std::vector<Course> all;
  std::map<std::uint64_t, std::size_t> places;
  for (const auto& step : reg::standing<Concern>(notes)) {
    if (step.what.state == ConcernState::raised) {
      places.emplace(step.entry, all.size());
      all.push_back({step, {}, {}});
      continue;
    }
    const auto place = places.find(step.what.of);
    if (place == places.end()) continue;
    auto& course = all[place->second];
    (step.what.state == ConcernState::closed ? course.ended : course.taken) = step;
  }
  return all;
}

bool answers(const Visit& visit, const reg::School& school, const Course& course) {
  const auto* pupil = school.pupil(course.raised.what.pupil);
  if (pupil == nullptr) return false;
  return reg::is_for(course.raised.what, visit.who.roles, visit.who.sees_class(pupil->class_name));
}

/// Who raised it reads what became of it.
bool reads(const Visit& visit, const reg::School& school, const Course& course) {
  return course.raised.what.by == visit.who.author || answers(visit, school, course);
}

std::string signed_words(const Step& step) {
  const auto at = to_local(step.typed);
  const std::string day = at ? at->day.words() : "";
  return fmt::format("{}, {} at {}", step.what.by.text(), day, local_hh_mm(step.typed));
}

std::string whom_words(const Concern& concern) {
  std::string all;
  for (const auto whom : concern.whom) {
    all += (all.empty() ? "" : ", ") + std::string(words_of(whom));
  }
  return all;
}

ConcernLine line_of(const Visit& visit, const reg::School& school, const Course& course) {
  const auto& raised = course.raised.what;
  const auto* pupil = school.pupil(raised.pupil);
  ConcernLine line;
  line.entry = course.raised.entry;
  line.pupil = std::to_string(raised.pupil.number());
  line.name = pupil == nullptr ? "A child who is not here any more" : child_and_class(*pupil);
  line.words = raised.words;
  line.whom = whom_words(raised);
  line.raised = signed_words(course.raised);
  if (course.taken) line.taken = signed_words(*course.taken);
  if (course.ended) {
    line.ended = course.ended->what.words + " (" + signed_words(*course.ended) + ")";
  }
  line.may_answer = !course.ended && answers(visit, school, course);
  line.shows_pupil = pupil != nullptr;
  return line;
}

}  // namespace

ConcernsView concerns_view(const Visit& visit, const reg::School& school,
                           const std::vector<reg::CaseNoteGiven>& notes) {
  ConcernsView view;
  for (const auto& course : courses(notes)) {
    if (!reads(visit, school, course)) continue;
    if (!course.ended) {
      view.open.push_back(line_of(visit, school, course));
    } else if (visit.today < course.ended->what.day.plus(kClosedStays)) {
      view.closed.insert(view.closed.begin(), line_of(visit, school, course));
    }
  }
  return view;
}

std::optional<Concern> concern_to_answer(const Visit& visit, const reg::School& school,
                                         const std::vector<reg::CaseNoteGiven>& notes,
                                         std::uint64_t entry) {
  for (const auto& course : courses(notes)) {
    if (course.raised.entry != entry || course.ended) continue;
    if (answers(visit, school, course)) return course.raised.what;
  }
  return std::nullopt;
}

}  // namespace handbell::office
