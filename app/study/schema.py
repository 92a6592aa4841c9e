"""The schema in words of SQL, generated so that the documentation cannot rot.

``python -m app.study.schema`` writes `SCHEMA.md` anew.
"""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from app.study.migrations import LOG_TABLES, MIGRATIONS, PROJECTIONS

DOCUMENT = Path(__file__).with_name("SCHEMA.md")

_HEAD = f"""\
# Schema of the study log

Written by `python -m app.study.schema`; a test compares it with the migrations.

- The log: {", ".join(f"`{table}`" for table in LOG_TABLES)}. Rows are only ever added, which \
triggers see to. Ids are ULIDs: they sort in the order of creation and are unique across machines. \
Times are UTC.
- Derived from it: {", ".join(f"`{table}`" for table in PROJECTIONS)}. They can be thrown away \
and rebuilt; the views `projected_undone`, `projected_day` and `effective_review` define them.
"""


def document() -> str:
    """Return the text of `SCHEMA.md` as the migrations make it."""
    db = Database(memory=True, execute_plugins=False)
    MIGRATIONS.apply(db)
    statements = db.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%sqlite%'"
        " ORDER BY rowid"
    )
    text = "\n".join(f"{statement};" for [statement] in statements)
    db.close()
    return f"{_HEAD}\n```sql\n{text}\n```\n"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
