"""The schema of the study log, as numbered steps that are only ever added to.

The text of the statements is kept by SQLite with its comments, and `app/study/SCHEMA.md` is
generated from it. A released step is never edited: a change is a new step.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x53454755
"""Marks a SQLite file as a study log ("SEGU"), so that nobody else's database is taken for one."""

_FIRST_TABLES = (
    "session",
    "session_end",
    "question",
    "answer",
    "verdict",
    "overrule",
    "rerate",
    "review",
    "feedback",
    "flag",
    "skip",
    "reading",
    "undo",
)
_AID_TABLES = ("hint", "follow_up")
_MARK_TABLES = ("mark", "mark_change", "section_read", "reading_place")
LOG_TABLES = (*_FIRST_TABLES, "candidate", *_AID_TABLES, *_MARK_TABLES, "confidence")
"""Tables that rows are only added to; each after those that it refers to."""

PROJECTIONS = ("undone", "day", "skill_total", "day_total", "card", "milestone")
"""Tables that can be thrown away and rebuilt from the log; each after those that it rests on."""

MIGRATIONS = Migrations("study")


# Rows with long texts stay in rowid tables, where the tree of keys remains small; WITHOUT ROWID
# saves the second tree for the others. STRICT would need SQLite 3.37, and Python 3.11 is shipped
# with older ones.
_LOG = """
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- today, skill
    transition TEXT NOT NULL,
    skill TEXT,                     -- none when the session mixes skills
    planned INTEGER NOT NULL        -- questions
) WITHOUT ROWID;
CREATE TABLE session_end (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session(id)
) WITHOUT ROWID;
CREATE INDEX session_end_session ON session_end(session);
CREATE TABLE question (             -- worded by a model; authored ones stand in the guides
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,
    key_point TEXT NOT NULL,
    text TEXT NOT NULL,
    model TEXT NOT NULL,
    prompt_version TEXT NOT NULL
);
CREATE INDEX question_key_point ON question(transition, key_point);
CREATE TABLE answer (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,    -- minutes, of the learner's clock: gives the local date
    session TEXT NOT NULL REFERENCES session(id),
    transition TEXT NOT NULL,
    skill TEXT NOT NULL,
    key_points TEXT NOT NULL,       -- JSON list of ids
    question TEXT NOT NULL,         -- its words at that time
    question_id TEXT NOT NULL,      -- of a guide's question or of one in table question
    origin TEXT NOT NULL,           -- authored, model
    format TEXT NOT NULL,           -- short, choice
    text TEXT NOT NULL,
    options TEXT NOT NULL,          -- JSON list of texts, in the order shown
    seconds REAL NOT NULL
);
CREATE INDEX answer_transition ON answer(transition, id);
CREATE INDEX answer_skill ON answer(skill, id);
CREATE INDEX answer_question ON answer(question_id);
CREATE TABLE verdict (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id),
    points TEXT NOT NULL,           -- JSON list: key_point, judgement, confidence, evidence
    score REAL NOT NULL,
    confidence REAL NOT NULL,
    grader TEXT NOT NULL,           -- engine, code, learner
    model TEXT
);
CREATE INDEX verdict_answer ON verdict(answer);
CREATE TABLE overrule (             -- the learner's own verdict; its ratings are reviews
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id),
    answer TEXT NOT NULL REFERENCES answer(id),
    judgements TEXT NOT NULL        -- JSON object: key point to judgement
);
CREATE INDEX overrule_answer ON overrule(answer);
CREATE TABLE rerate (               -- the learner's own rating, which is a review
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id)
) WITHOUT ROWID;
CREATE TABLE review (               -- of those for one answer and key point the last counts
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    source TEXT NOT NULL,           -- id of the verdict, overrule or rerate that it belongs to
    answer TEXT NOT NULL REFERENCES answer(id),
    transition TEXT NOT NULL,
    skill TEXT NOT NULL,
    key_point TEXT NOT NULL,
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4)
) WITHOUT ROWID;
CREATE INDEX review_answer ON review(answer, key_point);
CREATE INDEX review_key_point ON review(transition, key_point, answer);
CREATE TABLE feedback (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id),
    text TEXT NOT NULL,
    origin TEXT NOT NULL            -- authored, model
);
CREATE INDEX feedback_verdict ON feedback(verdict);
CREATE TABLE flag (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    question_id TEXT NOT NULL,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    answer TEXT REFERENCES answer(id)
);
CREATE INDEX flag_question ON flag(question_id);
CREATE TABLE skip (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session(id),
    key_point TEXT NOT NULL,
    question_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE reading (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,
    transition TEXT NOT NULL,
    document TEXT NOT NULL,         -- a skill's slug for its guide, or the transition's own
    seconds REAL NOT NULL,
    position REAL NOT NULL          -- share of the document above the window, 0 to 1
) WITHOUT ROWID;
CREATE INDEX reading_document ON reading(transition, document);
CREATE TABLE undo (                 -- of the rows about one target the last counts
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- undo, redo
    target TEXT NOT NULL            -- id of an answer, overrule, rerate, flag or skip
) WITHOUT ROWID;
CREATE INDEX undo_target ON undo(target);
CREATE VIEW action AS               -- what can be undone
    SELECT 'answer' AS kind, id, at, id AS answer, question FROM answer
    UNION ALL
    SELECT 'overrule', overrule.id, overrule.at, answer, question
    FROM overrule CROSS JOIN answer ON answer.id = overrule.answer
    UNION ALL
    SELECT 'rerate', rerate.id, rerate.at, answer, question
    FROM rerate CROSS JOIN answer ON answer.id = rerate.answer
    UNION ALL
    SELECT 'flag', id, at, NULL, question FROM flag
    UNION ALL
    SELECT 'skip', id, at, NULL, NULL FROM skip;
"""

