-- A staff card that may hand a child over at the door: with which of the site's keys it proves
-- itself, and what a PIN is looked at against. Of no card that was enrolled before.
ALTER TABLE staff_card ADD COLUMN key_version INTEGER CHECK (key_version BETWEEN 1 AND 255);
ALTER TABLE staff_card ADD COLUMN verifier BLOB CHECK (length(verifier) = 48);
