CREATE TRIGGER taps_stay BEFORE DELETE ON taps
BEGIN
  SELECT RAISE(ABORT, 'taps are never removed');
END;
