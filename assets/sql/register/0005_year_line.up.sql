-- The current mark of each session, a row a pupil and school year: what figures are counted from.
-- It follows from the entries, and verify compares it with them (assets/docs/formats.md).
CREATE TABLE year_line (
  school_id INTEGER NOT NULL,
  year INTEGER NOT NULL,
  pupil INTEGER NOT NULL,
  cells BLOB NOT NULL,
  PRIMARY KEY (school_id, year, pupil),
  FOREIGN KEY (school_id, pupil) REFERENCES pupil
) STRICT;
