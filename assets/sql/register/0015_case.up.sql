-- Where what was written down about a child's case is found, and what took any of it back: by child,
-- so that asking for a case, or for all of them, goes through nothing else (policy 4.2 to 6).
CREATE TABLE case_note (
  school_id INTEGER NOT NULL,
  pupil INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (school_id, pupil, seq),
  FOREIGN KEY (school_id, seq) REFERENCES entry,
  FOREIGN KEY (school_id, pupil) REFERENCES pupil
) STRICT;

CREATE UNIQUE INDEX case_note_entry ON case_note (school_id, seq);
