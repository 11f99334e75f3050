-- Where what people told of presence is found: class registers, groups, single children (D29, D47).
CREATE TABLE told (
  school_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (school_id, day, seq),
  FOREIGN KEY (school_id, seq) REFERENCES entry
) STRICT;

CREATE UNIQUE INDEX told_entry ON told (school_id, seq);
