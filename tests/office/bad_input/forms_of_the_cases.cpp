// A child's case: what is written down, ticked and taken back.
#include "form_table.h"

namespace handbell::office {
namespace {

const char* const kContact = "/attendance/case/step?pupil=1&do=contact";
const char* const kMeeting = "/attendance/case/step?pupil=1&do=meeting";
const char* const kNotice = "/attendance/case/step?pupil=1&do=notice";

void meeting_held(BadInputTest& test) {
  ASSERT_EQ(
      test.done("/attendance/case/step",
                "pupil=1&do=meeting&of=0&kind=support&state=held&day=2026-01-09&at=&place=here"
                "&present=Nadia&strategies=Walk&review=")
          .status,
      303);
}

void notice_told(BadInputTest& test) {
  ASSERT_EQ(test.done("/attendance/case/step",
                      "pupil=1&do=notice&of=0&parent=nadia+khan&parent_name=&issued=2026-01-08"
                      "&state=issued&told=2026-01-09&told_how=letter")
                .status,
            303);
}

void worker_untold(BadInputTest& test) {
  test.told([](store::Register& held) {
    auto pupil = *held.school()->pupil(PupilId(1));
    pupil.social_worker = true;
    return held.put_pupils({pupil});
  });
  test.marked(1, "N");
}

std::vector<FormCase> forms_of_steps() {
  return {
      {"/attendance/case/step", kContact, {}, {}, {"day", "with", "words", "how"}},
      {"/attendance/case/step",
       kMeeting,
       {},
       {{"day", "2026-01-09"}, {"review", "2026-02-06"}},
       {"kind", "state", "day", "place", "present", "strategies"}},
      {"/attendance/case/step",
       "/attendance/case/step?pupil=1&do=contract",
       {},
       {{"day", "2026-01-09"}, {"review", "2026-02-06"}, {"signed", ""}},
       {"state", "day", "parents", "school", "review"}},
      {"/attendance/case/step",
       "/attendance/case/step?pupil=1&do=decision",
       {},
       {{"about", "penalty"},
        {"considered1", "yes"},
        {"considered2", "no"},
        {"considered3", "yes"},
        {"considered4", "no"}},
       {"about", "day", "considered1", "considered2", "considered3", "considered4", "decision",
        "reason"}},
      {"/attendance/case/step",
       kNotice,
       {},
       {{"parent", "other"}, {"issued", "2026-01-08"}},
       {"parent", "parent_name", "issued", "state", "told", "told_how"}},
      {"/attendance/case/step",
       "/attendance/case/step?pupil=1&do=notice&of=1",
       notice_told,
       {{"parent", "nadia khan"}, {"issued", "2026-01-08"}},
       {"state", "told", "told_how"}},
  };
}

}  // namespace

std::vector<FormCase> forms_of_the_cases() {
  auto all = forms_of_steps();
  all.push_back(
      {"/attendance/case/sent", "/attendance/case/texts?pupil=1&meeting=1", meeting_held});
  all.push_back({"/attendance/case/reply-to",
                 "/attendance/case/texts?pupil=1&meeting=1",
                 meeting_held,
                 {{"address", "attendance@oak-lane.example"}},
                 {"address"}});
  all.push_back({"/attendance/case/told", "/attendance/case?pupil=1", worker_untold});
  all.push_back({"/attendance/case/undo",
                 "/attendance/case/undo?pupil=1&entry=1",
                 meeting_held,
                 {},
                 {"reason"}});
  return all;
}

}  // namespace handbell::office
