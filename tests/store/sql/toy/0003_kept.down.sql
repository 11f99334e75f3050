DROP TRIGGER taps_stay;
