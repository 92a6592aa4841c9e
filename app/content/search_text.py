"""Markdown as search shows it: words as they stand, cut up by heading, with the page's anchors."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.content.render import Heading, render

MOST_HEADINGS = 1000
"""Headings of a text whose anchors are worked out; a text with more is data, not prose."""

_HEADING = re.compile(r"#{1,6}(?P<text>.*)")
_UNDERLINE = re.compile(r"(=+|-+) *")
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})")
_RULE = re.compile(r"[|:\-\s*_]*")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]^]{1,100}\]:\s")
_LINE_MARKS = re.compile(r"\s*(?:(?:>|[-*+]|\d{1,9}[.)]|\[\^[^\]]{1,50}\]:)\s+)*(?P<rest>.*)")
_SPACE = re.compile(r"\s+")
# Every repetition has a bound, so that no text takes more than linear time.
_INLINE = re.compile(
    r"""
      (?P<ticks>`{1,3})(?P<code>[^`]{1,400}?)(?P=ticks)
    | \$\$[^$]{1,2000}\$\$
    | \$(?=\S)(?P<tex>[^$\n]{0,200})(?<=\S)\$(?!\d)
    | !?\[(?P<label>[^\[\]]{0,400})\](?:\([^()\s]{0,800}[^()]{0,200}\)|\[[^\[\]]{0,100}\])
    | \[\^[^\]]{1,50}\]
    | </?[a-zA-Z][\w-]{0,30}(?:\s[^<>]{0,400})?/?>
    | \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?<!\w)[*_]{1,3}(?=\S) | (?<=\S)[*_]{1,3}(?!\w)
    """,
    re.VERBOSE,
)
# Lone surrogates, which YAML can spell but SQLite cannot hold, go the way of control characters.
_NO_TEXT = dict.fromkeys([*range(9), *range(14, 28), 127, *range(0xD800, 0xE000)])


@dataclass(frozen=True)
class Section:
    """A heading and the text below it, up to the next heading of any level.

    Attributes
    ----------
    anchor, heading : str
        Empty for what stands before the first heading.
    """

    anchor: str
    heading: str
    level: int
    text: str


def sections(markdown: str) -> list[Section]:
    """Return the sections of a Markdown text; anchors are those of the rendered page."""
    # The renderer itself names the headings; without the text between them that takes a
    # hundredth of the time.
    texts: list[list[str]] = [[]]
    headings: list[str] = []
    prose: list[str] = []
    fence = ""

    def keep_prose() -> None:
        texts[-1].append(readable("\n".join(prose)))
        prose.clear()

    for line in markdown.split("\n"):
        mark = _FENCE.match(line)
        if mark is not None and fence in ("", line.rstrip()):
            keep_prose()
            fence = "" if fence else mark["fence"]
        elif fence:
            texts[-1].append(line)
        elif _HEADING.match(line) is not None:
            keep_prose()
            headings.append(line)
            texts.append([])
        elif _is_underline(line, prose):
            headings.append(f"{prose.pop()}\n{line}")
            keep_prose()
            texts.append([])
        else:
            prose.append(line)
    keep_prose()
    bodies = [tidy(" ".join(text)) for text in texts]
    return [Section("", "", 0, bodies[0]), *_named(headings, bodies[1:])]


def readable(markdown: str) -> str:
    """Return the words of Markdown without headings and fences, marks taken off.

    Unlike :func:`app.content.plaintext.plain_text`, typography, code and `names_like_this` stay
    as they are; a formula that is more than letters and signs becomes an ellipsis.
    """
    lines = []
    for line in markdown.split("\n"):
        if _RULE.fullmatch(line) or _DEFINITION.match(line):
            continue
        match = _LINE_MARKS.match(line)
        rest = match["rest"].strip() if match is not None else line
        lines.append(rest.strip("|").strip() if rest.startswith("|") else rest)
    return html.unescape(_INLINE.sub(_word, "\n".join(lines)))


def tidy(text: str) -> str:
    """Return a text on one line, composed (NFC), without control characters."""
    return unicodedata.normalize("NFC", _SPACE.sub(" ", text.translate(_NO_TEXT)).strip())


def passages(text: str, longest: int) -> list[str]:
    """Cut a text between words into pieces of at most ``longest`` characters; at least one."""
    pieces = []
    while len(text) > longest:
        cut = text.rfind(" ", 1, longest + 1)
        cut = cut if cut > 0 else longest
        pieces.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*pieces, text]


def grouped(parts: Iterable[Section], longest: int) -> Iterator[list[Section]]:
    """Put sections together in order, up to ``longest`` characters; longer ones are cut up."""
    group: list[Section] = []
    size = 0
    for part in parts:
        if not part.text and not part.heading:
            continue
        for text in passages(part.text, longest):
            if group and size + len(text) > longest:
                yield group
                group, size = [], 0
            group.append(replace(part, text=text))
            size += len(text)
    if group:
        yield group


def _named(headings: list[str], bodies: list[str]) -> list[Section]:
    """Put bodies below their headings, which are given as lines of Markdown."""
    named: tuple[Heading, ...] = ()
    if 0 < len(headings) <= MOST_HEADINGS:
        named = render("\n\n".join(headings)).headings
    if len(named) != len(headings):  # the renderer sees other headings: anchors would be wrong
        whole = zip(headings, bodies, strict=True)
        return [Section("", "", 0, tidy(f"{readable(line)} {body}")) for line, body in whole]
    return [
        Section(heading.anchor, tidy(html.unescape(heading.text)), heading.level, body)
        for heading, body in zip(named, bodies, strict=True)
    ]


def _is_underline(line: str, before: list[str]) -> bool:
    """Tell whether a line makes a heading of the one before it, which must begin a paragraph."""
    if not before or not before[-1].strip() or _UNDERLINE.fullmatch(line) is None:
        return False
    return len(before) == 1 or not before[-2].strip()


def _word(match: re.Match[str]) -> str:
    """Return what a reader sees of a marked-up word."""
    text: str | None = match["code"] or match["escaped"]
    if text is None and match["label"] is not None:
        text = _INLINE.sub(_word, match["label"])
    if text is None and match["tex"] is not None:
        text = match["tex"] if "\\" not in match["tex"] else "…"
    if text is None:
        text = "…" if match.group().startswith("$$") else ""
    return text
