"""Documents and their sections in the file of material."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from app.material.database import MaterialFile, Row
from app.material.judged import Judged, judge
from app.material.records import Decision, Document, Figures, FileKind, State
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
        """Return the documents that are there, the newest first; each file once."""
        rows = self._rows(
            "SELECT * FROM titled WHERE id IN (SELECT first FROM same_document)"
            " AND id NOT IN (SELECT document FROM removed) ORDER BY id DESC"
        )
        return [_document(row) for row in rows]

    def document(self, id_: str) -> Document:
        """Return a document, also one that was removed.

        Raises
        ------
        KeyError
            There is none with this id.
        """
        rows = self._rows("SELECT * FROM titled WHERE id = ?", id_)
        if not rows:
            raise KeyError(id_)
        return _document(rows[0])

    def with_hash(self, file_hash: str) -> Document | None:
        """Return the document with these bytes; one that was removed comes back for that."""
        rows = self._rows("SELECT * FROM titled WHERE hash = ? ORDER BY id", file_hash)
        if not rows:
            return None
        document = _document(rows[0])
        removals = self._rows(
            "SELECT id FROM effective_decision WHERE kind = 'remove'"
            " AND target IN (SELECT id FROM document WHERE hash = ?)",
            file_hash,
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

    def rename(self, document: str, title: str) -> None:
        """Call a document something else.

        Raises
        ------
        ValueError
            The title is empty.
        """
        self.document(document)
        if not title.strip():
            raise ValueError("a file needs a title")
        with self._transaction():
            content = json.dumps({"title": title.strip()}, ensure_ascii=False)
            self._add("correction", target=document, content=content)

    def figures(self, document: str) -> Figures:
        """Return what came of a document so far."""
        return self.all_figures(document)[document]

    def all_figures(self, document: str | None = None) -> dict[str, Figures]:
        """Return what came of each document so far, or of one."""
        states = Counter((each.row["first"], each.state) for each in self._judged(document))
        refused = self._count(
            """
            SELECT first AS document, count(DISTINCT section || '/' || "end") AS count
            FROM refusal JOIN same_document USING (document) GROUP BY first
            """
        )
        sections = self._count("SELECT document, count(*) AS count FROM section GROUP BY document")
        found = {}
        every = (row["id"] for row in self._rows("SELECT id FROM document"))
        for id_ in [document] if document is not None else every:
            new, accepted, rejected = (states[id_, each] for each in State)
            lost = refused.get(id_, 0)
            tried = new + accepted + rejected + lost
            found[id_] = Figures(sections.get(id_, 0), tried, lost, new, accepted, rejected)
        return found

    def _count(self, statement: str) -> dict[str, int]:
        return {row["document"]: row["count"] for row in self._rows(statement)}

    def _judged(self, document: str | None = None) -> list[Judged]:
        """Return the proposals that stand, in the order of the text, of the newest document first.

        Both queries go by an index, and are put together here: as one view of SQL they took a
        hundred times as long.
        """
        chosen = "(SELECT document FROM same_document WHERE first = ?1)"
        proposals = self._rows(
            f"""
            SELECT proposal.*, first, hash, heading, page
            FROM proposal JOIN document ON document.id = proposal.document
            JOIN same_document ON same_document.document = proposal.document
            JOIN section ON section.document = proposal.document AND number = proposal.section
            WHERE proposal.document NOT IN (SELECT document FROM removed)
            AND (?1 IS NULL OR proposal.document IN {chosen})
            ORDER BY first DESC, proposal.section, start, proposal.id
            """,  # noqa: S608 - nothing of it comes from outside
            document,
        )
        decisions = self._rows(
            f"""
            SELECT * FROM effective_decision WHERE kind <> 'remove' AND (?1 IS NULL OR target IN
                (SELECT id FROM proposal WHERE document IN {chosen})) ORDER BY id
            """,  # noqa: S608
            document,
        )
        return list(judge(proposals, decisions))


def _document(row: Row) -> Document:
    return Document(
        id=row["id"],
        at=datetime.fromisoformat(row["at"]),
        hash=row["hash"],
        name=row["name"],
        kind=FileKind(row["kind"]),
        title=row["title_now"],
        size=row["size"],
        pages=row["pages"],
        characters=row["characters"],
    )
