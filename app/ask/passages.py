"""Everything that can be read, cut into passages of a paragraph or two with their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.content.library import Library
from app.content.plaintext import fold
from app.content.search_document import MARKDOWN_TYPES, DocumentSource, decoded, document_sources
from app.content.search_text import passages as cut
from app.content.search_text import readable, sections, tidy
from app.content.sentences import split_sentences
from app.content.types import Guide, KeyPoint, Transition

SHORTEST = 240
"""Characters below which a passage takes in the next paragraph of its section."""
LONGEST = 1000
"""Characters of a passage; a longer paragraph becomes several, cut between sentences."""

_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})")
_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_UNDERLINE = re.compile(r"(?:=+|-+) *")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s")
_ROW = re.compile(r"\s{0,3}\|")
_RULE = re.compile(r"[|:\-\s]+")
_PICTURE = re.compile(r"!\[[^\[\]]{0,2000}\]\([^()]{0,800}\)")


@dataclass(frozen=True)
class Passage:
    """A piece of something that can be read.

    Attributes
    ----------
    transition, skill : str
        Slugs; empty where there is none.
    path : str
        File of a document of the learner's own; else empty.
    title : str
        What the text is called that it stands in.
    headings : tuple of str
        Those that it stands below, the outermost first.
    anchor : str
        The innermost of them, on the rendered page.
    text : str
        As a reader sees it, on one line.
    asked : tuple of str
        Questions that are known to be answered here, with their answers.
    """

    title: str
    text: str
    headings: tuple[str, ...] = ()
    anchor: str = ""
    transition: str = ""
    skill: str = ""
    path: str = ""
    asked: tuple[str, ...] = ()

    @property
    def can_be_read(self) -> bool:
        """Whether there is a page that shows it."""
        return bool(self.transition or self.path)

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return " › ".join((self.title, *self.headings))

    @property
    def sentences(self) -> list[str]:
        """What it says, sentence by sentence."""
        return split_sentences(self.text)


@dataclass(frozen=True)
class Text:
    """A text that can be read, with the passages of it.

    Attributes
    ----------
    key : str
        Tells it from all others, for ever.
    """

    key: str
    passages: tuple[Passage, ...]


def library_texts(library: Library) -> Iterator[Text]:
    """Yield the transitions and guides of a library."""
    for transition in library.transitions.values():
        yield Text(f"transition:{transition.slug}", tuple(_of_transition(transition)))
    for guide in library.guides.values():
        yield Text(f"guide:{guide.transition}/{guide.skill}", tuple(_of_guide(guide)))


def document_texts(folder: Path) -> Iterator[Text]:
    """Yield the documents of a folder of the learner's own; what cannot be read now is left out."""
    for source in document_sources(folder):
        content = source.content()
        if content is not None:
            yield Text(source.key, tuple(_of_document(source, decoded(content))))


def sectioned_text(key: str, title: str, parts: Iterable[tuple[tuple[str, ...], str]]) -> Text:
    """Return a text of which the headings and the plain text below them are known already.

    Parameters
    ----------
    parts : iterable of (tuple of str, str)
        The headings, the outermost first, and paragraphs with an empty line between them.
    """
    passages = (
        Passage(title, piece, headings)
        for headings, text in parts
        for piece in _sized(text.split("\n\n"))
    )
    return Text(key, tuple(passages))


def _of_transition(transition: Transition) -> Iterator[Passage]:
    title = f"{transition.title} → {transition.transforms_to}"
    for headings, anchor, text in _pieces(transition.source, title):
        yield Passage(title, text, headings, anchor, transition=transition.slug)


def _of_guide(guide: Guide) -> Iterator[Passage]:
    quotes = [(fold(point.quote), point) for point in guide.key_points]
    for headings, anchor, text in _pieces(guide.source, guide.title):
        folded = fold(text)
        asked = tuple(each for quote, point in quotes if quote in folded for each in _asked(point))
        yield Passage(
            guide.title, text, headings, anchor, guide.transition, guide.skill, asked=asked
        )


def _asked(point: KeyPoint) -> Iterator[str]:
    for question in point.questions:
        yield f"{question.text} {point.claim}"


def _of_document(source: DocumentSource, text: str) -> Iterator[Passage]:
    if not text or "\0" in text:
        return
    title = source.path.stem
    if source.path.suffix.lower() in MARKDOWN_TYPES:
        found = sections(text)
        title = next((each.heading for each in found if each.level == 1), title)
        pieces = _pieces(text, "")
    else:
        pieces = (((), "", piece) for piece in _sized(text.split("\n\n")))
    for headings, anchor, piece in pieces:
        below = headings[1:] if headings[:1] == (title,) else headings
        yield Passage(title, piece, below, anchor, path=str(source.path))


def _pieces(markdown: str, title: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield passages of Markdown, each with its headings and the anchor of the last of them."""
    # The title takes part when anchors that would be alike are numbered.
    named = sections(f"# {title}\n\n{markdown}" if title else markdown)[2 if title else 1 :]
    raw = _raw_sections(markdown)
    path: list[tuple[int, str]] = []
    for number, paragraphs in enumerate(raw):
        anchor = ""
        # Where the renderer sees other headings than stand in the text, none is better than a
        # wrong one.
        if number and len(named) == len(raw) - 1:
            section = named[number - 1]
            path = [each for each in path if each[0] < section.level]
            path.append((section.level, section.heading))
            anchor = section.anchor
        for piece in _sized(paragraphs):
            yield tuple(heading for _, heading in path), anchor, piece


def _raw_sections(markdown: str) -> list[list[str]]:
    """Return the paragraphs between headings, in Markdown; code and pictures are left out."""
    found: list[list[str]] = [[""]]
    fence = ""
    for line in _PICTURE.sub("", markdown).split("\n"):
        mark = _FENCE.match(line)
        if mark is not None and fence in ("", line.rstrip()):
            fence = "" if fence else mark["fence"]
        elif fence:
            continue
        elif _HEADING.match(line):
            found.append([""])
        elif _UNDERLINE.fullmatch(line) and _is_single_line(found[-1][-1]):
            found[-1].pop()
            found.append([""])
        elif not line.strip() or _ITEM.match(line):
            found[-1].append(line)
        elif _ROW.match(line):
            found[-1].append("" if _RULE.fullmatch(line) else line)
        else:
            found[-1][-1] += f"\n{line}"
    return found


def _is_single_line(paragraph: str) -> bool:
    return bool(paragraph.strip()) and "\n" not in paragraph.strip()


def _sized(paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield texts of a handy length: short paragraphs together, long ones cut up."""
    held = ""
    for paragraph in paragraphs:
        # On one line, where no number at the beginning of a line is taken for that of an item.
        text = tidy(readable(" ".join(paragraph.split()))).replace(" | ", ", ")
        if not text:
            continue
        if held and len(held) + len(text) > LONGEST:
            yield held
            held = ""
        for sentence in [text] if len(text) <= LONGEST else _short_sentences(text):
            if held and len(held) + len(sentence) > LONGEST:
                yield held
                held = ""
            held = f"{held} {sentence}".strip()
        if len(held) >= SHORTEST:
            yield held
            held = ""
    if held:
        yield held


def _short_sentences(text: str) -> Iterator[str]:
    """Yield sentences; one that is no sentence, such as a row of numbers, is cut between words."""
    for sentence in split_sentences(text):
        yield from cut(sentence, LONGEST)
