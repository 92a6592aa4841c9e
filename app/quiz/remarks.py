"""Remarks: sentences of the model's about what an answer lacks, checked before they are shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.quiz.grounding import CONTRAST, QUANTIFIERS, Clause, Material, clauses

LONGEST = 60
"""Words of one sentence of the model's."""
MOST_ALIKE = 0.75
"""Overlap (Jaccard) of content words from which a sentence repeats an earlier one."""
MOST_FOREIGN = 0.3
"""Share of a sentence's weight that may stand in words which nothing carries."""
MOST_FOREIGN_IN_CLAUSE = 0.5
"""The same in each clause that denies or has two content words: true starts carry no false end."""
LEAST_ALIKE = 0.6
"""Overlap (Dice) of words from which a clause says, or denies, what one of the guide says."""

# Degrees of "right": no negation among them, so that "not correct" is no praise.
_DEGREE = (
    r"(?:(?:(?!hardly|scarcely|barely)\w+ly|very|quite|so|also|half|almost|all|just|indeed|still"
    r"|otherwise|pretty|rather|not (?:only|just)|in part|in fact|to some extent|an?|the) )*"
)
_GOOD = (
    r"(?:correct|right|accurate|good|great|excellent|perfect|valid|true|sound|solid|impressive"
    r"|insightful|thoughtful|nice|fair|reasonable|clear|spot[- ]on|on (?:the right )?track)\b"
)
_WORK = r"(?:job|work|start|try|attempt|effort|thinking|insight|understanding|grasp|catch)"
_PRAISE = re.compile(
    # "You are right", "the first part of your answer is mostly correct"
    r"\b(?:you|your (?:\w+ ){0,2}\w+|(?:the|this|that|learner['’]s) (?:\w+ ){0,2}(?:answer|response"
    rf"|part|half|learner)|what you \w+)(?:['’]re| (?:is|are|was|were|seems?|looks?|sounds?)) "
    rf"{_DEGREE}{_GOOD}"
    rf"|^(?:that|this|it)(?:['’]s| is| was) {_DEGREE}{_GOOD}"
    rf"|\bit(?:['’]s| is) {_DEGREE}(?:true|right|correct) (?:that|to)\b"
    # "you correctly say", "you gave a good reason", "as you said", "you understand"
    r"|\b(?:you|your \w+|answer|learner)(?: (?:have|has|did|do|does|also))* (?:correctly|rightly"
    r"|accurately|well|nicely|properly|clearly|perfectly)\b"
    r"|\b(?:you|your \w+|answer|learner) (?:made?|gave|give|have|had|has|show|offer|provide)\w* "
    rf"{_DEGREE}{_GOOD}"
    r"|\bas you (?:\w+ly )?(?:say|said|state|note|mention|point|w[ro]+te|suggest)\w*"
    r"|\b(?:partly|partially|mostly|largely|essentially|basically|almost|nearly|somewhat|generally)"
    r" (?:correct|right|accurate|true)\b"
    r"|\byou (?:already |have )?(?:got|understand|understood|grasp|nailed|know)\b"
    rf"|\bwell (?:done|said|put)\b|\b(?:good|great|nice|excellent|solid|strong) {_WORK}\b"
    r"|\b(?:great|nice|excellent|perfect) (?:answer|point|question|idea|explanation|response)\b"
    r"|\b(?:congratulations|bravo|kudos|keep (?:it )?up|spot[- ]on|impressive|fantastic|awesome)\b"
    r"|\b(?:brilliant|wonderful|agree with you)\b"
    r"|^(?:yes|right|correct|exactly|indeed|true|good|great|perfect|excellent|precisely)[,.!:;]",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"\b(?:wrong|incorrect|untrue|false|mistaken)"
    r"|(?:\bnot|n['’]t) (?:\w+ly |quite )?(?:correct|right|true|accurate|so|the case)\b",
    re.IGNORECASE,
)
_BLAME = re.compile(r"\b(?:contradict|confus|mistak|misconce|opposite|revers|contrary)", re.I)
_ASIDE = re.compile(
    r"\bI\b|\b(?i:as an? (?:AI|language model|tutor|assistant)"
    r"|in (?:at most |under |about )?(?:fifty|\d+) words|(?:the|this) background"
    r"|(?:given|above|provided) (?:text|passage|prompt|facts|claims?)"
    r"|let me know|feel free|please|(?:tell|to) the learner|use only|never praise)\b"
    r"|^(?i:background|question|answer|note|feedback|claim|tutor|learner|you):"
)


@dataclass(frozen=True)
class Remark:
    """A sentence of the model's, with what it is checked against.

    Attributes
    ----------
    kept : sequence of str
        The feedback that stands before it.
    whole : bool
        Whether it has been written to its end.
    """

    text: str
    material: Material
    kept: Sequence[str] = ()
    whole: bool = True

    @cached_property
    def clauses(self) -> list[Clause]:
        """What it says."""
        return clauses(self.text, self.material.lexicon)

    @cached_property
    def refutes(self) -> bool:
        """Whether it sets anything right."""
        signs = (CONTRAST, _WRONG, _BLAME)
        return any(sign.search(self.text) for sign in signs) or any(
            clause.negated and not clause.reported for clause in self.clauses
        )

    def foreign(self, clause: Clause) -> set[str]:
        """Return the words of one of its clauses that nothing carries which may carry them."""
        carried = self.material.known
        if self.refutes:
            carried |= self.material.explained
        if clause.reported:
            carried |= self.material.answered
        elif clause.negated:
            carried |= self.material.asserted
        if clause.negated or (clause.reported and self.refutes):
            carried = carried.union(*(wrong for _, wrong in self.material.misconceptions))
        return clause.words.keys() - carried


