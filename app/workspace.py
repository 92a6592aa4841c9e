"""Everything that one learner works with, put together: content, log, settings and engine."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.content.library import Library, Shelf
from app.content.library_cache import load_kept
from app.content.types import KeyPoint, Transition
from app.model.catalogue import Catalogue, CatalogueEntry, load_catalogue
from app.model.connections import Connections
from app.paths import CATALOGUE, GRADING, GUIDES, PROMPTS, SEEDS, Paths
from app.quiz.grading.overrules import LOOKED_AT, OverruleFigures, leaning, learning_sentence
from app.quiz.length import Length
from app.quiz.lexical import Lexicon
from app.quiz.plan import new_today, plan_skill, plan_today
from app.settings import Settings, load_settings, save_settings
from app.study.log import StudyLog
from app.study.records import SessionKind
from app.study.store import local_now

# What only a quiz or a search needs is imported when one begins: together it takes longer than
# the window itself, and the grader brings numpy with it.
if TYPE_CHECKING:
    from app.appraisal import Appraisal
    from app.ask.desk import Desk
    from app.ask.passages import Text
    from app.content.search import SearchIndex
    from app.material.desk import MaterialDesk
    from app.model.client import LocalEngine
    from app.model.protocol import Engine
    from app.model.server.engine import ServerEngine
    from app.model.tuning import Tuning
    from app.model.tuning_search import Step
    from app.quiz.aid import Aid
    from app.quiz.asking.supply import QuestionSupply
    from app.quiz.asking.types import Outcome as Made
    from app.quiz.grading.certificate import Certificate, Certified, Progress
    from app.quiz.grading.store import GradingStore
    from app.quiz.session import QuizSession
    from app.quiz.tutor import Tutor
    from app.serving import Serving
    from app.speeds import Speeds

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
    shelves = [Shelf(SEEDS, GUIDES), Shelf(paths.transitions, paths.guides)]
    library = load_kept(shelves, paths.library_cache)
    if paths.material.is_dir():
        from app.material.shelf import put_material  # noqa: PLC0415

        put_material(library, paths.material)
    return library


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


def _server_of(settings: Settings) -> tuple[str, str, str]:
    return settings.server, settings.server_model, settings.server_agreed


class Workspace:
    """One learner's content, study log, settings and engine.

    Attributes
    ----------
    complaints : list of str
        What was wrong with the settings file, for the learner.
    engine : LocalEngine or None
        None when no model is wanted or there is none.
    connections : Connections
        Which connections were made since the program started.
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
        self._certified: Certified | None = None
        self._is_looked_up = False
        self._engine_path: Path | None = None
        self._tutor: Tutor | None = None
        self._lexicon: Lexicon | None = None
        self._search_index: SearchIndex | None = None
        self._desk: Desk | None = None
        self._speeds: Speeds | None = None
        self._serving: Serving | None = None
        self._material: MaterialDesk | None = None
        self.connections = Connections()
        self.choose_engine()

    def close(self) -> None:
        """End the engine and close the log and the search index."""
        if self.engine is not None:
            self.engine.close()
            self.engine = None
        if self._serving is not None:
            self._serving.close()
        if self._material is not None:
            self._material.close()
        if self._search_index is not None:
            self._search_index.close()
            self._search_index = None
        if self._desk is not None:
            self._desk.close()
            self._desk = None
        self.log.close()

    # -- content ---------------------------------------------------------------------------------

    def reload_library(self) -> None:
        """Read all content again, after the learner changed a file."""
        self.library = load_library(self.paths)
        self._lexicon = None
        self._tutor = None

    @property
    def material(self) -> MaterialDesk:
        """The learner's own files, what is proposed of them, and the reading list.

        Raises
        ------
        MaterialError
            Their database cannot be used.
        """
        if self._material is None:
            from app.material.desk import MaterialDesk  # noqa: PLC0415

            self._material = MaterialDesk(self.paths.material, PROMPTS, clock=self.clock)
            self._material.on_accepted = self._take_in_material
        return self._material

    def _take_in_material(self) -> None:
        from app.material.shelf import put_accepted  # noqa: PLC0415

        # Another library, so that whoever shows the one before sees that it is out of date.
        library = self.library.copy()
        put_accepted(library, self.material.store)
        self.library = library
        self._lexicon = None
        self._tutor = None

    @property
    def search_index(self) -> SearchIndex:
        """Finds words in all content and the learner's own documents.

        It is opened when first asked for and holds what the last run left in it; who asks brings it
        up to date.
        """
        if self._search_index is None:
            from app.content.search import SearchIndex  # noqa: PLC0415

            self._search_index = SearchIndex(self.paths.search_index)
        return self._search_index

    @property
    def desk(self) -> Desk:
        """Answers the learner's questions; who asks brings it up to date."""
        if self._desk is None:
            from app.ask.desk import Desk  # noqa: PLC0415

            self._desk = Desk(
                self.paths,
                library=lambda: self.library,
                # A server is not asked: the learner agreed to send it other things than these.
                reader=self._desk_reader,
                writer=lambda: self.engine,
                others=self._unshown_material,
            )
        return self._desk

    def _unshown_material(self) -> Iterator[Text]:
        """Yield what of the added files no guide shows."""
        from app.ask.passages import sectioned_text  # noqa: PLC0415
        from app.material.errors import MaterialError  # noqa: PLC0415
        from app.material.shelf import unshown  # noqa: PLC0415

        if not self.paths.material.is_dir():
            return
        try:
            for document, parts in unshown(self.library, self.material.store):
                yield sectioned_text(
                    f"material:{document.id}",
                    document.title,
                    ((tuple(filter(None, (*p.trail, p.heading))), p.text) for p in parts),
                )
        except MaterialError:
            # It is told where files are added; what else there is can be asked all the same.
            return

    def _desk_reader(self) -> tuple[Engine, str] | None:
        if self.engine is None or self._engine_path is None:
            return None
        entry = self.model_choice().entry
        return self.engine, entry.id if entry is not None else self._engine_path.stem

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
        if _server_of(before) != _server_of(self.settings):
            self.serving.follow(self.settings)
            self._tutor = None
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
            # Its memory is given back in the background: the window need not wait for that.
            self.engine.close(wait=False)
        self.engine = None
        self._is_looked_up = False
        self._tutor = None
        if choice.usable and choice.path is not None:
            from app.model.client import LocalEngine  # noqa: PLC0415

            path = choice.path
            # Looked up when it is loaded, which may be much later.
            self.engine = LocalEngine(
                path,
                name=choice.name,
                options=lambda: self.speeds.options(path),
                quarantine_file=self.paths.quarantine,
            )
            self._engine_path = path

    @property
    def speeds(self) -> Speeds:
        """How fast models are on this machine."""
        if self._speeds is None:
            from app.speeds import Speeds  # noqa: PLC0415

            self._speeds = Speeds(self.paths.tuning, lambda: self.clock().date())
        return self._speeds

    def tuning(self) -> Tuning | None:
        """Return how the model in use is best run here; None when it was not measured."""
        path = self._engine_path if self.engine is not None else None
        return self.speeds.tuning(path) if path is not None else None

    @property
    def can_tune(self) -> bool:
        """Whether there is a model here whose speed can be measured."""
        from app.speeds import TunableEngine  # noqa: PLC0415

        return isinstance(self.engine, TunableEngine) and self._engine_path is not None

    def tune(self) -> Generator[Step, None, Tuning]:
        """Measure how the model in use is best run here, and run it so from then on.

        Raises
        ------
        TuningError
            There is no model, nothing was found out, or it cannot be kept.
        EngineError
            The engine failed, was cancelled, or made room for something else.
        """
        from app.model.tuning import TuningError  # noqa: PLC0415

        if self.engine is None or self._engine_path is None:
            raise TuningError(self.model_choice().reason or "there is no model")
        return (yield from self.speeds.measure(self.engine, self._engine_path))

    @property
    def serving(self) -> Serving:
        """The model server that the learner chose, if any, and the keys to servers."""
        if self._serving is None:
            from app.serving import Serving  # noqa: PLC0415

            self._serving = Serving(connections=self.connections)
            self._serving.follow(self.settings)
        return self._serving

    @property
    def server(self) -> ServerEngine | None:
        """The engine for a model server; None while none is used."""
        return self.serving.engine if self.settings.server else None

    def _quiz_engine(self) -> Engine | None:
        """Return what writes and grades: a server may write, only the model here can grade."""
        if self.server is None or self.engine is None:
            return self.server or self.engine
        from app.model.server.paired import PairedEngine  # noqa: PLC0415

        return PairedEngine(writer=self.server, reader=self.engine)

    @property
    def tutor(self) -> Tutor | None:
        """What the model does in a quiz; None without a model."""
        if self._tutor is None and (engine := self._quiz_engine()) is not None:
            from app.quiz.tutor import Tutor  # noqa: PLC0415

            grades = self.certified is not None and self.certified.certificate.grades
            self._tutor = Tutor(
                engine,
                prompts=PROMPTS,
                calibration=self.certified.calibration if self.certified and grades else None,
                lexicon=self.lexicon,
                rng=self.rng,
                guides=self.library.guides.values(),
            )
        return self._tutor

    def make_tutor(self) -> None:
        """Make the tutor now, so that the first session need not wait for it."""
        self._tutor = self.tutor

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

    @property
    def certified(self) -> Certified | None:
        """The calibration and certificate of the engine's model; None when it was not measured."""
        if self.engine is None or self._engine_path is None:
            return self._certified if self._is_looked_up else None
        if not self._is_looked_up:
            entry = self.model_choice().entry
            self.certified = self._grading().find(self._engine_path, entry.id if entry else None)
        return self._certified

    @certified.setter
    def certified(self, certified: Certified | None) -> None:
        self._certified, self._is_looked_up = certified, True

    def certificate(self) -> Certificate | None:
        """Return what the model in use is worth as a grader; None when it was not measured."""
        return self.certified.certificate if self.certified is not None else None

    def known_certificate(self, catalogue_id: str, file: Path | None) -> Certificate | None:
        """Return what a model of the catalogue is worth as a grader; ``file`` if it is here."""
        return self._grading().certificate(file, catalogue_id)

    def certify(
        self, *, every_answer: bool = False, in_background: bool = True
    ) -> Generator[Progress, None, Certificate]:
        """Measure the model in use on the gold set and calibrate it; go on if that was begun.

        Parameters
        ----------
        every_answer : bool
            Fit to all practice answers; else to a part of them, which takes a third of the time.
        in_background : bool
            Make room for whatever else is asked of the engine, and for other programs.

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
        appraisal = self.appraisal(in_background=in_background)
        certified = yield from appraisal.certify(self.clock().date(), every_answer=every_answer)
        self._grading().keep(appraisal.path, certified)
        if engine is self.engine:
            self.certified = certified
            self._tutor = None
        return certified.certificate

    def appraisal(self, *, in_background: bool = False) -> Appraisal:
        """Return what measures the model in use as a grader; ``in_background`` as for `certify`.

        Raises
        ------
        NotAppraisableError
            There is no engine.
        """
        from app.appraisal import Appraisal, NotAppraisableError  # noqa: PLC0415
        from app.model.background import in_background as lowered  # noqa: PLC0415

        if self.engine is None or self._engine_path is None:
            raise NotAppraisableError(self.model_choice().reason or "there is no model")
        return Appraisal(
            engine=lowered(self.engine) if in_background else self.engine,
            path=self._engine_path,
            calibration=self.certified.calibration if self.certified is not None else None,
            lexicon=self.lexicon,
            cache=self.paths.grading / "observations.db",
        )

    def _grading(self) -> GradingStore:
        from app.quiz.grading.store import GradingStore  # noqa: PLC0415

        return GradingStore(GRADING / "models", self.paths.grading)

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

    def making_ready(self) -> Generator[None, None, None]:
        """Import what grading needs, for another thread: who answers first need not wait for it."""
        yield
        if self.engine is None:
            return
        import app.quiz.grading.store  # noqa: PLC0415
        import app.quiz.tutor  # noqa: F401, PLC0415

    def start_quiz(
        self,
        skill: str | None = None,
        *,
        count: int | None = None,
        minutes: int | None = None,
        answer_format: str | None = None,
        key_points: Sequence[str] = (),
    ) -> QuizSession:
        """Begin a session over one skill, over what today holds, or over chosen key points.

        A session of today that would be empty takes new key points beyond the daily limit: who
        asks for more gets more.

        Parameters
        ----------
        count, minutes : int, optional
            How long it is; as the settings say where neither is given, and minutes before count.
        key_points : sequence of str
            Ids of exactly what is to be asked, in this order; the other limits do not count then.

        Raises
        ------
        LookupError
            No transition could be loaded, or no guide has a chosen key point any more.
        """
        from app.quiz.session import QuizSession  # noqa: PLC0415

        if self.tutor is not None:
            # Here, so that it has learnt from the overrules of the session before.
            self.tutor.learn(leaning(self.log.judged(LOOKED_AT)))
        now = self.clock()
        slug = self.transition.slug
        length = self.session_length(count, minutes)
        # What a scenario asks for at once leaves room for others.
        wanted = length.planned + length.expected // 2
        if key_points:
            plan = [self._key_point(slug, point) for point in key_points]
            skills = {point.skill for point in plan}
            skill = skills.pop() if len(skills) == 1 else None
            length = Length(len(plan))
        elif skill is not None:
            plan = plan_skill(self.library, self.log, slug, skill, count=wanted, now=now)
        else:
            plan = []
            for new_limit in (self.settings.new_per_day, UNLIMITED):
                plan = plan or plan_today(
                    self.library, self.log, slug, count=wanted, new_limit=new_limit, now=now
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
            aid=self._aid(slug),
            length=length,
            exact=bool(key_points),
        )

    def session_length(self, count: int | None = None, minutes: int | None = None) -> Length:
        """Return how long a session is: as wished for, else as the settings say."""
        settings = self.settings
        if not (count or minutes) and settings.session_unit == "minutes":
            minutes = settings.session_minutes
        return Length(count or settings.session_length, minutes or 0)

    def prepare_questions(self) -> Generator[Made, None, None]:
        """Return the work of wording questions for what is due next, for while nobody waits.

        It is for another thread, and may be stopped at any moment; what comes of each candidate is
        to be given to :meth:`keep_question` on this one. It ends at once when nothing is lacking.
        The log is read here and now.
        """
        from app.quiz.asking.ahead import IDLE_AHEAD, upcoming, wishes_of  # noqa: PLC0415

        points = upcoming(self.library, self.log, self.transition.slug, IDLE_AHEAD)
        return self._supply().prepare(wishes_of(points))

    def keep_question(self, made: Made) -> None:
        """Put what came of a candidate into the log; an accepted one is asked in its turn."""
        self._supply().keep(made)

    def questions_ready(self) -> int:
        """Return for how many of the key points that are due next a fresh question is ready."""
        from app.quiz.asking.ahead import IDLE_AHEAD, ready, upcoming  # noqa: PLC0415

        slug = self.transition.slug
        return ready(self.log, slug, upcoming(self.library, self.log, slug, IDLE_AHEAD))

    def _supply(self) -> QuestionSupply:
        from app.quiz.asking.supply import QuestionSupply  # noqa: PLC0415

        asker = self.tutor.asker if self.tutor is not None else None
        return QuestionSupply(self.log, self.transition.slug, asker=asker, rng=self.rng)

    def _aid(self, transition: str) -> Aid:
        from app.quiz.aid import Aid  # noqa: PLC0415

        guides = (each for each in self.library.guides.values() if each.transition == transition)
        return Aid(guides, self.lexicon)

    def _key_point(self, transition: str, point: str) -> KeyPoint:
        found = self.library.key_point(transition, point)
        if found is None:
            raise LookupError(f"No guide has the key point “{point}” any more, so it is not asked.")
        return found
