DROP TABLE known_browser;
DROP TABLE session;
DROP TABLE day_pass;
DROP TABLE device;
DROP TABLE invitation;
DROP TABLE recovery;
DROP TABLE account;
