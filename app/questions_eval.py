"""`segue eval questions`: what the model in use is worth as a writer of questions."""

from __future__ import annotations

import hashlib
import json
import math
import random
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

import click

from app.content.types import Guide, KeyPoint
from app.model.errors import EngineError
from app.paths import PROMPTS, RESOURCES
from app.quiz.asking import review
from app.quiz.asking.asker import Asker
from app.quiz.asking.checks import CHECKS
from app.quiz.asking.context import Context, Contexts, Judge
from app.quiz.asking.fault_figures import FaultFigures, fault_figures
from app.quiz.asking.figures import QuestionFigures, question_figures
from app.quiz.asking.graded import CalibratedJudge
from app.quiz.asking.made import Made, MadeError, MadeFile
from app.quiz.asking.measuring import Step, cells_of, measure
from app.quiz.asking.mutants import Sample, authored, make_mutants
from app.quiz.asking.scoring import EngineLikelihoods
from app.quiz.asking.sheet import SheetItem, make_sheet, write_sheet
from app.quiz.asking.sketch import suited
from app.quiz.grading.passages import PassageTemplates
from app.study.records import Origin
from app.workspace import Workspace

SHEET_TEMPLATE = RESOURCES / "review" / "sheet.html"
SAMPLES = 240
"""Authored questions that the checks are tried on when a model takes part, drawn at random."""
AUTHORED_SHARE = 0.5
"""Authored questions on a sheet for each one of the model's."""
SEED = 6
BETWEEN_LINES = 0.5
"""Seconds after which the line that says how far it is may change."""

_WRITING = frozenset(
    f"app.quiz.asking.{name}"
    for name in (
        "asker",
        "causes",
        "checks",
        "context",
        "frames",
        "passage",
        "plan",
        "scoring",
        "sketch",
        "subject",
        "tokens",
        "turning",
        "types",
        "write",
    )
)
"""What makes candidates, and what the checks are made of."""

Result = TypeVar("Result")
Said = TypeVar("Said")


@dataclass(frozen=True)
class Material:
    """What questions are written about and checked against.

    Attributes
    ----------
    points, contexts : mapping
        By the key point's id.
    judge : Judge or None
        None unless the model in use can grade.
    """

    guides: Sequence[Guide]
    points: Mapping[str, KeyPoint]
    contexts: Mapping[str, Context]
    judge: Judge | None

    @property
    def bank(self) -> list[str]:
        """All authored questions."""
        return [question.text for point in self.points.values() for question in point.questions]


def material_of(workspace: Workspace) -> Material:
    """Return the key points of the transition, checked with the model in use if it can."""
    likelihoods: EngineLikelihoods | None = None
    judge: Judge | None = None
    if (engine := workspace.engine) is not None:
        likelihoods = EngineLikelihoods(engine)
        if (certified := workspace.certified) is not None and certified.certificate.grades:
            templates = PassageTemplates.load(PROMPTS)
            judge = CalibratedJudge(engine, templates, certified.calibration, workspace.lexicon)
    slug = workspace.transition.slug
    guides = [each for each in workspace.library.guides.values() if each.transition == slug]
    contexts: dict[str, Context] = {}
    for guide in guides:
        made = Contexts(guide, workspace.lexicon, likelihoods, judge)
        contexts |= {point.id: made.of(point) for point in guide.key_points}
    points = {point.id: point for point in workspace.library.key_points(slug)}
    return Material(guides, points, contexts, judge)


def evaluate_faults(workspace: Workspace) -> FaultFigures:
    """Try the checks on planted faults and on authored questions; go on if that was begun.

    Raises
    ------
    click.ClickException
        The model fails, or what was checked before cannot be read.
    """
    material = material_of(workspace)
    file = None
    mutants = make_mutants(material.contexts, material.points)
    samples: list[Sample] = list(authored(material.contexts, material.points))
    if workspace.engine is not None:
        # What a model checks takes seconds each.
        samples = random.Random(SEED).sample(samples, SAMPLES)  # noqa: S311 - a fair sample
        file = _opened(workspace, material, "faults")
    else:
        click.echo("There is no model: only the checks that need none are tried.", err=True)
    total = len(mutants) + len(samples)
    return _to_its_end(
        fault_figures(mutants, samples, file=file),
        lambda done: f"{done} of {total} questions checked",
    )


@dataclass(frozen=True)
class Measured:
    """What the model wrote, the figures, and the file that has it all."""

    figures: QuestionFigures
    accepted: tuple[Made, ...]
    file: Path

    def as_json(self) -> dict[str, Any]:
        """Return the figures as JSON has them."""
        return {**self.figures.as_json(), "file": str(self.file)}

    def as_text(self) -> str:
        """Return the figures for people."""
        return f"{self.figures.as_text()}\nAll candidates are in {self.file}."