_PROJECTIONS = """
CREATE TABLE undone (               -- what is undone now, and the undo row that says so
    target TEXT NOT NULL PRIMARY KEY,
    undo TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX undone_undo ON undone(undo);
CREATE TABLE day (                  -- whole milliseconds, because sums of floats depend on order
    transition TEXT NOT NULL,
    skill TEXT NOT NULL,            -- for reading: the document
    day TEXT NOT NULL,              -- the learner's date
    answers INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    reading_milliseconds INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    recalled INTEGER NOT NULL,      -- reviews rated better than Again
    graded INTEGER NOT NULL,        -- answers with a verdict of the engine
    overruled INTEGER NOT NULL,     -- answers of those whose verdict the learner overruled
    PRIMARY KEY (transition, skill, day)
) WITHOUT ROWID;
CREATE INDEX day_day ON day(day, transition);
CREATE TABLE card (
    transition TEXT NOT NULL,
    key_point TEXT NOT NULL,
    skill TEXT NOT NULL,
    state INTEGER NOT NULL,         -- 1 learning, 2 review, 3 relearning
    step INTEGER,
    stability REAL NOT NULL,        -- days
    difficulty REAL NOT NULL,       -- 1 to 10
    due TEXT NOT NULL,
    last_review TEXT NOT NULL,
    introduced TEXT NOT NULL,       -- the learner's date
    reps INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    PRIMARY KEY (transition, key_point)
) WITHOUT ROWID;
CREATE INDEX card_due ON card(transition, due);
CREATE TABLE basis (                -- what the cards were computed with
    id INTEGER PRIMARY KEY CHECK (id = 1),
    rules TEXT NOT NULL,
    desired_retention REAL NOT NULL
);
CREATE VIEW effective_review AS     -- the one rating that holds for an answer and key point
    SELECT id, at, source, answer, transition, skill, key_point, rating FROM review
    WHERE NOT EXISTS (SELECT 1 FROM undone WHERE target = review.answer)
        AND NOT EXISTS (SELECT 1 FROM undone WHERE target = review.source)
        AND NOT EXISTS (
            SELECT 1 FROM review AS later
            WHERE later.answer = review.answer AND later.key_point = review.key_point
                AND later.id > review.id
                AND NOT EXISTS (SELECT 1 FROM undone WHERE target = later.source)
        );
CREATE VIEW effective_overrule AS
    SELECT id, at, verdict, answer, judgements FROM overrule
    WHERE NOT EXISTS (SELECT 1 FROM undone WHERE target = overrule.id);
CREATE VIEW contribution AS         -- what one answer or one reading adds to its day
    SELECT id, transition, skill, date(at, utc_offset || ' minutes') AS day,
        1 AS answers, CAST(round(seconds * 1000) AS INTEGER) AS milliseconds,
        0 AS reading_milliseconds,
        (SELECT count(*) FROM effective_review AS r WHERE r.answer = a.id) AS reviews,
        (SELECT count(*) FROM effective_review AS r WHERE r.answer = a.id AND rating > 1)
            AS recalled,
        coalesce((SELECT grader = 'engine' FROM verdict AS v WHERE v.answer = a.id
            ORDER BY v.id DESC LIMIT 1), 0) AS graded,
        coalesce((SELECT grader = 'engine' FROM verdict AS v WHERE v.answer = a.id
            ORDER BY v.id DESC LIMIT 1), 0)
            AND EXISTS (SELECT 1 FROM effective_overrule AS o WHERE o.answer = a.id) AS overruled
    FROM answer AS a WHERE NOT EXISTS (SELECT 1 FROM undone WHERE target = a.id)
    UNION ALL
    SELECT id, transition, document, date(at, utc_offset || ' minutes'),
        0, 0, CAST(round(seconds * 1000) AS INTEGER), 0, 0, 0, 0
    FROM reading WHERE round(seconds * 1000) > 0;
CREATE VIEW projected_undone AS
    SELECT target, undo
    FROM (SELECT target, max(id) AS undo, kind FROM undo GROUP BY target) WHERE kind = 'undo';
CREATE VIEW projected_day AS
    SELECT transition, skill, day, sum(answers) AS answers, sum(milliseconds) AS milliseconds,
        sum(reading_milliseconds) AS reading_milliseconds, sum(reviews) AS reviews,
        sum(recalled) AS recalled, sum(graded) AS graded, sum(overruled) AS overruled
    FROM contribution GROUP BY transition, skill, day;
"""

