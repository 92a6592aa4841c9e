"""Recall as predicted and as observed, and how sure the learner was of what was right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.study.calibration import ENOUGH, WINDOW, Advantage, Bin, Calibration, Fit
from app.study.confidence import ConfidenceFigures
from app.study.records import Confidence
from app.workspace import Workspace
from ui import words
from ui.pages.progress.section import Section
from ui.task import Task, raise_error
from ui.theme import Theme
from ui.widgets.charts import (
    Axis,
    Chart,
    ChartCard,
    Column,
    Kind,
    Point,
    Series,
    Shape,
    Stop,
    Towards,
)
from ui.widgets.tables import Cell, RowsModel, TallTable

SURE_ENOUGH = 10
"""Answers of one level from which on its mean score is taken seriously."""
DRAWN_FROM = 5
"""Reviews from which on a bin is drawn; those with fewer are in the table."""
_SQUARE = 340  # height of a chart of shares against shares, in pixels
_SHARES = tuple((share / 100, f"{share} %") for share in range(0, 101, 20))
_FIT = "The schedule"
_MEAN = f"Mean of the last {WINDOW}"
_COUNTED = (
    "A review counts when the key point had been reviewed at least a day before; the schedule says "
    "nothing of shorter times. Lines are 95 % intervals; marks for fewer than "
    f"{DRAWN_FROM} reviews are only in the table. The mean of the last "
    f"{WINDOW} such reviews is what a schedule must do better than. Both errors are better when "
    "lower: log loss punishes being sure and wrong; the error in bins is the distance between "
    "expected and observed recall among reviews of like interval, number and lapses."
)
_LEVELS = {
    Confidence.GUESSING: "Guessing",
    Confidence.FAIRLY_SURE: "Fairly sure",
    Confidence.CERTAIN: "Certain",
}


class MemorySection(Section):
    """Two comparisons: of the schedule with memory, and of confidence with correctness."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(workspace, theme)
        self._task: Task | None = None
        self.calibration = ChartCard(
            theme,
            "Recall, expected and observed",
            file="segue-calibration",
            columns=(
                Column("Expected by"),
                Column("From", Kind.SHARE),
                Column("To", Kind.SHARE),
                Column("Reviews", Kind.NUMBER),
                Column("Expected", Kind.SHARE),
                Column("Observed", Kind.SHARE),
                Column("At least", Kind.SHARE),
                Column("At most", Kind.SHARE),
            ),
        )
        self.calibration.note.setText(_COUNTED)
        self.errors_model = RowsModel(("Expected by", "Log loss", "Error in bins"), theme)
        self.errors = TallTable(self.errors_model, name="Errors of both expectations", wide=0)
        self.confidence = ChartCard(
            theme,
            "Confidence and correctness",
            file="segue-confidence",
            columns=(
                Column("How sure"),
                Column("Answers", Kind.NUMBER),
                Column("Mean score", Kind.SHARE),
            ),
        )
        self.confidence.note.setText(
            "The score of an answer is the share of its key points that it covered, your overrules "
            "applied. Who knows what they know scores higher the surer they are."
        )
        self.body.addWidget(self.calibration)
        self.body.addWidget(self.errors)
        self.body.addWidget(self.confidence)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show what the log says now; comparing takes a moment, on another thread."""
        slug, log = self.workspace.transition.slug, self.workspace.log
        self.show_confidence(log.confidence_against_correctness(transition=slug))
        recent = log.recent_reviews(slug)
        if self._task is not None:
            self._task.cancel()
        self._task = Task(lambda: log.calibrating(recent))
        self._task.finished.connect(self._show_calibration)
        self._task.failed.connect(raise_error)
        self._task.start()

    # -- the schedule ----------------------------------------------------------------------------

    def _show_calibration(self, found: Calibration) -> None:
        fits = [] if found.schedule is None else [(_FIT, found.schedule)]
        fits += [] if found.average is None else [(_MEAN, found.average)]
        self.errors.setVisible(bool(fits))
        self.errors_model.show_rows(
            [
                (
                    Cell(name),
                    Cell(f"{fit.log_loss:.3f}", number=True),
                    Cell(f"{100 * fit.error:.1f} %", number=True),
                )
                for name, fit in fits
            ]
        )
        if not fits:
            self.calibration.show_nothing(
                "When key points come back after a day or more, this compares how many of them you "
                "recall with how many the schedule expects."
            )
            return
        self.calibration.sentence.setText(_verdict_words(found))
        self.calibration.show_chart(_calibration_chart(fits), _bin_rows(fits), _SQUARE)

    # -- confidence ------------------------------------------------------------------------------

    def show_confidence(self, figures: Mapping[Confidence, ConfidenceFigures]) -> None:
        """Show for each degree of confidence how good the answers were."""
        known = [(level, figures[level]) for level in Confidence if figures[level].answers]
        if not known:
            self.confidence.show_nothing(
                "When you say how sure you are before an answer, this shows whether you were right "
                "to be."
            )
            return
        self.confidence.sentence.setText(_confidence_words(known))
        bars = tuple(Point(float(level), each.score) for level, each in known)
        chart = Chart(
            x=Axis(0.3, 3.7, tuple((float(level), name) for level, name in _LEVELS.items())),
            y=Axis(0.0, 1.0, _SHARES),
            series=(Series("", Shape.BAR, "accent", bars),),
            stops=tuple(
                Stop(float(level), each.score, _level_words(level, each)) for level, each in known
            ),
            thickness=0.4,
        )
        rows = [
            (name, figures[level].answers, figures[level].score if figures[level].answers else None)
            for level, name in _LEVELS.items()
        ]
        self.confidence.show_chart(chart, rows)


def _verdict_words(found: Calibration) -> str:
    if found.advantage is Advantage.TOO_FEW:
        reviews = words.count(found.count, "review")
        return f"Too few reviews to say: {reviews} so far, and it takes {ENOUGH}."
    observed = words.percent(found.recalled / found.count)
    expected = words.percent(_mean_expected(found.schedule))
    said = (
        f"Of the last {words.count(found.count, 'review')} you recalled {observed}; the schedule "
        f"expected {expected}."
    )
    return {
        Advantage.BETTER: f"{said} It knows better than your recent mean which ones you recall.",
        Advantage.WORSE: f"{said} Your recent mean alone would have predicted better.",
        Advantage.UNCLEAR: f"{said} It is not clearly better than your recent mean, nor worse.",
    }[found.advantage]


def _mean_expected(fit: Fit | None) -> float:
    bins: Sequence[Bin] = fit.bins if fit is not None else ()
    return sum(each.count * each.expected for each in bins) / sum(each.count for each in bins)


def _calibration_chart(fits: Sequence[tuple[str, Fit]]) -> Chart:
    drawn = [(name, [each for each in fit.bins if each.count >= DRAWN_FROM]) for name, fit in fits]
    every = [each for _, bins in drawn for each in bins]
    looks = ((Shape.CIRCLE, "accent"), (Shape.DIAMOND, "warm"))
    series = [
        Series(
            name,
            shape,
            colour,
            tuple(
                Point(each.expected, each.observed, low=each.interval[0], high=each.interval[1])
                for each in bins
            ),
        )
        for (name, bins), (shape, colour) in zip(drawn, looks, strict=True)
    ]
    stops = [
        Stop(each.expected, each.observed, f"{name}: {_bin_words(each)}")
        for name, bins in drawn
        for each in bins
    ]
    # Most predictions lie high: what is empty below them is left out.
    lowest = min([0.9, *(min(each.expected, each.interval[0]) for each in every)])
    low = int(lowest * 10) / 10
    ticks = tuple(tick for tick in _ten_percents() if tick[0] >= low)
    as_expected = (Point(low, low), Point(1.0, 1.0))
    return Chart(
        x=Axis(low, 1.02, ticks, "expected"),
        y=Axis(low, 1.0, ticks, "observed"),
        series=(Series("as expected", Shape.DASHED, "line_strong", as_expected), *series),
        stops=tuple(sorted(stops, key=lambda stop: stop.x)),
        towards=Towards.BOTH,
    )


def _ten_percents() -> list[tuple[float, str]]:
    return [(share / 100, f"{share} %") for share in range(0, 101, 10)]


def _bin_words(each: Bin) -> str:
    low, high = each.interval
    return (
        f"{words.percent(each.expected)} expected, {words.percent(each.observed)} observed in "
        f"{words.count(each.count, 'review')} ({words.percent(low)} to {words.percent(high)})"
    )


def _bin_rows(fits: Sequence[tuple[str, Fit]]) -> list[tuple[object, ...]]:
    return [
        (
            name,
            each.low,
            each.high,
            each.count,
            each.expected,
            each.observed,
            each.interval[0],
            each.interval[1],
        )
        for name, fit in fits
        for each in fit.bins
    ]


def _level_words(level: Confidence, each: ConfidenceFigures) -> str:
    answers = words.count(each.answers, "answer")
    return f"{_LEVELS[level]}: {words.percent(each.score)} right on average, {answers}"


def _confidence_words(known: Sequence[tuple[Confidence, ConfidenceFigures]]) -> str:
    certain = dict(known).get(Confidence.CERTAIN)
    few = [level for level, each in known if each.answers < SURE_ENOUGH]
    if certain is None or certain.answers < SURE_ENOUGH or len(few) == len(known):
        answers = words.count(sum(each.answers for _, each in known), "answer")
        return f"Too few answers to say: {answers} so far, and each level takes {SURE_ENOUGH}."
    return (
        f"When you are certain you are right to {words.percent(certain.score)}, "
        f"in {words.count(certain.answers, 'answer')}."
    )
