DROP TABLE event;
DROP TABLE journal;
DROP TABLE kiosk;
