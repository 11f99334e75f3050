// Concerns, which staff hand on to each other.
#include "form_table.h"

namespace handbell::office {
namespace {

void concern_of_amira(BadInputTest& test) {
  ASSERT_EQ(
      test.done("/concerns/raise", "pupil=1&words=Late+each+Monday.&whom=champion").status, 303);
}

}  // namespace

std::vector<FormCase> forms_of_concerns() {
  return {
      {"/concerns/raise",
       "/concerns/new?pupil=1",
       {},
       {{"words", "Late each Monday."}, {"whom", "champion"}},
       {"words", "whom"}},
      {"/concerns/take-up", "/concerns", concern_of_amira},
      {"/concerns/close",
       "/concerns",
       concern_of_amira,
       {{"words-*", "A neighbour brings her."}},
       {"words-*"}},
  };
}

}  // namespace handbell::office
