"""Where the learner works on material: adding, proposing, deciding, with what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator
from datetime import datetime
from pathlib import Path

from app.material.adding import add_file
from app.material.proposing import MOST, Step, propose
from app.material.reading.process import Progress
from app.material.records import Content, Document, Figures
from app.material.store import MaterialStore
from app.material.wording import Writer
from app.model.background import in_background
from app.model.protocol import Engine
from app.quiz.lexical import Lexicon
from app.study.store import local_now


class MaterialDesk:
    """One learner's material.

    Parameters
    ----------
    folder : Path
        Where copies of files and the database are.
    prompts : Path
        Folder of prompt files.

    Attributes
    ----------
    store : MaterialStore
        What is kept. It may be read by anybody; what changes the schedule goes through here.
    on_accepted : callable
        Called when other proposals are accepted than before, or they say something else.

    Raises
    ------
    MaterialError
        From every method: what the surroundings do not allow, or what is wrong with a file.
    """

    def __init__(
        self, folder: Path, prompts: Path, *, clock: Callable[[], datetime] = local_now
    ) -> None:
        self.store = MaterialStore(folder, clock=clock)
        self._prompts = prompts
        self.on_accepted: Callable[[], None] = lambda: None

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def add(self, path: Path, *, title: str = "") -> Generator[Progress, None, Document]:
        """Add a file; see :func:`app.material.adding.add_file`.

        Whether others are asked than before is for the caller to find out by :meth:`follow`: it
        is done on another thread.
        """
        return add_file(self.store, path, title=title)

    def follow(self) -> None:
        """Have what was accepted taken in anew: a file that came back brings its key points."""
        self.on_accepted()

    def propose(
        self,
        document: Document,
        engine: Engine | None,
        lexicon: Lexicon,
        *,
        most: int = MOST,
        within: Collection[int] | None = None,
    ) -> Generator[Step, None, Figures]:
        """Propose key points; see :func:`app.material.proposing.propose`.

        Parameters
        ----------
        engine : Engine or None
            Words them, in the background; without one they are the document's own sentences.
        """
        spare = in_background(engine) if engine is not None else None
        writer = Writer(spare, self._prompts, lexicon)
        return propose(self.store, document, writer, most=most, within=within)

    def accept(self, proposal: str) -> None:
        """Let a proposal into the schedule, as it is now."""
        self.store.accept(proposal)
        self.on_accepted()

    def edit(self, proposal: str, content: Content) -> None:
        """Change what a proposal says.

        Raises
        ------
        ValueError
            Something of it is empty, or there is no misconception.
        """
        self.store.edit(proposal, content)
        self.on_accepted()

    def reject(self, proposal: str) -> None:
        """Keep a proposal out of the schedule, or take it out again."""
        self.store.reject(proposal)
        self.on_accepted()

    def rename(self, document: str, title: str) -> None:
        """Call a document something else.

        Raises
        ------
        ValueError
            The title is empty.
        """
        self.store.rename(document, title)
        self.on_accepted()

    def remove(self, document: str) -> None:
        """Take a document away with all that came of it; what was answered stays in the log."""
        self.store.remove_document(document)
        self.on_accepted()

    def undo(self) -> str | None:
        """Take back the last decision; return what it was, or None without one."""
        undone = self.store.undo()
        self.on_accepted()
        return undone

    def redo(self) -> str | None:
        """Do again what was undone last, unless something was decided since."""
        redone = self.store.redo()
        self.on_accepted()
        return redone