# The order of the joins is fixed: JSON is taken apart only for answers with an overrule. The view
# projected_day finds the new view by its name.
_OVERRULED = """
DROP VIEW contribution;
CREATE VIEW contribution AS         -- what one answer or one reading adds to its day
    SELECT id, transition, skill, date(at, utc_offset || ' minutes') AS day,
        1 AS answers, CAST(round(seconds * 1000) AS INTEGER) AS milliseconds,
        0 AS reading_milliseconds,
        (SELECT count(*) FROM effective_review AS r WHERE r.answer = a.id) AS reviews,
        (SELECT count(*) FROM effective_review AS r WHERE r.answer = a.id AND rating > 1)
            AS recalled,
        coalesce((SELECT grader = 'engine' FROM verdict AS v WHERE v.answer = a.id
            ORDER BY v.id DESC LIMIT 1), 0) AS graded,
        EXISTS (                    -- a last judgement that is another than the engine's own
            SELECT 1 FROM effective_overrule AS o
            CROSS JOIN verdict AS v ON v.answer = o.answer
            CROSS JOIN json_each(o.judgements) AS own
            CROSS JOIN json_each(v.points) AS point
                ON json_extract(point.value, '$.key_point') = own.key
            WHERE o.answer = a.id AND v.grader = 'engine'
                AND json_extract(point.value, '$.judgement') <> own.value
                AND NOT EXISTS (
                    SELECT 1 FROM verdict AS r WHERE r.answer = v.answer AND r.id > v.id
                )
                AND NOT EXISTS (
                    SELECT 1 FROM effective_overrule AS r
                    CROSS JOIN json_each(r.judgements) AS again
                    WHERE r.answer = o.answer AND r.id > o.id AND again.key = own.key
                )
        ) AS overruled
    FROM answer AS a WHERE NOT EXISTS (SELECT 1 FROM undone WHERE target = a.id)
    UNION ALL
    SELECT id, transition, document, date(at, utc_offset || ' minutes'),
        0, 0, CAST(round(seconds * 1000) AS INTEGER), 0, 0, 0, 0
    FROM reading WHERE round(seconds * 1000) > 0;
"""

