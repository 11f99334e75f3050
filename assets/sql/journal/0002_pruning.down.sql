DROP TRIGGER entry_is_never_removed;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never removed');
END;

DROP TABLE received_on;
DROP TABLE sealed;
