-- What the office has held for seven days is removed (D51), up to a head that stays: the next entry
-- follows from it, and an entry of the journal names it.
CREATE TABLE sealed (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL CHECK (seq > 0),
  link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;

CREATE TRIGGER sealed_only_grows BEFORE UPDATE ON sealed
WHEN NEW.seq <= OLD.seq
BEGIN
  SELECT RAISE(ABORT, 'a sealed head only grows');
END;

CREATE TRIGGER sealed_is_never_removed BEFORE DELETE ON sealed
BEGIN
  SELECT RAISE(ABORT, 'a sealed head is never removed');
END;

-- How far the office had come on each day (UTC) of its answers.
CREATE TABLE received_on (
  day INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT;

DROP TRIGGER entry_is_never_removed;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
WHEN OLD.seq > coalesce((SELECT seq FROM sealed), 0)
BEGIN
  SELECT RAISE(ABORT, 'an entry is never removed');
END;
