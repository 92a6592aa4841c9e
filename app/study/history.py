"""Undo and redo, as rows of the log: they survive a restart and are never lost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.study.projection import Projections
from app.study.records import Action, ActionKind
from app.study.store import Row, Transaction


def _last_done(kinds: Iterable[ActionKind]) -> str:
    # Each table is asked for its own newest row, which its index gives at once; sorting the view
    # `action` would read the whole log.
    return "SELECT id FROM ({}) ORDER BY id DESC LIMIT 1".format(
        " UNION ALL ".join(
            f"SELECT * FROM (SELECT id FROM {kind} WHERE NOT EXISTS"
            f" (SELECT 1 FROM undone WHERE target = {kind}.id) ORDER BY id DESC LIMIT 1)"
            for kind in kinds
        )
    )


def _last_undone(kinds: Iterable[ActionKind]) -> str:
    # What was undone before something new was done cannot be redone any more.
    kinds = tuple(kinds)
    newest = " UNION ALL ".join(f"SELECT max(id) AS id FROM {kind}" for kind in kinds)
    among = " OR ".join(f"EXISTS (SELECT 1 FROM {kind} WHERE id = target)" for kind in kinds)
    return f"""
        SELECT target FROM undone WHERE undo > (SELECT max(id) FROM ({newest})) AND ({among})
        ORDER BY undo DESC LIMIT 1
    """


class History(Projections):
    """Taking back what the learner did, newest first, and bringing it back again.

    An answer with its verdict and reviews is one action. Nothing is removed: a row names what
    it takes back, and the projections leave that out. Each method can be told to look at some kinds
    of actions only, as if there were no others: who reads does not mean an answer.
    """

    def last_action(self, kinds: Iterable[ActionKind] = ActionKind) -> Action | None:
        """Return what `undo` would take back; None if there is nothing."""
        with self._reading():
            return self._find(_last_done(kinds))

    def last_undone(self, kinds: Iterable[ActionKind] = ActionKind) -> Action | None:
        """Return what `redo` would bring back; None if there is nothing."""
        with self._reading():
            return self._find(_last_undone(kinds))

    def undo(self, kinds: Iterable[ActionKind] = ActionKind) -> Action | None:
        """Take back the last action, and return it; None if there is nothing to take back."""
        with self._writing() as tx:
            action = self._find(_last_done(kinds))
            if action is not None:
                self._record(tx, "undo", action)
            return action

    def redo(self, kinds: Iterable[ActionKind] = ActionKind) -> Action | None:
        """Bring back what was undone last, and return it; None after a new action."""
        with self._writing() as tx:
            action = self._find(_last_undone(kinds))
            if action is not None:
                self._record(tx, "redo", action)
            return action

    def _find(self, statement: str) -> Action | None:
        id_ = self._value(statement)
        if id_ is None:
            return None
        [row] = self._rows("SELECT * FROM action WHERE id = ?", id_)
        return _action(row)

    def _record(self, tx: Transaction, kind: str, action: Action) -> None:
        if action.answer is None:
            self._mark(tx, kind, action.id)
        else:
            with self._changing(action.answer):
                self._mark(tx, kind, action.id)

    def _mark(self, tx: Transaction, kind: str, target: str) -> None:
        id_ = tx.add("undo", kind=kind, target=target)
        if kind == "undo":
            self._db.execute("INSERT INTO undone VALUES (?, ?)", [target, id_])
        else:
            self._db.execute("DELETE FROM undone WHERE target = ?", [target])


def _action(row: Row) -> Action:
    kind = ActionKind(row["kind"])
    at = datetime.fromisoformat(row["at"])
    return Action(kind, row["id"], at, row["answer"], row["question"])
