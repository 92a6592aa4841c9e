"""Key points as a verdict sees them, each open to the learner's own judgement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QHoverEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.content.types import KeyPoint
from app.study.records import Judgement
from ui import words
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Segments
from ui.widgets.origin import claim_mark
from ui.widgets.page import add_shown, clear, horizontal, vertical
from ui.widgets.picture import Picture
from ui.widgets.roles import set_role
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
_KEYS = {Qt.Key.Key_1.value + number: judgement for number, (judgement, _) in enumerate(JUDGEMENTS)}


@dataclass(frozen=True)
class Finding:
    """What was found of one key point in an answer.

    Attributes
    ----------
    doubt : float or None
        The grader's confidence, where it is too low to be believed.
    said : tuple of str
        The words of the answer that count as evidence.
    """

    judgement: Judgement
    doubt: float | None = None
    said: tuple[str, ...] = ()


class PointRow(QFrame):
    """One key point: what a good answer says of it, and what this answer did with it.

    While the row has the focus, the digits 1 to 4 judge it.

    Attributes
    ----------
    judged : Signal
        Id of the key point and the judgement that the learner gave it.
    pointed_to : Signal
        The mouse or the focus has come to the row, or has left it.
    """

    judged = Signal(str, str)
    pointed_to = Signal()

    def __init__(
        self,
        point: KeyPoint,
        finding: Finding | None,
        theme: Theme,
        *,
        keys: Sequence[str],
        claims: bool,
    ) -> None:
        super().__init__()
        self.setProperty("role", "point")
        set_role(self, QAccessible.Role.Grouping)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.asks = finding is not None and finding.doubt is not None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._mouse_came_at = QPointF()
        self._has_mouse = self._has_focus = False
        picture = Picture(theme, *_icon(finding))
        self.segments = Segments(JUDGEMENTS, theme, name=point.topic, keys=keys)
        self.segments.chosen.connect(lambda value: self.judged.emit(point.id, value))
        self.segments.focused.connect(self._note_focus)
        if finding is not None and not self.asks:
            self.segments.show_choice(finding.judgement)
        right = vertical("xs")
        right.addWidget(Text(point.claim if claims else "This counts as", selectable=True))
        if claim_mark(point):
            right.addWidget(Text(claim_mark(point), "small"))
        self.question = Text(_question(finding), "small")
        if not self.asks:
            self.question.hide()
        right.addWidget(self.question)
        below = horizontal("s")
        below.addWidget(self.segments)
        below.addStretch(1)
        right.addLayout(below)
        row = horizontal("m", self)
        row.setContentsMargins(SPACE["xs"], SPACE["xs"], SPACE["xs"], SPACE["xs"])
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        self._say(point, finding)

    @property
    def is_pointed_to(self) -> bool:
        """Whether the mouse is over the row or the focus is in it."""
        return self._has_mouse or self._has_focus

    def event(self, event: QEvent) -> bool:
        """Follow the mouse, and keep the digits from what they mean elsewhere on the page."""
        if isinstance(event, QHoverEvent):
            self._follow_mouse(event)
        elif event.type() == QEvent.Type.ShortcutOverride and _judgement(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit for a judgement."""
        judgement = _judgement(event)
        if judgement is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.segments.button(judgement).click()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has come."""
        super().focusInEvent(event)
        self._note_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has gone."""
        super().focusOutEvent(event)
        self._note_focus(False)

    def _follow_mouse(self, event: QHoverEvent) -> None:
        had_mouse = self._has_mouse
        if event.type() == QEvent.Type.HoverEnter:
            self._mouse_came_at = event.globalPosition()
        elif event.type() == QEvent.Type.HoverLeave:
            self._has_mouse = False
        elif event.globalPosition() != self._mouse_came_at:
            # A row that appears under a mouse at rest was not pointed to.
            self._has_mouse = True
        if self._has_mouse != had_mouse:
            self.pointed_to.emit()

    def _note_focus(self, has_focus: bool) -> None:
        self._has_focus = has_focus
        self.pointed_to.emit()

    def _say(self, point: KeyPoint, finding: Finding | None) -> None:
        """Name the row for those who do not see it."""
        known = "not judged" if finding is None else finding.judgement.value
        self.setAccessibleName(f"{point.topic}: {'unsure' if self.asks else known}. {point.claim}")
        said = " … ".join(finding.said) if finding is not None else ""
        evidence = f"What you said of it: {said} " if said else ""
        by = f"{claim_mark(point)}. " if claim_mark(point) else ""
        self.setAccessibleDescription(f"{by}{evidence}Keys 1 to 4 judge it.")


class PointList(QWidget):
    """The key points of one question.

    Attributes
    ----------
    judged : Signal
        Id of a key point and the judgement that the learner gave it.
    pointed_to : Signal
        Id of the key point that the mouse or the focus came to last, while it stays there;
        nothing where there is none.
    """

    judged = Signal(str, str)
    pointed_to = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._layout = vertical("xs", self)
        self._pointed_to = ""
        self.rows: dict[str, PointRow] = {}

    def show_points(
        self,
        points: Sequence[KeyPoint],
        findings: Mapping[str, Finding],
        *,
        keys: bool = False,
        claims: bool = True,
    ) -> None:
        """Show key points with what was found of them, where anything was.

        Parameters
        ----------
        keys : bool
            Whether the digits 1 to 4 alone judge, wherever the focus is; else they do with Alt.
            Only a single key point can have them.
        claims : bool
            Whether to say what a good answer says; the options of a choice say it already.
        """
        clear(self._layout)
        self.rows = {}
        shortcuts = [f"{'' if keys else 'Alt+'}{digit}" for digit in "1234"]
        if len(points) != 1:
            shortcuts = []
        for point in points:
            finding = findings.get(point.id)
            row = PointRow(point, finding, self._theme, keys=shortcuts, claims=claims)
            row.judged.connect(self.judged)
            row.pointed_to.connect(lambda id_=point.id: self._point(id_))
            add_shown(self._layout, row)
            self.rows[point.id] = row
        self._point("")

    def first_in_doubt(self) -> PointRow | None:
        """Return the first row that asks the learner to judge."""
        return next((row for row in self.rows.values() if row.asks), None)

    def _point(self, changed: str) -> None:
        """Tell which key point is pointed to, if that is another than before."""
        pointed = [id_ for id_ in (changed, *self.rows) if id_ and self.rows[id_].is_pointed_to]
        now = pointed[0] if pointed else ""
        if now != self._pointed_to:
            self._pointed_to = now
            self.pointed_to.emit(now)


def _icon(finding: Finding | None) -> tuple[str, str]:
    if finding is None:
        return "missed", "muted"
    if finding.doubt is not None:
        return "quiz", "accent"
    return finding.judgement.value, TONES[finding.judgement]


def _question(finding: Finding | None) -> str:
    if finding is None or finding.doubt is None:
        return ""
    # A guess in green or red would be believed.
    return (
        f"Unsure ({words.percent(finding.doubt)}): does your answer say this? "
        f"It counts as {finding.judgement.value} until you choose."
    )


def _judgement(event: QEvent) -> Judgement | None:
    """Return the judgement that a key stands for, if any."""
    plain = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    if isinstance(event, QKeyEvent) and event.modifiers() in plain:
        return _KEYS.get(event.key())
    return None
