DROP TABLE plan;
DROP TABLE session_time;
DROP TABLE period;
DROP TABLE class;
DROP TABLE card;
DROP TABLE pupil;
DROP TABLE school;
