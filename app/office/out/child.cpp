#include "app/office/out/child.h"

#include "app/base/school_time.h"

namespace handbell::office {
namespace {

std::string where_words(const reg::Whereabouts& where) {
  const std::string since = where.since ? " since " + local_hh_mm(*where.since) : "";
  switch (where.place) {
    case reg::Place::at_door:
      return "At the door" + since + ", seen by nobody yet.";
    case reg::Place::on_site:
      return "In the building" + since + ".";
    case reg::Place::elsewhere:
      return "Away with the school" + since + ".";
    case reg::Place::out_expected:
    case reg::Place::out:
      break;
  }
  return since.empty() ? "Nobody has seen the child today." : "Out" + since + ".";
}

}  // namespace

OutChildView child_view(const Visit& visit, const OutFacts& facts, const reg::PupilRecord& pupil) {
  OutChildView view;
  view.child = child_of(facts, pupil);
  const reg::Presence presence(facts.known, visit.today, reg::presence_closes());
  view.where = where_words(presence.where(pupil.id, visit.now));
  for (const auto& release : facts.releases) {
    const bool open = release.state < reg::ReleaseState::refused;
    if (open && release.asked.pupil == pupil.id) view.open = key_of(release);
  }
  for (const auto& reason : reasons_to_go(*facts.school)) {
    view.reasons.push_back({reason.key, reason.words, ""});
  }
  view.today = visit.today.text();
  view.day = view.today;
  view.collectors = collector_lines(visit, facts, pupil.id);
  return view;
}

}  // namespace handbell::office
