"""Faults planted into the text of a question."""

from __future__ import annotations

import re

from app.content.types import KeyPoint
from app.content.words import numbers
from app.quiz.asking import rewording
from app.quiz.asking.planting import Fault, Ground, Planted, Planter

MOST_WORDS = 45
"""Words that a planted question may have, so that it is not refused for its length alone."""
LONG = range(66, 100)
"""Words of a question that is too long: what our longest scenarios have, and half as much again."""
_NEAREST = 4
_NUMBER = re.compile(r"(?<![\w.,/^-])\d+(?:,\d{3})*(?:\.\d+)?(?=%|\b)(?![-/^]|\.\d|,\d|\w)")
_YEARS = range(1950, 2040)
_INVERTED = re.compile(r"(?:How|Why|When|Where) ((?:does|do|did|can|is|are|was|were|must) .+\?)")
_ASKS_ITSELF = re.compile(r"(?:how|what|which|where|when|why)\b")
_BE = re.compile(
    r"^(?!if |when |in |at |for |with )((?:[^\s,]+ ){1,6}?)"
    r"(is|are|was|were|can|must|should|may) (?=\S)"
)
_HANGING = re.compile(r"\b(?:a|an|the|of|and|with|in|to|for|from|that|by|than|at|on|its)$")


def two_questions(ground: Ground) -> Planted | None:
    """Ask about a second key point too, in one sentence or in two."""
    nearest = [plain for other in ground.context.others[:_NEAREST] if (plain := _plain(other))]
    if not nearest:
        return None
    other = ground.rng.choice(nearest)
    if ground.rng.random() < 0.3:
        return _planted(f"{ground.plain} {other}", ground.plain, other)
    if ", and" in ground.plain or not rewording.starts_by_asking(ground.plain):
        return None
    joined = f"{rewording.open_question(ground.plain)}, and {rewording.lower_first(other)}"
    return _planted(joined, ground.plain, other)


def contains_answer(ground: Ground) -> Planted | None:
    """Tell the claim, in its own or in other words, and ask all the same."""
    claim = ground.point.claim
    clause = rewording.as_clause(rewording.reworded(claim, ground.rng) or claim)
    if clause is None:
        return None
    ways = [f"Why is it that {clause}?", f"What does it mean in practice that {clause}?"]
    if rewording.starts_by_asking(ground.plain):
        ways.append(f"Given that {clause}, {rewording.lower_first(ground.plain)}")
    return _planted(ground.rng.choice(ways), ground.plain)


def dangling(ground: Ground) -> Planted | None:
    """Point at something that only a reader of the passage can know."""
    rng = ground.rng
    if rng.random() < 0.75:
        stand_in = rng.choice(["this method", "it", "this approach", "the model"])
        pointed = rewording.without_names(ground.plain, stand_in)
        return _planted(pointed, ground.plain) if pointed else None
    if not rewording.starts_by_asking(ground.plain):
        return None
    asked, bare = rewording.lower_first(ground.plain), rewording.open_question(ground.plain)
    ways = [
        f"According to the passage, {asked}",
        f"Based on the information given, {asked}",
        f"{bare}, as described above?",
        f"{bare} in the example?",
        f"In this case, {asked}",
        f"As the text explains, {asked}",
    ]
    return _planted(rng.choice(ways), ground.plain)


def other_point(ground: Ground) -> Planted | None:
    """Ask for one of the key points most like this one."""
    other = ground.rng.choice(ground.context.others[:_NEAREST])
    asked = ground.rng.choice(other.questions).text
    return _planted(asked, asked)


def false_premise(ground: Ground) -> Planted | None:
    """Take a misconception for granted."""
    wrong = ground.rng.choice(ground.point.misconceptions).claim
    clause = rewording.as_clause(wrong)
    if clause is None:
        return None
    ways = [
        f"Why is it that {clause}?",
        f"What follows in practice from the fact that {clause}?",
        f"How would you explain to a colleague that {clause}?",
    ]
    if rewording.starts_by_asking(ground.plain):
        ways.append(f"Given that {clause}, {rewording.lower_first(ground.plain)}")
    return _planted(ground.rng.choice(ways), ground.plain)


