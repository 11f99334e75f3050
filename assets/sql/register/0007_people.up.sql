-- The people around the children: whom to ring and who may collect (formats F2), who works here and
-- in which roles (F11), and who acts in another's role on which days, named by whom (D52).
CREATE TABLE contact (
  school_id INTEGER NOT NULL,
  pupil INTEGER NOT NULL,
  place INTEGER NOT NULL CHECK (place > 0),
  name TEXT NOT NULL,
  relationship TEXT NOT NULL,
  parental_responsibility INTEGER NOT NULL,
  first_phone TEXT,
  second_phone TEXT,
  may_collect INTEGER NOT NULL,
  court_order TEXT NOT NULL,
  PRIMARY KEY (school_id, pupil, place),
  FOREIGN KEY (school_id, pupil) REFERENCES pupil
) STRICT;

CREATE TABLE staff (
  school_id INTEGER NOT NULL REFERENCES school,
  staff TEXT NOT NULL CHECK (staff <> ''),
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  roles TEXT NOT NULL,
  classes TEXT NOT NULL,
  PRIMARY KEY (school_id, staff)
) STRICT;

CREATE TABLE acting_role (
  school_id INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  staff TEXT NOT NULL,
  role TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last >= first),
  at INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  by_position TEXT NOT NULL,
  PRIMARY KEY (school_id, number),
  FOREIGN KEY (school_id, staff) REFERENCES staff
) STRICT;

CREATE TRIGGER acting_role_is_never_changed BEFORE UPDATE ON acting_role
BEGIN
  SELECT RAISE(ABORT, 'who acted is never changed: name the deputy anew');
END;
