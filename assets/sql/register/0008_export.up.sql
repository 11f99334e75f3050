-- What became of each entry that was handed to another system: exported, accepted there, rejected.
-- Added to and never changed; it goes when the entry's mark is erased (D39).
CREATE TABLE export_record (
  school_id INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (school_id, entry, number),
  FOREIGN KEY (school_id, entry) REFERENCES entry (school_id, seq)
) STRICT;

CREATE TRIGGER export_record_goes_with_its_mark AFTER DELETE ON mark
BEGIN
  DELETE FROM export_record WHERE school_id = OLD.school_id AND entry = OLD.seq;
END;
