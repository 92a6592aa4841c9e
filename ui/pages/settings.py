"""Settings: few, and each takes effect at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QSlider, QVBoxLayout, QWidget

from app.power import OFF, ON, ON_MAINS, Power, obstacle
from app.quiz.length import SECONDS_PER_QUESTION
from app.workspace import Workspace
from ui import words
from ui.background import Background, obstacle_words
from ui.pages.backups import BackupsView
from ui.pages.connections import ConnectionsText
from ui.pages.quiz.choosing import FORMATS, UNITS
from ui.pages.server_settings import ServerSettings
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, Segments
from ui.widgets.fields import NumberBox
from ui.widgets.page import Column, horizontal, rule, vertical
from ui.widgets.text import Text

THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))
ASKED = (("on", "On"), ("off", "Off"))
MOTIONS = (("system", "As the system"), ("on", "On"), ("off", "Off"))
CHOICES = ((ON, "On"), (ON_MAINS, "On mains only"), (OFF, "Off"))


_MOVES = "Bars move while Segue is at work"
_STANDS_STILL = "Nothing moves by itself"
_PRIVACY = (
    "Segue uses the network only to fetch a model and to ask a model server, when you ask for it."
)


class SettingsPage(Column):
    """What the learner may choose.

    Parameters
    ----------
    background : Background, optional
        Tells what follows from the choices about it; one of its own by default.

    Attributes
    ----------
    settings_changed : Signal
        The workspace has other settings now.
    content_changed : Signal
        A backup was taken in: there is more than before.
    """

    settings_changed = Signal()
    content_changed = Signal()

    def __init__(
        self, workspace: Workspace, theme: Theme, background: Background | None = None
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background or Background(workspace)
        self._theme = theme
        self._filling = False
        self.trouble = Banner(theme, "bad")
        self.trouble.hide()
        self.themes = Segments(THEMES, theme, name="Colours")
        self.font_size = NumberBox(9, 28, " pt")
        self.motion = Segments(MOTIONS, theme, name="Movement")
        self.motion_words = Text(role="small")
        self.length = NumberBox(1, 200, " questions")
        self.length_words = Text(role="small")
        self.minutes = NumberBox(1, 240, " minutes")
        self.unit = Segments(UNITS, theme, name="A session ends after")
        self.confidence = Segments(ASKED, theme, name="How sure you are")
        self.format = Segments(FORMATS, theme, name="Answers")
        self.new_per_day = NumberBox(0, 200, " a day")
        self.new_words = Text(role="small")
        self.retention = QSlider(Qt.Orientation.Horizontal)
        self.retention.setRange(70, 97)
        self.retention.setFixedWidth(200)
        self.retention_words = Text(role="small")
        self.background = Segments(CHOICES, theme, name="Background work")
        self.background_words = Text(role="small")
        self.battery_level = NumberBox(0, 100, " %")
        self.server = ServerSettings(workspace, theme)
        self.connections = ConnectionsText(workspace.connections)
        self.folder_button = Button("Open folder", theme, icon="folder")
        self.backups = BackupsView(workspace, theme)
        self.backups.taken_in.connect(self.content_changed)
        self._assemble()
        self._connect()

    def refresh(self) -> None:
        """Show the settings in force."""
        settings = self._workspace.settings
        self._filling = True
        self.themes.show_choice(settings.theme)
        self.font_size.setValue(settings.font_size)
        self.motion.show_choice(settings.motion)
        self.length.setValue(settings.session_length)
        self.minutes.setValue(settings.session_minutes)
        self.unit.show_choice(settings.session_unit)
        self.confidence.show_choice(settings.ask_confidence)
        self.format.show_choice(settings.answer_format)
        self.new_per_day.setValue(settings.new_per_day)
        self.retention.setValue(round(100 * settings.desired_retention))
        self.background.show_choice(settings.background_work)
        self.battery_level.setValue(settings.battery_level)
        self._filling = False
        self._explain()
        self._explain_background()
        self.server.refresh()
        self.backups.refresh()
        if self._workspace.complaints:
            text = "\n".join(self._workspace.complaints)
            self.trouble.show_message("Not all of your settings could be read", text, "warm")

    def _connect(self) -> None:
        self.themes.chosen.connect(lambda value: self._change(theme=value))
        self.font_size.valueChanged.connect(lambda value: self._change(font_size=value))
        self.motion.chosen.connect(lambda value: self._change(motion=value))
        self.length.valueChanged.connect(lambda value: self._change(session_length=value))
        self.minutes.valueChanged.connect(lambda value: self._change(session_minutes=value))
        self.unit.chosen.connect(lambda value: self._change(session_unit=value))
        self.confidence.chosen.connect(lambda value: self._change(ask_confidence=value))
        self.format.chosen.connect(lambda value: self._change(answer_format=value))
        self.new_per_day.valueChanged.connect(lambda value: self._change(new_per_day=value))
        self.retention.valueChanged.connect(
            lambda value: self._change(desired_retention=value / 100)
        )
        self.background.chosen.connect(lambda value: self._change(background_work=value))
        self.battery_level.valueChanged.connect(lambda value: self._change(battery_level=value))
        self._background.changed.connect(self._explain_background)
        self.folder_button.clicked.connect(self._open_folder)

    def _change(self, **values: object) -> None:
        if self._filling:
            return
        self.trouble.hide()
        try:
            self._workspace.change_settings(**values)
        except OSError as error:
            self.trouble.show_error(
                error,
                title="The settings could not be saved",
                also="They hold until you close Segue.",
            )
        self._background.look()
        self.settings_changed.emit()
        # After what follows from it: a theme that was told to move says so.
        self._explain()

    def _explain(self) -> None:
        """Say of each choice about studying what follows from it now."""
        settings = self._workspace.settings
        self.motion_words.setText(_MOVES if self._theme.moves else _STANDS_STILL)
        self.length_words.setText(length_words(settings.session_length))
        # Only one of the two counts.
        self.length.setEnabled(settings.session_unit == "questions")
        self.minutes.setEnabled(settings.session_unit == "minutes")
        self.new_words.setText(new_words(self._workspace))
        self._explain_retention()

    def _explain_retention(self) -> None:
        share = self.retention.value() / 100
        lost = round(1 / (1 - share))
        self.retention_words.setText(
            f"{words.percent(share)}: you will have forgotten about one in {lost} when asked"
        )
        self.retention.setAccessibleName(f"Recall wanted: {self.retention_words.text()}")

    def _explain_background(self) -> None:
        settings = self._workspace.settings
        self.background_words.setText(
            effect_words(settings.background_work, settings.battery_level, self._background.power)
        )

    def _open_folder(self) -> None:
        folder = self._workspace.paths.data
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.trouble.show_message("No file manager answered", f"The folder is {folder}", "warm")

    def _assemble(self) -> None:
        self.body.addWidget(Text("Settings", "title"))
        self.body.addWidget(self.trouble)
        look = self._section("Appearance")
        self._row(look, "Colours", self.themes)
        self._row(look, "Size of text", self.font_size)
        self._row(look, "Movement", self.motion, self.motion_words)
        study = self._section("Studying")
        self._row(study, "A session ends after", self.unit)
        self._row(study, "Questions in a session", self.length, self.length_words)
        self._row(study, "Minutes of a session", self.minutes, "The last question may be finished")
        self._row(study, "Answers", self.format, "Mixed leads from choosing to your own words")
        self._row(study, "Ask how sure you are", self.confidence, "One key, never required")
        self._row(study, "New key points", self.new_per_day, self.new_words)
        self._row(study, "Recall wanted", self.retention, self.retention_words)
        behind = self._section("In the background")
        self._row(
            behind, "Work while you do something else", self.background, self.background_words
        )
        self._row(
            behind,
            "Pause on battery below",
            self.battery_level,
            "Preparing questions and measuring models need the whole processor",
        )
        self._section("Model server").addWidget(self.server)
        data = self._section("Your data")
        folder = str(self._workspace.paths.data)
        self._row(data, "Study log and own files", self.folder_button, folder)
        data.addWidget(rule())
        data.addWidget(self.backups)
        privacy = self._section("Privacy")
        privacy.setSpacing(SPACE["xs"])
        privacy.addWidget(Text(_PRIVACY))
        privacy.addWidget(self.connections)
        self.body.addStretch(1)

    def _section(self, title: str) -> QVBoxLayout:
        section = vertical("m")
        section.addSpacing(SPACE["m"])
        section.addWidget(Text(title, "heading"))
        self.body.addLayout(section)
        return section

    def _row(
        self, section: QVBoxLayout, label: str, control: QWidget, hint: str | QLabel = ""
    ) -> None:
        if section.count() > 2:
            section.addWidget(rule())
        if not control.accessibleName():
            control.setAccessibleName(label)
        left = vertical("xs")
        left.addWidget(Text(label))
        if hint:
            left.addWidget(Text(hint, "small") if isinstance(hint, str) else hint)
        row = horizontal("l")
        row.addLayout(left, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        section.addLayout(row)


def length_words(questions: int) -> str:
    """Return how long a session of so many questions takes."""
    return f"About {words.duration(questions * SECONDS_PER_QUESTION)}"


def new_words(workspace: Workspace) -> str:
    """Return when all key points will have been begun, if so many new ones come a day."""
    a_day = workspace.settings.new_per_day
    try:
        slug = workspace.transition.slug
    except LookupError:
        return ""
    points, begun = workspace.library.key_points(slug), workspace.log.cards(slug)
    left = sum(point.id not in begun for point in points)
    if not left:
        return "All key points are begun; what is due always comes first"
    if not a_day:
        return "Only what is due is asked; nothing new begins"
    days = words.count(-(-left // a_day), "day")
    return f"All are begun in {days}, if you study each day; what is due always comes first"


def effect_words(choice: str, level: int, power: Power) -> str:
    """Return what a choice about work in the background means, and what follows from it now."""
    if choice == OFF:
        return "Questions are asked as the guides word them; models are measured when you ask"
    when = "on mains only" if choice == ON_MAINS else "whenever there is time"
    said = f"Questions are prepared and models measured {when}"
    reason = obstacle(choice, level, power)
    if reason is not None:
        return f"{said}. Now: {obstacle_words(reason, power)}"
    charge = f", {power.charge} % charged" if power.charge is not None else ""
    return f"{said}. Now: on {'mains' if power.on_mains else 'battery'}{charge}"
