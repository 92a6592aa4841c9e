"""Which document is read: how the log names it, what it is called, and what rests on it."""

from __future__ import annotations

from pathlib import Path

from app.content.library import Library
from app.content.types import KeyPoint
from ui.widgets.contents import Place

Key = tuple[str, str]
"""Transition and document, as the study log keeps reading of them."""


def key_of(place: Place, folder: Path) -> Key | None:
    """Return how the log names the document of a place; None for what is no document.

    Parameters
    ----------
    folder : Path
        Where the learner's own documents lie; theirs are named from there, so that the log can be
        taken to another machine.
    """
    if place.path is not None:
        inside = place.path.is_relative_to(folder)
        return "", (place.path.relative_to(folder) if inside else place.path).as_posix()
    return (place.transition, place.document) if place.transition else None


def place_of(key: Key, folder: Path) -> Place:
    """Return where the document that the log names so is read."""
    transition, document = key
    if not transition:
        return Place(path=folder / document)
    return Place(transition, "" if document == transition else document)


def title_of(library: Library, place: Place) -> str:
    """Return what the document of a place is called."""
    if place.path is not None:
        return place.path.stem
    guide = library.guide(place.transition, place.skill)
    if guide is not None:
        return guide.title
    transition = library.transitions.get(place.transition)
    if transition is None:
        return place.document
    lead = next((skill.lead for skill in transition.skills if skill.slug == place.skill), "")
    return lead or transition.title


def points_of(library: Library, place: Place) -> tuple[KeyPoint, ...]:
    """Return the key points that can be asked of the document of a place."""
    # A session is about one transition, the first.
    studied = next(iter(library.transitions), None)
    guide = library.guide(place.transition, place.skill)
    return guide.key_points if guide is not None and place.transition == studied else ()
