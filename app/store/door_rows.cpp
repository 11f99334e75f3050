#include "app/store/door_rows.h"

#include "app/store/entry_row.h"

#include <set>
#include <tuple>

namespace handbell::store {

namespace {

tl::unexpected<Fault> wrong_door_row(const std::string& table, const std::string& row) {
  return fail(FaultCode::database_wrong, table + " " + row + " of register.db");
}

void bind_end(SQLite::Statement& row, int index, const std::optional<SchoolDay>& day) {
  if (day) {
    row.bind(index, day->number());
  } else {
    row.bind(index);
  }
}

/// Nothing where it is no day; an empty cell is no end.
std::optional<std::optional<SchoolDay>> end_in(const SQLite::Column& column) {
  if (column.isNull()) return std::optional<SchoolDay>();
  const auto day = SchoolDay::from_number(column.getInt64());
  return day ? std::optional(std::optional<SchoolDay>(*day)) : std::nullopt;
}

Status load_family_cards(SQLite::Database& database, reg::School& school) {
  SQLite::Statement rows(
      database, "SELECT uid, family, issued, revoked FROM family_card WHERE school_id = 1");
  while (rows.executeStep()) {
    const auto uid = CardNumber::parse(rows.getColumn(0).getString());
    const auto issued = SchoolDay::from_number(rows.getColumn(2).getInt64());
    const auto revoked = end_in(rows.getColumn(3));
    if (!uid || !issued || !revoked) {
      return wrong_door_row("card of family", rows.getColumn(1).getString());
    }
    school.cards.push_back({*uid, PupilId(), *issued, *revoked, rows.getColumn(1).getString()});
  }
  reg::sort_cards(school.cards);
  return {};
}

/// Nothing where it is no key; empty cells are none.
std::optional<std::optional<reg::ReleaseKey>> release_key_in(const SQLite::Column& version,
                                                             const SQLite::Column& verifier) {
  if (version.isNull() && verifier.isNull()) return std::optional<reg::ReleaseKey>();
  const auto number = version.getInt64();
  reg::ReleaseKey key;
  if (number < 1 || number > 255 || !copy_blob(verifier, key.verifier)) return std::nullopt;
  key.version = static_cast<std::uint8_t>(number);
  return std::optional(key);
}

void bind_release_key(SQLite::Statement& row, int index,
                      const std::optional<reg::ReleaseKey>& key) {
  if (!key) {
    row.bind(index);
    row.bind(index + 1);
    return;
  }
  row.bind(index, key->version);
  bind_bytes(row, index + 1, key->verifier);
}

Status load_staff_cards(SQLite::Database& database, reg::School& school) {
  SQLite::Statement rows(
      database,
      "SELECT uid, staff, pin, issued, revoked, key_version, verifier FROM staff_card"
      " WHERE school_id = 1 ORDER BY uid, issued, staff");
  while (rows.executeStep()) {
    const auto uid = CardNumber::parse(rows.getColumn(0).getString());
    const auto issued = SchoolDay::from_number(rows.getColumn(3).getInt64());
    const auto revoked = end_in(rows.getColumn(4));
    const auto release = release_key_in(rows.getColumn(5), rows.getColumn(6));
    reg::PinHash pin{};
    if (!uid || !issued || !revoked || !release || !copy_blob(rows.getColumn(2), pin)) {
      return wrong_door_row("card of", rows.getColumn(1).getString());
    }
    school.staff_cards.push_back(
        {*uid, rows.getColumn(1).getString(), pin, *issued, *revoked, *release});
  }
  return {};
}

Status load_reasons(SQLite::Database& database, reg::School& school) {
  SQLite::Statement rows(database,
                         "SELECT list, key, words, picture FROM reason WHERE school_id = 1"
                         " ORDER BY list, place");
  while (rows.executeStep()) {
    const auto list = reg::parse_reason_list(rows.getColumn(0).getString());
    reg::DoorReason reason{rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                           rows.getColumn(3).getString()};
    if (!list || !fit_reason(reason)) return wrong_door_row("reason", reason.key);
    school.reasons.of(*list).push_back(std::move(reason));
  }
  return {};
}

Status load_evacuations(SQLite::Database& database, reg::School& school) {
  SQLite::Statement rows(database,
                         "SELECT leave, at, by_name, by_position, number FROM evacuation"
                         " WHERE school_id = 1 ORDER BY number");
  while (rows.executeStep()) {
    const auto by = reg::Author::from(rows.getColumn(2).getString(), rows.getColumn(3).getString());
    if (!by) return wrong_door_row("evacuation", rows.getColumn(4).getString());
    school.evacuations.push_back(
        {rows.getColumn(0).getInt() != 0, Instant{rows.getColumn(1).getInt64()}, *by});
  }
  return {};
}

}  // namespace

Status load_door(SQLite::Database& database, reg::School& school) {
  for (const auto load : {load_family_cards, load_staff_cards, load_reasons, load_evacuations}) {
    if (Status loaded = load(database, school); !loaded) return loaded;
  }
  return {};
}

void write_family_card(SQLite::Database& database, const reg::CardRecord& card) {
  SQLite::Statement row(database,
                        "INSERT INTO family_card VALUES (1, ?, ?, ?, ?) ON CONFLICT (school_id,"
                        " uid, family, issued) DO UPDATE SET revoked = excluded.revoked");
  row.bind(1, card.uid.text());
  row.bind(2, card.family);
  row.bind(3, card.issued.number());
  bind_end(row, 4, card.revoked);
  row.exec();
}

void write_staff_card(SQLite::Database& database, const reg::StaffCardRecord& card) {
  SQLite::Statement row(database,
                        "INSERT INTO staff_card (school_id, uid, staff, pin, issued, revoked,"
                        " key_version, verifier) VALUES (1, ?, ?, ?, ?, ?, ?, ?)"
                        " ON CONFLICT (school_id, uid, staff, issued) DO UPDATE SET"
                        " pin = excluded.pin, revoked = excluded.revoked,"
                        " key_version = excluded.key_version, verifier = excluded.verifier");
  row.bind(1, card.uid.text());
  row.bind(2, card.staff);
  bind_bytes(row, 3, card.pin);
  row.bind(4, card.issued.number());
  bind_end(row, 5, card.revoked);
  bind_release_key(row, 6, card.release);
  row.exec();
}

void write_reasons(SQLite::Database& database, const std::vector<reg::ListedReason>& rows) {
  std::set<reg::ReasonList> cleared;
  int place = 0;
  for (const auto& [list, reason] : rows) {
    const std::string name(text_of(list));
    if (cleared.insert(list).second) {
      SQLite::Statement gone(database, "DELETE FROM reason WHERE school_id = 1 AND list = ?");
      gone.bind(1, name);
      gone.exec();
    }
    SQLite::Statement row(database, "INSERT INTO reason VALUES (1, ?, ?, ?, ?, ?)");
    row.bind(1, name);
    row.bind(2, ++place);
    row.bind(3, reason.key);
    row.bind(4, reason.words);
    row.bind(5, reason.picture);
    row.exec();
  }
}

void add_evacuation(SQLite::Database& database, const reg::EvacuationCall& call) {
  SQLite::Statement row(database,
                        "INSERT INTO evacuation SELECT 1, coalesce(max(number), 0) + 1, ?, ?, ?, ?"
                        " FROM evacuation WHERE school_id = 1");
  row.bind(1, call.on ? 1 : 0);
  row.bind(2, call.at.ms);
  row.bind(3, call.by.name());
  row.bind(4, call.by.position());
  row.exec();
}

}  // namespace handbell::store
