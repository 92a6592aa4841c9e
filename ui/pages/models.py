"""Models: what is installed, what this machine can carry, and which one is used."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app.model.carry import Load
from app.model.catalogue import CatalogueEntry
from app.model.errors import Cause
from app.model.fetch import describe, verify
from app.model.fetch_errors import FetchError
from app.model.gguf import GgufError
from app.model.locate import FoundModel, describe_file, locate, usual_places
from app.model.transfer import Progress, arrived
from app.workspace import Workspace
from ui.engine_watch import EngineWatch
from ui.fetching import Fetching
from ui.measuring import Measuring
from ui.pages.certificate import CertificateView
from ui.pages.model_row import (
    ModelRow,
    best_words,
    entry_facts,
    found_facts,
    load_words,
    paused_words,
    worth_words,
)
from ui.pages.tuning import TuningView
from ui.task import Task
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.tuning import TuningRun
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.copy_details import CopyDetails
from ui.widgets.fetch_view import FetchView
from ui.widgets.page import Column, add_shown, clear, horizontal, panel, rule, vertical
from ui.widgets.text import Text


class ModelsPage(Column):
    """The engine at work, the catalogue, and files found on this machine.

    Parameters
    ----------
    tuning : TuningRun, optional
        Measures the speed of the model in use; one of its own by default.

    Attributes
    ----------
    model_changed : Signal
        Another model is used from now on.
    """

    model_changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        fetching: Fetching,
        watch: EngineWatch,
        measuring: Measuring,
        tuning: TuningRun | None = None,
    ) -> None:
        super().__init__(measure=820)
        self._workspace = workspace
        self._theme = theme
        self._fetching = fetching
        self._watch = watch
        self._found: list[FoundModel] | None = None
        self._brought: list[FoundModel] = []
        self._fetched_id = ""
        self._task: Task | None = None
        self.banner = Banner(theme)
        self.banner.hide()
        self.stop_button = Button("Stop", theme, icon="stop", name="Stop verifying")
        self.stop_button.clicked.connect(self._stop_verifying)
        self.stop_button.hide()
        self.banner.add_action(self.stop_button)
        self.engine = Text(role="strong")
        self.engine_detail = Text(role="small")
        self.certificate = CertificateView(workspace, theme, measuring)
        run = tuning or TuningRun(workspace, measuring.background)
        self.tuning = TuningView(workspace, theme, run)
        # What is measured of one model tells something of all.
        run.tuned.connect(self.refresh)
        self.best = Text(role="small")
        self._rows = vertical("s")
        self._others = vertical("s")
        self.rows: dict[str, ModelRow] = {}
        self.file_button = Button("Choose a file…", theme, icon="document")
        self.none_button = Button(
            "Use no model", theme, role="quiet", hint="Study with multiple choice and self-rating"
        )
        self.start_button = Button("Start it again", theme, icon="retry")
        self.start_button.clicked.connect(watch.start_again)
        self.details_button = CopyDetails(theme)
        self.file_button.clicked.connect(self._choose_file)
        self.none_button.clicked.connect(lambda: self._use("none"))
        self._assemble()
        watch.changed.connect(self._show_engine)
        fetching.changed.connect(self._follow_fetching)

    def refresh(self) -> None:
        """Show what is there now."""
        self._show_engine()
        self.certificate.refresh()
        self.tuning.refresh()
        clear(self._rows)
        self.rows = {}
        loads: dict[str, Load] = {}
        for index, entry in enumerate(self._workspace.catalogue):
            if index:
                add_shown(self._rows, rule())
            loads[entry.name] = self._load_of_entry(entry)
            self.rows[entry.id] = self._catalogue_row(entry, loads[entry.name])
            add_shown(self._rows, self.rows[entry.id])
        self.best.setText(best_words(loads))
        self._show_found()

    def use_file(self, path: Path) -> None:
        """Use a model file that the learner chose, if it is one."""

        def look() -> Generator[object, None, None]:
            yield from ()
            describe_file(path)

        def refuse(error: Exception) -> None:
            if not isinstance(error, GgufError):
                raise error
            self.banner.show_error(error, title=f"{path.name} cannot be used")

        # A file that was made to do harm may take seconds to be found out, and so may a slow disk.
        task = Task(look)
        task.finished.connect(lambda _none: self._use(str(path)))
        task.failed.connect(refuse)
        task.start()

    def add_files(self, paths: Sequence[Path]) -> None:
        """Use the one model file that the learner brought, or list several to choose from."""
        if len(paths) == 1:
            self.use_file(paths[0])
            return

        def look() -> Generator[object, None, tuple[list[FoundModel], list[str]]]:
            found, refused = list[FoundModel](), list[str]()
            for path in paths:
                yield path
                try:
                    found.append(describe_file(path))
                except GgufError as error:
                    refused.append(f"{path.name}: {error}.")
            return found, refused

        task = Task(look)
        task.finished.connect(lambda result: self._list(*result))
        task.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for models of other programs when the page is first seen."""
        super().showEvent(event)
        if self._found is None:
            self._found = []
            self._look_for_files()

    # -- rows ------------------------------------------------------------------------------------

    def _load_of_entry(self, entry: CatalogueEntry) -> Load:
        path = self._workspace.paths.models / entry.file
        here = path.is_file()
        return self._workspace.speeds.load(
            path if here else None,
            size=entry.size or (path.stat().st_size if here else None),
            kv_bytes_per_token=entry.kv_bytes_per_token,
            context_length=entry.context_length,
            engine_pid=self._engine_pid(),
        )

    def _load_of_found(self, found: FoundModel) -> Load:
        return self._workspace.speeds.load(
            found.path,
            size=found.size,
            kv_bytes_per_token=found.header.kv_bytes_per_token,
            context_length=found.header.context_length,
            engine_pid=self._engine_pid(),
        )

    def _engine_pid(self) -> int | None:
        engine = self._workspace.engine
        return engine.pid if engine is not None else None

    def _catalogue_row(self, entry: CatalogueEntry, load: Load) -> ModelRow:
        path = self._workspace.paths.models / entry.file
        here = path.is_file()
        used = self._workspace.model_choice().path == path
        row = ModelRow(
            entry.name, entry_facts(entry), entry.note, in_use=used and here, theme=self._theme
        )
        row.show_fit(*load_words(load))
        row.below.addWidget(FetchView(self._fetching, self._theme, entry.id, row))
        if here:
            if not used:
                use = row.add_button("Use", role="")
                use.clicked.connect(lambda: self._use(entry.id))
                row.show_state("on this machine")
            check = row.add_button("Verify", role="quiet", hint="Compare its bytes with the hash")
            check.clicked.connect(lambda: self._verify(entry, path))
            remove = row.add_button("Remove", role="danger", hint="Delete the file")
            remove.clicked.connect(lambda: self._ask_to_remove(entry, path))
        elif self._fetching.entry is None:
            self._offer_fetch(row, entry, arrived(path))
        known = self._workspace.known_certificate(entry.id, path if here else None)
        row.show_worth(worth_words(known))
        return row

    def _offer_fetch(self, row: ModelRow, entry: CatalogueEntry, already: int) -> None:
        source = entry.sources[0].label
        hint = f"Downloads from {source} or another source"
        fetch = row.add_button("Resume" if already else "Fetch", icon="download", hint=hint)
        fetch.clicked.connect(lambda: self._fetching.start(entry))
        if already:
            row.show_state(paused_words(already, entry.size))

    def _show_found(self) -> None:
        clear(self._others)
        own = {self._workspace.paths.models / entry.file for entry in self._workspace.catalogue}
        used = self._workspace.model_choice().path
        for found in self._found or ():
            if found.path in own:
                continue
            row = ModelRow(
                found.name,
                found_facts(found),
                str(found.path),
                in_use=found.path == used,
                theme=self._theme,
            )
            row.show_fit(*load_words(self._load_of_found(found)))
            if found.path != used:
                use = row.add_button("Use")
                use.clicked.connect(lambda _=False, path=found.path: self._use(str(path)))
            if self._others.count():
                add_shown(self._others, rule())
            add_shown(self._others, row)
        if not self._others.count():
            text = "None found in the folders of Hugging Face, LM Studio, Ollama, GPT4All and Jan."
            add_shown(self._others, Text(text, "muted"))

    def _show_engine(self) -> None:
        choice = self._workspace.model_choice()
        engine = self._workspace.engine
        error = engine.failure if engine is not None else None
        set_aside = error is not None and error.cause is Cause.SET_ASIDE
        self.engine.setText(f"{choice.name}: not loaded" if set_aside else self._watch.words())
        failure = error.explanation if error is not None else ""
        without = "Reading, multiple choice and self-rated answers work without one."
        # What was measured on purpose tells more than what was seen by the way.
        seen = self._watch.speed() if self._workspace.tuning() is None else ""
        known = f"{choice.path}\n{seen}".strip() if choice.path else without
        if choice.path is not None:
            known = choice.reason or known
        self.engine_detail.setText(failure or known)
        self.engine_detail.set_tone("bad" if failure else "")
        self.start_button.setText("Try again" if set_aside else "Start it again")
        self.start_button.setAccessibleName(f"{self.start_button.text()}: {choice.name}")
        self.start_button.setVisible(bool(failure))
        self.details_button.offer(error)
        self.none_button.setVisible(choice.path is not None)

    # -- actions ---------------------------------------------------------------------------------

    def _use(self, model: str) -> None:
        self.banner.hide()
        try:
            self._workspace.change_settings(model=model)
        except OSError as error:
            self.banner.show_message("The choice holds until Segue closes", str(error), "warm")
        if os.environ.get("SEGUE_MODEL"):
            self.banner.show_message(
                "SEGUE_MODEL decides", "This choice takes effect when it is no longer set.", "warm"
            )
        self.model_changed.emit()
        self.refresh()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, "Choose a model file", str(Path.home()), "Models (*.gguf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.use_file(Path(name)))
        dialog.open()

    def _ask_to_remove(self, entry: CatalogueEntry, path: Path) -> None:
        box = QMessageBox(self)
        box.setWindowTitle("Remove the model?")
        box.setText(f"Remove {entry.name} from this computer?")
        box.setInformativeText("It can be fetched again. Your study log is not touched.")
        box.addButton("Remove", QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton("Keep", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(lambda: self._remove(path))
        box.open()

    def _remove(self, path: Path) -> None:
        engine = self._workspace.engine
        if engine is not None and engine.info().path == path:
            engine.cancel()
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            self.banner.show_error(error, title="The file could not be removed")
        self._workspace.choose_engine()
        self.model_changed.emit()
        self.refresh()

    def _verify(self, entry: CatalogueEntry, path: Path) -> None:
        if self._task is not None and self._task.is_running:
            return
        self.banner.show_message(f"Verifying {entry.name}", "Reading all of its bytes…", "accent")
        self._task = Task(lambda: verify(entry, path))
        self._task.advanced.connect(lambda progress: self._show_verifying(entry, progress))
        self._task.finished.connect(lambda _none: self._show_verified(entry))
        self._task.failed.connect(self._show_failure)
        self._task.cancelled.connect(self._end_verifying)
        self._task.start()
        self.stop_button.show()

    def _stop_verifying(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end_verifying(self) -> None:
        self.stop_button.hide()
        self.banner.hide()
        self.refresh()

    def _show_verifying(self, entry: CatalogueEntry, progress: Progress) -> None:
        self.rows[entry.id].show_fit(describe(progress), "muted")

    def _show_verified(self, entry: CatalogueEntry) -> None:
        known = (
            "They are those of the catalogue's SHA-256."
            if entry.sha256
            else (
                "The catalogue knows no hash of this model; its size and its beginning are right."
            )
        )
        self._end_verifying()
        self.banner.show_message(f"The bytes of {entry.name} are right", known, "accent")

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, FetchError):
            raise error
        self._end_verifying()
        self.banner.show_error(error)

    def _look_for_files(self) -> None:
        places = usual_places(self._workspace.paths.models)

        def look() -> Generator[object, None, list[FoundModel]]:
            yield from ()
            return locate(places)

        task = Task(look)
        task.finished.connect(self._take_found)
        task.start()

    def _take_found(self, found: list[FoundModel]) -> None:
        brought = [each for each in self._brought if each.path not in {one.path for one in found}]
        self._found = [*found, *brought]
        self._show_found()

    def _list(self, found: list[FoundModel], refused: list[str]) -> None:
        self._brought += [each for each in found if each not in self._brought]
        known = {each.path for each in self._brought}
        self._take_found([each for each in self._found or () if each.path not in known])
        if refused:
            self.banner.show_message("Not all of them can be used", " ".join(refused), "warm")

    def _follow_fetching(self) -> None:
        """Offer other buttons when a fetch begins or ends; its progress shows itself."""
        entry = self._fetching.entry
        now = entry.id if entry is not None else ""
        if now != self._fetched_id:
            self._fetched_id = now
            self.refresh()

    def _assemble(self) -> None:
        self.body.addWidget(Text("Models", "title"))
        self.body.addWidget(
            Text("The model grades your answers and words questions, on this computer.", "lead")
        )
        area, inside = panel()
        inside.addWidget(self.engine)
        inside.addWidget(self.engine_detail)
        mend = horizontal("s")
        mend.addWidget(self.start_button)
        mend.addWidget(self.details_button)
        mend.addStretch(1)
        inside.addLayout(mend)
        inside.addWidget(self.tuning)
        inside.addWidget(self.certificate)
        self.body.addWidget(area)
        self.body.addWidget(self.banner)
        for title, rows in (
            ("Catalogue", self._rows),
            ("Found on this computer", self._others),
        ):
            self.body.addSpacing(SPACE["s"])
            self.body.addWidget(Text(title, "heading"))
            if rows is self._rows:
                self.body.addWidget(self.best)
            self.body.addLayout(rows)
        row = horizontal("s")
        row.addWidget(self.file_button)
        row.addWidget(self.none_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
