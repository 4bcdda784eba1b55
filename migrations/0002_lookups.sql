-- Indexes that answer alone: a passage is as wide as its words, and reading tens of thousands of them
-- for their turns, or building a join's index at each question, costs more than the answer.

DROP INDEX coding_by_code;
CREATE INDEX coding_by_code ON coding (code, transcript, turn_first, turn_last, verdict) WHERE died IS NULL;
