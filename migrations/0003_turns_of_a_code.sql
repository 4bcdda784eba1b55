-- The condition of a partial index is not known to hold when its row is read: with the column in it,
-- the engine need not look at the coding itself.

DROP INDEX coding_by_code;
CREATE INDEX coding_by_code ON coding (code, transcript, turn_first, turn_last, verdict, died) WHERE died IS NULL;
