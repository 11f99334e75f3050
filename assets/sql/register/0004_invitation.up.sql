-- Codes that were made for kiosks and not used yet: what they unlock, never the code.
CREATE TABLE invitation (
  school_id INTEGER NOT NULL REFERENCES school,
  name TEXT NOT NULL CHECK (name <> ''),
  key BLOB NOT NULL CHECK (length(key) = 32),
  until INTEGER NOT NULL,
  PRIMARY KEY (school_id, name)
) STRICT;
