"""Proposals, and what the learner decides about them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.material.database import Row
from app.material.documents import Documents
from app.material.judged import Judged
from app.material.quotes import find_quote
from app.material.records import (
    Content,
    Decision,
    Draft,
    Proposal,
    Refused,
    State,
    key_point_id,
)
from app.material.sections import Section
from app.material.serial import dump_content, load_content, load_section


class Inbox(Documents):
    """Keeps what was proposed, and what was decided about it."""

    def add_attempts(self, document: str, made: Sequence[Draft | Refused]) -> None:
        """Keep what came of some sentences, all or nothing.

        Raises
        ------
        ValueError
            A quote does not stand in its section word for word.
        """
        texts = {section.number: section.text for section in self.sections(document)}
        for each in made:
            if isinstance(each, Draft) and texts[each.section][each.start : each.end] != (
                each.content.quote
            ):
                raise ValueError(f"not in section {each.section}: {each.content.quote}")
        with self._transaction():
            for each in made:
                place = {
                    "document": document,
                    "section": each.section,
                    "start": each.start,
                    "end": each.end,
                }
                if isinstance(each, Refused):
                    self._add("refusal", **place, reason=each.reason)
                    continue
                self._add(
                    "proposal",
                    **place,
                    statement=each.statement,
                    content=dump_content(each.content),
                    by_model=json.dumps(each.by_model),
                    model=each.model,
                    prompts=each.prompts,
                )

    def tried(self, document: str) -> set[tuple[int, int]]:
        """Return where the sentences end that were tried already: section and place in it."""
        rows = self._rows(
            'SELECT section, "end" FROM proposal WHERE document IN'
            " (SELECT document FROM same_document WHERE first = ?1) UNION ALL "
            'SELECT section, "end" FROM refusal WHERE document IN'
            " (SELECT document FROM same_document WHERE first = ?1)",
            document,
        )
        return {(row["section"], row["end"]) for row in rows}

    def refusals(self, document: str) -> list[Refused]:
        """Return the sentences that did not become proposals."""
        rows = self._rows("SELECT * FROM refusal WHERE document = ? ORDER BY id", document)
        return [Refused(row["section"], row["start"], row["end"], row["reason"]) for row in rows]

    def proposals(self, state: State | None = None, document: str | None = None) -> list[Proposal]:
        """Return proposals in the order of the text, those of the newest document first."""
        judged = self._judged(document)
        return [_proposal(each) for each in judged if state in (None, each.state)]

    def proposal(self, id_: str) -> Proposal:
        """Return one proposal, or that which stands for it where two laptops made the same.

        Raises
        ------
        KeyError
            There is none with this id, or its document was removed.
        """
        rows = self._rows(
            "SELECT first, section, start FROM proposal JOIN same_document USING (document)"
            " WHERE id = ?",
            id_,
        )
        for each in self._judged(rows[0]["first"]) if rows else ():
            if (each.row["section"], each.row["start"]) == (rows[0]["section"], rows[0]["start"]):
                return _proposal(each)
        raise KeyError(id_)

    def section_of(self, proposal: Proposal) -> Section:
        """Return the section that a proposal's quote stands in."""
        [row] = self._rows(
            "SELECT * FROM section WHERE document = ? AND number = ?",
            proposal.home,
            proposal.draft.section,
        )
        return load_section(row)

    def accept(self, proposal: str) -> str:
        """Let a proposal into the schedule, as it is now; return the decision's id."""
        return self._decide(Decision.ACCEPT, proposal)

    def reject(self, proposal: str) -> str:
        """Keep a proposal out of the schedule, or take it out again."""
        return self._decide(Decision.REJECT, proposal)

    def edit(self, proposal: str, content: Content) -> str:
        """Change what a proposal says; whether it is accepted stays as it is.

        White space and hyphens of the quote may differ from the document; what is kept does not.

        Raises
        ------
        ValueError
            The quote does not stand in the document, something is empty, or there is no
            misconception.
        """
        before = self.proposal(proposal)
        text = self.section_of(before).text
        place = find_quote(text, content.quote)
        if place is None:
            raise ValueError("the quote does not stand in this section of the document")
        checked = _checked(replace(content, quote=text[slice(*place)]))
        return self._decide(Decision.EDIT, proposal, dump_content(checked))

    def last_decision(self) -> tuple[str, str] | None:
        """Return what :meth:`undo` would take back: its kind, and what it was about."""
        rows = self._rows("SELECT * FROM effective_decision ORDER BY id DESC LIMIT 1")
        return (rows[0]["kind"], rows[0]["target"]) if rows else None

    def tried_by_section(self, document: str) -> dict[int, int]:
        """Return how many sentences were tried in each section, where any were."""
        return Counter(section for section, _ in self.tried(document))

    def undo(self) -> str | None:
        """Take back the last decision in the inbox; return what it was, or None without one."""
        rows = self._rows("SELECT * FROM effective_decision ORDER BY id DESC LIMIT 1")
        return self._note_turn("undo", rows[0]) if rows else None

    def redo(self) -> str | None:
        """Do again what was undone last, unless something was decided since."""
        rows = self._rows(
            "SELECT decision.* FROM decision JOIN undone ON undone.target = decision.id"
            " WHERE NOT EXISTS (SELECT 1 FROM effective_decision AS e WHERE e.id > decision.id)"
            # What was undone before another decision was ended by that, also when that is undone.
            " AND (SELECT max(id) FROM undo WHERE target = decision.id)"
            " > (SELECT max(id) FROM decision)"
            " ORDER BY decision.id LIMIT 1"
        )
        return self._note_turn("redo", rows[0]) if rows else None

    def _note_turn(self, kind: str, decision: Row) -> str:
        with self._transaction():
            self._add("undo", kind=kind, target=decision["id"])
        return str(decision["kind"])

    def _decide(self, kind: Decision, proposal: str, content: str | None = None) -> str:
        self.proposal(proposal)
        with self._transaction():
            return self._add("decision", kind=kind.value, target=proposal, content=content)


def _checked(content: Content) -> Content:
    for name in ("topic", "claim", "question"):
        if not getattr(content, name).strip():
            raise ValueError(f"the {name} is empty")
    wrong = tuple(each for each in content.misconceptions if each.claim.strip())
    if not wrong:
        raise ValueError("there is no misconception; at least one is needed for multiple choice")
    if content.claim.strip() in (each.claim.strip() for each in wrong):
        raise ValueError("a misconception is the claim itself")
    return replace(content, misconceptions=wrong)


def _proposal(judged: Judged) -> Proposal:
    row = judged.row
    proposed = load_content(row["content"])
    draft = Draft(
        section=row["section"],
        start=row["start"],
        end=row["end"],
        statement=row["statement"],
        content=proposed,
        by_model=tuple(json.loads(row["by_model"])),
        model=row["model"],
        prompts=row["prompts"],
    )
    return Proposal(
        id=row["id"],
        document=row["first"],
        home=row["document"],
        key_point=key_point_id(row["hash"], proposed.quote),
        draft=draft,
        content=load_content(judged.edited) if judged.edited is not None else proposed,
        is_edited=judged.edited is not None,
        state=judged.state,
        heading=row["heading"],
        page=row["page"],
    )
