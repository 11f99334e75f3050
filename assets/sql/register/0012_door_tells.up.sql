-- What the office tells its doors besides: hidden sibling links, cards of families (on a parent's
-- keyring) and of staff (with what stands for a PIN), the school's own words for reasons, and who
-- said "Leave the building" when.
ALTER TABLE pupil ADD COLUMN hide_siblings INTEGER NOT NULL DEFAULT 0;

CREATE TABLE family_card (
  school_id INTEGER NOT NULL REFERENCES school,
  uid TEXT NOT NULL,
  family TEXT NOT NULL CHECK (family <> ''),
  issued INTEGER NOT NULL,
  revoked INTEGER,
  PRIMARY KEY (school_id, uid, family, issued)
) STRICT;

CREATE TABLE staff_card (
  school_id INTEGER NOT NULL,
  uid TEXT NOT NULL,
  staff TEXT NOT NULL,
  pin BLOB NOT NULL CHECK (length(pin) = 16),
  issued INTEGER NOT NULL,
  revoked INTEGER,
  PRIMARY KEY (school_id, uid, staff, issued),
  FOREIGN KEY (school_id, staff) REFERENCES staff
) STRICT;

CREATE TABLE reason (
  school_id INTEGER NOT NULL REFERENCES school,
  list TEXT NOT NULL,
  place INTEGER NOT NULL CHECK (place > 0),
  key TEXT NOT NULL,
  words TEXT NOT NULL,
  picture TEXT NOT NULL,
  PRIMARY KEY (school_id, list, place)
) STRICT;

CREATE TABLE evacuation (
  school_id INTEGER NOT NULL REFERENCES school,
  number INTEGER NOT NULL CHECK (number > 0),
  leave INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  by_position TEXT NOT NULL,
  PRIMARY KEY (school_id, number)
) STRICT;

CREATE TRIGGER evacuation_is_never_changed BEFORE UPDATE ON evacuation
BEGIN
  SELECT RAISE(ABORT, 'who said leave the building is never changed');
END;

CREATE TRIGGER evacuation_is_never_removed BEFORE DELETE ON evacuation
BEGIN
  SELECT RAISE(ABORT, 'who said leave the building is never removed');
END;
