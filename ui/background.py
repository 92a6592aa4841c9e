"""What is done while nobody waits for it: seen in one place, paused in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from app.power import Obstacle, Power, obstacle, read_power
from app.workspace import Workspace

LOOK_EVERY = 30_000
"""Milliseconds between two looks at the battery."""

# What a learner asked for is not "in the background" to them, but it still empties the battery.
_EVEN_IF_ASKED = frozenset({Obstacle.PAUSED, Obstacle.LOW_BATTERY})


class Kind(StrEnum):
    """What may be done in the background."""

    QUESTIONS = "questions"
    TUNING = "tuning"
    CERTIFICATE = "certificate"


@dataclass(frozen=True)
class Doing:
    """Something that is done or waits, in a few words, and how far it is."""

    title: str
    detail: str = ""


class Background(QObject):
    """Knows what is done in the background, and whether it may be.

    Parameters
    ----------
    power : callable
        Tells where the power comes from.
    look_every : int
        Milliseconds between two looks at it.

    Attributes
    ----------
    changed : Signal
        Something else is done, or may be done.
    permission_changed : Signal
        Something may be done that might not, or the other way round; it has to go on or to stop.
    """

    changed = Signal()
    permission_changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        *,
        power: Callable[[], Power] = read_power,
        look_every: int = LOOK_EVERY,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._read_power = power
        self._power: Power | None = None
        self._is_paused = False
        self._tasks: dict[Kind, Doing] = {}
        self._told: Obstacle | None = None
        self._has_told = False
        self._timer = QTimer(self)
        self._timer.setInterval(look_every)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def power(self) -> Power:
        """Where the power came from at the last look."""
        if self._power is None:
            self._power = self._read_power()
            if not self._has_told:
                # Who asks now knows, and is told when it becomes another.
                self._told = self.obstacle
        return self._power

    @property
    def obstacle(self) -> Obstacle | None:
        """Why nothing may be done; None where it may."""
        if self._is_paused:
            return Obstacle.PAUSED
        settings = self._workspace.settings
        return obstacle(settings.background_work, settings.battery_level, self.power)

    def may_run(self, *, asked: bool = False) -> bool:
        """Return whether something may be done now; ``asked`` if the learner wants just that."""
        reason = self.obstacle
        return reason is None or (asked and reason not in _EVEN_IF_ASKED)

    @property
    def is_paused(self) -> bool:
        """Whether the learner has paused everything."""
        return self._is_paused

    @property
    def tasks(self) -> dict[Kind, Doing]:
        """What is being done or waits, in the order in which it began."""
        return dict(self._tasks)

    def note(self, kind: Kind, title: str, detail: str = "") -> None:
        """Say what is being done of a kind; without a title, that it has ended."""
        doing = Doing(title, detail) if title else None
        if self._tasks.get(kind) == doing:
            return
        if doing is not None:
            self._tasks[kind] = doing
        else:
            del self._tasks[kind]
        self.changed.emit()

    def pause(self) -> None:
        """Do nothing in the background until :meth:`resume`, or until Segue is started again."""
        self._is_paused = True
        self._tell()

    def resume(self) -> None:
        """Go on with what was paused."""
        self._is_paused = False
        self._tell()

    def look(self) -> None:
        """Look at the battery and at the settings, and tell what follows."""
        self._power = self._read_power()
        self._tell()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _tell(self) -> None:
        now = self.obstacle
        self._has_told = True
        if now is not self._told:
            self._told = now
            self.permission_changed.emit()
        # The charge that is shown may be another even where nothing follows from it.
        self.changed.emit()


def obstacle_words(reason: Obstacle, power: Power) -> str:
    """Return in a few words why nothing is done in the background."""
    match reason:
        case Obstacle.PAUSED:
            return "paused by you"
        case Obstacle.OFF:
            return "background work is off"
        case Obstacle.ON_BATTERY:
            return "waits for the mains"
        case Obstacle.LOW_BATTERY:
            return f"battery at {power.charge} %"
