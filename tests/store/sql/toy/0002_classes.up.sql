-- A semicolon; a "quote" and [brackets] survive being embedded.
CREATE TABLE classes (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT 'a;b') STRICT;
CREATE TABLE pupils (
  id INTEGER PRIMARY KEY,
  class INTEGER NOT NULL REFERENCES classes (id)
) STRICT;
