DROP TABLE year_line;
