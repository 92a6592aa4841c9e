"""Markdown to HTML that can neither run anything nor load anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from pathlib import Path
from typing import Any

IMAGE_TYPES = {".svg", ".png", ".jpg", ".jpeg"}
LARGEST_IMAGE = 4_000_000
"""Bytes of the largest picture shown."""

_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "div", "span", "blockquote"),
    *("ul", "ol", "li", "dl", "dt", "dd", "em", "strong", "del", "sub", "sup", "code", "pre"),
    *("table", "thead", "tbody", "tr", "th", "td", "a", "img"),
}
_ATTRIBUTES = {
    "*": {"id", "class"},
    "a": {"href", "title"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "th": {"style"},
    "td": {"style"},
}
_ALIGNMENT = re.compile(r"text-align:\s*(left|right|center);?")
_CLASS = re.compile(r"[\w -]{1,60}")
_LOCAL_NAME = re.compile(r"[\w][\w.-]*")


@dataclass(frozen=True)
class Heading:
    """One heading of a page, for its table of contents."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class Page:
    """A document ready to be shown.

    Attributes
    ----------
    html : str
        Cleaned HTML. Its only images are those named in ``images``.
    images : dict
        File name to bytes. Nothing else may be loaded for this page.
    """

    html: str
    headings: tuple[Heading, ...]
    images: dict[str, bytes] = field(default_factory=dict)


def render(markdown: str, folder: Path | None = None) -> Page:
    """Render Markdown; pictures are taken from ``folder`` by plain file name, if it is given."""
    # Who is quizzed may never open a text; these are as large as all of our own code.
    import nh3  # noqa: PLC0415
    from markdown import Markdown  # noqa: PLC0415
    from markdown.extensions.codehilite import CodeHiliteExtension  # noqa: PLC0415
    from markdown.extensions.fenced_code import FencedCodeExtension  # noqa: PLC0415
    from markdown.extensions.footnotes import FootnoteExtension  # noqa: PLC0415
    from markdown.extensions.sane_lists import SaneListExtension  # noqa: PLC0415
    from markdown.extensions.tables import TableExtension  # noqa: PLC0415
    from markdown.extensions.toc import TocExtension  # noqa: PLC0415

    from app.content.formula import FormulaExtension  # noqa: PLC0415

    formulas = FormulaExtension()
    md = Markdown(
        # Named by their classes: a name would be looked up in every package that is installed.
        extensions=[
            TableExtension(),
            FencedCodeExtension(),
            CodeHiliteExtension(guess_lang=False, css_class="code"),
            FootnoteExtension(),
            SaneListExtension(),
            TocExtension(permalink=False),
            formulas,
        ],
        output_format="html",
    )
    try:
        raw = md.convert(markdown)
    except RecursionError:
        # Lists in lists without end: shown as they were typed.
        return Page(f"<pre>{escape(markdown)}</pre>", ())
    images = dict(formulas.images)

    def keep(tag: str, attribute: str, value: str) -> str | None:
        if attribute == "style":
            return value if _ALIGNMENT.fullmatch(value) else None
        if attribute == "class":
            return value if _CLASS.fullmatch(value) else None
        if (tag, attribute) == ("img", "src"):
            return value if value in images or _load_image(value, folder, images) else None
        return value

    html = nh3.clean(
        raw,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=keep,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
        clean_content_tags={"script", "style"},
    )
    tokens: list[dict[str, Any]] = getattr(md, "toc_tokens", [])
    return Page(html, tuple(_headings(tokens)), images)


def _load_image(name: str, folder: Path | None, images: dict[str, bytes]) -> bool:
    """Put a picture that stands beside the document into ``images``; tell whether there is one."""
    if folder is None or not _LOCAL_NAME.fullmatch(name):
        return False
    path = folder / name
    if path.suffix.lower() not in IMAGE_TYPES or path.is_symlink() or not path.is_file():
        return False
    if path.stat().st_size > LARGEST_IMAGE:
        return False
    images[name] = path.read_bytes()
    return True


def _headings(tokens: list[dict[str, Any]]) -> Iterator[Heading]:
    import nh3  # noqa: PLC0415

    for token in tokens:
        yield Heading(token["level"], unescape(nh3.clean(token["name"], tags=set())), token["id"])
        yield from _headings(token["children"])
