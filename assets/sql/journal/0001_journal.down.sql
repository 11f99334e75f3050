DROP TABLE receipt;
DROP TABLE entry;
DROP TABLE history;
