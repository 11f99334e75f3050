-- On which day an event counts that has none of its own, as its kiosk's clock was not trusted (D17).
-- `boot`: the start of the machine that it is of, as a signed number; a row without a day is the
-- entry that makes the time of that start known. Events from before are listed by the program.
CREATE TABLE untimed (
  school_id INTEGER NOT NULL,
  history BLOB NOT NULL,
  seq INTEGER NOT NULL,
  boot INTEGER NOT NULL,
  day INTEGER,
  PRIMARY KEY (school_id, history, seq),
  FOREIGN KEY (school_id, history, seq) REFERENCES event
) STRICT;

CREATE INDEX untimed_of_day ON untimed (school_id, day, history, seq, boot);
CREATE INDEX untimed_of_boot ON untimed (school_id, history, boot, day);
