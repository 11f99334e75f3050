-- What the kiosks sent, each entry once. `day` is empty where it is not known yet (D17).
CREATE TABLE kiosk (
  school_id INTEGER NOT NULL REFERENCES school,
  kiosk INTEGER NOT NULL CHECK (kiosk > 0),
  name TEXT NOT NULL,
  key BLOB NOT NULL CHECK (length(key) = 32),
  last_contact INTEGER,
  clock_trusted INTEGER NOT NULL DEFAULT 1,
  reader TEXT NOT NULL DEFAULT '',
  waiting INTEGER NOT NULL DEFAULT 0,
  book_version INTEGER NOT NULL DEFAULT 0,
  fault TEXT NOT NULL DEFAULT '',
  fault_since INTEGER,
  PRIMARY KEY (school_id, kiosk)
) STRICT;

CREATE TABLE journal (
  school_id INTEGER NOT NULL,
  history BLOB NOT NULL CHECK (length(history) = 16),
  kiosk INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  link BLOB NOT NULL CHECK (length(link) = 32),
  PRIMARY KEY (school_id, history),
  FOREIGN KEY (school_id, kiosk) REFERENCES kiosk
) STRICT;

CREATE TABLE event (
  school_id INTEGER NOT NULL,
  history BLOB NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  kind INTEGER NOT NULL,
  retention INTEGER NOT NULL,
  at INTEGER NOT NULL,
  salt BLOB CHECK (length(salt) = 32),
  payload BLOB NOT NULL,
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  link BLOB NOT NULL CHECK (length(link) = 32),
  day INTEGER,
  PRIMARY KEY (school_id, history, seq),
  FOREIGN KEY (school_id, history) REFERENCES journal
) STRICT;

CREATE INDEX event_of_day ON event (school_id, day);

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN
  SELECT RAISE(ABORT, 'an event is never changed');
END;

CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN
  SELECT RAISE(ABORT, 'an event is never removed');
END;
