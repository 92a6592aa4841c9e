"""The schema of the learner's material, as numbered steps that are only ever added to.

It is no study history: deleting the file takes nothing away from the study log.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x5345474D
"""Marks the file as Segue's material ("SEGM"), so that nobody else's database is taken for it."""

TABLES = (
    "document",
    "section",
    "proposal",
    "refusal",
    "decision",
    "to_read",
    "reading_decision",
    "undo",
)
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
    for statement in _SCHEMA.split(";\n"):
        if statement.strip():
            db.execute(statement)
    for table in TABLES:
        for event in ("update", "delete"):
            db.execute(
                f"CREATE TRIGGER {table}_no_{event} BEFORE {event.upper()} ON {table}\n"
                f"BEGIN SELECT RAISE(ABORT, 'rows of material are only ever added'); END"
            )
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


MIGRATION_NAMES = ("m001_material",)
SCHEMA_VERSION = len(MIGRATION_NAMES)