def evaluate_questions(workspace: Workspace, wanted: int) -> Measured:
    """Have questions written and checked until enough are accepted; go on if that was begun.

    Raises
    ------
    click.ClickException
        There is no model, it fails, or what was made before cannot be read.
    """
    if workspace.engine is None:
        raise click.ClickException(workspace.model_choice().reason or "there is no model")
    material = material_of(workspace)
    file = _opened(workspace, material, "questions")
    try:
        # Here, so that no question is charged for it.
        workspace.engine.load()
    except EngineError as error:
        raise click.ClickException(error.explanation) from error
    asker = Asker(
        workspace.engine,
        prompts=PROMPTS,
        lexicon=workspace.lexicon,
        guides=material.guides,
        judge=material.judge,
        rng=random.Random(f"{SEED}/{len(file.made)}"),  # noqa: S311 - variety, not secrecy
    )
    cells = cells_of(material.points.values(), suited, SEED)
    work = measure(cells, asker.ask, file, wanted=wanted)

    def said(step: Step) -> str:
        return f"{step.accepted} of {wanted} accepted, {step.candidates} candidates"

    _to_its_end(work, said)
    accepted = tuple(each for each in file.made if each.accepted)[:wanted]
    return Measured(question_figures(file.made, material.bank), accepted, file.path)


def make_review_sheet(workspace: Workspace, measured: Measured, path: Path) -> Path:
    """Write the sheet for blind review and its key; return the key's path.

    Authored questions are drawn at random, of the same formats as the model's.

    Raises
    ------
    click.ClickException
        Nothing was accepted, or a file cannot be written.
    """
    if not measured.accepted:
        raise click.ClickException("no question was accepted, so there is nothing to review")
    material = material_of(workspace)
    formats = [each.candidate.format for each in measured.accepted]
    rng = random.Random(SEED)  # noqa: S311 - a fair sample
    ours: list[Sample] = list(authored(material.contexts, material.points))
    chosen: list[Sample] = []
    for format_ in dict.fromkeys(formats):
        fitting = [each for each in ours if each.candidate.format is format_]
        count = math.ceil(formats.count(format_) * AUTHORED_SHARE)
        chosen += rng.sample(fitting, min(count, len(fitting)))
    items = [SheetItem(each.candidate, Origin.AUTHORED, each.context.passage) for each in chosen]
    for each in measured.accepted:
        passage = material.contexts[each.candidate.key_point.id].passage
        items.append(SheetItem(each.candidate, Origin.MODEL, passage))
    try:
        return write_sheet(make_sheet(items, SHEET_TEMPLATE, seed=SEED), path)
    except OSError as error:
        raise click.ClickException(f"the sheet cannot be written: {error}") from error


def count_marks(marks: Sequence[Path], key_path: Path, as_json: bool) -> str:
    """Return what reviewers said of a sheet, and how far they agree.

    Raises
    ------
    click.ClickException
        A file is wrong, or one reviewer is there twice.
    """
    try:
        key = review.load_key(key_path)
        reviews = [review.load_review(path, key) for path in marks]
    except (review.ReviewError, OSError) as error:
        raise click.ClickException(str(error)) from error
    names = [each.reviewer for each in reviews]
    if len(set(names)) < len(names):
        raise click.ClickException(f"two files have marks of the same reviewer: {sorted(names)}")
    found = [review.figures([each], key) for each in reviews]
    if len(reviews) > 1:
        found.append(review.figures(reviews, key))
    agreed = review.agreements(reviews)
    if as_json:
        return json.dumps(review.as_json(found, agreed), ensure_ascii=False, indent=2)
    return review.as_text(found, agreed)


def _opened(workspace: Workspace, material: Material, what: str) -> MadeFile:
    """Open the file of a measurement, and say so if it was begun before."""
    try:
        file = MadeFile(_file_of(workspace, material, what), material.points)
    except (MadeError, OSError) as error:
        raise click.ClickException(str(error)) from error
    if file.made:
        click.echo(f"Going on with what {file.path} has.", err=True)
    return file


def measured_modules() -> frozenset[str]:
    """Return the names of the modules that write questions and check them."""
    return _WRITING | {each.look.__module__ for each in CHECKS}


def _file_of(workspace: Workspace, material: Material, what: str) -> Path:
    """Return where a measurement is kept: another one for all that would make it another one.

    That is the model, the prompts, the content, and the code that writes and checks.
    """
    assert workspace.engine is not None
    code = [Path(str(sys.modules[name].__file__)) for name in sorted(measured_modules())]
    digest = hashlib.sha256(repr(sorted(material.points.items())).encode())
    digest.update(str(material.judge is not None).encode())
    for path in [*code, *sorted(PROMPTS.glob("*.md"))]:
        digest.update(path.read_bytes())
    name = "".join(letter if letter.isalnum() else "-" for letter in workspace.model_choice().name)
    return workspace.paths.data / "evaluation" / f"{what}-{name}-{digest.hexdigest()[:8]}.jsonl"


def _to_its_end(work: Generator[Said, None, Result], said: Callable[[Said], str]) -> Result:
    """Run work to its end with a line on standard error that says, now and then, how far it is."""
    told = 0.0
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            click.echo(err=True)
            result: Result = end.value
            return result
        except EngineError as error:
            raise click.ClickException(error.explanation) from error
        except OSError as error:
            raise click.ClickException(f"what was made cannot be kept: {error}") from error
        if monotonic() - told >= BETWEEN_LINES:
            told = monotonic()
            click.echo(f"\r{said(step)}   ", err=True, nl=False)
