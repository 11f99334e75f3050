DROP TABLE logo;
DROP TABLE letter;
