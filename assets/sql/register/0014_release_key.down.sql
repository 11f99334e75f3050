ALTER TABLE staff_card DROP COLUMN verifier;
ALTER TABLE staff_card DROP COLUMN key_version;
