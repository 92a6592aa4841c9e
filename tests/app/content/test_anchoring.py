"""A passage is found again after whatever edit leaves most of its words, and nothing else is."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from app.content import anchoring
from app.content.anchor import CONTEXT, Anchor, anchor_at, fold_space
from app.content.anchoring import LEAST_ALIKE, Found, find_anchor
from app.content.guide_page import guide_page
from app.content.library import Library
from app.content.page_text import PageText

TEXT = """A model that fits the task can still be too large for the device, too slow for the user,
or too expensive for the margin. Quantization stores each number in fewer bits.

A single outlier coarsens the grid for all its neighbors, while it is itself represented exactly.
Small groups confine outliers but cost storage: one scale for every 32 weights adds half a bit.

Distillation trains a smaller model to imitate a larger one. The student sees whole distributions
instead of single labels. Pruning removes parts, and speculative decoding guesses ahead."""
OUTLIER = "A single outlier coarsens the grid for all its neighbors"


def anchored(quote: str, text: str = TEXT) -> Anchor:
    start = text.index(quote)
    return anchor_at(text, start, start + len(quote))


def found(text: str, anchor: Anchor) -> str | None:
    """Return the words at which a passage is found."""
    place = find_anchor(text, anchor)
    return fold_space(text[place.start : place.end]) if place is not None else None


def test_a_passage_is_kept_with_what_stands_around_it() -> None:
    anchor = anchored("Small groups\nconfine".replace("\n", " "))
    assert anchor.quote == "Small groups confine"
    assert anchor.prefix.endswith("it is itself represented exactly.")
    assert anchor.suffix.startswith("outliers but cost storage")
    assert max(len(anchor.prefix), len(anchor.suffix)) <= CONTEXT
    assert anchor.start == TEXT.index("Small groups")


def test_nothing_but_white_space_is_no_passage() -> None:
    with pytest.raises(ValueError, match="words"):
        anchor_at("a  \n b", 1, 4)


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text,
        lambda text: f"A new first paragraph.\n\n{text}\n\nAnd a last one.",
        lambda text: text.replace(" ", "\n"),
        lambda text: re.sub(r"\s+", "  ", text),
        lambda text: text.replace("Quantization stores each number in fewer bits.", ""),
        lambda text: text.split("\n\n")[1],
        lambda text: "\n\n".join(reversed(text.split("\n\n"))),
    ],
    ids=["none", "added", "lines", "spaces", "cut before", "alone", "moved"],
)
def test_words_that_still_stand_are_found_whatever_happens_around_them(
    edit: Callable[[str], str],
) -> None:
    place = find_anchor(edit(TEXT), anchored(OUTLIER))
    assert found(edit(TEXT), anchored(OUTLIER)) == OUTLIER
    assert place is not None
    assert place.likeness == 1.0


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("outlier coarsens", "outlier thus coarsens", OUTLIER.replace("coars", "thus coars")),
        ("neighbors, while", "neighbours, while", OUTLIER.replace("bors", "bours")),
        ("the grid for all", "the grid of all", OUTLIER.replace("for", "of")),
        ("A single outlier", "One outlier", "outlier coarsens the grid for all its neighbors"),
        ("coarsens the grid for all its neighbors", "coarsens the grid", "A single outlier"),
    ],
    ids=["word added", "corrected", "word changed", "beginning changed", "end cut"],
)
def test_words_that_were_edited_are_found(old: str, new: str, expected: str) -> None:
    assert (found(TEXT.replace(old, new), anchored(OUTLIER)) or "").startswith(expected)


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace(OUTLIER, "Something else entirely stands here now"),
        lambda text: text.split("\n\n")[0],
        lambda text: "",
    ],
    ids=["replaced", "deleted", "emptied"],
)
def test_words_that_are_gone_are_lost(edit: Callable[[str], str]) -> None:
    assert find_anchor(edit(TEXT), anchored(OUTLIER)) is None


def test_of_equal_passages_the_one_with_the_old_surroundings_is_taken() -> None:
    text = "The loss falls at first. Later the loss rises. In the end the loss stays as it is."
    second = text.index("the loss rises")
    anchor = anchor_at(text, second, second + len("the loss"))
    edited = f"The loss is a number. {text}"
    place = find_anchor(edited, anchor)
    assert place is not None
    assert place.start == edited.index("the loss rises")


def test_of_equal_passages_with_equal_surroundings_the_nearest_is_taken() -> None:
    line = "All of this is said over and over again in these words. "
    text = line * 9
    start = 4 * len(line)
    place = find_anchor(text, anchor_at(text, start, start + len(line) - 1))
    assert place is not None
    assert place.start == start


def test_what_stands_where_it_stood_is_compared_with_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(anchoring, "SequenceMatcher", None)
    for quote in ("the", "Small groups confine"):
        anchor = anchored(quote)
        assert find_anchor(TEXT, anchor) == Found(anchor.start, anchor.start + len(quote))


def test_a_word_that_stands_anywhere_is_not_found_just_anywhere() -> None:
    """What was said of "bits" here does not belong to the "bits" of another sentence."""
    text = f"{TEXT} Nobody else speaks of bits."
    anchor = anchored("bits", "Every weight then takes four bits of memory, and no more than that.")
    assert find_anchor(text, anchor) is None


def test_code_formulas_and_other_scripts_are_kept_like_words() -> None:
    text = "Call `x += f(y, *z)` twice. 量化 ist gut 🙂 so. s = \\frac{1}{7} here."
    for quote in ("x += f(y, *z)", "量化 ist gut 🙂 so", "\\frac{1}{7}"):
        anchor = anchored(quote, text)
        assert found(f"Before. {text}", anchor) == quote


# -- many edits at random ------------------------------------------------------------------------


def edited(text: str, start: int, end: int, edits: int, rng: random.Random) -> str:
    """Change some words outside of a stretch, and put words in; what it says inside stays."""
    before, inside, after = text[:start].split(), text[start:end], text[end:].split()
    for _ in range(edits):
        words = before if rng.random() < 0.5 else after
        at = rng.randrange(len(words) + 1)
        if rng.random() < 0.5 or at >= len(words):
            words[at:at] = ["inserted"] * rng.randint(1, 9)
        else:
            del words[at : at + rng.randint(1, 5)]
    return f"{' '.join(before)} {inside} {' '.join(after)}"


@pytest.mark.parametrize("seed", range(40))
def test_edits_elsewhere_never_lose_a_passage(library: Library, seed: int) -> None:
    rng = random.Random(seed)
    text = rng.choice([guide.source for guide in library.guides.values()])
    words = [match.span() for match in re.finditer(r"\S+", text)]
    first = rng.randrange(len(words) - 40)
    start, end = words[first][0], words[first + rng.randint(7, 39)][1]
    anchor = anchor_at(text, start, end)
    assert found(edited(text, start, end, 60, rng), anchor) == anchor.quote


@pytest.mark.parametrize("seed", range(40))
def test_a_passage_of_which_some_words_changed_is_found_where_it_stands(
    library: Library, seed: int
) -> None:
    rng = random.Random(seed)
    text = rng.choice([guide.source for guide in library.guides.values()])
    words = [match.span() for match in re.finditer(r"\S+", text)]
    first = rng.randrange(len(words) - 40)
    count = rng.randint(14, 39)
    start, end = words[first][0], words[first + count][1]
    inside = text[start:end].split()
    for _ in range(len(inside) // 8):
        inside[rng.randrange(1, len(inside) - 1)] = "changed"
    new = f"{text[:start]}{' '.join(inside)}{text[end:]}"
    place = find_anchor(new, anchor_at(text, start, end))
    assert place is not None
    assert LEAST_ALIKE <= place.likeness <= 1.0
    assert abs(place.start - start) < 40
    assert abs(place.end - (start + len(" ".join(inside)))) < 40


def test_no_passage_of_one_guide_is_found_in_another(library: Library) -> None:
    pages = [PageText.of(guide_page(guide)).text for guide in list(library.guides.values())[:3]]
    rng = random.Random(7)
    for here, there in ((0, 1), (1, 2), (2, 0)):
        for _ in range(15):
            words = [match.span() for match in re.finditer(r"\S+", pages[here])]
            first = rng.randrange(len(words) - 30)
            start, end = words[first][0], words[first + rng.randint(8, 29)][1]
            anchor = anchor_at(pages[here], start, end)
            if anchor.quote not in fold_space(pages[there]):
                assert find_anchor(pages[there], anchor) is None, anchor.quote
