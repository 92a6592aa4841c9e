"""What happens behind the page that is shown, told in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.model.fetch_errors import FetchError
from app.workspace import Workspace
from ui.fetching import Fetching
from ui.measuring import Measuring
from ui.messages import Messages

if TYPE_CHECKING:
    from app.material.records import Document


class Notices(QObject):
    """Tells of what the learner started and then left to itself."""

    def __init__(
        self,
        workspace: Workspace,
        messages: Messages,
        fetching: Fetching,
        measuring: Measuring,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._fetching = fetching
        self._told: FetchError | None = None
        fetching.model_arrived.connect(self._tell_arrival)
        fetching.changed.connect(self._tell_failure)
        measuring.certified.connect(self._tell_worth)

    def tell_document(self, document: Document) -> None:
        """Tell that a file was added to the learner's material."""
        self._messages.say(f"“{document.title}” is in your material.", tone="good")

    def _tell_arrival(self, model: str) -> None:
        entry = self._workspace.catalogue.get(model)
        if entry is not None:
            self._messages.say(f"{entry.name} is on this computer now.", tone="good")

    def _tell_failure(self) -> None:
        error = self._fetching.error
        if error is not None and error is not self._told:
            self._messages.say(f"{error.title}. {error.action}", tone="bad")
        self._told = error

    def _tell_worth(self) -> None:
        from ui.pages.certificate import worth  # noqa: PLC0415 - there by now, or as good as

        certificate = self._workspace.certificate()
        if certificate is not None:
            name = self._workspace.model_choice().name
            self._messages.say(f"{name} was measured as a grader. {worth(certificate)}.")
