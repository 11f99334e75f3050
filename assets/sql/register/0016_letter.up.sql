-- Where changes of letters and of the logo stand among the entries, and the logo itself.
CREATE TABLE letter (
  school_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (school_id, seq),
  FOREIGN KEY (school_id, seq) REFERENCES entry
) STRICT;

CREATE TABLE logo (
  school_id INTEGER NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 524288)
) STRICT;
