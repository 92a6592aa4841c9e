"""What can be found in a library, cut into the entries of the search index."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.content.library import Library
from app.content.search_text import Section, grouped, passages, sections, tidy
from app.content.types import Guide, KeyPoint, Transition

LONGEST_PASSAGE = 4000
"""Characters of an entry's text; a longer section becomes several entries."""

_JOINED = re.compile(r"[^\W_]+(?:[-\u2010\u2011_][^\W_]+)+")
_JOINT = re.compile(r"[-\u2010\u2011_]")


class HitKind(StrEnum):
    """What was found."""

    TRANSITION = "transition"
    SKILL = "skill"
    SECTION = "section"
    KEY_POINT = "key_point"
    SCENARIO = "scenario"
    DOCUMENT = "document"


@dataclass(frozen=True)
class Entry:
    """One row of the index.

    Attributes
    ----------
    anchor : str
        Heading of the rendered page, or id of the key point or scenario. Where it has several
        lines, so have ``claim`` and ``text``, and each stands at its own.
    shown : str
        What a hit is called.
    title, claim, text, also : str
        What is searched. ``claim`` holds headings where there is no key point; each line of
        ``text`` is a text of its own; ``also`` is never shown.
    """

    kind: HitKind
    shown: str
    title: str
    text: str
    claim: str = ""
    transition: str = ""
    skill: str = ""
    anchor: str = ""
    path: str = ""
    also: str = ""


class Source(Protocol):
    """Something whose entries come and go together.

    Attributes
    ----------
    key : str
        Tells it from all others, for ever.
    stamp : str
        While it is the same, the content is taken to be; empty where only the content can tell.
    """

    @property
    def key(self) -> str: ...  # noqa: D102
    @property
    def stamp(self) -> str: ...  # noqa: D102

    def content(self) -> bytes | None:
        """Return everything that its entries are made of, or None if it cannot be read now."""
        ...

    def entries(self, content: bytes) -> list[Entry]:
        """Return what there is to find, from the content just returned."""
        ...


@dataclass(frozen=True)
class TransitionSource:
    """A transition and its skills."""

    transition: Transition
    stamp: str = ""

    @property
    def key(self) -> str:
        """Tells it from all others."""
        return f"transition:{self.transition.slug}"

    def content(self) -> bytes:
        """Return everything that its entries are made of."""
        return repr(self.transition).encode("utf-8", "replace")

    def entries(self, _content: bytes) -> list[Entry]:
        """Return the document by section, then the skills."""
        transition, slug = self.transition, self.transition.slug
        title = f"{transition.title} → {transition.transforms_to}"
        found = [
            Entry(
                HitKind.TRANSITION,
                title,
                title,
                "\n".join(part.text for part in parts),
                claim="\n".join(part.heading for part in parts),
                transition=slug,
                anchor="\n".join(part.anchor for part in parts),
                also=f"{tidy(transition.category)} {joined(transition.source)}",
            )
            for parts in grouped(_below_title(title, transition.source), LONGEST_PASSAGE)
        ]
        for skill in transition.skills:
            lead, body = tidy(skill.lead), tidy(skill.body)
            also = joined(f"{lead} {body}")
            found.append(
                Entry(HitKind.SKILL, lead, lead, body, transition=slug, skill=skill.slug, also=also)
            )
        return found


@dataclass(frozen=True)
class GuideSource:
    """A guide with its key points and scenarios."""

    guide: Guide
    stamp: str = ""

    @property
    def key(self) -> str:
        """Tells it from all others."""
        return f"guide:{self.guide.transition}/{self.guide.skill}"

    def content(self) -> bytes:
        """Return everything that its entries are made of."""
        return repr(self.guide).encode("utf-8", "replace")

    def entries(self, _content: bytes) -> list[Entry]:
        """Return sections, key points and scenarios; misconceptions are no truths to be found."""
        guide = self.guide
        found = []
        for section in _below_title(guide.title, guide.source):
            title = section.heading or guide.title
            found += [
                self._entry(HitKind.SECTION, title, title, text, anchor=section.anchor)
                for text in passages(section.text, LONGEST_PASSAGE)
            ]
        found += [self._key_point(point) for point in guide.key_points]
        for scenario in guide.scenarios:
            text = f"{tidy(scenario.text)}\n{tidy(scenario.answer)}"
            # Without a title of its own: the guide's would bring all its scenarios up at once.
            found.append(self._entry(HitKind.SCENARIO, guide.title, "", text, anchor=scenario.id))
        return found

    def _key_point(self, point: KeyPoint) -> Entry:
        texts = [point.answer, *(question.text for question in point.questions)]
        text = "\n".join(tidy(each) for each in texts)
        topic, claim = tidy(point.topic), tidy(point.claim)
        return self._entry(HitKind.KEY_POINT, topic, topic, text, anchor=point.id, claim=claim)

    def _entry(
        self, kind: HitKind, shown: str, title: str, text: str, *, anchor: str, claim: str = ""
    ) -> Entry:
        return Entry(
            kind,
            shown,
            title,
            text,
            claim=claim,
            transition=self.guide.transition,
            skill=self.guide.skill,
            anchor=anchor,
            also=joined(f"{title} {claim} {text}"),
        )


def library_sources(library: Library) -> list[Source]:
    """Return everything of a library that can be found."""
    found: list[Source] = [TransitionSource(each) for each in library.transitions.values()]
    return [*found, *(GuideSource(guide) for guide in library.guides.values())]


def joined(text: str) -> str:
    """Return the words of a text that have hyphens, written as one: "multimodal"."""
    return " ".join(dict.fromkeys(_JOINT.sub("", word) for word in _JOINED.findall(text)))


def _below_title(title: str, markdown: str) -> list[Section]:
    """Return the sections of a page that begins with its title, as the reader is shown it."""
    # The title takes part when anchors that would be alike are numbered.
    _, top, *others = sections(f"# {title}\n\n{markdown}")
    return [Section("", "", 0, top.text), *others] if top.text else others
