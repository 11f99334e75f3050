-- The journal of one kiosk (assets/docs/formats.md): entries that only grow in number.
CREATE TABLE history (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id BLOB NOT NULL CHECK (length(id) = 16)
) STRICT;

CREATE TABLE entry (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  kind INTEGER NOT NULL,
  retention INTEGER NOT NULL,
  at INTEGER NOT NULL,
  salt BLOB CHECK (length(salt) = 32),
  payload BLOB NOT NULL,
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed');
END;

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never removed');
END;

-- What the office said last; written together with the next entry, or when the door is quiet.
CREATE TABLE receipt (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  received INTEGER NOT NULL,
  office BLOB NOT NULL CHECK (length(office) = 16),
  office_seq INTEGER NOT NULL,
  office_link BLOB NOT NULL CHECK (length(office_link) = 32)
) STRICT;
