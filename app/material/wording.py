"""What the model writes for a key point; code checks all of it and has something in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.content.types import AuthoredQuestion, KeyPoint, Level
from app.material.asked import Asked, misfit
from app.material.candidates import Statement
from app.material.fidelity import Rewording, infidelity
from app.material.standalone import LONGEST, shortened
from app.material.subject import beginning, within_sentence
from app.model.protocol import Engine, Sampling
from app.quiz.asking.causes import causal
from app.quiz.asking.checks import CODE_CHECKS, refusal
from app.quiz.asking.context import Context
from app.quiz.asking.scoring import EngineLikelihoods
from app.quiz.asking.types import Angle, Candidate
from app.quiz.lexical import Lexicon
from app.quiz.prompts import PromptTemplate, load_prompt

TRIES = 3
"""Questions asked of the model for one key point."""
LONG = 24
"""Words from which on a sentence is condensed; a shorter one is best left as it is."""
LEAST_GAIN = 1.7
"""Nats per token by which a question makes its claim likelier; those of questions that people found
to ask for their claim were 1.8 to 3.3, those of others 1.0 to 1.6."""
LEAST_LEAD = 0.4
"""Nats per token by which it does so more than with any other claim of the document."""
RIVALS = 2
"""Other claims that it is compared with, the most alike."""
_GAP = "___"
_LONGEST_DEFINED = 8
# A quantity: neither a part of a name nor of a range.
_DIGITS = re.compile(
    r"(?<![\w.+\-–—/#§$\\])(?<![A-Z]\w )\d+(?:,\d{3})*(?:\.\d+)?(?:\s?%)?(?![\w\-–—/]|[.,]\d)"
)
_DEFINES = re.compile(r"(?P<what>[^,;:()]{2,60}?) (?P<verb>is|are) (?:an?|the|any|one)\b")
# A document of the learner's own has names that no dictionary has. A claim that is a sentence of it
# shares more words with its question than one that was written to be asked: see `asked`.
_OTHERWISE = frozenset(["well_spelled", "keeps_its_answer", "right_length"])
_CHECKS = tuple(check for check in CODE_CHECKS if check.name not in _OTHERWISE)


@dataclass(frozen=True)
class Passage:
    """A sentence with what stands around it.

    Attributes
    ----------
    quote : str
        Verbatim words of the document that the claim is to rest on.
    sentence : str
        The last sentence of the quote: the one that states something.
    before : str
        The sentence before; empty where it is the first of its paragraph.
    section : str
        All of its section's text.
    leans : bool
        It needs the sentence before it to be understood.
    """

    quote: str
    sentence: str
    before: str
    heading: str
    title: str
    section: str
    leans: bool

    @property
    def context(self) -> str:
        """Where the name of "it" may come from."""
        return f"{self.before} {self.heading} {self.title}"


@dataclass(frozen=True)
class Written:
    """A text with who wrote it: the model, or nobody but the document and code."""

    text: str
    by_model: bool


class Writer:
    """Writes claims and questions.

    Parameters
    ----------
    engine : Engine or None
        Without one, code writes all of it.
    prompts : Path
        Folder of prompt files.
    """

    def __init__(self, engine: Engine | None, prompts: Path, lexicon: Lexicon) -> None:
        self._engine = engine
        self._likelihoods = EngineLikelihoods(engine) if engine is not None else None
        self._lexicon = lexicon
        self._claim = load_prompt(prompts / "material-claim.md")
        self._question = load_prompt(prompts / "material-question.md")

    @property
    def model(self) -> str:
        """The model that writes; empty without one."""
        return self._engine.info().written_by if self._engine is not None else ""

    @property
    def prompts(self) -> str:
        """The prompts in use, with their versions."""
        return f"{self._claim.label} {self._question.label}"

    def claim(self, passage: Passage) -> Written | str:
        """Return a claim that its quote supports, or the reason why there is none.

        Raises
        ------
        EngineError
            The engine failed or was cancelled.
        """
        plain = shortened(passage.sentence)
        is_long = len(plain.split()) > LONG
        reason = "is too long"
        if self._engine is not None and (is_long or passage.leans):
            text = self._asked(
                self._claim,
                60,
                title=passage.title,
                heading=passage.heading or passage.title,
                before=passage.before or "(none)",
                sentence=passage.sentence,
            )
            reworded = Rewording(text, passage.quote, passage.context, self._lexicon)
            refused = infidelity(reworded)
            if refused is None:
                return Written(text, by_model=True)
            reason = refused
        if passage.leans:
            return f"needs the sentence before it; {reason}"
        if len(plain.split()) > LONGEST:
            return f"has {len(plain.split())} words; {reason}"
        return Written(plain, by_model=False)

    def question(
        self,
        claim: str,
        topic: str,
        statement: Statement,
        passage: Passage,
        *,
        known: Sequence[str],
        claims: Sequence[str],
    ) -> Written:
        """Return a question that asks for a claim.

        Parameters
        ----------
        known : sequence of str
            Questions that exist already.
        claims : sequence of str
            What else the document says; a question must ask for none of it.

        Raises
        ------
        EngineError
            The engine failed or was cancelled.
        """
        point = _point(claim, topic)
        context = Context(passage.section, tuple(known), (), self._lexicon)
        rivals = self._rivals(claim, claims)
        for attempt in range(TRIES if self._engine is not None else 0):
            text = self._asked(self._question, 45, seed=attempt, claim=claim)
            candidate = Candidate(point, Angle.RECALL, text)
            asked = Asked(text, claim, passage.heading, passage.section, self._lexicon)
            if refusal(candidate, context, _CHECKS) or misfit(asked):
                continue
            if self._aims(text, claim, rivals):
                return Written(text, by_model=True)
        return Written(plain_question(claim, statement, passage), by_model=False)

    def _aims(self, question: str, claim: str, rivals: Sequence[str]) -> bool:
        """Tell whether a question makes its claim likelier, and more so than others."""
        assert self._likelihoods is not None
        own, *others = self._likelihoods.gains(question, [claim, *rivals])
        return own >= LEAST_GAIN and all(own - each >= LEAST_LEAD for each in others)

    def _rivals(self, claim: str, claims: Sequence[str]) -> list[str]:
        others = [each for each in claims if each != claim]
        others.sort(key=lambda each: -self._lexicon.coverage(claim, each))
        return others[:RIVALS]

    def _asked(
        self,
        template: PromptTemplate,
        length: int,
        *,
        seed: int = 0,
        **values: str,
    ) -> str:
        assert self._engine is not None
        # The first try is the likeliest text; another one has to differ from it.
        sampling = Sampling(
            max_tokens=length, temperature=0.8 if seed else 0.0, seed=seed, stop=("\n",)
        )
        pieces = self._engine.generate(template.fill(**values), sampling)
        return "".join(pieces).strip().strip('"“”').strip()


def plain_question(claim: str, statement: Statement, passage: Passage) -> str:
    """Return the question that code makes of a claim: it is sure to fit, and plain."""
    found = causal(claim)
    if found is not None:
        return f"Why is it that {within_sentence(found.effect, passage.section)}?"
    number = _DIGITS.search(claim) if statement is Statement.NUMBER else None
    if number is not None and not claim[: number.start()].rstrip(" (")[-1:].isupper():
        gap = f"{claim[: number.start()]}{_GAP}{claim[number.end() :]}"
        return f"What belongs in the gap: “{gap}”?"
    defined = _DEFINES.match(claim)
    if defined is not None and len(defined["what"].split()) <= _LONGEST_DEFINED:
        return f"What {defined['verb']} {within_sentence(defined['what'], passage.section)}?"
    return f"How does this go on: “{beginning(claim)} …”?"


def _point(claim: str, topic: str) -> KeyPoint:
    return KeyPoint(
        id="",
        skill="",
        topic=topic,
        claim=claim,
        level=Level.RECALL,
        questions=(AuthoredQuestion(f"What about {topic}?"),),
        answer=claim,
        misconceptions=(),
        quote=claim,
        sources=(),
        line=1,
    )
