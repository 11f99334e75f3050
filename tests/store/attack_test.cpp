// Somebody who holds register.db, knows this code and has SQL changes what the register says: the
// triggers are dropped, keys and replacing are as the attacker likes. Whatever is done, verify()
// names the entry, or whoever saw the register before does.
#include "app/journal/mark_codec.h"
#include "app/store/entry_row.h"
#include "app/store/power_cut_vfs.h"
#include "app/store/register_file.h"

#include "counted_random.h"
#include "small_school.h"
#include <gtest/gtest.h>

namespace handbell::store {
namespace {

const reg::Author& the_attacker() {
  static const auto author = *reg::Author::parse("R Patel, Office manager");
  return author;
}

reg::MarkDraft attack_mark(PupilId pupil, const char* day, const char* code) {
  return {pupil,        {on(day), Half::am}, reg::code_of(code), std::nullopt,
          std::nullopt, "In class",          "Class teacher",    the_attacker()};
}

/// A connection past all that protects the file.
class Attacker {
 public:
  explicit Attacker(const std::string& vfs)
      : raw_(std::string("register.db"), SQLite::OPEN_READWRITE, 0, vfs) {
    raw_.exec("PRAGMA foreign_keys=OFF; PRAGMA recursive_triggers=OFF");
    for (const char* table : {"entry", "event", "erased"}) {
      const std::string name = std::string("DROP TRIGGER IF EXISTS ") + table + "_is_never_";
      raw_.exec(name + "changed;" + name + "removed");
    }
  }

  void run(const std::string& sql) { raw_.exec(sql); }

  /// Another text in an entry, with a commitment that fits it.
  void write_text(std::uint64_t seq, const Bytes& payload, bool committed) {
    auto entry = read(seq);
    entry.payload = payload;
    if (committed) entry.commitment = journal::commitment_of(payload, *entry.salt);
    put(entry);
  }

  /// Behind the head, with number, salt and link as the register itself would make them.
  void append(journal::Draft draft) {
    const auto head = newest();
    put(sealed(head.history, head_of(head), std::move(draft), journal::Salt{7}));
  }

  /// Every link anew from this entry on: the whole history is in one hand.
  void link_anew(std::uint64_t from) {
    const auto end = newest().seq;
    for (std::uint64_t seq = from; seq <= end; ++seq) {
      auto entry = read(seq);
      entry.link = link_of(entry, seq == 1 ? journal::Digest{} : read(seq - 1).link);
      put(entry);
    }
  }

 private:
  journal::Entry newest() { return read(raw_.execAndGet("SELECT max(seq) FROM entry").getUInt()); }
  journal::Entry read(std::uint64_t seq) {
    SQLite::Statement school(raw_, "SELECT history FROM school");
    journal::HistoryId history{};
    EXPECT_TRUE(school.executeStep() && copy_blob(school.getColumn(0), history));
    SQLite::Statement row(raw_, std::string("SELECT ") + kEntryColumns +
                                    " FROM entry WHERE seq = " + std::to_string(seq));
    EXPECT_TRUE(row.executeStep());
    return *entry_from(row, history);
  }
  void put(const journal::Entry& entry) {
    SQLite::Statement row(raw_, std::string("INSERT OR REPLACE INTO entry (school_id, ") +
                                    kEntryColumns + ") VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)");
    bind_entry(row, entry);
    row.exec();
  }

  SQLite::Database raw_;
};

/// Six entries (the third amends the second, the sixth the fifth), and a journal of three events
/// that the front door sent.
class Attack : public testing::Test {
 protected:
  void SetUp() override {
    const auto file = open();
    ASSERT_TRUE(file->put_pupils(three_pupils()));
    ASSERT_TRUE(file->put_periods(one_year()));
    ASSERT_TRUE(file->put_times(reg::policy_times(on("2025-09-01"))));
    ASSERT_EQ(*file->enrol("Front door", {1}), 1U);
    door_.tap(PupilId(1), instant("2026-01-12T08:41:30"), reg::code_of("L"));
    const Instant left = instant("2026-01-12T11:00:00");
    door_.write(reg::Passed{PupilId(1), {left, {}, 0, true, false}, true, ""}, left);
    door_.tap(PupilId(2), instant("2026-01-13T08:41:30"), reg::code_of("L"));
    ASSERT_TRUE(file->apply(door_.message(1), instant("2026-01-13T09:00:00")));
    for (const auto& draft : marks_) {
      ASSERT_TRUE(file->enter({draft}, instant("2026-01-13T09:30:00")));
    }
    seen_ = *file->witness();
    ASSERT_EQ(file->verify()->entries, 6U);
  }

