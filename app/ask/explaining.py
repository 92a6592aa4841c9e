"""Explaining a passage in the model's words, each sentence checked against where it stands."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from app.ask.material import CitedMaterial
from app.content.anchor import fold_space
from app.content.page_text import PageText
from app.content.types import KeyPoint
from app.model.protocol import Engine, Sampling
from app.quiz.feedback import checked_speech
from app.quiz.lexical import Lexicon
from app.quiz.prompts import PromptTemplate
from app.quiz.speech import Speech

MOST_WORDS = 120
"""Words of one explanation."""
SAMPLING = Sampling(max_tokens=200, temperature=0.0, repeat_penalty=1.05, stop=("\n\n",))
LONGEST_QUOTE = 900
"""Characters of a passage that are explained at once."""
AROUND = 1100
"""Characters before a passage, and after it, that the model is given and held to."""


@dataclass(frozen=True)
class Excerpt:
    """A passage to be explained.

    Attributes
    ----------
    quote : str
        Its words.
    around : str
        What stands around it in its section, itself included.
    place : str
        Where that is, in words.
    told : tuple of str
        What else is known to be true of it: the key points that rest on it.
    """

    quote: str
    around: str
    place: str
    told: tuple[str, ...] = ()


def excerpt_of(
    page: PageText, start: int, end: int, title: str, points: tuple[KeyPoint, ...] = ()
) -> Excerpt:
    """Return the passage ``text[start:end]`` of a page with what stands around it.

    Parameters
    ----------
    title : str
        What the page is called.
    points : tuple of KeyPoint
        Of that page; those that rest on the passage or its surroundings are told.
    """
    end = min(end, start + LONGEST_QUOTE)
    section = page.section_at(start)
    low, high = (section.start, section.end) if section is not None else (0, len(page.text))
    first, last = max(low, start - AROUND), min(max(high, end), end + AROUND)
    first, last = _whole_words(page.text, first, last)
    near = page.points_within(points, first, last)
    heading = section.title if section is not None else ""
    return Excerpt(
        fold_space(page.text[start:end]),
        fold_space(page.text[first:last]),
        f"{title} › {heading}" if heading else title,
        tuple(text for point in near for text in (point.claim, point.answer)),
    )


def explain(
    engine: Engine, template: PromptTemplate, excerpt: Excerpt, lexicon: Lexicon
) -> Generator[Speech, None, None]:
    """Yield an explanation as it grows; it ends before a sentence that nothing told carries.

    Raises
    ------
    EngineError
        The engine failed or was cancelled; what was yielded last holds.
    """
    prompt = template.fill(around=excerpt.around, quote=excerpt.quote)
    cited = (f"{excerpt.around} {excerpt.place}", *excerpt.told)
    material = CitedMaterial(excerpt.quote, "", (), lexicon, cited, longest=MOST_WORDS)
    stream = engine.generate(prompt, SAMPLING)
    try:
        yield from checked_speech(stream, prompt.reply_start, material)
    finally:
        stream.cancel()


def _whole_words(text: str, first: int, last: int) -> tuple[int, int]:
    """Move two places so that neither cuts a word."""
    while 0 < first < len(text) and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and not text[last].isspace():
        last += 1
    return first, last
