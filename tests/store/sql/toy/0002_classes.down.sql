DROP TABLE pupils;
DROP TABLE classes;