# A page asks for a row for each skill and for the last days, however long the log is; a review
# that changes replays what came after the milestone before it. The index is for the newest verdicts
# of the engine: who prefers choices has few, and they may be anywhere.
_TOTALS = """
CREATE INDEX verdict_engine ON verdict(id) WHERE grader = 'engine';
CREATE TABLE skill_total (          -- sums of table day
    transition TEXT NOT NULL,
    skill TEXT NOT NULL,
    answers INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    reading_milliseconds INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    graded INTEGER NOT NULL,
    overruled INTEGER NOT NULL,
    PRIMARY KEY (transition, skill)
) WITHOUT ROWID;
CREATE TABLE day_total (            -- sums of table day
    day TEXT NOT NULL PRIMARY KEY,
    answers INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    reading_milliseconds INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    graded INTEGER NOT NULL,
    overruled INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE milestone (            -- cards as they were; one may be missing, none may be wrong
    transition TEXT NOT NULL,
    key_point TEXT NOT NULL,
    answer TEXT NOT NULL,           -- the last one that the card takes into account
    skill TEXT NOT NULL,
    state INTEGER NOT NULL,
    step INTEGER,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    due TEXT NOT NULL,              -- by the desired retention of that time
    last_review TEXT NOT NULL,
    introduced TEXT NOT NULL,
    reps INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    PRIMARY KEY (transition, key_point, answer)
) WITHOUT ROWID;
CREATE VIEW projected_skill_total AS
    SELECT transition, skill, sum(answers) AS answers, sum(milliseconds) AS milliseconds,
        sum(reading_milliseconds) AS reading_milliseconds, sum(reviews) AS reviews,
        sum(recalled) AS recalled, sum(graded) AS graded, sum(overruled) AS overruled
    FROM day GROUP BY transition, skill;
CREATE VIEW projected_day_total AS
    SELECT day, sum(answers) AS answers, sum(milliseconds) AS milliseconds,
        sum(reading_milliseconds) AS reading_milliseconds, sum(reviews) AS reviews,
        sum(recalled) AS recalled, sum(graded) AS graded, sum(overruled) AS overruled
    FROM day GROUP BY day;
"""


# What is refused is kept too, so that anybody can see how the model does; see `app/quiz/asking`.
_CANDIDATES = """
CREATE TABLE candidate (            -- a question that a model worded, shown or not
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,
    key_point TEXT NOT NULL,
    angle TEXT NOT NULL,            -- recall, why, compare, choose, debug, estimate
    text TEXT NOT NULL,
    options TEXT NOT NULL,          -- JSON list of texts, the right one first; empty for short
    model TEXT NOT NULL,
    prompt_version TEXT NOT NULL,
    seconds REAL NOT NULL,          -- for writing and checking it
    refused_by TEXT,                -- name of a check; none when it was accepted
    reason TEXT,                    -- in that check's words
    question TEXT REFERENCES question(id)   -- what it became when it was accepted
);
CREATE INDEX candidate_key_point ON candidate(transition, key_point);
CREATE INDEX candidate_question ON candidate(question);
"""

# Help that an answer was given with, in tables of its own: most answers have none.
_AID = """
CREATE TABLE hint (                 -- shown before the answer was given
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id),
    step INTEGER NOT NULL,          -- 1 to 3; each tells more than the one before
    text TEXT NOT NULL,
    origin TEXT NOT NULL            -- authored, model
);
CREATE INDEX hint_answer ON hint(answer);
CREATE TABLE follow_up (            -- an answer to a narrower question, which is no review
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id),
    follows TEXT NOT NULL REFERENCES answer(id)     -- the one that missed something
) WITHOUT ROWID;
CREATE INDEX follow_up_answer ON follow_up(answer);
"""