def unanswerable(ground: Ground) -> Planted | None:
    """Ask for a detail of the same subject that the passage says nothing of."""
    term = next(iter(rewording.names(ground.plain)), None)
    ways = _LACKING_OF_TOPIC
    subject = ground.point.topic
    if term is not None and ground.rng.random() < 0.5:
        ways, subject = _LACKING_OF_TERM, term.removesuffix("’s").removesuffix("'s")
    passage = ground.context.passage.lower()
    possible = [way for word, way in ways if word not in passage]
    if not possible or len(subject.split()) > 14 or _ASKS_ITSELF.match(subject):
        return None
    return _planted(ground.rng.choice(possible).format(subject), ground.plain)


def number_changed(ground: Ground) -> Planted | None:
    """Change a number that the model answer rests on, so that the answer is another one."""
    matters = numbers(f"{ground.point.claim} {ground.point.answer}")
    known = numbers(f"{ground.context.passage} {ground.text}")
    for match in ground.rng.sample(found := list(_NUMBER.finditer(ground.text)), len(found)):
        value = match.group().replace(",", "")
        if value not in matters or ("." not in value and int(value) in _YEARS):
            continue
        after = ground.text[match.end() :]
        changed = _another(value, after.startswith(("%", " %")), ground)
        if changed is not None and changed.replace(",", "") not in known:
            return _planted(ground.text[: match.start()] + changed + after, ground.text)
    return None


def too_long(ground: Ground) -> Planted | None:
    """Put scenes of other key points before the question, as a model that cannot stop does."""
    padding: list[str] = []
    for other in ground.rng.sample(ground.context.others, len(ground.context.others)):
        scenario = next((each.text for each in other.questions if each.scenario), "")
        padding += [each for each in rewording.sentences(scenario) if not each.endswith("?")]
        text = " ".join([*padding, ground.text])
        count = len(text.split())
        if count in LONG:
            return _planted(text, ground.text, limit=count)
        if count > LONG.stop:
            return None
    return None


def broken_off(ground: Ground) -> Planted | None:
    """End before the question does, at a limit of tokens or with a question mark put in."""
    parts = ground.plain.split()
    kept = " ".join(parts[: max(4, round(len(parts) * ground.rng.uniform(0.4, 0.75)))])
    if ground.rng.random() < 0.5:
        return _planted(kept.rstrip(",?"), ground.plain)
    while kept and not _HANGING.search(kept):
        kept = kept.rpartition(" ")[0]
    return _planted(f"{kept}?", ground.plain) if len(kept.split()) >= 4 else None


def yes_no(ground: Ground) -> Planted | None:
    """Ask whether something is so."""
    ways = []
    if match := _INVERTED.match(ground.plain):
        ways.append(rewording.upper_first(match.group(1)))
    for claim in (ground.point.claim, ground.rng.choice(ground.point.misconceptions).claim):
        clause = rewording.as_clause(claim)
        if clause is not None and (match := _BE.match(clause)):
            subject, verb = match.group(1).strip(), match.group(2)
            ways.append(f"{rewording.upper_first(verb)} {subject} {clause[match.end() :]}?")
        elif clause is not None:
            ways.append(f"Is it correct that {clause}?")
    return _planted(ground.rng.choice(ways), ground.plain) if ways else None


def near_duplicate(ground: Ground) -> Planted | None:
    """Ask what the bank asks, in slightly other words."""
    same = rewording.reworded(ground.text, ground.rng)
    return Planted(same) if same is not None else None


def foreign_terms(ground: Ground) -> Planted | None:
    """Bring in a term that has no place here: of another guide, or of nowhere at all."""
    rng = ground.rng
    if rng.random() < 0.5:
        term = rng.choice(_INVENTED)
    else:
        far = rng.choice(ground.elsewhere)
        known = f"{ground.context.passage} {ground.plain}"
        terms = [each for each in rewording.names(far.claim) if each not in known]
        if not terms:
            return None
        term = rng.choice(terms).removesuffix("’s").removesuffix("'s")
    ways = [f"{rewording.open_question(ground.plain)} under {term}?"]
    if rewording.starts_by_asking(ground.plain):
        ways.append(f"With {term} in place, {rewording.lower_first(ground.plain)}")
    ways.append(f"How does {term} change {ground.point.topic}?")
    return _planted(rng.choice(ways), ground.plain)


