-- One text for SQLite and PostgreSQL: TEXT, BIGINT, DOUBLE PRECISION only; JSON, times (RFC 3339 UTC)
-- and UUIDs are TEXT. Rules in README.md.
--
-- Every row that a person or an import can change carries the operation that bore it and the one
-- that ended it. A change ends the old row and bears the new one, so that nothing is ever lost,
-- every past state can be read, and undo is the same few statements for every table.

CREATE TABLE operation (
    number BIGINT NOT NULL PRIMARY KEY,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    coder TEXT NOT NULL,
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    undoes BIGINT
);

CREATE TABLE source (
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    context TEXT NOT NULL,
    diagnostics TEXT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);
CREATE INDEX source_live ON source (path) WHERE died IS NULL;

CREATE TABLE setting (
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);

CREATE TABLE transcript (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    path TEXT NOT NULL,
    language TEXT,
    attributes TEXT NOT NULL,
    version BIGINT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);
CREATE INDEX transcript_live ON transcript (id) WHERE died IS NULL;

-- The text of a version is immutable; which version is the present one is the transcript's row.
CREATE TABLE transcript_version (
    transcript TEXT NOT NULL,
    number BIGINT NOT NULL,
    fingerprint TEXT NOT NULL,
    text TEXT NOT NULL,
    structure TEXT NOT NULL,
    PRIMARY KEY (transcript, number)
);

CREATE TABLE theme (
    id TEXT NOT NULL,
    position BIGINT NOT NULL,
    body TEXT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);

CREATE TABLE coding (
    id TEXT NOT NULL,
    transcript TEXT NOT NULL,
    version BIGINT NOT NULL,
    code TEXT NOT NULL,
    coder TEXT NOT NULL,
    span_start BIGINT NOT NULL,
    span_end BIGINT NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    turn_first BIGINT NOT NULL,
    turn_last BIGINT NOT NULL,
    intensity BIGINT,
    memo TEXT NOT NULL,
    verdict TEXT NOT NULL,
    score DOUBLE PRECISION,
    origin TEXT NOT NULL,
    source_path TEXT NOT NULL,
    source_key TEXT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);
CREATE INDEX coding_live ON coding (id) WHERE died IS NULL;
CREATE INDEX coding_by_code ON coding (code) WHERE died IS NULL;
CREATE INDEX coding_by_transcript ON coding (transcript) WHERE died IS NULL;
CREATE INDEX coding_born ON coding (born);
CREATE INDEX coding_died ON coding (died) WHERE died IS NOT NULL;

-- Rows of coding tables whose passage was not found, or not found once: kept for repair.
CREATE TABLE unplaced (
    id TEXT NOT NULL,
    transcript TEXT NOT NULL,
    body TEXT NOT NULL,
    diagnostic TEXT NOT NULL,
    source_path TEXT NOT NULL,
    source_key TEXT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);

CREATE TABLE questionnaire (
    body TEXT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);

CREATE TABLE respondent (
    id TEXT NOT NULL,
    position BIGINT NOT NULL,
    body TEXT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);

-- status: counted, duplicate, outside (the period), negative, after-extraction, no-opening. Days are
-- counted from 1970-01-01; `days` is a duration.
CREATE TABLE intervention (
    line BIGINT NOT NULL,
    family TEXT NOT NULL,
    event TEXT NOT NULL,
    outcome TEXT,
    offer TEXT,
    contact BIGINT,
    opening BIGINT,
    closing BIGINT,
    status TEXT NOT NULL,
    days BIGINT,
    closed BIGINT,
    born BIGINT NOT NULL,
    died BIGINT
);

-- event and offer are those of the family's intervention, found when both files are read: joining a
-- million families to as many interventions at each question would cost seconds.
CREATE TABLE recipient (
    line BIGINT NOT NULL,
    family TEXT NOT NULL,
    raw TEXT NOT NULL,
    characteristics TEXT NOT NULL,
    event TEXT,
    offer TEXT,
    born BIGINT NOT NULL,
    died BIGINT
);

CREATE TABLE population (
    position BIGINT NOT NULL,
    variable TEXT NOT NULL,
    modality TEXT NOT NULL,
    families BIGINT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);

CREATE TABLE run (
    id TEXT NOT NULL PRIMARY KEY,
    method TEXT NOT NULL,
    parameters TEXT NOT NULL,
    seed BIGINT NOT NULL,
    inputs TEXT NOT NULL,
    version TEXT NOT NULL,
    at TEXT NOT NULL,
    result TEXT NOT NULL
);
CREATE INDEX run_inputs ON run (method, inputs);
