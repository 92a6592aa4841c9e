"""What there is to read at a place: rendered away from the window's thread."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

from app.content.guide_page import guide_page
from app.content.library import Library
from app.content.render import Page, render
from app.content.search_document import MARKDOWN_TYPES, decoded, document_sources
from app.content.types import Skill
from ui.widgets.contents import Place

LONGEST_DOCUMENT = 400_000
"""Characters of a document of the learner's own that are shown: about two hundred pages, which
take the window about a second to lay out."""

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n){0,200}?---[ \t]*(?:\n|\Z)")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


def render_place(library: Library, place: Place) -> Page:
    """Return what there is to read at a place."""
    if place.path is not None:
        return document_page(place.path)
    if not place.transition:
        return _problems(library)
    transition = library.transitions[place.transition]
    guide = library.guide(place.transition, place.skill)
    if guide is not None:
        return guide_page(guide)
    if place.skill:
        return render(_without_guide(transition.skill(place.skill)))
    title = f"# {transition.title} → {transition.transforms_to}\n\n"
    return render(title + transition.source)


def list_documents(folder: Path) -> dict[Path, str]:
    """Return the learner's own documents with what each is called in the table of contents."""
    paths = (source.path for source in document_sources(folder))
    return {path: path.relative_to(folder).as_posix() for path in paths}


def document_page(path: Path) -> Page:
    """Return a document of the learner's own, or a page that says why it cannot be shown."""
    try:
        text = decoded(path.read_bytes())
    except OSError as error:
        return _refusal(path, f"This file cannot be read: {error.strerror or error}.")
    if "\0" in text:
        return _refusal(path, "This file is no text, so there is nothing to read in it.")
    note = ""
    if len(text) > LONGEST_DOCUMENT:
        text = text[:LONGEST_DOCUMENT]
        note = f"<p><i>Only the first {LONGEST_DOCUMENT:,} characters are shown.</i></p>"
    if path.suffix.lower() in MARKDOWN_TYPES:
        page = render(_FRONT_MATTER.sub("", text, count=1) if text.startswith("---") else text)
        titled = any(heading.level == 1 for heading in page.headings)
        title = "" if titled else _title(path)
        return replace(page, html=f"{title}{page.html}{note}")
    paragraphs = _BLANK_LINES.split(html.escape(text).strip())
    body = "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in paragraphs)
    return Page(f"{_title(path)}{body}{note}", ())


def _title(path: Path) -> str:
    return f"<h1>{html.escape(path.stem)}</h1>"


def _refusal(path: Path, reason: str) -> Page:
    where = html.escape(str(path))
    return Page(f"{_title(path)}<p>{html.escape(reason)}</p><p><code>{where}</code></p>", ())


def _without_guide(skill: Skill) -> str:
    return f"# {skill.lead}\n\n{skill.body}\n\n*There is no guide for this skill yet.*"


def _problems(library: Library) -> Page:
    rows = "".join(
        f"<tr><td><b>{html.escape(problem.path.name)}</b>, line {problem.line}<br>"
        f"{html.escape(problem.reason)}<br><code>{html.escape(str(problem.path))}</code></td></tr>"
        for problem in library.problems
    )
    intro = "These files could not be shown. The others are not affected."
    return Page(f"<h1>Problems</h1><p>{intro}</p><table>{rows}</table>", ())
