"""Rendering documents away from the window's thread, each only once."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable

from app.content.render import Page
from ui.task import Task


class Renderings:
    """Pages by key; a page that is not there yet is made on another thread.

    Formulas take about a second for a long guide, which the window must not wait for.
    """

    def __init__(self) -> None:
        self._pages: dict[Hashable, Page] = {}
        self._tasks: dict[Hashable, Task] = {}

    def show(self, key: Hashable, make: Callable[[], Page], then: Callable[[Page], None]) -> None:
        """Call ``then`` with the page of a key: now, or as soon as ``make`` has made it."""
        if key in self._pages:
            then(self._pages[key])
            return
        task = self._tasks.get(key)
        if task is None:
            task = Task(lambda: _made(make))
            task.finished.connect(lambda page: self._pages.__setitem__(key, page))
            task.failed.connect(lambda error: self._give_up(key, error))
            self._tasks[key] = task
            task.start()
        task.finished.connect(then)

    def _give_up(self, key: Hashable, error: Exception) -> None:
        # A document that cannot be rendered is a mistake of ours: it gets the crash report.
        self._tasks.pop(key, None)
        raise error

    def forget(self) -> None:
        """Make every page anew when it is next asked for."""
        self._pages.clear()
        self._tasks.clear()


def _made(make: Callable[[], Page]) -> Generator[object, None, Page]:
    yield from ()
    return make()
