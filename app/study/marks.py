"""Highlights, notes and sections read: adding them to the log, and what of them holds now."""

from __future__ import annotations

from datetime import datetime

from app.content.anchor import Anchor
from app.study.marked import Look, Mark, SectionRead
from app.study.projection import Projections
from app.study.store import Row

_IN_DOCUMENT = "WHERE transition = ? AND document = ?"


class Marks(Projections):
    """What the learner does to a text while reading; all of it can be undone."""

    def add_mark(
        self, transition: str, document: str, anchor: Anchor, look: Look, note: str = ""
    ) -> str:
        """Keep a highlight, with a note if there is one, and return its id.

        Parameters
        ----------
        transition, document : str
            As in `add_reading`.
        """
        with self._writing() as tx:
            return tx.add(
                "mark",
                transition=transition,
                document=document,
                quote=anchor.quote,
                prefix=anchor.prefix,
                suffix=anchor.suffix,
                start=anchor.start,
                look=look.value,
                note=note,
            )

    def change_mark(self, mark: str, *, look: Look | None = None, note: str | None = None) -> str:
        """Give a highlight another look or note; what is not given stays.

        Raises
        ------
        KeyError
            There is no such highlight, or it was taken away.
        """
        with self._writing() as tx:
            now = self._standing(mark)
            look_now = now.look if look is None else look
            note_now = now.note if note is None else note
            return tx.add(
                "mark_change", mark=mark, look=look_now.value, note=note_now, removed=False
            )

    def remove_mark(self, mark: str) -> str:
        """Take a highlight with its note away; `undo` brings it back.

        Raises
        ------
        KeyError
            There is no such highlight, or it was taken away.
        """
        with self._writing() as tx:
            now = self._standing(mark)
            return tx.add(
                "mark_change", mark=mark, look=now.look.value, note=now.note, removed=True
            )

    def marks(self, transition: str, document: str) -> list[Mark]:
        """Return the highlights of one document, oldest first."""
        statement = f"SELECT * FROM effective_mark {_IN_DOCUMENT} ORDER BY id"
        return [_read_mark(row) for row in self._rows(statement, transition, document)]

    def all_marks(self) -> list[Mark]:
        """Return the highlights of all documents, those of one document together."""
        statement = "SELECT * FROM effective_mark ORDER BY transition, document, id"
        return [_read_mark(row) for row in self._rows(statement)]

    def tick_section(
        self, transition: str, document: str, section: str, digest: str, *, is_read: bool = True
    ) -> str:
        """Tick a section off as read, or take the tick away.

        Parameters
        ----------
        section, digest : str
            Anchor of its heading, and what tells whether its words were changed.
        """
        with self._writing() as tx:
            return tx.add(
                "section_read",
                transition=transition,
                document=document,
                section=section,
                digest=digest,
                is_read=is_read,
            )

    def sections_read(self, transition: str, document: str) -> dict[str, SectionRead]:
        """Return the sections of a document that are ticked off, by anchor."""
        statement = f"SELECT section, at, digest FROM effective_section {_IN_DOCUMENT}"
        rows = self._tuples(statement, transition, document)
        return {
            section: SectionRead(datetime.fromisoformat(at), digest) for section, at, digest in rows
        }

    def all_sections_read(self) -> dict[tuple[str, str], dict[str, SectionRead]]:
        """Return what is ticked off in every document, by transition and document."""
        found: dict[tuple[str, str], dict[str, SectionRead]] = {}
        for transition, document, section, at, digest in self._tuples(
            "SELECT transition, document, section, at, digest FROM effective_section"
        ):
            read = SectionRead(datetime.fromisoformat(at), digest)
            found.setdefault((transition, document), {})[section] = read
        return found

    def reading_place(self, transition: str, document: str) -> float | None:
        """Return where reading stopped, as letters above the window; None where that is unknown."""
        letters: float | None = self._value(
            "SELECT (SELECT letters FROM reading_place WHERE reading = reading_id)"
            f" FROM (SELECT id AS reading_id FROM reading {_IN_DOCUMENT} ORDER BY id DESC LIMIT 1)",
            transition,
            document,
        )
        return letters

    def _standing(self, mark: str) -> Mark:
        rows = self._rows("SELECT * FROM effective_mark WHERE id = ?", mark)
        if not rows:
            raise KeyError(f"no mark {mark}")
        return _read_mark(rows[0])


def _read_mark(row: Row) -> Mark:
    return Mark(
        id=row["id"],
        at=datetime.fromisoformat(row["at"]),
        transition=row["transition"],
        document=row["document"],
        anchor=Anchor(row["quote"], row["prefix"], row["suffix"], row["start"]),
        look=Look(row["look"]),
        note=row["note"],
    )
