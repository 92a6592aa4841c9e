"""The finished schema is pinned, and documented as it is."""

from __future__ import annotations

import re
from pathlib import Path

from sqlite_utils import Database

from app.study import migrations
from app.study.migrations import LOG_TABLES, MIGRATION_NAMES, MIGRATIONS, PROJECTIONS
from app.study.schema import DOCUMENT, document


def test_the_document_shows_the_schema_that_the_migrations_make() -> None:
    # After a change of the schema: python -m app.study.schema
    assert DOCUMENT.read_text(encoding="utf-8") == document()


def test_every_table_belongs_either_to_the_log_or_to_the_projections() -> None:
    db = Database(memory=True)
    MIGRATIONS.apply(db)
    tables = {name for name in db.table_names() if not name.startswith("_")}
    assert tables == {*LOG_TABLES, *PROJECTIONS, "basis"}
    for table in LOG_TABLES:
        assert (db.table(table).pks, [*db.table(table).columns_dict][:2]) == (["id"], ["id", "at"])
    db.close()


def test_migrations_are_numbered_in_order_and_all_known() -> None:
    assert [name[:4] for name in MIGRATION_NAMES] == [
        f"m{number:03}" for number in range(1, len(MIGRATION_NAMES) + 1)
    ]
    source = Path(migrations.__file__).read_text(encoding="utf-8")
    assert tuple(re.findall(r"^def (m\d{3}_\w+)", source, re.MULTILINE)) == MIGRATION_NAMES


def test_only_this_package_writes_sql_and_three_that_have_their_own() -> None:
    package = Path(migrations.__file__).parent
    # The learner's own documents are no study history: they have a database of their own.
    material = package.parent / "material"
    others = [
        path
        for room in (package.parent, package.parents[1] / "ui")
        for path in room.rglob("*.py")
        # The index is a file of its own, a cache that knows nothing of the study log; and Anki,
        # which is measured beside it, has a database of its own.
        if not {package, material} & set(path.parents)
        and not path.name.startswith(("search", "cache", "anki"))
    ]
    assert others
    sql = re.compile(r"\b(SELECT .+ FROM|INSERT INTO|DELETE FROM|sqlite_utils import)\b")
    assert [path for path in others if sql.search(path.read_text(encoding="utf-8"))] == []
