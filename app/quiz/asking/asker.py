"""Having a question made for one cell of the plan: drawn, worded, checked."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from app.content.types import Guide, KeyPoint
from app.model.protocol import Engine
from app.quiz.asking.checks import CHECKS, refusal
from app.quiz.asking.context import Context, Contexts, Judge
from app.quiz.asking.plan import Cell
from app.quiz.asking.scoring import EngineLikelihoods
from app.quiz.asking.sketch import FRAMES, Sketch, sketch
from app.quiz.asking.turning import is_turned
from app.quiz.asking.types import Accepted, Candidate, Outcome, Refused
from app.quiz.asking.write import load_prompts, write
from app.quiz.lexical import Lexicon

TRIES = 3
"""Candidates for one cell before another one is tried."""
TURNED = "turns_the_phrase_only"
"""What the check on what the model turned is called in the log."""


class Asker:
    """Has the model word questions, and checks them.

    Nothing here touches the study log.

    Parameters
    ----------
    engine : Engine
        Runs the model.
    prompts : Path
        Folder of prompt files.
    guides : iterable of Guide
        What the key points belong to; one of another guide is checked against itself alone.
    judge : Judge or None
        Grades answers to a candidate; None where no model is calibrated to grade.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        prompts: Path,
        lexicon: Lexicon,
        guides: Iterable[Guide] = (),
        judge: Judge | None = None,
        rng: random.Random,
        timer: Callable[[], float] = perf_counter,
    ) -> None:
        self._engine = engine
        self._prompts = load_prompts(prompts)
        self._lexicon = lexicon
        self._likelihoods = EngineLikelihoods(engine)
        self._judge = judge
        self._rng = rng
        self._timer = timer
        self._contexts: Mapping[str, Contexts] = {
            guide.skill: Contexts(guide, lexicon, judge=judge) for guide in guides
        }

    def ask(self, cell: Cell, known: Sequence[str]) -> Generator[Outcome, None, None]:
        """Yield what comes of some candidates for a cell; the last one may be accepted.

        Parameters
        ----------
        known : sequence of str
            Questions on the key point that the model worded before, flagged ones too.

        Raises
        ------
        EngineError
            The engine failed or was cancelled.
        """
        context = self.context(cell.key_point, known)
        seen: set[str] = set()
        for _ in range(TRIES):
            drawn = sketch(cell.key_point, cell.angle, known, self._rng)
            if drawn is None:
                return
            outcome = self._made(drawn, context)
            yield outcome
            # What is refused twice in the same words will be so again.
            if isinstance(outcome, Accepted) or outcome.candidate.text in seen:
                return
            seen.add(outcome.candidate.text)

    def context(self, point: KeyPoint, known: Sequence[str]) -> Context:
        """Return what candidates for a key point are checked against.

        ``known`` are questions that the model worded before, flagged ones too.
        """
        contexts = self._contexts.get(point.skill)
        if contexts is not None:
            context = contexts.of(point, known)
        else:
            bank = (*(each.text for each in point.questions), *known)
            context = Context(point.quote, bank, (), self._lexicon, judge=self._judge)
        # What scores is on this machine or not asked: key points are not sent to a server for it.
        info = self._engine.info()
        scores = info.can_score and info.path is not None
        return replace(context, likelihoods=self._likelihoods if scores else None)

    def _made(self, drawn: Sketch, context: Context) -> Outcome:
        began = self._timer()
        turn = drawn.turn
        if turn is not None:
            text = write(self._engine, turn, self._prompts, self._rng)
            label = self._prompts[turn.prompt].label
        else:
            text, label = self._best(drawn.wordings, context), FRAMES
        candidate = Candidate(
            key_point=drawn.key_point,
            angle=drawn.angle,
            text=text,
            options=drawn.options,
            model=self._engine.info().written_by,
            prompt=label,
        )
        if turn is not None and not is_turned(turn.phrase, text, turn.about):
            refused: Refused | None = Refused(candidate, TURNED, f"is not “{turn.phrase}” turned")
        else:
            refused = refusal(candidate, context, CHECKS)
        candidate = replace(candidate, seconds=self._timer() - began)
        return Accepted(candidate) if refused is None else replace(refused, candidate=candidate)

    def _best(self, wordings: Sequence[str], context: Context) -> str:
        """Return the wording that the model finds likeliest; any where it cannot tell."""
        if context.likelihoods is None:
            return self._rng.choice(wordings)
        fluency = context.likelihoods.fluency(wordings)
        return max(zip(fluency, wordings, strict=True))[1]
