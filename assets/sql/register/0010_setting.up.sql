-- Where the settings that have legal effect stand among the entries (D50).
CREATE TABLE setting (
  school_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (school_id, seq),
  FOREIGN KEY (school_id, seq) REFERENCES entry
) STRICT;
