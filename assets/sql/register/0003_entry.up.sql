-- The register itself: entries by people, chained, never changed; and where to find each mark.
CREATE TABLE entry (
  school_id INTEGER NOT NULL REFERENCES school,
  seq INTEGER NOT NULL CHECK (seq > 0),
  kind INTEGER NOT NULL,
  retention INTEGER NOT NULL,
  at INTEGER NOT NULL,
  salt BLOB CHECK (length(salt) = 32),
  payload BLOB NOT NULL,
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  link BLOB NOT NULL CHECK (length(link) = 32),
  PRIMARY KEY (school_id, seq)
) STRICT;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed');
END;

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never removed');
END;

CREATE TABLE mark (
  school_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  half INTEGER NOT NULL,
  pupil INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (school_id, day, half, pupil, seq),
  FOREIGN KEY (school_id, pupil) REFERENCES pupil,
  FOREIGN KEY (school_id, seq) REFERENCES entry
) STRICT;