# A passage is kept by its words and what stands around it, so that it is found again after the
# document was edited. What the learner thinks of it later, and that it is taken away, are rows too.
_MARKS = """
CREATE TABLE mark (                 -- a passage that the learner highlighted, perhaps with a note
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,       -- empty for a document of the learner's own
    document TEXT NOT NULL,         -- a slug as in table reading; for an own document its path
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,           -- what stood right before the quote
    suffix TEXT NOT NULL,           -- and right after it
    start INTEGER NOT NULL,         -- characters before it at that time: which of equal passages
    look TEXT NOT NULL,             -- how it is highlighted
    note TEXT NOT NULL              -- empty for a mere highlight
);
CREATE INDEX mark_document ON mark(transition, document);
CREATE TABLE mark_change (          -- of those of one mark the last that is not undone holds
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    mark TEXT NOT NULL REFERENCES mark(id),
    look TEXT NOT NULL,
    note TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
);
CREATE INDEX mark_change_mark ON mark_change(mark);
CREATE TABLE section_read (         -- of those of one section the last that is not undone holds
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,
    document TEXT NOT NULL,         -- as in table mark
    section TEXT NOT NULL,          -- anchor of its heading; empty for what stands before the first
    digest TEXT NOT NULL,           -- of its words, to tell whether it was rewritten since
    is_read INTEGER NOT NULL CHECK (is_read IN (0, 1))
) WITHOUT ROWID;
CREATE INDEX section_read_document ON section_read(transition, document, section);
CREATE TABLE reading_place (        -- where reading stopped, whatever the size of window and type
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    reading TEXT NOT NULL REFERENCES reading(id),
    letters REAL NOT NULL           -- above the window, white space not counted
) WITHOUT ROWID;
CREATE INDEX reading_place_reading ON reading_place(reading);
CREATE VIEW effective_mark AS       -- marks as they stand now
    SELECT mark.id AS id, mark.at AS at, transition, document, quote, prefix, suffix, start,
        coalesce(held.look, mark.look) AS look, coalesce(held.note, mark.note) AS note
    FROM mark LEFT JOIN mark_change AS held ON held.id = (
        SELECT max(id) FROM mark_change AS any
        WHERE any.mark = mark.id AND NOT EXISTS (SELECT 1 FROM undone WHERE target = any.id)
    )
    WHERE NOT EXISTS (SELECT 1 FROM undone WHERE target = mark.id)
        AND coalesce(held.removed, 0) = 0;
CREATE VIEW effective_section AS    -- sections that are ticked off now
    SELECT transition, document, section, at, digest FROM section_read
    WHERE is_read = 1 AND id = (
        SELECT max(id) FROM section_read AS any
        WHERE any.transition = section_read.transition AND any.document = section_read.document
            AND any.section = section_read.section
            AND NOT EXISTS (SELECT 1 FROM undone WHERE target = any.id)
    );
DROP VIEW action;
CREATE VIEW action AS               -- what can be undone
    SELECT 'answer' AS kind, id, at, id AS answer, question FROM answer
    UNION ALL
    SELECT 'overrule', overrule.id, overrule.at, answer, question
    FROM overrule CROSS JOIN answer ON answer.id = overrule.answer
    UNION ALL
    SELECT 'rerate', rerate.id, rerate.at, answer, question
    FROM rerate CROSS JOIN answer ON answer.id = rerate.answer
    UNION ALL
    SELECT 'flag', id, at, NULL, question FROM flag
    UNION ALL
    SELECT 'skip', id, at, NULL, NULL FROM skip
    UNION ALL
    SELECT 'mark', id, at, NULL, quote FROM mark
    UNION ALL
    SELECT 'mark_change', mark_change.id, mark_change.at, NULL, quote
    FROM mark_change CROSS JOIN mark ON mark.id = mark_change.mark
    UNION ALL
    SELECT 'section_read', id, at, NULL, NULL FROM section_read;
"""


