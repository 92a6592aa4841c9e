"""Everything that one learner works with, put together: content, log, settings and engine."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.appraisal import Appraisal, NotAppraisableError
from app.content.library import Library, Shelf
from app.content.search import SearchIndex
from app.content.types import KeyPoint, Transition
from app.model.catalogue import Catalogue, CatalogueEntry, load_catalogue
from app.model.client import LocalEngine
from app.paths import CATALOGUE, GRADING, GUIDES, PROMPTS, SEEDS, Paths
from app.quiz.grading.certificate import Certificate, Certified, Progress
from app.quiz.grading.overrules import LOOKED_AT, OverruleFigures, leaning, learning_sentence
from app.quiz.grading.store import GradingStore
from app.quiz.lexical import Lexicon
from app.quiz.plan import new_today, plan_skill, plan_today
from app.quiz.session import QuizSession
from app.quiz.tutor import Tutor
from app.settings import Settings, load_settings, save_settings
from app.study.log import StudyLog
from app.study.records import SessionKind
from app.study.store import local_now

UNLIMITED = 10**6


@dataclass(frozen=True)
class ModelChoice:
    """Which model the learner wants.

    Attributes
    ----------
    path : Path or None
        Where its file is or would be; None when no model is wanted.
    entry : CatalogueEntry or None
        Its entry in the catalogue, if it has one.
    reason : str
        Why no model can be used now; empty when one can.
    """

    path: Path | None
    entry: CatalogueEntry | None
    reason: str = ""

    @property
    def usable(self) -> bool:
        """Whether there is a file to load."""
        return self.path is not None and not self.reason

    @property
    def name(self) -> str:
        """What the model is called on the screen."""
        if self.entry is not None:
            return self.entry.name
        return self.path.stem if self.path is not None else "no model"


@dataclass(frozen=True)
class Agenda:
    """What today holds."""

    due: int
    new: int

    @property
    def total(self) -> int:
        """Key points to be asked today."""
        return self.due + self.new


def load_library(paths: Paths) -> Library:
    """Return all content: what ships with Segue, then what its user added."""
    return Library.load([Shelf(SEEDS, GUIDES), Shelf(paths.transitions, paths.guides)])


def choose_model(
    setting: str | None, catalogue: Catalogue, models: Path, *, asked: str | None = None
) -> ModelChoice:
    """Return the model asked for, else `SEGUE_MODEL`, else the setting, else the default one.

    Each is an id of the catalogue, the path of a GGUF file, or ``none``.
    """
    wanted = asked or os.environ.get("SEGUE_MODEL") or setting or catalogue.default_id
    if wanted == "none":
        return ModelChoice(None, None, "no model is chosen")
    entry = catalogue.get(wanted)
    path = models / entry.file if entry is not None else Path(wanted)
    try:
        path = path.expanduser()
        there = path.is_file()
    except (OSError, RuntimeError) as error:
        return ModelChoice(path, entry, f"{path} cannot be looked at: {error}")
    if there:
        return ModelChoice(path, entry or catalogue.of_file(path))
    reason = f"{entry.name} is not on this machine yet" if entry else f"there is no file {path}"
    return ModelChoice(path, entry, reason)


class Workspace:
    """One learner's content, study log, settings and engine.

    Attributes
    ----------
    complaints : list of str
        What was wrong with the settings file, for the learner.
    engine : LocalEngine or None
        None when no model is wanted or there is none.
    certified : Certified or None
        The calibration and certificate of the engine's model; None when it was not measured.
    """

    def __init__(
        self,
        paths: Paths,
        *,
        clock: Callable[[], datetime] = local_now,
        rng: random.Random | None = None,
        model: str | None = None,
    ) -> None:
        paths.make()
        self._asked_model = model
        self.paths = paths
        self.clock = clock
        self.rng = rng or random.Random()  # noqa: S311 - variety, not secrecy
        self.settings, self.complaints = load_settings(paths.settings_file)
        self.catalogue: Catalogue = load_catalogue(CATALOGUE)
        self.library = load_library(self.paths)
        self.log = StudyLog.open(
            paths.database, clock=clock, desired_retention=self.settings.desired_retention
        )
        self.engine: LocalEngine | None = None
        self.certified: Certified | None = None
        self._grading = GradingStore(GRADING / "models", paths.grading)
        self._engine_path: Path | None = None
        self._tutor: Tutor | None = None
        self._lexicon: Lexicon | None = None
        self._search_index: SearchIndex | None = None
        self.choose_engine()

    def close(self) -> None:
        """End the engine and close the log and the search index."""
        if self.engine is not None:
            self.engine.close()
            self.engine = None
        if self._search_index is not None:
            self._search_index.close()
            self._search_index = None
        self.log.close()

    # -- content ---------------------------------------------------------------------------------

    def reload_library(self) -> None:
        """Read all content again, after the learner changed a file."""
        self.library = load_library(self.paths)
        self._lexicon = None
        self._tutor = None

    @property
    def search_index(self) -> SearchIndex:
        """Finds words in all content and the learner's own documents.

        It is opened when first asked for and holds what the last run left in it; who asks brings it
        up to date.
        """
        if self._search_index is None:
            self._search_index = SearchIndex(self.paths.search_index)
        return self._search_index

    @property
    def transition(self) -> Transition:
        """The transition being studied.

        Raises
        ------
        LookupError
            Not one transition could be loaded.
        """
        for transition in self.library.transitions.values():
            return transition
        raise LookupError("no transition could be loaded")

    # -- settings --------------------------------------------------------------------------------

    def change_settings(self, **values: Any) -> Settings:  # noqa: ANN401 - see Settings.changed
        """Change settings, keep them on disk and put them into effect.

        Raises
        ------
        ValueError
            A value is out of range.
        OSError
            The settings cannot be written; they hold until the program ends.
        """
        before, self.settings = self.settings, self.settings.changed(**values)
        if self.settings.model != before.model:
            self.choose_engine()
        if self.settings.desired_retention != before.desired_retention:
            self.log.reschedule(self.settings.desired_retention)
        save_settings(self.settings, self.paths.settings_file)
        return self.settings

    # -- model -----------------------------------------------------------------------------------

    def model_choice(self) -> ModelChoice:
        """Return which model is wanted, and whether it can be used."""
        return choose_model(
            self.settings.model, self.catalogue, self.paths.models, asked=self._asked_model
        )

    def choose_engine(self) -> None:
        """Make the engine that the settings ask for; it loads its model when first needed."""
        choice = self.model_choice()
        if self.engine is not None:
            if choice.usable and self._engine_path == choice.path:
                return
            self.engine.close()
        self.engine = None
        self.certified = None
        self._tutor = None
        if choice.usable and choice.path is not None:
            self.engine = LocalEngine(choice.path, name=choice.name)
            self._engine_path = choice.path
            entry = choice.entry
            self.certified = self._grading.find(choice.path, entry.id if entry else None)

    @property
    def tutor(self) -> Tutor | None:
        """What the model does in a quiz; None without a model."""
        if self._tutor is None and self.engine is not None:
            grades = self.certified is not None and self.certified.certificate.grades
            self._tutor = Tutor(
                self.engine,
                prompts=PROMPTS,
                calibration=self.certified.calibration if self.certified and grades else None,
                lexicon=self.lexicon,
                rng=self.rng,
            )
        return self._tutor

    @property
    def lexicon(self) -> Lexicon:
        """How much each word tells, by what the learner studies."""
        if self._lexicon is None:
            self._lexicon = Lexicon.of(
                f"{point.claim} {point.answer}"
                for transition in self.library.transitions
                for point in self.library.key_points(transition)
            )
        return self._lexicon

    # -- grading ---------------------------------------------------------------------------------

    def certificate(self) -> Certificate | None:
        """Return what the model in use is worth as a grader; None when it was not measured."""
        return self.certified.certificate if self.certified is not None else None

    def certify(self, *, every_answer: bool = False) -> Generator[Progress, None, Certificate]:
        """Measure the model in use on the gold set and calibrate it; go on if that was begun.

        Parameters
        ----------
        every_answer : bool
            Fit to all practice answers; else to a part of them, which takes a third of the time.

        Raises
        ------
        EngineError
            The engine failed or was cancelled; what was measured is kept.
        NotAppraisableError
            There is no engine.
        OSError
            The result cannot be kept.
        """
        engine = self.engine
        appraisal = self.appraisal()
        certified = yield from appraisal.certify(self.clock().date(), every_answer=every_answer)
        self._grading.keep(appraisal.path, certified)
        if engine is self.engine:
            self.certified = certified
            self._tutor = None
        return certified.certificate

    def appraisal(self) -> Appraisal:
        """Return what measures the model in use as a grader.

        Raises
        ------
        NotAppraisableError
            There is no engine.
        """
        if self.engine is None or self._engine_path is None:
            raise NotAppraisableError(self.model_choice().reason or "there is no model")
        return Appraisal(
            engine=self.engine,
            path=self._engine_path,
            calibration=self.certified.calibration if self.certified is not None else None,
            lexicon=self.lexicon,
            cache=self.paths.grading / "observations.db",
        )

    def overrules(self) -> OverruleFigures:
        """Return how often the learner overruled the grader, week by week."""
        days = self.log.overrules_per_day(date.min)
        weeks: dict[date, tuple[int, int]] = {}
        for day, (graded, overruled) in days.items():
            monday = day - timedelta(days=day.weekday())
            before = weeks.get(monday, (0, 0))
            weeks[monday] = (before[0] + graded, before[1] + overruled)
        return OverruleFigures(
            verdicts=sum(graded for graded, _ in days.values()),
            overruled=sum(overruled for _, overruled in days.values()),
            by_week=tuple((monday, *counts) for monday, counts in sorted(weeks.items())),
            learning=learning_sentence(self.log.judged(LOOKED_AT)),
        )

    # -- quiz ------------------------------------------------------------------------------------

    def agenda(self) -> Agenda:
        """Return how much is due and how much new there is room for today."""
        now = self.clock()
        slug = self.transition.slug
        known = {point.id for point in self.library.key_points(slug)}
        due = sum(card.key_point in known for card in self.log.due(slug, now))
        limit = self.settings.new_per_day
        return Agenda(due, len(new_today(self.library, self.log, slug, new_limit=limit, now=now)))

    def start_quiz(
        self,
        skill: str | None = None,
        *,
        count: int | None = None,
        answer_format: str | None = None,
        key_points: Sequence[str] = (),
    ) -> QuizSession:
        """Begin a session over one skill, over what today holds, or over chosen key points.

        A session of today that would be empty takes new key points beyond the daily limit: who
        asks for more gets more.

        Parameters
        ----------
        key_points : sequence of str
            Ids of exactly what is to be asked, in this order; the other limits do not count then.

        Raises
        ------
        LookupError
            No transition could be loaded, or no guide has a chosen key point any more.
        """
        if self.tutor is not None:
            # Here, so that it has learnt from the overrules of the session before.
            self.tutor.learn(leaning(self.log.judged(LOOKED_AT)))
        now = self.clock()
        slug = self.transition.slug
        length = count or self.settings.session_length
        if key_points:
            plan = [self._key_point(slug, point) for point in key_points]
            skills = {point.skill for point in plan}
            skill = skills.pop() if len(skills) == 1 else None
        elif skill is not None:
            plan = plan_skill(self.library, self.log, slug, skill, count=length, now=now)
        else:
            plan = []
            for new_limit in (self.settings.new_per_day, UNLIMITED):
                plan = plan or plan_today(
                    self.library, self.log, slug, count=length, new_limit=new_limit, now=now
                )
        return QuizSession(
            self.log,
            plan,
            transition=slug,
            kind=SessionKind.TODAY if skill is None else SessionKind.SKILL,
            skill=skill,
            answer_format=answer_format or self.settings.answer_format,
            tutor=self.tutor,
            rng=self.rng,
            clock=self.clock,
        )

    def _key_point(self, transition: str, point: str) -> KeyPoint:
        found = self.library.key_point(transition, point)
        if found is None:
            raise LookupError(f"No guide has the key point “{point}” any more, so it is not asked.")
        return found