  std::unique_ptr<RegisterFile> open() {
    return std::move(*RegisterFile::open("register.db", random_, {vfs_.vfs_name()}));
  }
  /// What verify() says afterwards.
  Fault found() {
    const auto file = RegisterFile::open_for_pages("register.db", random_, {vfs_.vfs_name()});
    const auto count = (*file)->verify();
    EXPECT_FALSE(count) << "nobody saw it";
    return count ? Fault{FaultCode::usage, ""} : count.error();
  }
  Fault after(const std::string& sql) {
    attacker().run(sql);
    return found();
  }
  Attacker attacker() { return Attacker(vfs_.vfs_name()); }
  /// What the figures are counted from, as the attacker's marks would give it.
  static std::string line_of(PupilId pupil, const std::vector<reg::MarkDraft>& marks) {
    reg::YearLine line(pupil, 2025);
    for (const auto& mark : marks) line.set(mark.session, {mark.code, mark.minutes_late});
    return "UPDATE year_line SET cells = x'" + to_hex(line.bytes()) +
           "' WHERE pupil = " + std::to_string(pupil.number()) + ";";
  }
  journal::Erasure erasure(const journal::HistoryId& history, std::uint64_t first,
                           std::uint64_t last, const char* due) {
    return {on(due), the_attacker(), {{history, first, last}}};
  }