def misspelled(ground: Ground) -> Planted | None:
    """Misspell one word or two, as a small model at a high temperature does."""
    parts = ground.text.split()
    places = [
        at for at, word in enumerate(parts) if word.isalpha() and word.islower() and len(word) > 6
    ]
    if not places:
        return None
    for at in ground.rng.sample(places, min(len(places), ground.rng.choice([1, 2]))):
        parts[at] = _slip(parts[at], ground)
    return _planted(" ".join(parts), ground.text)


def vague(ground: Ground) -> Planted | None:
    """Ask for anything about the topic."""
    return _planted(ground.rng.choice(_VAGUE).format(ground.point.topic), ground.plain)


TEXT_FAULTS: dict[Fault, Planter] = {
    Fault.TWO_QUESTIONS: two_questions,
    Fault.CONTAINS_ANSWER: contains_answer,
    Fault.DANGLING: dangling,
    Fault.OTHER_POINT: other_point,
    Fault.FALSE_PREMISE: false_premise,
    Fault.UNANSWERABLE: unanswerable,
    Fault.NUMBER_CHANGED: number_changed,
    Fault.TOO_LONG: too_long,
    Fault.BROKEN_OFF: broken_off,
    Fault.YES_NO: yes_no,
    Fault.NEAR_DUPLICATE: near_duplicate,
    Fault.FOREIGN_TERMS: foreign_terms,
    Fault.MISSPELLED: misspelled,
    Fault.VAGUE: vague,
}

# Each with a word that the passage must not have, or it might answer after all.
_LACKING_OF_TERM = (
    ("universit", "At which university was {} first developed?"),
    ("license", "Under which license is the reference implementation of {} published?"),
    ("python", "In which programming language is the reference implementation of {} written?"),
    ("conference", "At which conference was {} first presented to the public?"),
    ("energy", "How much energy does one run of {} take on a single GPU?"),
    ("inventor", "Which company was the first to use {} in a product?"),
    ("successor", "Which successor has replaced {} in most frameworks since?"),
)
_LACKING_OF_TOPIC = (
    ("vocabulary", "Which influence does the size of the vocabulary have on {}?"),
    ("mixture", "How does a mixture-of-experts architecture change {}?"),
    ("follow-up", "What did follow-up work a year later find about {}?"),
    ("100 billion", "What is known about {} at more than 100 billion parameters?"),
    ("open-source", "Which open-source library do most teams use for {}?"),
    ("first described", "In which publication was the idea behind {} first described?"),
    ("english", "How do other languages than English affect {}?"),
)
_VAGUE = (
    "What is important to know about {}?",
    "What can you say about {}?",
    "What are the main aspects of {}?",
    "Why does {} matter to an engineer?",
    "What should one keep in mind about {}?",
    "How would you describe {} in general?",
)
_INVENTED = (
    "the Halvorsen criterion",
    "adaptive lattice decay",
    "spectral token folding",
    "the Brandt–Okafor bound",
    "recursive gradient pinning",
    "dual-horizon sampling",
    "the QuietCache protocol",
    "inverse prompt annealing",
    "a Delacroix schedule",
    "stochastic header pruning",
)


def _planted(text: str, *used: str, limit: int = MOST_WORDS) -> Planted | None:
    return Planted(text, used=used) if len(text.split()) <= limit else None


def _plain(point: KeyPoint) -> str | None:
    texts = (each.text for each in point.questions if not each.scenario)
    return next((text for text in texts if rewording.starts_by_asking(text)), None)


def _another(value: str, is_percentage: bool, ground: Ground) -> str | None:
    """Return a number of the same form that is well off the given one."""
    factors = [0.5, 0.2] if is_percentage and float(value) > 40 else [0.5, 2, 4]
    for factor in ground.rng.sample(factors, len(factors)):
        changed = float(value) * factor
        if "." in value:
            return f"{changed:.{len(value.partition('.')[2]) + 1}f}".rstrip("0")
        if changed.is_integer() and changed > 1:
            return f"{int(changed):,}" if changed >= 1000 else str(int(changed))
    return None


def _slip(word: str, ground: Ground) -> str:
    """Return a word with two letters swapped, one lost, or one twice; never the word itself."""
    at = ground.rng.choice([i for i in range(1, len(word) - 2) if word[i] != word[i + 1]])
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return ground.rng.choice([swapped, word[:at] + word[at + 1 :], word[: at + 1] + word[at:]])
