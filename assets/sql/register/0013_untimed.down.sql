DROP TABLE untimed;
