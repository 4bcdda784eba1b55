-- What people do in the workbench beside coding: memos, rounds, decisions, queries they name.

-- subject_kind: study, transcript, case, code, turn. A turn's memo stands on a place of a version, as
-- a coding does, so that it follows when the text is corrected. The memo of a coding is the coding's.
CREATE TABLE memo (
    id TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    version BIGINT,
    span_start BIGINT,
    span_end BIGINT,
    exact TEXT NOT NULL,
    turn BIGINT,
    body TEXT NOT NULL,
    coder TEXT NOT NULL,
    at TEXT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);

-- What a person decided beside what was computed; kind: disagreement, definition-checked, re-anchored.
CREATE TABLE decision (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    coder TEXT NOT NULL,
    at TEXT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);

CREATE TABLE round (
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);

CREATE TABLE saved_query (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    coder TEXT NOT NULL,
    born BIGINT NOT NULL,
    died BIGINT
);

-- A person's own: favourites, colours of the page, where reading stopped. No material of the study, so
-- no operation: undo must not move the reader.
CREATE TABLE preference (
    coder TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (coder, name)
);

-- The tables that an operation touched, so that taking it back need not look at a million rows of the
-- others; none for operations made before this was kept.
ALTER TABLE operation ADD COLUMN tables TEXT;

-- A request that is sent again names the operation that it made.
CREATE UNIQUE INDEX operation_id ON operation (id);
CREATE INDEX operation_coder ON operation (coder, number);
CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;
