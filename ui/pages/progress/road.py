"""The way from today's role to the next: skills as stations on one road."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from app.content.types import Skill
from app.study.mastery import SkillMastery
from ui.pages.progress.station import RING, RING_TOP, Station
from ui.theme import Theme
from ui.theme.tokens import DEFAULT_FONT_SIZE, SPACE
from ui.widgets.page import panel, vertical
from ui.widgets.text import Text

_WIDE = 148  # what a station needs at least
_MOST = 5  # beside each other
_ROAD = 4.0


class Road(QWidget):
    """Two roles and the skills between them, in rows that turn at their ends.

    Tab comes to the station that is chosen; arrow keys choose another.

    Attributes
    ----------
    skill_chosen : Signal
        Slug of the skill whose station was chosen.
    skill_opened : Signal
        Slug of the skill whose station was pressed twice, or with Enter.
    """

    skill_chosen = Signal(str)
    skill_opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        self.stations: dict[str, Station] = {}
        self._named: list[tuple[str, str]] = []
        self.start = _Role(self, "Your role today")
        self.goal = _Role(self, "Your next role")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Map of the transition")
        theme.changed.connect(self._follow_theme)

    def show_way(
        self,
        roles: tuple[str, str],
        skills: Sequence[Skill],
        masteries: dict[str, SkillMastery],
        next_skill: str,
    ) -> None:
        """Show the skills on the way from one role to another.

        Parameters
        ----------
        skills : sequence of Skill
            In the order of the way.
        masteries : dict of str to SkillMastery
            Of each skill, by slug.
        next_skill : str
            Slug of the one to be opened next, or nothing.
        """
        self.start.show_role(roles[0])
        self.goal.show_role(roles[1])
        named = [(skill.slug, skill.lead) for skill in skills]
        if named != self._named:
            self._named = named
            self._make_stations(skills)
        for slug, station in self.stations.items():
            station.show_mastery(masteries[slug], is_next=slug == next_skill)
        self._place()

    def choose(self, skill: str) -> None:
        """Mark a station as chosen without telling anybody."""
        self.stations[skill].setChecked(True)

    def chosen(self) -> str:
        """Return the slug of the skill that is chosen, or nothing."""
        return next((slug for slug, each in self.stations.items() if each.isChecked()), "")

    def hasHeightForWidth(self) -> bool:
        """Tell that fewer stations fit beside each other where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        rows = -(-self._stops() // self._columns(width))
        return rows * self._row_height()

    def sizeHint(self) -> QSize:
        """Return a size at which four stations stand beside each other."""
        return QSize(4 * _WIDE, self.heightForWidth(4 * _WIDE))

    def minimumSizeHint(self) -> QSize:
        """Return the width of two stations."""
        return QSize(2 * _WIDE, self._row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the stations where there is room."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the road, which the stations lie on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colour("line_strong")), _ROAD))
        columns, stops = self._columns(self.width()), self._stops()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        path = QPainterPath(self._centre(0))
        for number in range(1, stops):
            to = self._centre(number)
            if number % columns:
                path.lineTo(to)
            else:
                # The first row runs as the text does, and every other one back.
                self._turn(path, to, rightwards=bool(number // columns % 2) is not mirrored)
        painter.drawPath(path)
        painter.end()

    def _turn(self, path: QPainterPath, to: QPoint, *, rightwards: bool) -> None:
        """Lead the road around the end of a row, outside the words of its last station."""
        bend = SPACE["l"]
        edge = self.width() - _ROAD if rightwards else _ROAD
        inner = edge - bend if rightwards else edge + bend
        above = path.currentPosition().y()
        path.lineTo(inner, above)
        path.quadTo(edge, above, edge, above + bend)
        path.lineTo(edge, to.y() - bend)
        path.quadTo(edge, to.y(), inner, to.y())
        path.lineTo(to)

    def _make_stations(self, skills: Sequence[Skill]) -> None:
        for station in self.stations.values():
            self._group.removeButton(station)
            station.hide()
            station.deleteLater()
        self.stations = {}
        for skill in skills:
            station = Station(self._theme, skill.lead)
            station.setParent(self)
            station.toggled.connect(
                lambda on, slug=skill.slug: self.skill_chosen.emit(slug) if on else None
            )
            station.opened.connect(lambda slug=skill.slug: self.skill_opened.emit(slug))
            self._group.addButton(station)
            self.stations[skill.slug] = station
            station.show()
        self.updateGeometry()

    def _place(self) -> None:
        inner = self._cell_width() - 2 * SPACE["s"]
        height = self._row_height() - SPACE["m"]
        for number, widget in enumerate((self.start, *self.stations.values(), self.goal)):
            cell = self._cell(number)
            widget.setGeometry(cell.left() + SPACE["s"], cell.top(), inner, height)
        self.update()

    def _centre(self, number: int) -> QPoint:
        """Return the middle of a stop's ring; that of a role lies at the same height."""
        cell = self._cell(number)
        return QPoint(cell.center().x(), cell.top() + RING_TOP + RING // 2)

    def _cell(self, number: int) -> QRect:
        columns = self._columns(self.width())
        row, column = divmod(number, columns)
        if row % 2:
            column = columns - 1 - column
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            column = columns - 1 - column
        width, height = self._cell_width(), self._row_height()
        return QRect(round(column * width), row * height, round(width), height)

    def _cell_width(self) -> int:
        return self.width() // self._columns(self.width())

    def _row_height(self) -> int:
        stations = list(self.stations.values())
        return (stations[0].sizeHint().height() if stations else 150) + SPACE["m"]

    def _columns(self, width: int) -> int:
        wide = _WIDE * max(1.0, self._theme.font_size / DEFAULT_FONT_SIZE)
        return max(2, min(_MOST, int(width // wide)))

    def _stops(self) -> int:
        return len(self.stations) + 2

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self._place()


class _Role(QWidget):
    """One end of the road."""

    def __init__(self, parent: QWidget, when: str) -> None:
        super().__init__(parent)
        self._when = when
        self.name = Text(role="strong")
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        above = Text(when, "overline")
        above.setAlignment(Qt.AlignmentFlag.AlignCenter)
        frame, inside = panel()
        inside.setContentsMargins(SPACE["s"], SPACE["m"], SPACE["s"], SPACE["m"])
        inside.addWidget(above)
        inside.addWidget(self.name)
        layout = vertical("xs", self)
        layout.setContentsMargins(0, SPACE["l"], 0, 0)
        layout.addWidget(frame)
        layout.addStretch(1)

    def show_role(self, name: str) -> None:
        self.name.setText(name)
        self.name.setAccessibleName(f"{self._when}: {name}")
