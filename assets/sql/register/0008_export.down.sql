DROP TRIGGER export_record_goes_with_its_mark;
DROP TABLE export_record;
