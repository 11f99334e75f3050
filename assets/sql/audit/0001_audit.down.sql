DROP TABLE sealed;
DROP TABLE entry;
DROP TABLE history;
