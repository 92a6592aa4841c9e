"""What to read, why, by when, and what was decided about it."""

from __future__ import annotations

import json
from datetime import date, datetime

from app.material.database import MaterialFile, Row
from app.material.records import Outcome, ToRead


class ReadingList(MaterialFile):
    """Keeps the reading list; what was decided is never written over."""

    def plan_reading(
        self, title: str, *, place: str = "", why: str = "", due: date | None = None
    ) -> str:
        """Put something on the list and return its id.

        Raises
        ------
        ValueError
            The title is empty.
        """
        if not title.strip():
            raise ValueError("what is to be read needs a title")
        with self._transaction():
            return self._add(
                "to_read",
                title=title.strip(),
                place=place.strip(),
                why=why.strip(),
                due=due.isoformat() if due is not None else None,
            )

    def correct_reading(
        self, id_: str, title: str, *, place: str = "", why: str = "", due: date | None = None
    ) -> None:
        """Put an entry right, or give it another date; what was decided stays.

        Raises
        ------
        KeyError
            There is no such entry.
        ValueError
            The title is empty.
        """
        self.to_read(id_)
        if not title.strip():
            raise ValueError("what is to be read needs a title")
        values = {
            "title": title.strip(),
            "place": place.strip(),
            "why": why.strip(),
            "due": due.isoformat() if due is not None else None,
        }
        with self._transaction():
            content = json.dumps(values, ensure_ascii=False)
            self._add("correction", target=id_, content=content)

    def decide_reading(
        self, id_: str, outcome: Outcome, *, note: str = "", due: date | None = None
    ) -> str:
        """Note what was decided about an entry; ``due`` sets a new date.

        Raises
        ------
        KeyError
            There is no such entry.
        """
        self.to_read(id_)
        with self._transaction():
            return self._add(
                "reading_decision",
                to_read=id_,
                outcome=outcome.value,
                note=note.strip(),
                due=due.isoformat() if due is not None else None,
            )

    def reading_list(self, *, open_only: bool = False) -> list[ToRead]:
        """Return the list: what is open by date, the undated last; then what was decided."""
        found = [_to_read(row) for row in self._rows("SELECT * FROM reading_list")]
        still = [each for each in found if each.outcome is Outcome.OPEN]
        still.sort(key=lambda each: (each.due or date.max, each.id))
        if open_only:
            return still
        decided = [each for each in found if each.outcome is not Outcome.OPEN]
        return still + sorted(decided, key=lambda each: str(each.decided), reverse=True)

    def to_read(self, id_: str) -> ToRead:
        """Return one entry.

        Raises
        ------
        KeyError
            There is none with this id.
        """
        rows = self._rows("SELECT * FROM reading_list WHERE id = ?", id_)
        if not rows:
            raise KeyError(id_)
        return _to_read(rows[0])

    def undo_reading(self) -> ToRead | None:
        """Take back the last decision about something to read; return its entry, or None."""
        rows = self._rows("SELECT * FROM effective_reading_decision ORDER BY id DESC LIMIT 1")
        if not rows:
            return None
        with self._transaction():
            self._add("undo", kind="undo", target=rows[0]["id"])
        return self.to_read(rows[0]["to_read"])


def _to_read(row: Row) -> ToRead:
    return ToRead(
        id=row["id"],
        at=datetime.fromisoformat(row["at"]),
        title=row["title"],
        place=row["place"],
        why=row["why"],
        due=date.fromisoformat(row["due_now"]) if row["due_now"] else None,
        outcome=Outcome(row["outcome"] or "open"),
        note=row["note"] or "",
        decided=datetime.fromisoformat(row["decided"]) if row["decided"] else None,
    )
