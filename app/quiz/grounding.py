"""Grounding: what a sentence about a key point says, and what of the guide it may rest on.

A sentence is read clause by clause: which words carry content, whether the clause is negated, and
whether it reports what the learner said. Words alone decide: the guide's own words put together in
a wrong way may pass.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from app.content.types import KeyPoint
from app.content.words import STOP_WORDS, stem
from app.quiz.lexical import Lexicon

MOST_READ = 4000
"""Characters of an answer that are read; what is said further on cannot be quoted."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENDINGS = (
    *("ization", "ation", "ition", "ment", "ness", "ance", "ence", "ible", "able", "ative", "ive"),
    *("ion", "ing", "ed", "es", "al", "er", "or", "ly", "e", "y", "s"),
)
_LONG_ENDINGS = ("ate", "at", "ent", "age")  # cut from longer words only: "rate", "event", "page"
_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: str(number) for number, word in enumerate(_NUMBER_WORDS.split(), 2)}

_NEGATION_WORDS = "not no never without cannot neither nor none nothing hardly unlike"
_NEGATIONS = frozenset(_NEGATION_WORDS.split())
_NEGATING = re.compile(
    r"\b(?:rather than|instead of|in place of|as opposed to"
    r"|(?:is|are|was|were|be) (?:\w+ )?(?:wrong|incorrect|false|untrue|mistaken|a mistake))\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(r"\bnot (?=only|just|merely|simply)", re.IGNORECASE)
_NOT_ALL = re.compile(r"\bnot (?:all|both|each|every|always|necessarily|alone)\b", re.IGNORECASE)
# A clause without content that speaks of the one before it.
_ECHO = re.compile(r"(?:and |but )?(?:which|that|this|it|is|are|was|were)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[^a-z(])")
_JOINT = (
    r"\s+(?=(?:but|while|whereas|because|since|so|although|though|unless|nor|and|rather than"
    r"|instead|without|unlike|which|if|when|until|however|yet|actually|in fact)\b)"
)
_BREAK = re.compile(rf"(?:[,.:](?!\d)|[;–—?!])\s*|{_JOINT}", re.IGNORECASE)
# In a text that is still being written: the next digit of a number may be to come.
_END = re.compile(rf"(?:(?<!\d),|(?<=\d),(?=\s)|[;:](?!\S))\s*|\s+(?=[–—])|{_JOINT}", re.IGNORECASE)
_PHRASE = re.compile(
    r"\s+(?=(?:that|than|or|where|who|whose|as|of|for|to|in|on|at|by|with|from|into|over|per"
    r"|through|before|after|between|under|within|across|among|against|during|like|is|are|was|were"
    r"|can|may|must|has|have|does|do)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s+(?=\S)")
# How an unfinished sentence may end, the best first, and how many words have to stand before.
_ENDS = ((_END, 3), (_PHRASE, 5), (_WORD, 7))
CONTRAST = re.compile(
    r"\b(?:but|while|whereas|however|although|though|yet|instead|rather|actually|in fact)\b"
    r"|, not\b|[;:]|\b(?:wrong|incorrect|not (?:\w+ )?(?:right|correct)),? (?:because|since)\b",
    re.IGNORECASE,
)
_SPEAKER = r"\b(?:you|your \w+|the learner(?:'s \w+)?)\s+"
_ADVICE = r"(?:should|must|needs?|could|would|ought|ha(?:s|ve))\b"
_REPORT = re.compile(
    rf"\b(?:your|the learner's) \w+ (?!{_ADVICE})\w"
    rf"|{_SPEAKER}(?:(?!{_ADVICE})\w+\s+){{0,3}}?(?:sa(?:y|id)|stat|claim|suggest|mention|wr[io]t"
    r"|propos|think|thought|assum|believ|describ|confus|treat|contradict|impl|argu|nam|list|mix"
    r"|count|answer|that\b)",
    re.IGNORECASE,
)
# What was left out is told as true: "you did not say that …" does not deny what follows.
_SAYING = r"(?:mention|sa(?:y|id)|stat(?:e|ing)|explain)\w*"
_COVERING = (
    rf"(?:{_SAYING}|(?:includ|consider|address|describ|specif|recogni[sz]|account|captur|cover"
    r"|acknowledg|giv|name|discuss|tell|note)\w*)"
)
_NOT_DO = r"(?:(?:do|does|did)(?:\s+not|n't)|never)\s+(?:\w+ly\s+)?"
_OMISSION = re.compile(
    rf"(?:{_SPEAKER}(?:{_NOT_DO}{_COVERING}|(?:fail|forg[eo]t|neglect)\w*\s+to\s+{_COVERING}"
    rf"|{_ADVICE}(?: to)?(?: have)? {_COVERING}|(?:is |are |was |were )?(?:miss|lack)\w*"
    r"|left out|leaves? out|omit\w*|overlook\w*|forg[eo]t\w*|ignor\w*)"
    rf"|\b(?:the answer|this answer|it|but|and) {_NOT_DO}{_SAYING}|\bwithout {_SAYING}"
    r"|\bbut not(?= (?:that|why|how|what|where|when)\b))"
    r"(?: (?:for|that|how|why|when|what|where|the fact that)\b)*",
    re.IGNORECASE,
)

_OPPOSITES = (
    (
        "rise rises rose risen rising increase increases increased increasing grow grows grew grown"
        " growing raise raises raised raising gain gains gained",
        "fall falls fell fallen falling decrease decreases decreased decreasing reduce reduces"
        " reduced reducing shrink shrinks shrank decline declines declined lower lowers lowered"
        " lose loses lost drop drops dropped",
    ),
    (
        "more most larger largest large bigger big higher highest high greater greatest",
        "less least fewer fewest smaller smallest small lower lowest low little",
    ),
    ("faster fastest fast quicker quickly", "slower slowest slow slowly"),
    ("better best improve improves improved", "worse worst degrade degrades degraded"),
    ("before first earlier early", "after last later late"),
    ("same equal equally identical", "different differently differ differs differed"),
    ("cheap cheaper", "expensive costly"),
    ("longer long lengthen lengthens", "shorter short shorten shortens"),
    ("strong stronger strongly", "weak weaker weakly weaken weakens"),
    ("easy easier easily", "hard harder difficult"),
    ("above", "below"),
    ("inside", "outside"),
    ("add adds added adding", "remove removes removed removing"),
)
_DIRECTIONS: dict[str, list[tuple[int, int]]] = {}
for _number, _sides in enumerate(_OPPOSITES):
    for _sign, _side in zip((1, -1), _sides, strict=True):
        for _word in _side.split():
            _DIRECTIONS.setdefault(_word, []).append((_number, _sign))


def root(word: str) -> str:
    """Cut a lower-cased word further than to its stem: "retrieval" meets "retrieves"."""
    found = stem(word)
    while True:
        shorter = _shorter(found)
        if shorter == found:
            return found
        found = shorter


def _shorter(word: str) -> str:
    if len(word) > 4 and word[-1] == word[-2]:
        return word[:-1]
    for endings, least in ((_LONG_ENDINGS, 5), (_ENDINGS, 3)):
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                return word[: -len(ending)]
    return word


# Words of a tutor, which say nothing about the subject and need no ground; exact, because their
# relatives do: "learner" and "learn", "reason" and "reasoning".
_TUTORS_WORDS = frozenset(
    """
    answer answers answered answering response claim claims claimed claiming idea belief assumption
    think thinks thinking assume assumes assuming believe believes believing imply implies implying
    argue argues arguing propose proposed proposes proposing say says said saying tell tells state
    stated states stating statement suggest suggests suggested suggesting suggestion mention
    mentions mentioned mentioning explain explains explained explaining describe described describes
    describing leave leaves left leaving omit omits omitted omitting miss missed misses missing lack
    lacks include includes including contradict contradicts contradicted contradicting confuse
    confuses wrong incorrect mistake mistaken false untrue right correct full complete key point
    points important importance matter matters reason reasons mean means meant instead rather
    actually must may might need needs needed use uses used using make makes made making get gets
    let lets way ways thing things learner learner's since yet thus hence therefore however during
    against among within across until again once upon via per onto toward towards along around like
    well even still whether note also much many very too further here quite ones one's clear
    specific consider case e g
    """.split()  # noqa: SIM905 - a list of words is read as a text
)
QUANTIFIERS = frozenset(["all", "always", "both", "each", "every"])
_COMMON_WEIGHT = 2.0  # of those that are too common to be counted
_CONTAINED = 0.8


@dataclass(frozen=True)
class Clause:
    """A stretch of a sentence that says one thing.

    Attributes
    ----------
    words : mapping
        Roots of the content words, numbers as digits, with how much each tells.
    subject : mapping
        The same, with more and less, or rise and fall, as one word: what the clause is about.
    negated : bool
        An odd number of negations stands in it.
    partly : bool
        It is negated as in "not both": what it is about may be so in part.
    directions : mapping
        For pairs of opposites such as more and less, by number: positive, negative or zero.
    reported : bool
        It tells what the learner said.
    """

    text: str
    words: Mapping[str, float]
    subject: Mapping[str, float]
    negated: bool
    partly: bool
    directions: Mapping[int, int]
    reported: bool = False

    def weight(self, among: Set[str] | None = None) -> float:
        """Return how much its words tell, or those of them that stand among others."""
        return sum(self.words[word] for word in self.words if among is None or word in among)

    def alike(self, other: Clause) -> float:
        """Return in [0, 1] how much of two clauses' subjects is one (Dice, weighted).

        A clause whose two words or more all stand in the other speaks of the same.
        """
        shared = self.subject.keys() & other.subject.keys()
        total = sum(self.subject.values()) + sum(other.subject.values())
        dice = sum(self.subject[word] + other.subject[word] for word in shared) / total
        return max(dice, _CONTAINED) if 1 < len(shared) == len(self.subject) else dice

    def denies(self, other: Clause) -> bool:
        """Return whether two clauses on the same subject say the opposite of each other."""
        if self.partly or other.partly:
            return False
        turns = self.negated != other.negated
        for number, direction in self.directions.items():
            turns ^= direction * other.directions.get(number, 0) < 0
        return turns


def clauses(text: str, lexicon: Lexicon) -> list[Clause]:
    """Read a text clause by clause; clauses without a content word are left out."""
    # White space is folded, so that no text of blanks takes for ever to be split.
    text = _OMISSION.sub("; ", " ".join(text.replace("’", "'").split()))
    return [clause for part in _SENTENCE.split(text) for clause in _sentence(part, lexicon)]


def begun(text: str) -> str:
    """Return the beginning of an unfinished sentence that can be read by itself; at first nothing.

    It goes up to the end of the last clause that is whole. While there is none, a few words before
    the next phrase will do, and then some more before any word.
    """
    ends = (_last_end(pattern, text, words) for pattern, words in _ENDS)
    return text[: next(filter(None, ends), 0)].rstrip()


def _last_end(pattern: re.Pattern[str], text: str, words: int) -> int:
    """Return where the last stretch of at least so many words ends before a match."""
    end = 0
    for match in pattern.finditer(text):
        if len(text[end : match.start()].split()) >= words:
            end = match.end()
    return end


def _sentence(text: str, lexicon: Lexicon) -> list[Clause]:
    reports = list(_reports(text))
    found: list[Clause] = []
    start, denied = 0, False
    for end, following in [*(match.span() for match in _BREAK.finditer(text)), (len(text),) * 2]:
        reported = any(start < last and end > first for first, last in reports)
        clause = _clause(text[start:end], lexicon, reported)
        if clause.words:
            found.append(replace(clause, negated=clause.negated != denied))
            denied = False
        elif clause.negated and found and _ECHO.match(clause.text):
            # "…, which is not so" denies what stands before it.
            found[-1] = replace(found[-1], negated=not found[-1].negated)
        else:
            # "It is wrong that …" denies what follows, "your answer is wrong, …" does not.
            denied = clause.negated and clause.text.endswith((" that", " to"))
        start = following
    return found


def _reports(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a sentence tells what the learner said: up to the next contrast."""
    for match in _REPORT.finditer(text):
        contrast = CONTRAST.search(text, match.end())
        yield match.start(), contrast.start() if contrast else len(text)


def _clause(text: str, lexicon: Lexicon, reported: bool) -> Clause:
    plain = _NOT_ONLY.sub("", text)
    negations = len(_NEGATING.findall(plain))
    found: dict[str, float] = {}
    subject: dict[str, float] = {}
    directions: Counter[int] = Counter()
    for token in (match.group().lower() for match in _TOKEN.finditer(plain)):
        pairs = _DIRECTIONS.get(token, [])
        directions.update(dict(pairs))
        word = content_word(token)
        if token in _NEGATIONS or token.endswith("n't"):
            negations += 1
        elif word is not None:
            weight = _COMMON_WEIGHT if token in STOP_WORDS else lexicon.weight(stem(token))
            found[word] = max(found.get(word, 0.0), weight)
            subject[f"pair {pairs[0][0]}" if pairs else word] = weight
    partly = _NOT_ALL.search(text) is not None
    return Clause(text.strip(), found, subject, negations % 2 == 1, partly, directions, reported)


def content_word(token: str) -> str | None:
    """Return the root of a lower-cased word, digits of a number, or None if it says little."""
    number = _NUMBERS.get(token, token)
    if number[0].isdecimal():
        return number.replace(",", "")
    if token in QUANTIFIERS:
        return token
    return None if token in STOP_WORDS or token in _TUTORS_WORDS else root(token)


@dataclass(frozen=True)
class Material:
    """What feedback on one answer may rest on.

    Attributes
    ----------
    answer : str
        What the learner wrote; its words may be quoted, not asserted.
    points : tuple of KeyPoint
        Those that the answer lacks.
    longest : int
        Words of all that may be said.
    """

    question: str
    answer: str
    points: tuple[KeyPoint, ...]
    lexicon: Lexicon
    longest: int = field(default=60, kw_only=True)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Our own words about the key points, all of them true."""
        return tuple(
            text for point in self.points for text in (point.claim, point.answer, point.quote)
        )

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """What these texts say."""
        return tuple(clause for text in self.texts for clause in clauses(text, self.lexicon))

    @cached_property
    def told(self) -> frozenset[str]:
        """Words that these texts have."""
        return frozenset(word for clause in self.clauses for word in clause.words)

    @cached_property
    def known(self) -> frozenset[str]:
        """Words that may be used freely: those of the guide and of the question."""
        topics = " ; ".join(point.topic for point in self.points)
        return self.told | self._words(self.question) | self._words(topics)

    @cached_property
    def answered(self) -> frozenset[str]:
        """Words that the learner used."""
        return frozenset(word for clause in self._said for word in clause.words)

    @cached_property
    def asserted(self) -> frozenset[str]:
        """Words that the learner used without a negation, so that they can be denied."""
        plain = (clause for clause in self._said if not clause.negated)
        return frozenset(word for clause in plain for word in clause.words)

    @cached_property
    def misconceptions(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Wrong claims with their words."""
        wrong = (each for point in self.points for each in point.misconceptions)
        return tuple((each.claim, self._words(each.claim)) for each in wrong)

    @cached_property
    def explained(self) -> frozenset[str]:
        """Words that say why the misconceptions are wrong."""
        wrong = (each for point in self.points for each in point.misconceptions)
        return self._words(" ; ".join(each.why for each in wrong))

    @cached_property
    def _said(self) -> tuple[Clause, ...]:
        """What the learner wrote, as far as it is read."""
        return tuple(clauses(self.answer[:MOST_READ], self.lexicon))

    def _words(self, text: str) -> frozenset[str]:
        return frozenset(word for each in clauses(text, self.lexicon) for word in each.words)
