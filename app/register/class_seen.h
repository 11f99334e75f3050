// A class register that was sent, as far as presence reads it: whom the teacher saw (D29, D48).
//
// Only sight counts here, never the mark: a child who came after the close is absent in the figures
// and sits in the class. The headcount must equal those seen, else the register is not sent.
#pragma once

#include "app/base/instant.h"
#include "app/base/pupil_id.h"
#include "app/register/mark.h"

#include <string>
#include <vector>

namespace handbell::reg {

struct ClassDraft {
  std::string class_name;
  Instant at;                     ///< when the teacher looked
  std::vector<PupilId> seen;      ///< present or late
  std::vector<PupilId> not_seen;  ///< the others of the class
  int headcount = 0;              ///< as typed
  Author by;
  friend bool operator==(const ClassDraft&, const ClassDraft&) = default;
};

class ClassSeen {
 public:
  /// Every child stands once, in both lists counts as seen. Fault: headcount_differs.
  [[nodiscard]] static Result<ClassSeen> from(ClassDraft draft);

  [[nodiscard]] const ClassDraft& what() const { return what_; }
  friend bool operator==(const ClassSeen&, const ClassSeen&) = default;

 private:
  explicit ClassSeen(ClassDraft what) : what_(std::move(what)) {}
  ClassDraft what_;
};

}  // namespace handbell::reg
