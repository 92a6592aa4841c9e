"""The schema of the learner's material, as numbered steps that are only ever added to.

It is no study history: deleting the file takes nothing away from the study log.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x5345474D
"""Marks the file as Segue's material ("SEGM"), so that nobody else's database is taken for it."""

_FIRST_TABLES = (
    "document",
    "section",
    "proposal",
    "refusal",
    "decision",
    "to_read",
    "reading_decision",
    "undo",
)
TABLES = (*_FIRST_TABLES, "correction")
"""Rows are only added to them; each after those that it refers to."""

MIGRATIONS = Migrations("material")

_SCHEMA = """
CREATE TABLE document (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    hash TEXT NOT NULL,             -- SHA-256 of the file, which names its copy
    name TEXT NOT NULL,
    kind TEXT NOT NULL,             -- markdown, text, html, pdf
    title TEXT NOT NULL,
    size INTEGER NOT NULL,          -- bytes
    pages INTEGER,
    characters INTEGER NOT NULL
);
CREATE INDEX document_hash ON document(hash);
CREATE TABLE section (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES document(id),
    number INTEGER NOT NULL,
    heading TEXT NOT NULL,
    level INTEGER NOT NULL,
    page INTEGER,
    trail TEXT NOT NULL,            -- JSON list of the headings above
    stretches TEXT NOT NULL,        -- JSON list of kind, start, end
    text TEXT NOT NULL,
    UNIQUE (document, number)
);
CREATE TABLE proposal (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES document(id),
    section INTEGER NOT NULL,       -- its number
    start INTEGER NOT NULL,         -- of the quote in the section's text
    "end" INTEGER NOT NULL,
    statement TEXT NOT NULL,        -- definition, number, cause, comparison, decision
    content TEXT NOT NULL,          -- JSON: quote, topic, claim, question, misconceptions
    by_model TEXT NOT NULL,         -- JSON list of what the model worded
    model TEXT NOT NULL,
    prompts TEXT NOT NULL
);
CREATE INDEX proposal_document ON proposal(document, section, start);
CREATE TABLE refusal (              -- a sentence that did not become a proposal
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES document(id),
    section INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX refusal_document ON refusal(document);
CREATE TABLE decision (             -- of those about one target the last counts
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- accept, edit, reject, remove
    target TEXT NOT NULL,           -- id of a proposal, or of a document that is removed
    content TEXT                    -- of an edit, as in proposal
);
CREATE INDEX decision_target ON decision(target, kind);
CREATE TABLE to_read (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    why TEXT NOT NULL,
    due TEXT                        -- date
);
CREATE TABLE reading_decision (     -- of those about one entry the last counts
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    to_read TEXT NOT NULL REFERENCES to_read(id),
    outcome TEXT NOT NULL,          -- open, done, kept, dropped
    note TEXT NOT NULL,
    due TEXT                        -- a new date, where there is one
);
CREATE INDEX reading_decision_entry ON reading_decision(to_read);
CREATE TABLE undo (                 -- of the rows about one target the last counts
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- undo, redo
    target TEXT NOT NULL            -- id of a decision or a reading_decision
);
CREATE INDEX undo_target ON undo(target);
CREATE VIEW newest AS               -- each by its table's own index
    SELECT max(id) AS id FROM document UNION ALL SELECT max(id) FROM section
    UNION ALL SELECT max(id) FROM proposal UNION ALL SELECT max(id) FROM refusal
    UNION ALL SELECT max(id) FROM decision UNION ALL SELECT max(id) FROM to_read
    UNION ALL SELECT max(id) FROM reading_decision UNION ALL SELECT max(id) FROM undo;
CREATE VIEW undone AS
    SELECT target FROM (SELECT target, max(id), kind FROM undo GROUP BY target)
    WHERE kind = 'undo';
CREATE VIEW effective_decision AS
    SELECT * FROM decision WHERE id NOT IN (SELECT target FROM undone);
CREATE VIEW removed AS              -- documents that the learner took away
    SELECT DISTINCT target AS document FROM effective_decision WHERE kind = 'remove';
CREATE VIEW judged AS               -- proposals with what was decided about them
    SELECT proposal.*, heading, page,
        (SELECT kind FROM effective_decision AS d WHERE d.target = proposal.id
            AND d.kind IN ('accept', 'reject') ORDER BY d.id DESC LIMIT 1) AS state,
        (SELECT d.content FROM effective_decision AS d WHERE d.target = proposal.id
            AND d.kind = 'edit' ORDER BY d.id DESC LIMIT 1) AS edited
    FROM proposal JOIN section
        ON section.document = proposal.document AND section.number = proposal.section
    WHERE proposal.document NOT IN (SELECT document FROM removed);
CREATE VIEW effective_reading_decision AS
    SELECT * FROM reading_decision WHERE id NOT IN (SELECT target FROM undone);
CREATE VIEW reading_list AS
    SELECT to_read.*, last.outcome, last.note, last.at AS decided,
        coalesce((SELECT due FROM effective_reading_decision AS d
            WHERE d.to_read = to_read.id AND d.due IS NOT NULL ORDER BY d.id DESC LIMIT 1),
            to_read.due) AS due_now
    FROM to_read LEFT JOIN effective_reading_decision AS last ON last.id =
        (SELECT max(id) FROM effective_reading_decision AS d WHERE d.to_read = to_read.id);
"""


@MIGRATIONS()
def m001_material(db: Database) -> None:
    """Create the tables, which rows are only added to, and the views over them."""
    _run(db, _SCHEMA)
    _protect(db, _FIRST_TABLES)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


def _run(db: Database, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            db.execute(statement)


def _protect(db: Database, tables: Sequence[str]) -> None:
    """Let rows of some tables be added only."""
    for table in tables:
        for event in ("update", "delete"):
            db.execute(
                f"CREATE TRIGGER {table}_no_{event} BEFORE {event.upper()} ON {table}\n"
                f"BEGIN SELECT RAISE(ABORT, 'rows of material are only ever added'); END"
            )


_SAME_FILES = """
DROP VIEW judged;
DROP VIEW removed;
CREATE VIEW same_document AS        -- each document with the first that has the same bytes
    SELECT id AS document, (SELECT min(d.id) FROM document AS d WHERE d.hash = document.hash)
        AS first FROM document;
CREATE VIEW removed AS              -- taken away after all else that was done with that file
    SELECT document.id AS document FROM document WHERE
        (SELECT max(d.id) FROM effective_decision AS d JOIN document AS e ON e.id = d.target
            WHERE e.hash = document.hash AND d.kind = 'remove')
        > max((SELECT max(e.id) FROM document AS e WHERE e.hash = document.hash),
            coalesce((SELECT max(d.id) FROM document AS e JOIN proposal AS p ON p.document = e.id
                JOIN effective_decision AS d ON d.target = p.id
                WHERE e.hash = document.hash AND d.kind <> 'remove'), ''));
"""


@MIGRATIONS()
def m002_same_files(db: Database) -> None:
    """Take files with the same bytes, added on two laptops, for one; no row is changed."""
    _run(db, _SAME_FILES)
    db.execute("PRAGMA user_version = 2")


_CORRECTIONS = """
CREATE TABLE correction (           -- of those about one target the last counts
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    target TEXT NOT NULL,           -- id of a document or of an entry of the reading list
    content TEXT NOT NULL           -- JSON: title; of an entry place, why, due, too
);
CREATE INDEX correction_target ON correction(target);
DROP VIEW newest;
CREATE VIEW newest AS
    SELECT max(id) AS id FROM document UNION ALL SELECT max(id) FROM section
    UNION ALL SELECT max(id) FROM proposal UNION ALL SELECT max(id) FROM refusal
    UNION ALL SELECT max(id) FROM decision UNION ALL SELECT max(id) FROM to_read
    UNION ALL SELECT max(id) FROM reading_decision UNION ALL SELECT max(id) FROM undo
    UNION ALL SELECT max(id) FROM correction;
CREATE VIEW titled AS               -- documents by the names that the learner gave them
    SELECT document.*, coalesce((SELECT json_extract(c.content, '$.title')
        FROM document AS d JOIN correction AS c ON c.target = d.id
        WHERE d.hash = document.hash ORDER BY c.id DESC LIMIT 1), title) AS title_now
    FROM document;
CREATE VIEW last_correction AS
    SELECT * FROM correction WHERE id =
        (SELECT max(id) FROM correction AS c WHERE c.target = correction.target);
DROP VIEW reading_list;
CREATE VIEW reading_list AS         -- of a date and a correction the later counts
    SELECT to_read.id, to_read.at, last.outcome, last.note, last.at AS decided,
        coalesce(json_extract(c.content, '$.title'), to_read.title) AS title,
        coalesce(json_extract(c.content, '$.place'), to_read.place) AS place,
        coalesce(json_extract(c.content, '$.why'), to_read.why) AS why,
        CASE WHEN dated.id IS NOT NULL AND dated.id > coalesce(c.id, '') THEN dated.due
            WHEN c.id IS NOT NULL THEN json_extract(c.content, '$.due')
            ELSE to_read.due END AS due_now
    FROM to_read
    LEFT JOIN last_correction AS c ON c.target = to_read.id
    LEFT JOIN effective_reading_decision AS last ON last.id =
        (SELECT max(id) FROM effective_reading_decision AS d WHERE d.to_read = to_read.id)
    LEFT JOIN effective_reading_decision AS dated ON dated.id =
        (SELECT max(id) FROM effective_reading_decision AS d WHERE d.to_read = to_read.id
            AND d.due IS NOT NULL);
"""


@MIGRATIONS()
def m003_corrections(db: Database) -> None:
    """Let titles and entries of the reading list be put right, by rows that are added."""
    _run(db, _CORRECTIONS)
    _protect(db, ["correction"])
    db.execute("PRAGMA user_version = 3")


MIGRATION_NAMES = ("m001_material", "m002_same_files", "m003_corrections")
SCHEMA_VERSION = len(MIGRATION_NAMES)
