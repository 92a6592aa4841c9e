"""Faults planted into multiple choice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from app.quiz.asking import rewording
from app.quiz.asking.planting import Fault, Ground, Planted, Planter
from app.quiz.question import Option, choice_stem

LONGER = 1.5
"""How many times as long as the longest wrong option the right one is where that gives it away."""
_SENTENCE_WORDS = range(8, 34)
_MOST_SHARED = 0.5
_LEAST_ON_TOPIC = 0.3
_LEAST_PREFIX = 1
_FEWEST_WORDS = 4
_PAUSE = re.compile(r"[,;:] | (?:so that|because|which|while|since|and|whereas) ")
_HELPING = re.compile(r"\b(?:is|are|can|must|has|have|does)\b(?= [a-z])(?! (?:not|no|always))")
_DISAGREES = {
    "is": "are",
    "are": "is",
    "was": "were",
    "were": "was",
    "has": "have",
    "have": "has",
    "does": "do",
    "do": "does",
}
_LEANS = re.compile(r"^(?:It|This|That|These|Those|They|Here|There|Such|He|She|Both|So|But|Then)\b")


def two_right(ground: Ground) -> Planted | None:
    """Put the claim in other words, or the model answer, in the place of a wrong option."""
    answer = rewording.sentences(ground.point.answer)[0]
    again = rewording.reworded(ground.point.claim, ground.rng)
    also = [again] if again is not None else []
    if rewording.as_clause(answer) and not _LEANS.match(answer):
        also.append(answer)
    return _with_wrong(ground, ground.rng.choice(also)) if also else None


def wrong_key(ground: Ground) -> Planted | None:
    """Mark a misconception as right, and the claim as wrong."""
    wrong = ground.rng.choice(ground.point.misconceptions).claim
    options = [replace(each, right=each.text == wrong, why="") for each in _options(ground)]
    return Planted(_stem(ground), tuple(options))


def right_longest(ground: Ground) -> Planted | None:
    """Explain the right option, or cut the wrong ones short."""
    longest = max(len(each.claim) for each in ground.point.misconceptions)
    answer = rewording.sentences(ground.point.answer)
    full = " ".join([ground.point.claim, *answer[: ground.rng.choice([1, 2])]])
    if len(full) >= LONGER * longest and ground.rng.random() < 0.5:
        return _with_right(ground, full)
    options = [
        each if each.right else replace(each, text=f"{_PAUSE.split(each.text)[0].rstrip('.')}.")
        for each in _options(ground)
    ]
    cut = max(len(each.text) for each in options if not each.right)
    short = min(len(each.text.split()) for each in options)
    alike = len({each.text for each in options}) < len(options)
    if len(ground.point.claim) < LONGER * cut or short < _FEWEST_WORDS or alike:
        return None
    return Planted(_stem(ground), tuple(options))


def other_form(ground: Ground) -> Planted | None:
    """Leave a form to the right option only: a note among sentences, or the reverse."""
    if ground.rng.random() < 0.5:
        head = _head(ground.point.claim)
        return _with_right(ground, head) if len(head.split()) >= _FEWEST_WORDS else None
    options = [
        each if each.right else replace(each, text=_head(each.text)) for each in _options(ground)
    ]
    short = min(len(each.text.split()) for each in options)
    alike = len({each.text for each in options}) < len(options)
    return None if alike or short < _FEWEST_WORDS else Planted(_stem(ground), tuple(options))


def true_by_passage(ground: Ground) -> Planted | None:
    """Put a true sentence of the passage, on the same topic, in the place of a wrong option."""
    claim = ground.point.claim
    # The first sentence has the heading before it.
    found = [
        each
        for each in rewording.sentences(ground.context.passage)[1:]
        if len(each.split()) in _SENTENCE_WORDS
        and each.endswith(".")
        and "$" not in each
        and not _LEANS.match(each)
        and rewording.as_clause(each)
        and rewording.share_of_words(claim, each) < _MOST_SHARED
    ]
    found.sort(key=lambda each: -rewording.share_of_words(ground.point.topic, each))
    about = [
        each
        for each in found[:2]
        if rewording.share_of_words(ground.point.topic, each) >= _LEAST_ON_TOPIC
    ]
    return _with_wrong(ground, ground.rng.choice(about)) if about else None


def all_of_the_above(ground: Ground) -> Planted | None:
    """Let an option speak of the others."""
    options = [each for each in _options(ground) if not each.right][:2]
    options.append(Option(ground.point.claim, right=True))
    ground.rng.shuffle(options)
    options.append(Option(ground.rng.choice(_OF_THE_OTHERS), right=False))
    return Planted(_stem(ground), tuple(options))


def negated_stem(ground: Ground) -> Planted | None:
    """Ask which statement does not hold, in a way that is easily read over."""
    wrong, *others = ground.rng.sample(
        ground.point.misconceptions, len(ground.point.misconceptions)
    )
    true = [ground.point.claim, *(each.why for each in others)]
    options = [Option(each, right=False) for each in true]
    options.append(Option(wrong.claim, right=True))
    ground.rng.shuffle(options)
    return Planted(ground.rng.choice(_NEGATED).format(ground.point.topic), tuple(options))


def grammatical_cue(ground: Ground) -> Planted | None:
    """Let only the right option go on grammatically from a stem that all have to complete."""
    options = _options(ground)
    shared = _shared_words([each.text for each in options])
    if not _LEAST_PREFIX <= len(shared) <= 12:
        return None
    endings = [" ".join(each.text.split()[len(shared) :]) for each in options]
    if min(len(ending.split()) for ending in endings) < 4:
        return None
    changed = [
        ending if each.right else _disagreeing(ending)
        for each, ending in zip(options, endings, strict=True)
    ]
    if sum(one != other for one, other in zip(changed, endings, strict=True)) < 2:
        return None
    made = [replace(each, text=text) for each, text in zip(options, changed, strict=True)]
    return Planted(
        f"Which of the endings makes “{' '.join(shared)}” a right sentence?", tuple(made)
    )


def absolute_terms(ground: Ground) -> Planted | None:
    """Put words such as "always" into the wrong options, and into them only."""
    if re.search(r"\b(?:always|never|every|all)\b", ground.point.claim):
        return None
    options = [
        each if each.right else replace(each, text=_absolute(each.text, ground))
        for each in _options(ground)
    ]
    return Planted(_stem(ground), tuple(options))


def implausible(ground: Ground) -> Planted | None:
    """Take the wrong options from other guides, so that the topic alone gives the right one."""
    far = ground.rng.sample(list(ground.elsewhere), 3)
    options = [Option(each.misconceptions[0].claim, right=False) for each in far]
    options.append(Option(ground.point.claim, right=True))
    ground.rng.shuffle(options)
    return Planted(_stem(ground), tuple(options))


def same_options(ground: Ground) -> Planted | None:
    """Say one wrong option twice, in slightly other words."""
    for wrong in ground.rng.sample(ground.point.misconceptions, len(ground.point.misconceptions)):
        again = rewording.reworded(wrong.claim, ground.rng)
        if again is not None:
            return _with_wrong(ground, again, kept=wrong.claim)
    return None


OPTION_FAULTS: dict[Fault, Planter] = {
    Fault.TWO_RIGHT: two_right,
    Fault.WRONG_KEY: wrong_key,
    Fault.RIGHT_LONGEST: right_longest,
    Fault.OTHER_FORM: other_form,
    Fault.TRUE_BY_PASSAGE: true_by_passage,
    Fault.ALL_OF_THE_ABOVE: all_of_the_above,
    Fault.NEGATED_STEM: negated_stem,
    Fault.GRAMMATICAL_CUE: grammatical_cue,
    Fault.ABSOLUTE_TERMS: absolute_terms,
    Fault.IMPLAUSIBLE: implausible,
    Fault.SAME_OPTIONS: same_options,
}

_OF_THE_OTHERS = (
    "All of the above.",
    "None of the above.",
    "Both A and C.",
    "All of these statements are right.",
    "None of these.",
    "A and B together, but not C.",
)
_NEGATED = (
    "Which statement about {} is not right?",
    "Which of these does not hold for {}?",
    "Which statement about {} is untrue?",
    "Which of these would you not say of {}?",
)
_BEFORE = ("In every case, ", "Without exception, ", "Under all circumstances, ", "Invariably, ")


def _stem(ground: Ground) -> str:
    return choice_stem(ground.point.topic)


def _options(ground: Ground) -> list[Option]:
    """Return the authored options; the right one stands in one of the places, by the claim."""
    options = [
        Option(each.claim, right=False, why=each.why) for each in ground.point.misconceptions
    ]
    options.insert(
        len(ground.point.claim) % (len(options) + 1), Option(ground.point.claim, right=True)
    )
    return options


def _with_right(ground: Ground, text: str) -> Planted:
    options = [replace(each, text=text) if each.right else each for each in _options(ground)]
    return Planted(_stem(ground), tuple(options))


def _with_wrong(ground: Ground, text: str, *, kept: str = "") -> Planted:
    """Return the question with one of its wrong options, not the one kept, replaced."""
    options = _options(ground)
    wrong = [each for each in options if not each.right and each.text != kept]
    gone = ground.rng.choice(wrong)
    made = [replace(each, text=text, why="") if each is gone else each for each in options]
    return Planted(_stem(ground), tuple(made))


def _head(text: str) -> str:
    """Return the first clause of a sentence as it stands in a list of notes."""
    return rewording.lower_first(_PAUSE.split(text)[0].rstrip(". "))


def _shared_words(texts: Sequence[str]) -> list[str]:
    """Return the words that all texts begin with."""
    columns = zip(*(text.split() for text in texts), strict=False)
    return [column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns)]


def _disagreeing(ending: str) -> str:
    """Return an ending whose verb does not agree with the stem; the ending itself without one."""
    first, _, rest = ending.partition(" ")
    other = _DISAGREES.get(first)
    if other is None and len(first) > 3 and re.fullmatch(r"[a-z]+[^sui]s", first):
        other = first[:-1]
    return f"{other} {rest}" if other else ending


def _absolute(text: str, ground: Ground) -> str:
    """Return a sentence that claims to hold without exception."""
    match = _HELPING.search(text)
    if match is None:
        return ground.rng.choice(_BEFORE) + rewording.lower_first(text)
    return f"{text[: match.end()]} always{text[match.end() :]}"
