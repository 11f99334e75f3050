DROP TABLE acting_role;
DROP TABLE staff;
DROP TABLE contact;
