"""All content that can be studied: what ships with Segue, and what its user added."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.content.errors import ContentError, Problem
from app.content.types import Guide, KeyPoint, Transition


@dataclass(frozen=True)
class Shelf:
    """A folder of transitions and the folder of their guides (`<transition>/<skill>.md`)."""

    transitions: Path
    guides: Path


@dataclass
class Library:
    """Transitions and guides by slug, and the problems of the files that could not be used.

    Attributes
    ----------
    transitions : dict
        By slug; those of the first shelf come first, each shelf in order of file names.
    guides : dict
        By slug of the transition and slug of the skill.
    problems : list
        What is wrong with files that were left out. A bad file never stops the others.
    """

    transitions: dict[str, Transition] = field(default_factory=dict)
    guides: dict[tuple[str, str], Guide] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _points: dict[tuple[str, str], KeyPoint] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, shelves: Sequence[Shelf]) -> Library:
        """Load every transition and guide of some shelves."""
        library = cls()
        for shelf in shelves:
            for path in markdown_files(shelf.transitions):
                library._add_transition(path)
        for shelf in shelves:
            for slug, transition in library.transitions.items():
                for path in markdown_files(shelf.guides / slug):
                    library._add_guide(path, transition)
        return library

    def guide(self, transition: str, skill: str) -> Guide | None:
        """Return the guide of a skill, or None when nobody wrote one."""
        return self.guides.get((transition, skill))

    def key_points(self, transition: str, skill: str | None = None) -> tuple[KeyPoint, ...]:
        """Return the key points of a skill, or of a whole transition in the order of its skills."""
        skills = [s.slug for s in self.transitions[transition].skills if skill in (None, s.slug)]
        guides = (self.guide(transition, slug) for slug in skills)
        return tuple(point for guide in guides if guide for point in guide.key_points)

    def key_point_ids(self, transition: str) -> dict[str, list[str]]:
        """Return the ids of each skill's key points, by slug, in the order of the skills."""
        return {
            skill.slug: [point.id for point in self.key_points(transition, skill.slug)]
            for skill in self.transitions[transition].skills
        }

    def key_point(self, transition: str, point_id: str) -> KeyPoint | None:
        """Return a key point by id, or None when no guide has it (any more)."""
        return self._points.get((transition, point_id))

    def put(self, guide: Guide) -> None:
        """Take in a guide that stands beside no other of the same skill or with the same ids."""
        self.guides[guide.transition, guide.skill] = guide
        for point in guide.key_points:
            self._points[guide.transition, point.id] = point

    def copy(self) -> Library:
        """Return another library with the same content, which can be changed by itself."""
        return Library(
            dict(self.transitions), dict(self.guides), list(self.problems), dict(self._points)
        )

    def remove(self, transition: str, skill: str) -> None:
        """Take a guide and its key points out again, if they are there."""
        guide = self.guides.pop((transition, skill), None)
        for point in guide.key_points if guide is not None else ():
            self._points.pop((transition, point.id), None)

    def _add_transition(self, path: Path) -> None:
        from app.content.transition import load_transition  # noqa: PLC0415 - brings a parser

        try:
            transition = load_transition(path)
        except ContentError as error:
            self.problems.extend(error.problems)
            return
        earlier = self.transitions.get(transition.slug)
        if earlier is not None:
            reason = f"slug “{transition.slug}” is taken by {earlier.path}; choose another"
            self.problems.append(Problem(path, 1, "repeated-slug", reason))
            return
        self.transitions[transition.slug] = transition

    def _add_guide(self, path: Path, transition: Transition) -> None:
        from app.content.guide import load_guide  # noqa: PLC0415 - brings a parser

        try:
            guide = load_guide(path, transition.slug)
        except ContentError as error:
            self.problems.extend(error.problems)
            return
        problems = self._misplaced(guide, transition)
        if problems:
            self.problems.extend(problems)
            return
        self.put(guide)

    def _misplaced(self, guide: Guide, transition: Transition) -> list[Problem]:
        """Return what keeps a sound guide from standing beside the others of its transition."""
        if guide.skill not in {skill.slug for skill in transition.skills}:
            reason = f"transition “{transition.slug}” has no skill “{guide.skill}”"
            return [Problem(guide.path, 1, "unknown-skill", reason)]
        if (transition.slug, guide.skill) in self.guides:
            other = self.guides[transition.slug, guide.skill].path
            return [Problem(guide.path, 1, "repeated-guide", f"{other} is this skill's guide")]
        return [
            Problem(guide.path, point.line, "repeated-id", f"`{point.id}` stands in {taken.skill}")
            for point in guide.key_points
            if (taken := self._points.get((transition.slug, point.id))) is not None
        ]


def markdown_files(folder: Path) -> list[Path]:
    """Return the documents of a folder in order; none if it cannot be read."""
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.X_OK):
        return []
    # README files explain a folder; they are not content.
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in {".md", ".markdown"} and path.stem.upper() != "README"
    )
