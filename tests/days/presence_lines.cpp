// Questions about who is in the building (D29, D47): roll call, who was left, who is due.
#include "app/base/school_time.h"

#include "day_register.h"

namespace handbell::days {

namespace {

std::string called(const DayRegister& day, const std::vector<reg::ChildAt>& children) {
  std::string names;
  for (const auto& child : children) {
    names += (names.empty() ? "" : ", ") + day.roll().called(child.pupil);
    if (child.where.place == reg::Place::at_door) names += " (at the door)";
    if (child.where.place == reg::Place::elsewhere) names += " with " + child.where.with;
  }
  return names.empty() ? "nobody" : names;
}

std::string names_alone(const DayRegister& day, const std::vector<reg::ChildAt>& children) {
  std::vector<PupilId> ids;
  for (const auto& child : children) ids.push_back(child.pupil);
  return day.roll().called(ids);
}

void add(std::string& text, const std::string& title, const std::string& names) {
  if (names == "nobody") return;
  text += (text.empty() ? "" : "; ") + title + ": " + names;
}

/// Those named in the class, or the whole school in the order of the roll.
Answer roll_call(DayRegister& day, const Asked& asked) {
  const auto presence = day.presence();
  if (!presence) return unread(sentence(presence.error()));
  std::vector<reg::RollPupil> roll;
  for (const PupilId id : day.roll().everybody()) {
    roll.push_back({id, asked.part(1).empty() ? "School" : day.roll().child(id).class_name});
  }
  const std::string wanted = asked.part(1).empty() ? "School" : asked.part(1);
  for (const auto& sheet : reg::roll_call(*presence, roll, day.now())) {
    if (sheet.class_name != wanted) continue;
    std::string text;
    add(text, "in", called(day, sheet.in));
    add(text, "elsewhere", called(day, sheet.elsewhere));
    add(text, "out", called(day, sheet.out));
    return text;
  }
  return unread("no class " + wanted);
}

Answer left_behind(DayRegister& day, const Asked& /*asked*/) {
  const auto presence = day.presence();
  if (!presence) return unread(sentence(presence.error()));
  std::vector<reg::ChildAt> children;
  for (const auto& line : reg::not_ticked(*presence, day.now())) {
    if (line.left_behind) children.push_back(line.child);
  }
  return names_alone(day, children);
}

Answer missing_from_class(DayRegister& day, const Asked& /*asked*/) {
  const auto presence = day.presence();
  if (!presence) return unread(sentence(presence.error()));
  return names_alone(day, reg::missing_from_class(*presence, day.now()));
}

Answer put_out(DayRegister& day, const Asked& /*asked*/) {
  const auto presence = day.presence();
  if (!presence) return unread(sentence(presence.error()));
  return names_alone(day, presence->put_out_by_close(day.now()));
}

Answer due_back(DayRegister& day, const Asked& /*asked*/) {
  const auto presence = day.presence();
  if (!presence) return unread(sentence(presence.error()));
  std::string text;
  for (const auto& line : reg::due_back(*presence, day.now())) {
    text += (text.empty() ? "" : ", ") + day.roll().called(line.child.pupil);
    const auto by = line.child.where.back_by;
    if (by) text += " " + to_local(*by)->time.hh_mm();
    if (line.overdue) text += " overdue";
  }
  return text.empty() ? "nobody" : text;
}

Answer where(DayRegister& day, const Asked& asked) {
  const auto child = day.roll().find(asked.part(1));
  if (!child) return unread(child.error());
  const auto presence = day.presence();
  if (!presence) return unread(sentence(presence.error()));
  const auto at = presence->where(*child, day.now());
  switch (at.place) {
    case reg::Place::out:
      return "out";
    case reg::Place::out_expected:
      return "out, back expected";
    case reg::Place::at_door:
      return "at the door";
    case reg::Place::on_site:
      return "on site";
    case reg::Place::elsewhere:
      return "elsewhere with " + at.with;
  }
  return "";
}

}  // namespace

const std::vector<Sentence>& presence_sentences() {
  static const std::vector<Sentence> kSentences{{"roll call(?: of (\\S+))?", roll_call},
                                                {"left behind", left_behind},
                                                {"missing from class", missing_from_class},
                                                {"put out by the close", put_out},
                                                {"due back", due_back},
                                                {"where is (.+)", where}};
  return kSentences;
}

}  // namespace handbell::days