# Said before the verdict, and only by those who like to: a table of its own.
_CONFIDENCE = """
CREATE TABLE confidence (           -- how sure the learner was, before the verdict
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id),
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3)    -- guessing, fairly sure, certain
) WITHOUT ROWID;
CREATE INDEX confidence_answer ON confidence(answer);
"""


@MIGRATIONS()
def m001_log(db: Database) -> None:
    """Create the log: tables that rows are only added to."""
    _execute_all(db, _statements(_LOG))
    _execute_all(db, _only_added_to(_FIRST_TABLES))
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


@MIGRATIONS()
def m002_projections(db: Database) -> None:
    """Create what is derived from the log, and the views that define it."""
    _execute_all(db, _statements(_PROJECTIONS))
    db.execute("PRAGMA user_version = 2")


@MIGRATIONS()
def m003_overruled(db: Database) -> None:
    """Count a verdict as overruled only if a judgement in it was changed, in old days too."""
    _execute_all(db, _statements(_OVERRULED))
    # Only the days depend on the view, so the cards need not be replayed.
    db.execute("DELETE FROM day")
    db.execute("INSERT INTO day SELECT * FROM projected_day")
    db.execute("PRAGMA user_version = 3")


@MIGRATIONS()
def m004_totals(db: Database) -> None:
    """Keep sums of the days, and cards as they were, so that nothing grows with the log."""
    _execute_all(db, _statements(_TOTALS))
    db.execute("INSERT INTO skill_total SELECT * FROM projected_skill_total")
    db.execute("INSERT INTO day_total SELECT * FROM projected_day_total")
    # Milestones are set when a key point is replayed next, so that nobody waits here for all.
    db.execute("PRAGMA user_version = 4")


@MIGRATIONS()
def m005_candidates(db: Database) -> None:
    """Keep every question that a model worded, with the check that refused it."""
    _execute_all(db, _statements(_CANDIDATES))
    _execute_all(db, _only_added_to(("candidate",)))
    db.execute("PRAGMA user_version = 5")


@MIGRATIONS()
def m006_aid(db: Database) -> None:
    """Keep the hints that an answer was given with, and which answers were follow-ups."""
    _execute_all(db, _statements(_AID))
    _execute_all(db, _only_added_to(_AID_TABLES))
    db.execute("PRAGMA user_version = 6")


@MIGRATIONS()
def m007_marks(db: Database) -> None:
    """Keep highlights and notes, which sections were read, and where exactly reading stopped."""
    _execute_all(db, _statements(_MARKS))
    _execute_all(db, _only_added_to(_MARK_TABLES))
    db.execute("PRAGMA user_version = 7")


@MIGRATIONS()
def m008_confidence(db: Database) -> None:
    """Keep how sure the learner was of an answer."""
    _execute_all(db, _statements(_CONFIDENCE))
    _execute_all(db, _only_added_to(("confidence",)))
    db.execute("PRAGMA user_version = 8")


MIGRATION_NAMES = (
    "m001_log",
    "m002_projections",
    "m003_overruled",
    "m004_totals",
    "m005_candidates",
    "m006_aid",
    "m007_marks",
    "m008_confidence",
)
SCHEMA_VERSION = len(MIGRATION_NAMES)
"""Kept in `PRAGMA user_version`, so that an older Segue can tell that a file is too new for it."""


def _statements(text: str) -> list[str]:
    """Split statements that contain no semicolon inside; `executescript` would commit."""
    return [statement.strip() for statement in text.split(";\n") if statement.strip()]


def _only_added_to(tables: Iterable[str]) -> Iterable[str]:
    """Return the triggers that keep rows of some tables from being changed or taken away."""
    # INSERT OR REPLACE is stopped too, because the connection has recursive triggers on.
    return (
        f"CREATE TRIGGER {table}_no_{event} BEFORE {event.upper()} ON {table}\n"
        f"BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END"
        for table in tables
        for event in ("update", "delete")
    )


def _execute_all(db: Database, statements: Iterable[str]) -> None:
    for statement in statements:
        db.execute(statement)
