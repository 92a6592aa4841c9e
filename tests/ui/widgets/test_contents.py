"""The table of contents lists what there is and tells what was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.content.errors import Problem
from app.content.library import Library
from app.content.render import Heading
from ui.widgets.contents import Contents, Place, Share, Tick

TRANSITION = "machine-learning-engineer"


@pytest.fixture
def contents(library: Library, qtbot: QtBot) -> Contents:
    made = Contents()
    qtbot.addWidget(made)
    made.resize(300, 800)
    made.show_library(library)
    made.show()
    return made


def test_it_lists_the_transition_and_its_skills_in_order(
    contents: Contents, library: Library
) -> None:
    skills = [Place(TRANSITION, skill.slug) for skill in library.transitions[TRANSITION].skills]
    assert contents.places() == [Place(TRANSITION), *skills]


def test_problems_are_listed_when_there_are_any(
    library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    contents = Contents()
    qtbot.addWidget(contents)
    problem = Problem(tmp_path / "bad.md", 3, "front-matter", "it has none")
    contents.show_library(Library(library.transitions, library.guides, [problem]))
    assert contents.places()[-1] == Place()
    assert contents.model().index(1, 0).data() == "Problems (1)"


def test_own_documents_have_a_place_of_their_own(
    contents: Contents, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "papers" / "a.md"
    contents.show_library(library, {path: "papers/a.md"})
    last = contents.model().index(contents.model().rowCount() - 1, 0)
    assert last.data() == "Your documents"
    assert last.model().index(0, 0, last).data() == "papers/a.md"
    place = Place(path=path)
    assert contents.places()[-1] == place
    contents.show_headings(place, (Heading(2, "One", "one"),))
    assert contents.places()[-1] == Place(path=path, anchor="one")


def test_the_headings_of_the_open_text_are_shown_below_it(contents: Contents) -> None:
    first, second = contents.places()[1:3]
    headings = (Heading(2, "Quantization", "quantization"), Heading(3, "Detail", "detail"))
    contents.show_headings(first, headings)
    assert Place(TRANSITION, first.skill, "quantization") in contents.places()
    contents.show_headings(second, ())
    assert all(not place.anchor for place in contents.places())


def test_a_click_tells_the_place(contents: Contents, qtbot: QtBot) -> None:
    place = contents.places()[3]
    index = contents.model().match(
        contents.model().index(0, 0),
        Qt.ItemDataRole.UserRole + 1,
        place,
        1,
        Qt.MatchFlag.MatchRecursive,
    )[0]
    with qtbot.waitSignal(contents.place_chosen) as chosen:
        qtbot.mouseClick(
            contents.viewport(),
            Qt.MouseButton.LeftButton,
            pos=contents.visualRect(index).center(),
        )
    assert chosen.args == [place]


def test_arrow_keys_lead_through_it(contents: Contents, qtbot: QtBot) -> None:
    contents.show_place(contents.places()[1])
    with qtbot.waitSignal(contents.place_chosen) as chosen:
        qtbot.keyClick(contents, Qt.Key.Key_Down)
    assert chosen.args == [contents.places()[2]]


def test_showing_a_place_is_not_choosing_it(contents: Contents, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(contents.place_chosen):
        contents.show_place(contents.places()[4])
        contents.show_headings(contents.places()[4], (Heading(2, "One", "one"),))


def test_its_model_is_sound(contents: Contents, qtbot: QtBot) -> None:
    QAbstractItemModelTester(contents.model())
    contents.show_headings(contents.places()[1], (Heading(2, "One", "one"),))


@pytest.mark.parametrize(
    ("place", "document"),
    [(Place("t"), "t"), (Place("t", "s"), "s"), (Place("t", "s", "a"), "s")],
)
def test_reading_is_kept_by_text_and_not_by_heading(place: Place, document: str) -> None:
    assert place.document == document
    assert place.text == Place(place.transition, place.skill)


def test_headings_have_boxes_that_space_and_clicks_tick(contents: Contents, qtbot: QtBot) -> None:
    text = contents.places()[1]
    headings = tuple(Heading(2, name, name.lower()) for name in ("One", "Two", "Sources"))
    contents.show_headings(text, headings)
    contents.show_ticks(text, {"one": Tick.YES, "two": Tick.CHANGED})
    item = contents._find(text)
    assert item is not None
    boxes = [item.child(row) for row in range(3)]
    assert [box.isCheckable() for box in boxes] == [True, True, False]
    assert boxes[1].accessibleText() == "Two, rewritten since it was read"
    with qtbot.assertNotEmitted(contents.section_ticked):
        contents.show_ticks(text, {"one": Tick.NO, "two": Tick.YES})
    contents.setCurrentIndex(boxes[0].index())
    with qtbot.waitSignal(contents.section_ticked) as ticked:
        qtbot.keyClick(contents, Qt.Key.Key_Space)
    assert ticked.args == [Place(text.transition, text.skill, "one"), True]


def test_the_share_that_is_read_stands_beside_a_text(contents: Contents) -> None:
    first, second, third = contents.places()[1:4]
    contents.show_shares({first: Share(2, 5), second: Share(5, 5), third: Share(0, 5)})
    said = [str(contents._find(place).accessibleText()) for place in (first, second, third)]  # type: ignore[union-attr]
    assert said[0].endswith(", 2 of 5 sections read")
    assert said[1].endswith(", all sections read")
    assert not said[2].endswith("read")
    assert Share(2, 5).shown == "2/5"
    before = contents.grab().toImage()
    contents.show_shares({})
    assert contents.grab().toImage() != before
