"""Where a hit of the search leads, and how well a key point is known, as the page Read says it."""

from __future__ import annotations

import re
from datetime import datetime

from app.content.guide_page import SCENARIO_ANCHOR
from app.content.library import Library
from app.content.search import Hit, HitKind
from app.content.types import Wording
from app.study.log import StudyLog
from ui import words
from ui.widgets.contents import Place

_BETWEEN_SENTENCES = re.compile(r"…|(?<=[.!?])\s+")


def title_around(library: Library, hit: Hit) -> str:
    """Return what the text is called that a hit stands in; nothing where its title says it."""
    guide = library.guide(hit.transition, hit.skill)
    if guide is None or hit.kind is HitKind.SKILL or guide.title == hit.title:
        return ""
    point = library.key_point(hit.transition, hit.anchor) if hit.kind is HitKind.KEY_POINT else None
    if point is not None and point.worded_by is Wording.MODEL:
        return f"{guide.title}, worded by the model"
    return guide.title


def place_of(library: Library, hit: Hit) -> tuple[Place, str]:
    """Return where a hit is to be read, and the words to be marked there if they are found."""
    place = Place(hit.transition, hit.skill, hit.anchor, hit.path)
    if hit.kind is HitKind.KEY_POINT:
        point = library.key_point(hit.transition, hit.anchor)
        return place, point.quote if point is not None else ""
    if hit.kind is HitKind.SCENARIO:
        place = Place(hit.transition, hit.skill, SCENARIO_ANCHOR + hit.anchor)
    return place, _words_found(hit)


def state_of(log: StudyLog, transition: str, point: str, now: datetime) -> str:
    """Return how well a key point is known and when it is due, in words.

    Raises
    ------
    StudyLogError
        The log cannot be read.
    """
    card = log.card(transition, point)
    if card is None:
        return "Not asked yet"
    recall = words.percent(log.retrievability(card, now))
    return f"You would recall it now with {recall}.\nDue {words.until(card.due, now)}."


def _words_found(hit: Hit) -> str:
    """Return the sentence of a snippet that has most of what was looked for, as far as it goes."""
    sentences = _BETWEEN_SENTENCES.split("".join(span.text for span in hit.snippet))
    matched = {span.text for span in hit.snippet if span.matched}
    best = max(sentences, key=lambda each: (sum(word in each for word in matched), len(each)))
    return best.strip() if any(word in best for word in matched) else ""
