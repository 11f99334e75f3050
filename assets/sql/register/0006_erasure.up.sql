-- Texts whose time has come (D39, D51): each is named here by the entry that erased it, and only
-- then may salt and text go; everything else of the row stays, so that the chain still stands.
CREATE TABLE erased (
  school_id INTEGER NOT NULL REFERENCES school,
  history BLOB NOT NULL CHECK (length(history) = 16),
  seq INTEGER NOT NULL,
  by INTEGER NOT NULL,
  PRIMARY KEY (school_id, history, seq),
  FOREIGN KEY (school_id, by) REFERENCES entry (school_id, seq)
) STRICT;

CREATE TRIGGER erased_is_never_changed BEFORE UPDATE ON erased
BEGIN
  SELECT RAISE(ABORT, 'an erasure is never changed');
END;

CREATE TRIGGER erased_is_never_removed BEFORE DELETE ON erased
BEGIN
  SELECT RAISE(ABORT, 'an erasure is never removed');
END;

DROP TRIGGER entry_is_never_changed;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
WHEN NOT (NEW.salt IS NULL AND NEW.payload = x'' AND NEW.school_id = OLD.school_id
          AND NEW.seq = OLD.seq AND NEW.kind = OLD.kind AND NEW.retention = OLD.retention
          AND NEW.at = OLD.at AND NEW.commitment = OLD.commitment AND NEW.link = OLD.link
          AND EXISTS (SELECT 1 FROM erased JOIN school USING (school_id)
                      WHERE erased.school_id = OLD.school_id AND erased.history = school.history
                        AND erased.seq = OLD.seq))
BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed');
END;

DROP TRIGGER event_is_never_changed;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
WHEN NOT (NEW.salt IS NULL AND NEW.payload = x'' AND NEW.school_id = OLD.school_id
          AND NEW.history = OLD.history AND NEW.seq = OLD.seq AND NEW.kind = OLD.kind
          AND NEW.retention = OLD.retention AND NEW.at = OLD.at
          AND NEW.commitment = OLD.commitment AND NEW.link = OLD.link AND NEW.day IS OLD.day
          AND EXISTS (SELECT 1 FROM erased
                      WHERE erased.school_id = OLD.school_id AND erased.history = OLD.history
                        AND erased.seq = OLD.seq))
BEGIN
  SELECT RAISE(ABORT, 'an event is never changed');
END;