  const std::vector<reg::MarkDraft> marks_{
      attack_mark(PupilId(1), "2026-01-12", "L"), attack_mark(PupilId(2), "2026-01-12", "N"),
      attack_mark(PupilId(2), "2026-01-12", "I"), attack_mark(PupilId(3), "2026-01-12", "/"),
      attack_mark(PupilId(1), "2026-01-13", "N"), attack_mark(PupilId(1), "2026-01-13", "/")};
  PowerCutVfs vfs_{"attack"};
  CountedRandom random_;
  PaperKiosk door_{1, 0xA1};
  journal::Witness seen_;
};

void expect_named(const Fault& found, FaultCode code, const std::string& number) {
  EXPECT_EQ(name_of(found.code), name_of(code)) << sentence(found);
  EXPECT_EQ(found.where.substr(0, found.where.find(' ')), number) << sentence(found);
  EXPECT_NE(sentence(found).find("ntry " + number), std::string::npos) << sentence(found);
}

TEST_F(Attack, another_text_in_an_entry) {
  const auto text =
      journal::draft_of(attack_mark(PupilId(2), "2026-01-12", "/"), 2, Instant{}).payload;
  attacker().write_text(3, text, false);
  expect_named(found(), FaultCode::commitment_broken, "3");
  attacker().write_text(3, text, true);
  expect_named(found(), FaultCode::link_broken, "3");
}

TEST_F(Attack, one_bit_of_any_column_of_an_entry) {
  const std::string at4 = " WHERE seq = 4";
  for (const char* set : {"at = at - 1", "kind = 101", "retention = 3"}) {
    const std::string column = std::string(set).substr(0, std::string(set).find(' '));
    attacker().run("CREATE TABLE was AS SELECT * FROM entry" + at4);
    expect_named(after(std::string("UPDATE entry SET ") + set + at4), FaultCode::link_broken, "4");
    attacker().run("UPDATE entry SET " + column + " = (SELECT " + column + " FROM was)" + at4 +
                   "; DROP TABLE was");
  }
  for (const char* set : {"salt = zeroblob(32)", "payload = CAST(payload || x'00' AS BLOB)"}) {
    attacker().run("CREATE TABLE was AS SELECT * FROM entry" + at4);
    expect_named(after(std::string("UPDATE entry SET ") + set + at4), FaultCode::commitment_broken,
                 "4");
    attacker().run("UPDATE entry SET (salt, payload) = (SELECT salt, payload FROM was)" + at4 +
                   "; DROP TABLE was");
  }
  EXPECT_TRUE(open()->verify()) << "all was put back";
}

TEST_F(Attack, an_entry_of_the_middle_taken_out) {
  expect_named(after("DELETE FROM entry WHERE seq = 3"), FaultCode::entry_missing, "3");
  expect_named(after("DELETE FROM mark WHERE seq = 3;" + line_of(PupilId(2), {marks_[1]})),
               FaultCode::entry_missing, "3");
  // ... and the gap closed.
  expect_named(after("UPDATE entry SET seq = seq - 1 WHERE seq > 3;"
                     "UPDATE mark SET seq = seq - 1 WHERE seq > 3"),
               FaultCode::link_broken, "3");
}

TEST_F(Attack, an_absence_that_changes_places_with_its_amendment) {
  const std::string all = "CREATE TABLE was AS SELECT * FROM entry;";
  attacker().run(all);
  expect_named(after("UPDATE entry SET (salt, payload) = (SELECT salt, payload FROM was WHERE"
                     " was.seq = 5 - entry.seq) WHERE seq IN (2, 3)"),
               FaultCode::commitment_broken, "2");
  expect_named(after("UPDATE entry SET (salt, payload, commitment) = (SELECT salt, payload,"
                     " commitment FROM was WHERE was.seq = 5 - entry.seq) WHERE seq IN (2, 3)"),
               FaultCode::link_broken, "2");
  expect_named(after("UPDATE entry SET (at, salt, payload, commitment, link) = (SELECT at, salt,"
                     " payload, commitment, link FROM was WHERE was.seq = 5 - entry.seq) WHERE"
                     " seq IN (2, 3)"),
               FaultCode::link_broken, "2");
}

TEST_F(Attack, two_entries_that_change_their_numbers) {
  expect_named(after("UPDATE entry SET seq = 90 WHERE seq = 2;"
                     "UPDATE entry SET seq = 2 WHERE seq = 3;"
                     "UPDATE entry SET seq = 3 WHERE seq = 90"),
               FaultCode::link_broken, "2");
}

TEST_F(Attack, an_entry_replaced_past_the_trigger) {
  expect_named(after("INSERT OR REPLACE INTO entry SELECT school_id, 4, kind, retention, at, salt,"
                     " payload, commitment, link FROM entry WHERE seq = 6"),
               FaultCode::link_broken, "4");
}

TEST_F(Attack, a_register_that_is_said_to_be_another) {
  expect_named(after("UPDATE school SET history = zeroblob(16)"), FaultCode::link_broken, "1");
}

TEST_F(Attack, a_young_entry_blanked_as_if_erased_D51) {
  const std::string blank = "UPDATE entry SET salt = NULL, payload = x'' WHERE seq = ";
  // The original of an amendment, so that no figure changes.
  expect_named(after(blank + "2"), FaultCode::blank_unnamed, "2");
  expect_named(after("DELETE FROM mark WHERE seq = 2"), FaultCode::blank_unnamed, "2");
}

TEST_F(Attack, the_newest_entry_of_a_session_blanked_with_all_that_points_to_it_D51) {
  const std::string blank = "UPDATE entry SET salt = NULL, payload = x'' WHERE seq = 6;";
  expect_named(after(blank), FaultCode::mark_differs, "6");
  expect_named(after("DELETE FROM mark WHERE seq = 6;" + line_of(PupilId(1), {marks_[0]})),
               FaultCode::mark_differs, "5");
  expect_named(after(line_of(PupilId(1), {marks_[0], marks_[4]})), FaultCode::blank_unnamed, "6");
}

TEST_F(Attack, a_name_in_the_list_of_the_erased_lets_the_text_go_and_does_not_make_it_right_D51) {
  {
    SQLite::Database raw(std::string("register.db"), SQLite::OPEN_READWRITE, 0, vfs_.vfs_name());
    raw.exec(
        "INSERT INTO erased SELECT 1, history, 2, 6 FROM school;"
        "UPDATE entry SET salt = NULL, payload = x'' WHERE seq = 2; DELETE FROM mark WHERE seq = "
        "2");
  }
  expect_named(found(), FaultCode::blank_unnamed, "2");
}

TEST_F(Attack, an_erasure_that_names_a_young_entry_D51) {
  attacker().append(
      draft_of(erasure(seen_.history, 2, 2, "2026-02-02"), instant("2026-02-02T10:00:00")));
  attacker().run(
      "UPDATE entry SET salt = NULL, payload = x'' WHERE seq = 2; DELETE FROM mark WHERE seq = 2");
  expect_named(found(), FaultCode::erasure_wrong, "7");
}

TEST_F(Attack, an_erasure_that_says_that_it_is_due_on_a_day_to_come_D51) {
  attacker().append(
      draft_of(erasure(seen_.history, 2, 2, "2099-01-01"), instant("2026-02-02T10:00:00")));
  attacker().run(
      "UPDATE entry SET salt = NULL, payload = x'' WHERE seq = 2; DELETE FROM mark WHERE seq = 2");
  EXPECT_EQ(found().where.substr(0, 2), "7 ") << sentence(found());
}

TEST_F(Attack, an_erasure_of_an_original_whose_amendment_still_stands_D39) {
  // Its six years are over; the amendment was made the day before.
  const auto late = instant("2032-01-15T09:00:00");
  ASSERT_TRUE(open()->enter({attack_mark(PupilId(3), "2026-01-12", "I")}, late));
  attacker().append(
      draft_of(erasure(seen_.history, 4, 4, "2032-01-16"), instant("2032-01-16T10:00:00")));
  attacker().run(
      "UPDATE entry SET salt = NULL, payload = x'' WHERE seq = 4; DELETE FROM mark WHERE seq = 4");
  expect_named(found(), FaultCode::erasure_wrong, "8");
}

TEST_F(Attack, an_erasure_that_names_what_is_kept_longer_with_what_is_due_D51) {
  // On 1 September 2027 the child's way out is due, the arrivals around it are not.
  const auto& journal = door_.entries().front().history;
  attacker().append(draft_of(erasure(journal, 1, 3, "2027-09-01"), instant("2027-09-01T10:00:00")));
  attacker().run("UPDATE event SET salt = NULL, payload = x''");
  expect_named(found(), FaultCode::erasure_wrong, "7");
}

TEST_F(Attack, a_longer_class_changed_for_a_shorter_one_D51) {
  expect_named(after("UPDATE event SET retention = 3 WHERE seq = 3"), FaultCode::link_broken, "3");
}

TEST_F(Attack, the_right_erasure_of_the_way_out_alone_stands_D51) {
  const auto& journal = door_.entries().front().history;
  attacker().append(draft_of(erasure(journal, 2, 2, "2027-09-01"), instant("2027-09-01T10:00:00")));
  attacker().run("UPDATE event SET salt = NULL, payload = x'' WHERE seq = 2");
  const auto count = open()->verify();
  EXPECT_TRUE(count) << sentence(count.error());
}

TEST_F(Attack, what_a_door_sent_taken_out_cut_off_or_sent_twice) {
  attacker().run("CREATE TABLE was AS SELECT * FROM event");
  expect_named(after("DELETE FROM event WHERE seq = 2"), FaultCode::entry_missing, "2");
  attacker().run("INSERT INTO event SELECT * FROM was WHERE seq = 2");
  const auto cut = after("DELETE FROM event WHERE seq = 3");
  EXPECT_EQ(cut.code, FaultCode::tail_cut);
  EXPECT_NE(cut.where.find("ends at 2, 3 were held"), std::string::npos) << cut.where;
  expect_named(after("INSERT INTO event SELECT * FROM was WHERE seq = 3;"
                     "INSERT INTO event SELECT school_id, history, 4, kind, retention, at, salt,"
                     " payload, commitment, link, day FROM was WHERE seq = 3"),
               FaultCode::link_broken, "4");
}

TEST_F(Attack, an_arrival_moved_to_another_day_where_nobody_looks_for_it) {
  expect_named(after("UPDATE event SET day = day + 7 WHERE seq = 3"), FaultCode::entry_missing,
               "3");
  expect_named(after("UPDATE event SET day = NULL WHERE seq = 1"), FaultCode::entry_missing, "1");
}

TEST_F(Attack, a_mark_that_stands_without_an_entry) {
  expect_named(after(line_of(PupilId(2), {attack_mark(PupilId(2), "2026-01-12", "/")})),
               FaultCode::mark_differs, "3");
  // A year that has no entries, and one that has lost its line.
  const auto other_year = after(line_of(PupilId(2), {marks_[2]}) +
                                "INSERT INTO year_line SELECT 1, 2024, 2, cells FROM year_line"
                                " WHERE pupil = 2");
  expect_named(other_year, FaultCode::mark_differs, "0");
  expect_named(after("DELETE FROM year_line WHERE year = 2024 OR pupil = 3"),
               FaultCode::mark_differs, "4");
}

TEST_F(Attack, an_amendment_hidden_from_the_list_of_marks) {
  expect_named(
      after("DELETE FROM mark WHERE seq = 6;" + line_of(PupilId(1), {marks_[0], marks_[4]})),
      FaultCode::entry_missing, "6");
}

TEST_F(Attack, another_pupils_entry_in_front_of_a_pupils_own) {
  // Entry 4, of pupil 3, is newer than pupil 2's: whoever looks for the newest finds it.
  expect_named(after("INSERT INTO mark SELECT 1, day, half, 2, 4 FROM mark WHERE seq = 4"),
               FaultCode::mark_differs, "4");
}

TEST_F(Attack, a_mark_that_leads_to_an_entry_that_is_not_there) {
  const auto nowhere = after("INSERT INTO mark SELECT 1, day, half, 2, 70 FROM mark WHERE seq = 4");
  EXPECT_EQ(nowhere.code, FaultCode::database_wrong);
  EXPECT_NE(nowhere.where.find("mark"), std::string::npos) << nowhere.where;
}

class AttackSeen : public Attack {
 protected:
  /// What the office says of it after the kiosk, who saw the register before, spoke again.
  std::string told_by_the_kiosk() {
    door_.remember(seen_);
    const auto file = open();
    EXPECT_TRUE(file->verify()) << "the file alone does not know";
    EXPECT_TRUE(file->apply(door_.message(1), instant("2026-01-14T09:00:00")));
    return file->kiosks()->at(0).fault;
  }
};

TEST_F(AttackSeen, a_tail_that_was_cut_off_with_all_that_points_to_it) {
  attacker().run(
      "DELETE FROM entry WHERE seq > 4; DELETE FROM mark WHERE seq > 4;"
      "DELETE FROM year_line");
  const auto stands = open()->stands(seen_);
  ASSERT_FALSE(stands);
  EXPECT_EQ(stands.error(), (Fault{FaultCode::tail_cut,
                                   "a kiosk saw entry 6 of the register, which"
                                   " ends at 4"}));
  EXPECT_NE(told_by_the_kiosk().find("entry 6"), std::string::npos);
}

TEST_F(AttackSeen, a_history_written_anew_from_an_entry_on) {
  const auto absent = attack_mark(PupilId(1), "2026-01-13", "I");
  attacker().write_text(6, journal::draft_of(absent, 5, Instant{}).payload, true);
  attacker().link_anew(6);
  attacker().run("DELETE FROM year_line");
  const auto stands = open()->stands(seen_);
  ASSERT_FALSE(stands);
  expect_named(stands.error(), FaultCode::link_broken, "6");
  EXPECT_NE(told_by_the_kiosk().find("ntry 6"), std::string::npos);
}

TEST_F(AttackSeen, a_history_cut_and_grown_again_past_where_it_was) {
  attacker().run(
      "DELETE FROM entry WHERE seq > 4; DELETE FROM mark WHERE seq > 4;"
      "DELETE FROM year_line");
  const auto file = open();
  for (int i = 0; i < 4; ++i) {
    ASSERT_TRUE(
        file->enter({attack_mark(PupilId(1), "2026-01-13", "I")}, instant("2026-01-14T08:00:00")));
  }
  const auto stands = file->stands(seen_);
  ASSERT_FALSE(stands);
  expect_named(stands.error(), FaultCode::link_broken, "6");
  EXPECT_NE(told_by_the_kiosk().find("ntry 6"), std::string::npos);
}

}  // namespace
}  // namespace handbell::store
