"""Sections ticked off as read: by hand, or offered after they were read at a reading pace."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.content.guide_page import count_sections
from app.content.pace import Pace
from app.content.page_text import PageText, Section
from app.study.errors import StudyLogError
from app.workspace import Workspace
from ui.pages.read.foot import ReadFoot
from ui.pages.read.which import Key, key_of
from ui.widgets.contents import Contents, Place, Share, Tick
from ui.widgets.text import announce


class Ticking(QObject):
    """Keeps ticks in the log, and shows them in the table of contents and below the text.

    Attributes
    ----------
    failed : Signal
        The log could not be read or written, and why.
    """

    failed = Signal(str)

    def __init__(self, workspace: Workspace, contents: Contents, foot: ReadFoot) -> None:
        super().__init__(foot)
        self._workspace = workspace
        self._contents = contents
        self._foot = foot
        self._place: Place | None = None
        self._text = PageText("", ())
        self._pace = Pace(())
        self._totals: dict[Place, int] = {}
        self._offered: set[tuple[Place, str]] = set()
        self._offer: Section | None = None
        self._here: Section | None = None
        contents.section_ticked.connect(self._tick_place)
        foot.tick_toggled.connect(self.toggle)
        foot.offer_taken.connect(self.toggle)
        foot.offer_left.connect(self._leave_offer)

    @property
    def section(self) -> Section | None:
        """The section that is on the screen; the one just read while it is offered."""
        return self._offer or self._here

    def show(self, place: Place | None, text: PageText) -> None:
        """Follow another text, or none."""
        self._leave_offer()
        self._place = place.text if place is not None else None
        self._text = text
        self._pace = Pace(text.sections)
        self._here = text.sections[0] if text.sections else None
        if self._place is not None:
            self._totals[self._place] = len(text.sections)
        self.refresh()

    def refresh(self) -> None:
        """Show what is ticked off now, here and in the other texts."""
        ticks = self._ticks()
        if self._place is not None:
            self._contents.show_ticks(self._place, ticks)
        self._contents.show_shares(self._shares())
        here = self._here
        self._foot.show_section(here, ticks.get(here.anchor, Tick.NO) if here else Tick.NO)

    def forget(self) -> None:
        """Count the sections of every text again, which may be others than before."""
        self._totals.clear()

    def watch(self, start: int, end: int, seconds: float) -> None:
        """Take note of what was on the screen, and offer what was read thereby."""
        self._pace.watch(start, end, seconds)
        self._offer_next(end)

    def stand_at(self, start: int, end: int) -> None:
        """Take note of what is on the screen now."""
        at = self._text.section_at((start + end) // 2)
        if at is not self._here:
            self._here = at
            ticks = self._ticks()
            self._foot.show_section(at, ticks.get(at.anchor, Tick.NO) if at else Tick.NO)

    def toggle(self) -> None:
        """Tick the section that is offered or else shown, or take its tick away."""
        section = self.section
        if section is not None:
            is_ticked = self._ticks().get(section.anchor) is Tick.YES
            self._tick(section, not is_ticked)

    # -- inside ----------------------------------------------------------------------------------

    def _key(self) -> Key | None:
        folder = self._workspace.paths.documents
        return key_of(self._place, folder) if self._place is not None else None

    def _ticks(self) -> dict[str, Tick]:
        key = self._key()
        if key is None:
            return {}
        try:
            read = self._workspace.log.sections_read(*key)
        except StudyLogError as error:
            self.failed.emit(str(error))
            return {}
        ticks = {}
        for section in self._text.sections:
            then = read.get(section.anchor)
            same = then is not None and then.digest == section.digest
            ticks[section.anchor] = Tick.NO if then is None else Tick.YES if same else Tick.CHANGED
        return ticks

    def _shares(self) -> dict[Place, Share]:
        """Return how much is read of each text of which it is known how much there is."""
        try:
            everything = self._workspace.log.all_sections_read()
        except StudyLogError as error:
            self.failed.emit(str(error))
            return {}
        shares = {}
        for place in self._contents.places():
            key = key_of(place, self._workspace.paths.documents)
            if place.anchor or key is None or key not in everything:
                continue
            if place == self._place:
                read = sum(tick is Tick.YES for tick in self._ticks().values())
            else:
                read = len(everything[key])
            total = self._total(place)
            if total:
                shares[place] = Share(min(read, total), total)
        return shares

    def _total(self, place: Place) -> int:
        if place not in self._totals:
            guide = self._workspace.library.guide(place.transition, place.skill)
            self._totals[place] = count_sections(guide) if guide is not None else 0
        return self._totals[place]

    def _tick_place(self, place: Place, is_ticked: bool) -> None:
        section = self._text.section(place.anchor)
        if section is not None and place.text == self._place:
            self._tick(section, is_ticked)

    def _tick(self, section: Section, is_ticked: bool) -> None:
        key = self._key()
        if key is None:
            return
        try:
            self._workspace.log.tick_section(
                *key, section.anchor, section.digest, is_read=is_ticked
            )
        except StudyLogError as error:
            self.failed.emit(str(error))
            self.refresh()
            return
        self._offered.add((self._place or Place(), section.anchor))
        if section is self._offer:
            self._leave_offer()
        title = section.title or "This text"
        announce(self._foot, f"“{title}” is read." if is_ticked else f"“{title}” is not read yet.")
        self.refresh()

    def _offer_next(self, place: int) -> None:
        """Offer the last section that was read and has passed, each once."""
        if self._offer is not None or self._place is None:
            return
        passed = [
            section
            for section in reversed(self._pace.passed(place))
            if (self._place, section.anchor) not in self._offered
        ]
        # The log is asked only when there may be something to offer: this runs while one scrolls.
        ticks = self._ticks() if passed else {}
        for section in passed:
            self._offered.add((self._place, section.anchor))
            if ticks.get(section.anchor) is not Tick.YES:
                self._offer = section
                self._foot.show_offer(section)
                return

    def _leave_offer(self) -> None:
        self._offer = None
        self._foot.show_offer(None)
