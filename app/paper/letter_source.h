// What a batch of letters is written from: the marks, what was agreed with families, what the doors
// saw today, the school's wording and logo. It is read once for a batch; a letter asks nothing more
// of the register.
#pragma once

#include "app/paper/letter_template.h"
#include "app/paper/pdf.h"
#include "app/register/presence_steps.h"
#include "app/register/store.h"
#include "app/reports/report_source.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace handbell::paper {

class LetterSource {
 public:
  /// `rehearsal`: every page says so. Faults: those of reading; of the template where what is kept
  /// can no longer be read.
  [[nodiscard]] static Result<LetterSource> read(reg::Store& held, LetterKind kind, Instant now,
                                                 bool rehearsal = false);

  [[nodiscard]] const LetterTemplate& wording() const { return wording_; }
  /// The same source with another wording: a preview.
  void reword(LetterTemplate wording) { wording_ = std::move(wording); }
  [[nodiscard]] const reports::ReportSource& register_of() const { return register_; }
  [[nodiscard]] const reports::PupilFigures& figures() const { return figures_; }
  [[nodiscard]] const reg::School& school() const { return register_.school(); }
  [[nodiscard]] const std::vector<reg::Setting>& settings() const { return settings_; }
  [[nodiscard]] SchoolDay today() const { return today_; }
  [[nodiscard]] const std::vector<reg::CaseNoteGiven>& case_of(PupilId pupil) const;
  [[nodiscard]] const std::vector<reg::Step>& steps_of(PupilId pupil) const;
  /// "Made on ... by A Noor, Headteacher." and below it "Legal register: Handbell."
  [[nodiscard]] Letterhead letterhead(const std::string& made_by) const;

 private:
  LetterSource(LetterTemplate wording, reports::ReportSource source)
      : wording_(std::move(wording)), register_(std::move(source)), figures_(register_.figures()) {}

  LetterTemplate wording_;
  reports::ReportSource register_;
  reports::PupilFigures figures_;
  std::map<PupilId, std::vector<reg::CaseNoteGiven>> cases_;
  reg::StepsByPupil steps_;
  Instant now_;
  bool rehearsal_ = false;
  SchoolDay today_;
  std::vector<reg::Setting> settings_;
  std::string legal_;
  std::string logo_;
};

}  // namespace handbell::paper