def is_one_sentence(remark: Remark) -> str | None:
    """Refuse a sentence that is broken off, and one that asks."""
    if remark.text.endswith("?"):
        return "asks instead of telling"
    return "is broken off" if remark.whole and not remark.text.endswith((".", "!")) else None


def is_short(remark: Remark) -> str | None:
    """Refuse what makes more words than may be said."""
    count = sum(len(text.split()) for text in (*remark.kept, remark.text))
    return f"makes {count} words" if count > remark.material.longest else None


def praises_nothing(remark: Remark) -> str | None:
    """Refuse praise: what is spoken of was missed or contradicted."""
    return _not_ours(_PRAISE, remark)


def speaks_to_the_learner(remark: Remark) -> str | None:
    """Refuse talk about the task, and repeated instructions."""
    return _not_ours(_ASIDE, remark)


def _not_ours(pattern: re.Pattern[str], remark: Remark) -> str | None:
    """Return what of a pattern stands in a remark, unless the guide speaks so itself."""
    for match in pattern.finditer(remark.text):
        if not any(match.group() in text for text in remark.material.texts):
            return f"says “{match.group()}”"
    return None


def is_new(remark: Remark) -> str | None:
    """Refuse a sentence that says again what stands before it."""
    mine = {word for clause in remark.clauses for word in clause.words}
    for kept in remark.kept:
        read = clauses(kept, remark.material.lexicon)
        theirs = {word for clause in read for word in clause.words}
        if mine and len(mine & theirs) >= MOST_ALIKE * len(mine | theirs):
            return f"repeats “{kept.strip()}”"
    return None


def says_something(remark: Remark) -> str | None:
    """Refuse a sentence without any content, unless it is ours."""
    if remark.clauses or any(remark.text in text for text in remark.material.texts):
        return None
    return "says nothing about the key point"


def has_known_numbers(remark: Remark) -> str | None:
    """Refuse a number that is not in the guide."""
    for clause in remark.clauses:
        for word in remark.foreign(clause):
            if word[0].isdecimal():
                return f"the number {word} is not in the guide"
    return None


def has_known_words(remark: Remark) -> str | None:
    """Refuse too many words that are not in the guide; the learner's, asserted, count twice."""
    foreign = total = 0.0
    for clause in remark.clauses:
        unknown = remark.foreign(clause)
        said = unknown & remark.material.answered
        if said & QUANTIFIERS:
            return f"“{clause.text}” is what the learner said"
        borrowed = clause.weight(said)
        strange, weight = clause.weight(unknown) + borrowed, clause.weight() + borrowed
        if (len(clause.words) > 1 or clause.negated) and strange > MOST_FOREIGN_IN_CLAUSE * weight:
            return f"“{clause.text}” is not in the guide"
        foreign, total = foreign + strange, total + weight
    if foreign > MOST_FOREIGN * total:
        return f"{foreign / total:.0%} of it is not in the guide"
    return None


def keeps_its_sense(remark: Remark) -> str | None:
    """Refuse a clause closer to the opposite of what the guide says than to what it says."""
    for clause in remark.clauses:
        said = denied = 0.0
        against = ""
        quoted = clause.reported and remark.refutes
        for other in () if quoted else remark.material.clauses:
            alike = clause.alike(other)
            if not clause.denies(other):
                said = max(said, alike)
            elif alike > denied:
                denied, against = alike, other.text
        if denied >= LEAST_ALIKE and denied > said:
            return f"“{clause.text}” is against “{against}”"
    return None


def affirms_no_misconception(remark: Remark) -> str | None:
    """Refuse what is closer to a misconception than to the guide and does not set it right."""
    affirmed = [
        clause
        for clause in remark.clauses
        if not clause.negated and not (clause.reported and remark.refutes)
    ]
    told = sum(clause.weight(remark.material.told) for clause in affirmed)
    for claim, wrong in remark.material.misconceptions:
        if sum(clause.weight(wrong) for clause in affirmed) > told:
            return f"is close to “{claim}”"
    return None


def blames_no_truth(remark: Remark) -> str | None:
    """Refuse to call wrong what the learner said closer to the guide than to a misconception."""
    reported = [clause for clause in remark.clauses if clause.reported]
    if not reported or _WRONG.search(remark.text) is None:
        return None
    if any(clause.words.keys() - remark.material.known for clause in reported):
        return None
    told = sum(clause.weight(remark.material.told) for clause in reported)
    for _, wrong in remark.material.misconceptions:
        if sum(clause.weight(wrong) for clause in reported) >= told:
            return None
    return "calls wrong what the guide says"


CHECKS: tuple[Callable[[Remark], str | None], ...] = (
    is_one_sentence,
    is_short,
    praises_nothing,
    speaks_to_the_learner,
    is_new,
    says_something,
    has_known_numbers,
    has_known_words,
    keeps_its_sense,
    affirms_no_misconception,
    blames_no_truth,
)


def refusal(
    sentence: str, material: Material, kept: Sequence[str] = (), *, whole: bool = True
) -> str | None:
    """Return the first check that a sentence of the model's fails and why, or None if it is good.

    ``kept`` is the feedback that stands before it. Words of ours with which the model's reply
    begins belong there: they are no sentence of the model's. Of a sentence that is not ``whole``
    all is checked but its end.
    """
    remark = Remark(" ".join(sentence.split()), material, kept, whole)
    for check in CHECKS:
        if (reason := check(remark)) is not None:
            return f"{check.__name__}: {reason}"
    return None
