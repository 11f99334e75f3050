// What the reports are counted from: the school, the marks of whole school years, and what the door
// proposes on the days that are asked about.
//
// It is read once for each report, and the lists are worked out anew from it each time. Proposals
// are looked for on school days alone: on any other nothing is proposed (D11).
#pragma once

#include "app/register/school_days.h"
#include "app/register/store.h"
#include "app/reports/date_range.h"
#include "app/reports/pupil_figures.h"
#include "app/reports/pupil_years.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace handbell::reports {

class ReportSource {
 public:
  /// Marks of all school years that the first range touches, proposals of the days of the second.
  /// Faults: those of reading.
  [[nodiscard]] static Result<ReportSource> read(reg::Store& file, const DateRange& marks,
                                                 const DateRange& proposals);
  /// For whatever looks back from a day: six years' marks, as long as they are kept (D39), and the
  /// proposals of this school year and the one before, as long as the door's events are (D51).
  [[nodiscard]] static Result<ReportSource> read_back(reg::Store& file, SchoolDay day);
  /// The same of one pupil and nobody else, so that no parent is told another figure than stands
  /// in a list. The door is asked about those days alone on which a proposal of this pupil's could
  /// count.
  [[nodiscard]] static Result<ReportSource> read_back_of(reg::Store& file, PupilId pupil,
                                                         SchoolDay day);
  /// The same with the proposals of the days before alone: what the day's own door saw is asked by
  /// the minute.
  [[nodiscard]] static Result<ReportSource> read_before(reg::Store& file, SchoolDay day);

  /// Of what is at hand already, without proposals. Invariant: one line for a pupil and school
  /// year.
  [[nodiscard]] static ReportSource of(std::shared_ptr<const reg::School> school,
                                       std::vector<reg::YearLine> lines);

  [[nodiscard]] const reg::School& school() const { return *school_; }
  [[nodiscard]] const reg::SchoolDays& days() const { return days_; }  ///< the whole school's
  [[nodiscard]] PupilFigures figures() const;
  /// With the proposals in them.
  [[nodiscard]] PupilYears years_of(PupilId pupil) const;
  /// What people entered and nothing else.
  [[nodiscard]] PupilYears entries_of(PupilId pupil) const;
  [[nodiscard]] std::optional<reg::Code> proposed(PupilId pupil, SessionId session) const;

 private:
  explicit ReportSource(std::shared_ptr<const reg::School> school)
      : school_(std::move(school)), days_(reg::SchoolDays::of(school_->calendar)) {}

  [[nodiscard]] static Result<ReportSource> read_until(reg::Store& file, SchoolDay marks_to,
                                                       SchoolDay proposals_to);
  void keep(std::vector<reg::YearLine> lines);
  [[nodiscard]] Status read_proposals(reg::Store& file, const DateRange& range);
  [[nodiscard]] Status read_proposals_of(reg::Store& file, PupilId pupil, const DateRange& range);
  void keep_proposals(SchoolDay day, const std::vector<reg::SeenEvent>& events,
                      std::optional<PupilId> only);
  [[nodiscard]] std::optional<reg::Standing> standing_at(PupilId pupil, SessionId session) const;
  [[nodiscard]] std::vector<reg::YearLine> lines_of(PupilId pupil) const;
  [[nodiscard]] std::vector<Proposal> proposals_of(PupilId pupil) const;

  std::shared_ptr<const reg::School> school_;
  reg::SchoolDays days_;
  std::map<PupilId, std::vector<reg::YearLine>> lines_;
  std::map<PupilId, std::vector<Proposal>> proposals_;
};

/// Everybody, also who has left, as lists show them: by class, surname, first name.
[[nodiscard]] std::vector<const reg::PupilRecord*> pupils_by_class(const reg::School& school);

}  // namespace handbell::reports
