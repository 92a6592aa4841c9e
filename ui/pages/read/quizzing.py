"""From reading to being asked: which key points the words at hand rest on, and how they stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal

from app.content.types import KeyPoint
from app.study.errors import StudyLogError
from app.workspace import Workspace
from ui.pages.read.which import points_of
from ui.reading_hits import state_of
from ui.widgets.contents import Place
from ui.widgets.key_point_card import KeyPointCard
from ui.widgets.marked_reader import MarkedReader

NOTHING_TO_ASK = "No key point rests on this, so there is nothing to be asked about it."
Span = tuple[int, int]


class Quizzing(QObject):
    """Finds what can be asked of the text that is read.

    Parameters
    ----------
    chosen, section : callable
        What of the text is selected or else a highlight at hand, and the section on the screen;
        None where there is none.

    Attributes
    ----------
    points_asked : Signal
        A tuple of the ids of the key points to be quizzed on.
    told : Signal
        Why nothing can be asked.
    """

    points_asked = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        reader: MarkedReader,
        card: KeyPointCard,
        *,
        chosen: Callable[[], Span | None],
        section: Callable[[], Span | None],
    ) -> None:
        super().__init__(reader)
        self._workspace, self._reader, self._card = workspace, reader, card
        self._chosen, self._section = chosen, section
        self._place = Place()
        reader.key_point_clicked.connect(self._show_card)

    def follow(self, place: Place) -> None:
        """Be about another text from now on."""
        self._place = place

    @property
    def points(self) -> tuple[KeyPoint, ...]:
        """All that can be asked of the text."""
        return points_of(self._workspace.library, self._place)

    def has_points(self, start: int, end: int) -> bool:
        """Return whether ``text[start:end]`` has anything to be asked about it."""
        return bool(self._within((start, end)))

    def quiz(self) -> None:
        """Ask about the words at hand; where they carry nothing, about their section."""
        chosen = self._chosen()
        points = self._within(chosen)
        if not points and chosen is not None:
            around = self._reader.text.section_at(chosen[0])
            points = self._within((around.start, around.end) if around is not None else None)
        self._ask(points if chosen is not None else self._within(self._section()))

    def quiz_section(self) -> None:
        """Ask about the section on the screen, whatever is selected."""
        self._ask(self._within(self._section()))

    # -- inside ----------------------------------------------------------------------------------

    def _within(self, span: Span | None) -> list[KeyPoint]:
        points = self.points
        return self._reader.text.points_within(points, *span) if points and span else []

    def _ask(self, points: list[KeyPoint]) -> None:
        if points:
            self.points_asked.emit(tuple(point.id for point in points))
        else:
            self.told.emit(NOTHING_TO_ASK)

    def _show_card(self, point: str) -> None:
        mark = self._reader.mark_of(point)
        transition = self._place.transition
        key_point = self._workspace.library.key_point(transition, point)
        if mark is None or key_point is None:
            return
        near = QRect(self._reader.viewport().mapToGlobal(mark.topLeft()), mark.size())
        state = self._state_of(key_point, transition)
        asked = bool(self.points)
        self._card.show_point(point, key_point.topic, state, near, can_be_quizzed=asked)

    def _state_of(self, point: KeyPoint, transition: str) -> str:
        try:
            return state_of(self._workspace.log, transition, point.id, self._workspace.clock())
        except StudyLogError as error:
            return str(error)
