// A small invented school for tests, and a kiosk that writes its journal in memory.
#pragma once

#include "app/base/school_time.h"
#include "app/journal/event_codec.h"
#include "app/journal/message.h"
#include "app/register/school.h"

#include <vector>

namespace handbell {

inline SchoolDay on(const char* text) { return *SchoolDay::parse(text); }
inline TimeOfDay at_time(const char* text) { return *TimeOfDay::parse(text); }
inline Instant instant(const char* local) { return *parse_local(local); }

inline reg::PupilRecord pupil_named(const char* forename, const char* surname, int number) {
  return reg::PupilRecord{.id = PupilId(),
                          .upn = std::nullopt,
                          .upn_written = "",
                          .admission_number = std::to_string(1000 + number),
                          .surname = *NamePart::parse(surname),
                          .forename = *NamePart::parse(forename),
                          .preferred = std::nullopt,
                          .date_of_birth = on("2020-03-04"),
                          .sex = "",
                          .group = reg::YearGroup::reception,
                          .class_name = "Owls",
                          .start = on("2025-09-01"),
                          .leaving = std::nullopt,
                          .pattern = {},
                          .social_worker = false,
                          .groups = "",
                          .language = "",
                          .family = "",
                          .see_office = false,
                          .never_show = false};
}

/// Amira Khan (R), Ben Ross (R) and Cara Lewis (N2): pupils 1, 2 and 3.
inline std::vector<reg::PupilRecord> three_pupils() {
  std::vector<reg::PupilRecord> rows{pupil_named("Amira", "Khan", 1), pupil_named("Ben", "Ross", 2),
                                     pupil_named("Cara", "Lewis", 3)};
  rows[2].group = reg::YearGroup::n2;
  rows[2].class_name = "Ducklings";
  return rows;
}

inline std::vector<reg::Period> one_year() {
  return {{on("2025-09-01"), on("2026-07-20"), reg::PeriodKind::term, "Year", {}},
          {on("2026-02-16"), on("2026-02-20"), reg::PeriodKind::holiday, "Half term", {}}};
}

/// Writes door events as a kiosk does, and remembers all of them.
class PaperKiosk {
 public:
  PaperKiosk(std::uint32_t number, std::uint8_t name) : number_(number) { history_.fill(name); }

  const journal::Entry& write(const reg::DoorEvent& event, Instant at) {
    journal::Salt salt{};
    salt[0] = static_cast<std::uint8_t>(entries_.size());
    salt[1] = history_[0];
    const journal::Head head = entries_.empty() ? sealed_ : journal::head_of(entries_.back());
    entries_.push_back(journal::sealed(history_, head, journal::draft_of(event, at), salt));
    return entries_.back();
  }

  const journal::Entry& tap(PupilId pupil, Instant at, std::optional<reg::Code> proposal,
                            bool trusted = true) {
    reg::Arrived arrived;
    arrived.pupil = pupil;
    arrived.at.wall = at;
    arrived.at.trusted = trusted;
    arrived.first_contact = at;
    arrived.proposal = proposal;
    arrived.outcome = !proposal                        ? reg::Outcome::on_time
                      : *proposal == reg::code_of("L") ? reg::Outcome::late_before_close
                                                       : reg::Outcome::late_after_close;
    return write(arrived, at);
  }

  /// From entry `from` on, as the sender cuts it.
  [[nodiscard]] journal::SyncMessage message(std::uint64_t from, std::size_t most = 256) const {
    journal::SyncMessage made;
    made.kiosk = number_;
    made.journal.history = history_;
    if (!entries_.empty()) made.journal.head = journal::head_of(entries_.back());
    made.office = office_;
    made.sealed = sealed_;
    for (const auto& entry : entries_) {
      if (entry.seq >= from && made.entries.size() < most) made.entries.push_back(entry);
    }
    return made;
  }

  /// Removes its first entries, up to number `through`, and says so in one more (D51).
  void prune(std::uint64_t through, Instant at) {
    while (!entries_.empty() && entries_.front().seq <= through) {
      sealed_ = journal::head_of(entries_.front());
      entries_.erase(entries_.begin());
    }
    reg::DoorMoment moment;
    moment.wall = at;
    write(reg::Pruned{sealed_.seq, sealed_.link, moment}, at);
  }

  void remember(const journal::Witness& office) { office_ = office; }
  [[nodiscard]] const std::vector<journal::Entry>& entries() const { return entries_; }
  [[nodiscard]] std::vector<journal::Entry>& entries() { return entries_; }

 private:
  std::uint32_t number_;
  journal::HistoryId history_{};
  journal::Witness office_;
  journal::Head sealed_;
  std::vector<journal::Entry> entries_;
};

}  // namespace handbell
