-- Events that no side has any more: the register was set back by more than the week for which a kiosk
-- keeps what was received (D51). The next event follows from the head that the kiosk sealed.
CREATE TABLE gap (
  school_id INTEGER NOT NULL,
  history BLOB NOT NULL,
  first INTEGER NOT NULL CHECK (first > 0),
  seq INTEGER NOT NULL CHECK (seq >= first),
  link BLOB NOT NULL CHECK (length(link) = 32),
  PRIMARY KEY (school_id, history, first),
  FOREIGN KEY (school_id, history) REFERENCES journal
) STRICT;
