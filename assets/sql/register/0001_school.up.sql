-- What the office knows of the school. Days are numbers since 1970-01-01, times of day and moments
-- are milliseconds. Every key leads with school_id, so that many schools can share one server.
CREATE TABLE school (
  school_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  history BLOB NOT NULL CHECK (length(history) = 16),
  card_key BLOB NOT NULL CHECK (length(card_key) = 32),
  version INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE pupil (
  school_id INTEGER NOT NULL REFERENCES school,
  pupil INTEGER NOT NULL CHECK (pupil > 0),
  upn TEXT NOT NULL,
  admission_number TEXT NOT NULL,
  surname TEXT NOT NULL,
  forename TEXT NOT NULL,
  preferred TEXT,
  date_of_birth INTEGER NOT NULL,
  sex TEXT NOT NULL,
  year_group TEXT NOT NULL,
  class TEXT NOT NULL,
  start INTEGER NOT NULL,
  leaving INTEGER,
  pattern TEXT NOT NULL,
  social_worker INTEGER NOT NULL,
  groups TEXT NOT NULL,
  language TEXT NOT NULL,
  family TEXT NOT NULL,
  see_office INTEGER NOT NULL,
  never_show INTEGER NOT NULL,
  PRIMARY KEY (school_id, pupil)
) STRICT;

CREATE TABLE card (
  school_id INTEGER NOT NULL,
  uid TEXT NOT NULL,
  pupil INTEGER NOT NULL,
  issued INTEGER NOT NULL,
  revoked INTEGER,
  PRIMARY KEY (school_id, uid, pupil, issued),
  FOREIGN KEY (school_id, pupil) REFERENCES pupil
) STRICT;

CREATE TABLE class (
  school_id INTEGER NOT NULL REFERENCES school,
  name TEXT NOT NULL,
  picture TEXT NOT NULL,
  PRIMARY KEY (school_id, name)
) STRICT;

CREATE TABLE period (
  school_id INTEGER NOT NULL REFERENCES school,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  groups TEXT NOT NULL,
  PRIMARY KEY (school_id, first, last, kind, name, groups)
) STRICT;

CREATE TABLE session_time (
  school_id INTEGER NOT NULL REFERENCES school,
  since INTEGER NOT NULL,
  year_group TEXT NOT NULL,
  half INTEGER NOT NULL,
  arrive_by INTEGER NOT NULL,
  taken_by INTEGER NOT NULL,
  closes INTEGER NOT NULL,
  PRIMARY KEY (school_id, since, year_group, half)
) STRICT;

CREATE TABLE plan (
  school_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  half INTEGER NOT NULL,
  pupil INTEGER NOT NULL,
  code TEXT NOT NULL,
  told_before_close INTEGER NOT NULL,
  PRIMARY KEY (school_id, day, half, pupil),
  FOREIGN KEY (school_id, pupil) REFERENCES pupil
) STRICT;
