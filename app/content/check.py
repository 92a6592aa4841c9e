"""Checking a guide beyond its form: what would make it unfair, unsourced or broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from app.content.errors import ContentError, Problem
from app.content.guide import load_guide
from app.content.library import Library
from app.content.render import render
from app.content.spelling import misspelled
from app.content.types import Guide, KeyPoint
from app.content.words import numbers, words

MOST_REVEALED = 0.75
"""Share of the words of an answer, beyond its topic, that a question may have."""
FEWEST_REVEALED = 3
"""Words that an answer must have beyond its topic for the share to mean anything."""
SAME_CLAIM = 0.95
"""Likeness (Ratcliff and Obershelp 1988) from which two claims are one."""
OPTION_LENGTHS = (0.65, 1.5)
"""Lengths of an option, as multiples of the mean length of its question's options."""
OLDEST_SOURCE = 1850

_IDENTIFIER = re.compile(
    r"arXiv:\d{4}\.\d{4,5}(v\d+)?|arXiv:[a-z-]+/\d{7}|doi:10\.\S+|ISBN[ :]?[\d Xx-]{10,17}"
    r"|RFC[ :]?\d+|https://\S+",
)
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<name>[^)\s]*)[^)]*\)")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)[^)]*\)")
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)

Check = Callable[[Guide, Library], Iterator[Problem]]


def check_guide(path: Path, library: Library) -> list[Problem]:
    """Return everything that is wrong with one guide; ``library`` is what it links to."""
    try:
        guide = load_guide(path, path.parent.name)
    except ContentError as error:
        return error.problems
    found = [problem for check in CHECKS for problem in check(guide, library)]
    return sorted(found, key=lambda problem: problem.line)


def questions_keep_their_answers(guide: Guide, _: Library) -> Iterator[Problem]:
    """Find questions that contain the answer they ask for."""
    for point in guide.key_points:
        told = set(words(point.claim)) - set(words(point.topic))
        if len(told) < FEWEST_REVEALED:
            continue
        for question in point.questions:
            share = len(told & set(words(question.text))) / len(told)
            # A question to be worked out names its numbers; the one it asks for is not there.
            asked = numbers(point.claim) - numbers(question.text)
            if share > MOST_REVEALED and not asked:
                reason = f"the question has {share:.0%} of its answer's words: “{question.text}”"
                yield _at(guide, point, "answer-in-question", reason)


def misconceptions_are_wrong(guide: Guide, _: Library) -> Iterator[Problem]:
    """Find misconceptions that repeat a claim of the same guide, or each other."""
    claims = [(point.id, words(point.claim)) for point in guide.key_points]
    for point in guide.key_points:
        seen: list[list[str]] = []
        for wrong in point.misconceptions:
            mine = words(wrong.claim)
            for other, claim in claims:
                if mine == claim or (other != point.id and _alike(mine, claim)):
                    reason = f"“{wrong.claim}” repeats the claim of `{other}`"
                    yield _at(guide, point, "true-misconception", reason)
            if mine in seen:
                yield _at(guide, point, "repeated-option", f"“{wrong.claim}” stands there twice")
            seen.append(mine)


def options_are_alike(guide: Guide, _: Library) -> Iterator[Problem]:
    """Find multiple-choice items whose options differ in length or form."""
    low, high = OPTION_LENGTHS
    for point in guide.key_points:
        options = [point.claim, *(wrong.claim for wrong in point.misconceptions)]
        mean = sum(map(len, options)) / len(options)
        for option in options:
            if not low <= len(option) / mean <= high:
                reason = f"{len(option)} characters where {mean:.0f} are usual: “{option}”"
                yield _at(guide, point, "option-length", reason)
            # A lower-case beginning is right where the claim begins with a name written so.
            lower = option[0].islower() and option.split()[0] != point.claim.split()[0]
            if lower or not option.endswith("."):
                yield _at(guide, point, "option-form", f"not a sentence: “{option}”")


def sources_can_be_found(guide: Guide, _: Library) -> Iterator[Problem]:
    """Find sources without a year or an identifier, and those that no key point names."""
    named = {key for point in guide.key_points for key in point.sources}
    for source in guide.sources.values():
        if not OLDEST_SOURCE <= source.year <= int(guide.updated[:4]):
            yield Problem(guide.path, 1, "source-year", f"`{source.key}`: year {source.year}")
        if not _IDENTIFIER.match(source.id):
            reason = f"`{source.key}`: “{source.id}” is no arXiv id, DOI, ISBN, RFC or address"
            yield Problem(guide.path, 1, "source-id", reason)
        if source.key not in named:
            reason = f"no key point rests on source `{source.key}`"
            yield Problem(guide.path, 1, "unused-source", reason)


def images_exist(guide: Guide, _: Library) -> Iterator[Problem]:
    """Find images that are not beside the guide, and those without alternative text."""
    for line, match in _matches(guide, _IMAGE):
        if not (guide.path.parent / match["name"]).is_file():
            yield Problem(guide.path, line, "image", f"there is no {match['name']}")
        if not match["alt"].strip():
            yield Problem(guide.path, line, "alt-text", f"{match['name']} has no alternative text")


def links_resolve(guide: Guide, library: Library) -> Iterator[Problem]:
    """Find links to headings, skills and key points that are not there."""
    anchors = {heading.anchor for heading in render(guide.source).headings}
    transition = library.transitions.get(guide.transition)
    skills = {skill.slug for skill in transition.skills} if transition is not None else set()
    for line, match in _matches(guide, _LINK):
        target = match["target"]
        if target.startswith(("https://", "http://", "mailto:")):
            continue
        skill, _, point = target.partition("#")
        if not skill:
            missing = point not in anchors
        else:
            found = library.key_point(guide.transition, point) if point else None
            missing = skill not in skills or (
                bool(point) and (found is None or found.skill != skill)
            )
        if missing:
            yield Problem(guide.path, line, "link", f"“{target}” leads nowhere")


def words_are_spelled(guide: Guide, _: Library) -> Iterator[Problem]:
    """Find words that no dictionary has."""
    fenced = False
    for number, text in enumerate(guide.path.read_text(encoding="utf-8").splitlines(), 1):
        if text.lstrip().startswith("```"):
            fenced = not fenced
        names = text.lstrip().startswith("authors:")
        for word in () if fenced or names else misspelled(text):
            yield Problem(guide.path, number, "spelling", f"“{word}” is not a word known here")


CHECKS: tuple[Check, ...] = (
    questions_keep_their_answers,
    misconceptions_are_wrong,
    options_are_alike,
    sources_can_be_found,
    images_exist,
    links_resolve,
    words_are_spelled,
)


def longest_share(points: Sequence[KeyPoint]) -> float:
    """Return the share of items whose right option is longer than every wrong one, in [0, 1].

    By chance it is one in the number of options; a learner who picks the longest scores this much.
    """
    longest = [
        all(len(point.claim) > len(wrong.claim) for wrong in point.misconceptions)
        for point in points
    ]
    return sum(longest) / len(longest) if longest else 0.0


def _alike(one: list[str], other: list[str]) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= SAME_CLAIM


def _matches(guide: Guide, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield matches in the text outside of code, with their lines in the file."""
    text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code.group()), guide.source)
    for match in pattern.finditer(text):
        yield guide.body_line + text.count("\n", 0, match.start()), match


def _at(guide: Guide, point: KeyPoint, rule: str, reason: str) -> Problem:
    return Problem(guide.path, point.line, rule, f"`{point.id}`: {reason}")
