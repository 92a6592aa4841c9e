"""Loading a transition: a document that says how a job changes and what to learn for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown.extensions.toc import slugify_unicode

from app.content.document import Document, read_document
from app.content.errors import ContentError, Problem
from app.content.fields import Fields
from app.content.types import Kind, Skill, Transition

SECTIONS = {
    "why this job will transform": Kind.CAPABILITY,
    "what you can do to get ahead": Kind.PRACTICE,
}

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_BULLET = re.compile(r"[-*+]\s+\*\*(?P<lead>.+?)\*\*\s*[:：]?\s*(?P<body>.*)")
_PARAGRAPH = re.compile(r"\*\*(?P<lead>.+?)\*\*\s*[:：]?\s*(?P<body>.*)")
_LEAD_END = " \t.:：。!?"


@dataclass(frozen=True)
class _Block:
    line: int
    text: str


def load_transition(path: Path) -> Transition:
    """Load and check one transition.

    Raises
    ------
    ContentError
        The file cannot be used; the error lists every problem with its line.
    """
    document = read_document(path)
    problems: list[Problem] = []
    fields = Fields(document, problems)
    title = fields.text("title")
    transforms_to = fields.text("transformsTo")
    category = fields.text("category")
    slug = fields.slug("slug")
    skills = _skills(document, problems)
    if not skills and not problems:
        reason = (
            "no skills found: list them as `- **Lead**: text` under “Why This Job Will Transform” "
            "or as `**Lead.** text` under “What You Can Do to Get Ahead”"
        )
        problems.append(Problem(path, document.body_line, "no-skills", reason))
    if problems:
        raise ContentError(problems)
    return Transition(slug, title, transforms_to, category, skills, document.body, path)


def _skills(document: Document, problems: list[Problem]) -> tuple[Skill, ...]:
    skills: list[Skill] = []
    seen: dict[str, int] = {}
    for kind, block in _blocks(document):
        pattern = _BULLET if kind is Kind.CAPABILITY else _PARAGRAPH
        match = pattern.match(block.text)
        if match is None:
            continue
        lead = match["lead"].strip().rstrip(_LEAD_END)
        slug = slugify_unicode(lead, "-")
        if not slug:
            reason = f"the lead “{match['lead']}” has no letters to make a slug from"
            problems.append(Problem(document.path, block.line, "skill", reason))
        elif slug in seen:
            reason = f"skill “{lead}” stands already on line {seen[slug]}; leads must differ"
            problems.append(Problem(document.path, block.line, "skill", reason))
        else:
            seen[slug] = block.line
            skills.append(Skill(slug, lead, match["body"].strip(), kind, block.line))
    return tuple(skills)


def _blocks(document: Document) -> Iterator[tuple[Kind, _Block]]:
    """Yield the bullets and paragraphs of the two sections, each folded into one line."""
    kind: Kind | None = None
    fenced = False
    lines: list[str] = []
    start = 0

    def ended() -> Iterator[tuple[Kind, _Block]]:
        if kind is not None and lines:
            yield kind, _Block(start, " ".join(lines))
        lines.clear()

    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if _FENCE.match(line):
            fenced = not fenced
            yield from ended()
            continue
        heading = None if fenced else _HEADING.match(line)
        if fenced:
            continue
        if heading is not None:
            yield from ended()
            if len(heading[1]) <= 2:
                kind = SECTIONS.get(" ".join(heading[2].rstrip("# \t").lower().split()))
        elif not line.strip():
            yield from ended()
        else:
            if re.match(r"[-*+]\s", line):
                yield from ended()
            if not lines:
                start = number
            lines.append(line.strip())
    yield from ended()
