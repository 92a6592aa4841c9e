"""Key points as a verdict sees them, each open to the learner's own judgement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.content.types import KeyPoint
from app.study.records import Judgement
from ui.theme import Theme
from ui.widgets.buttons import Segments
from ui.widgets.page import add_shown, clear, horizontal, vertical
from ui.widgets.picture import Picture
from ui.widgets.text import Text

#: From worst to best, as the ratings are.
JUDGEMENTS = (
    (Judgement.CONTRADICTED, "Contradicted"),
    (Judgement.MISSED, "Missed"),
    (Judgement.PARTLY, "Partly"),
    (Judgement.COVERED, "Covered"),
)
TONES = {
    Judgement.CONTRADICTED: "bad",
    Judgement.MISSED: "bad",
    Judgement.PARTLY: "warm",
    Judgement.COVERED: "good",
}


class PointRow(QWidget):
    """One key point: what a good answer says of it, and what this answer did with it.

    Attributes
    ----------
    judged : Signal
        Id of the key point and the judgement that the learner gave it.
    """

    judged = Signal(str, str)

    def __init__(
        self,
        point: KeyPoint,
        judgement: Judgement | None,
        theme: Theme,
        *,
        keys: bool,
        claims: bool,
    ) -> None:
        super().__init__()
        icon = (judgement.value, TONES[judgement]) if judgement else ("missed", "muted")
        picture = Picture(theme, *icon)
        digits = tuple("1234") if keys else ()
        self.segments = Segments(JUDGEMENTS, theme, name=point.topic, keys=digits)
        self.segments.chosen.connect(lambda value: self.judged.emit(point.id, value))
        self.segments.show_choice(judgement)
        text = point.claim if claims else "This counts as"
        claim = Text(text, selectable=True)
        right = vertical("xs")
        right.addWidget(claim)
        below = horizontal("s")
        below.addWidget(self.segments)
        below.addStretch(1)
        right.addLayout(below)
        row = horizontal("m", self)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)


class PointList(QWidget):
    """The key points of one question.

    Attributes
    ----------
    judged : Signal
        Id of a key point and the judgement that the learner gave it.
    """

    judged = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._layout = vertical("m", self)
        self.rows: dict[str, PointRow] = {}

    def show_points(
        self,
        points: Sequence[KeyPoint],
        judgements: Mapping[str, Judgement],
        *,
        keys: bool = False,
        claims: bool = True,
    ) -> None:
        """Show key points with judgements, where there are any.

        Parameters
        ----------
        keys : bool
            Whether the digits 1 to 4 judge; only a single key point can have them.
        claims : bool
            Whether to say what a good answer says; the options of a choice say it already.
        """
        clear(self._layout)
        self.rows = {}
        keys = keys and len(points) == 1
        for point in points:
            judgement = judgements.get(point.id)
            row = PointRow(point, judgement, self._theme, keys=keys, claims=claims)
            row.judged.connect(self.judged)
            add_shown(self._layout, row)
            self.rows[point.id] = row
