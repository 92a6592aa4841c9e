"""Accepted proposals as guides: key points that the quiz asks like all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from app.content.errors import Problem
from app.content.library import Library
from app.content.types import (
    AuthoredQuestion,
    Guide,
    KeyPoint,
    Kind,
    Level,
    Skill,
    Source,
)
from app.material.database import database_file
from app.material.errors import MaterialError
from app.material.page import LONGEST, as_markdown, sections_shown
from app.material.records import Document, Part, Proposal, State
from app.material.sections import Section
from app.material.store import MaterialStore

SOURCE = "document"
"""Key of the only source of such a guide: the file itself."""

_LEVELS = {"number": Level.RECALL, "definition": Level.RECALL}


def put_material(library: Library, folder: Path) -> None:
    """Put what was accepted of the learner's documents into the library's first transition.

    Each document with an accepted key point becomes a skill of its own, with a guide that is its
    text. A database that cannot be used is a problem of the library: all the rest can be studied.
    """
    # Who never added anything need not wait for a file to be opened.
    if not database_file(folder).is_file():
        return
    try:
        with MaterialStore(folder) as store:
            put_accepted(library, store)
    except MaterialError as error:
        library.problems.append(Problem(database_file(folder), 1, "material", error.reason))


def put_accepted(library: Library, store: MaterialStore) -> None:
    """Put accepted key points of a store into a library in place of those put there before.

    Raises
    ------
    MaterialError
        They cannot be read.
    """
    transition = next(iter(library.transitions.values()), None)
    if transition is None:
        return
    # By key point: two releases that read a file differently may both have proposed it.
    accepted: dict[str, dict[str, Proposal]] = {}
    for proposal in store.proposals(State.ACCEPTED):
        accepted.setdefault(proposal.document, {}).setdefault(proposal.key_point, proposal)
    found = [
        (_skill(document), _guide(transition.slug, document, [*points.values()], store))
        for document in reversed(store.documents())
        if (points := accepted.get(document.id)) is not None
    ]
    for skill in transition.skills:
        if skill.kind is Kind.MATERIAL:
            library.remove(transition.slug, skill.slug)
    for _, guide in found:
        library.put(guide)
    skills = [skill for skill in transition.skills if skill.kind is not Kind.MATERIAL]
    skills += [skill for skill, _ in found]
    library.transitions[transition.slug] = replace(transition, skills=tuple(skills))


def unshown(library: Library, store: MaterialStore) -> Iterator[tuple[Document, list[Section]]]:
    """Yield the documents of a store with those of their sections that no guide shows.

    Raises
    ------
    MaterialError
        They cannot be read.
    """
    guides = {guide.skill for guide in library.guides.values()}
    for document in store.documents():
        has_guide = document.slug in guides
        if has_guide and document.characters <= LONGEST:
            continue
        sections = store.sections(document.id)
        shown: set[int] = set()
        if has_guide:
            accepted = store.proposals(State.ACCEPTED, document.id)
            shown = {each.draft.section for each in accepted}
        yield document, [each for each in sections if each.number not in shown]


def _skill(document: Document) -> Skill:
    return Skill(
        slug=document.slug,
        lead=document.title,
        body=f"From your own file {document.name}.",
        kind=Kind.MATERIAL,
        line=1,
    )


def _guide(
    transition: str, document: Document, points: Sequence[Proposal], store: MaterialStore
) -> Guide:
    wanted = {each.draft.section for each in points}
    shown = sections_shown(store.sections(document.id), wanted)
    source = Source(
        key=SOURCE,
        authors="Your own file",
        title=document.title,
        year=document.at.year,
        id=document.name,
    )
    return Guide(
        transition=transition,
        skill=document.slug,
        title=document.title,
        updated=document.at.date().isoformat(),
        sources={SOURCE: source},
        key_points=tuple(_key_point(each, document.slug) for each in points),
        scenarios=(),
        source=as_markdown(shown),
        body_line=1,
        path=store.folder / document.name,
    )


def _key_point(proposal: Proposal, skill: str) -> KeyPoint:
    content = proposal.content
    return KeyPoint(
        id=proposal.key_point,
        skill=skill,
        topic=content.topic,
        claim=content.claim,
        level=_LEVELS.get(proposal.draft.statement, Level.UNDERSTAND),
        questions=(
            AuthoredQuestion(content.question, worded_by=proposal.worded_by(Part.QUESTION)),
        ),
        answer=content.claim,
        misconceptions=content.misconceptions,
        quote=proposal.quote,
        sources=(SOURCE,),
        line=1,
        worded_by=proposal.worded_by(Part.CLAIM),
    )
