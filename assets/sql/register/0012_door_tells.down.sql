DROP TABLE evacuation;
DROP TABLE reason;
DROP TABLE staff_card;
DROP TABLE family_card;
ALTER TABLE pupil DROP COLUMN hide_siblings;
