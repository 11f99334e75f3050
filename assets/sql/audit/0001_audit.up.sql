-- Who read what (assets/docs/formats.md, "Reads and exports"): entries that only grow in number,
-- removed from the beginning when their year has passed (D51), up to a head that stays.
CREATE TABLE history (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id BLOB NOT NULL CHECK (length(id) = 16)
) STRICT;

CREATE TABLE entry (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  kind INTEGER NOT NULL,
  retention INTEGER NOT NULL,
  at INTEGER NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 32),
  payload BLOB NOT NULL,
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;

CREATE TABLE sealed (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL CHECK (seq > 0),
  link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed');
END;

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
WHEN OLD.seq > coalesce((SELECT seq FROM sealed), 0)
BEGIN
  SELECT RAISE(ABORT, 'an entry is never removed');
END;

CREATE TRIGGER sealed_only_grows BEFORE UPDATE ON sealed
WHEN NEW.seq <= OLD.seq
BEGIN
  SELECT RAISE(ABORT, 'a sealed head only grows');
END;

CREATE TRIGGER sealed_is_never_removed BEFORE DELETE ON sealed
BEGIN
  SELECT RAISE(ABORT, 'a sealed head is never removed');
END;
