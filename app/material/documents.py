"""Documents and their sections in the file of material."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from app.material.database import MaterialFile, Row
from app.material.records import Decision, Document, Figures, FileKind
from app.material.sections import Section
from app.material.serial import dump_stretches, load_section


class Documents(MaterialFile):
    """Adds documents, finds them, and takes them away."""

    def add_document(
        self,
        *,
        file_hash: str,
        name: str,
        kind: FileKind,
        title: str,
        size: int,
        pages: int | None,
        sections: Sequence[Section],
    ) -> Document:
        """Keep a document with all of its sections, or nothing of it."""
        with self._transaction():
            id_ = self._add(
                "document",
                hash=file_hash,
                name=name,
                kind=kind.value,
                title=title,
                size=size,
                pages=pages,
                characters=sum(len(section.text) for section in sections),
            )
            for section in sections:
                self._add(
                    "section",
                    document=id_,
                    number=section.number,
                    heading=section.heading,
                    level=section.level,
                    page=section.page,
                    trail=json.dumps(section.trail, ensure_ascii=False),
                    stretches=dump_stretches(section),
                    text=section.text,
                )
        return self.document(id_)

    def documents(self) -> list[Document]:
        """Return the documents that are there, the newest first."""
        rows = self._rows(
            "SELECT * FROM document WHERE id NOT IN (SELECT document FROM removed) ORDER BY id DESC"
        )
        return [_document(row) for row in rows]

    def document(self, id_: str) -> Document:
        """Return a document, also one that was removed.

        Raises
        ------
        KeyError
            There is none with this id.
        """
        rows = self._rows("SELECT * FROM document WHERE id = ?", id_)
        if not rows:
            raise KeyError(id_)
        return _document(rows[0])

    def with_hash(self, file_hash: str) -> Document | None:
        """Return the document with these bytes; one that was removed comes back for that."""
        rows = self._rows("SELECT * FROM document WHERE hash = ?", file_hash)
        if not rows:
            return None
        document = _document(rows[0])
        removals = self._rows(
            "SELECT id FROM effective_decision WHERE kind = 'remove' AND target = ?", document.id
        )
        if removals:
            with self._transaction():
                for row in removals:
                    self._add("undo", kind="undo", target=row["id"])
        return document

    def sections(self, document: str) -> tuple[Section, ...]:
        """Return the sections of a document in order."""
        rows = self._rows("SELECT * FROM section WHERE document = ? ORDER BY number", document)
        return tuple(load_section(row) for row in rows)

    def remove_document(self, document: str) -> str:
        """Take a document away with all that came of it; its rows stay, so it can be undone."""
        self.document(document)
        with self._transaction():
            return self._add("decision", kind=Decision.REMOVE.value, target=document)

    def figures(self, document: str) -> Figures:
        """Return what came of a document so far."""
        [row] = self._rows(
            """
            SELECT
                (SELECT count(*) FROM section WHERE document = ?1) AS sections,
                (SELECT count(*) FROM refusal WHERE document = ?1) AS refused,
                (SELECT count(*) FROM judged WHERE document = ?1) AS proposed,
                (SELECT count(*) FROM judged WHERE document = ?1 AND state = 'accept') AS accepted,
                (SELECT count(*) FROM judged WHERE document = ?1 AND state = 'reject') AS rejected
            """,
            document,
        )
        return Figures(
            sections=row["sections"],
            tried=row["proposed"] + row["refused"],
            refused=row["refused"],
            new=row["proposed"] - row["accepted"] - row["rejected"],
            accepted=row["accepted"],
            rejected=row["rejected"],
        )


def _document(row: Row) -> Document:
    return Document(
        id=row["id"],
        at=datetime.fromisoformat(row["at"]),
        hash=row["hash"],
        name=row["name"],
        kind=FileKind(row["kind"]),
        title=row["title"],
        size=row["size"],
        pages=row["pages"],
        characters=row["characters"],
    )
