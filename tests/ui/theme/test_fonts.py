"""Text is drawn on every system: with its own typeface, or with the one that ships."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from ui.theme import fonts
from ui.theme.fonts import FONTS, choose_fonts

BARE = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>
"""
LOOK = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
from ui.theme import Theme
application = QApplication([])
theme = Theme(application, "light")
label = QLabel("Segue \u2192 \u201cquoted\u201d")
picture = label.grab().toImage()
colours = {picture.pixelColor(x, y).name() for x in range(picture.width())
           for y in range(picture.height())}
print(theme.font().family(), theme.font(monospace=True).family(), len(colours) > 2, sep="|")
"""


def test_a_typeface_of_the_system_is_preferred(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = QFontDatabase.families()[0]
    monkeypatch.setattr(fonts, "SANS", ("No Such Typeface", mine))
    monkeypatch.setattr(fonts, "MONOSPACE", (mine,))
    assert choose_fonts() == (mine, mine)


def test_where_it_has_none_that_is_good_the_one_that_ships_is_taken(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "SANS", ())
    monkeypatch.setattr(fonts, "MONOSPACE", ())
    assert choose_fonts() == ("Inter", "JetBrains Mono")


def test_a_file_that_is_gone_leaves_it_to_the_system(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "SANS", ())
    monkeypatch.setattr(fonts, "FONTS", tmp_path)
    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    assert choose_fonts()[0] == general.family()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems cannot be without typefaces")
def test_text_is_drawn_on_a_system_without_any(tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(BARE.format(folder=tmp_path))
    environment = {**os.environ, "FONTCONFIG_FILE": str(config), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", LOOK]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Inter|JetBrains Mono|True"


def test_bold_text_has_a_weight_of_its_own(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "SANS", ())
    choose_fonts()
    plain, bold = QFont("Inter", 40), QFont("Inter", 40)
    bold.setBold(True)
    words = "key points for today"
    widths = [QFontMetrics(font).horizontalAdvance(words) for font in (plain, bold)]
    assert widths[1] > widths[0]


def test_what_ships_is_small_and_comes_with_its_licences() -> None:
    files = sorted(FONTS.glob("*.ttf"))
    assert sum(file.stat().st_size for file in files) < 250_000
    for name in ("Inter", "JetBrainsMono"):
        assert "SIL Open Font License" in (FONTS / f"LICENSE-{name}.txt").read_text("utf-8")
