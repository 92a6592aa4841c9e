"""Passages of a small text of one's own, and the judges that ship."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from app.ask.index import PassageIndex
from app.ask.judge import Judge, load_judges
from app.ask.synonyms import Synonyms
from app.content.library import Library
from app.paths import ASK
from tests.helpers.data_folders import done

KETTLES = """# Kettles

A kettle boils water with a heating coil of bare steel, which limescale covers in hard water.

## Descaling

Citric acid dissolves limescale within half an hour. Vinegar does the same more slowly, and leaves
a smell that takes two boilings to go away.

## Buying one

Look for a lid that opens wide, a cord that is long enough, and a switch that turns itself off. The
wattage decides how long a litre takes: 2,200 watts need about three minutes.
"""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "kettles.md").write_text(KETTLES, encoding="utf-8")
    return folder


@pytest.fixture
def kettles(documents: Path) -> Iterator[PassageIndex]:
    """An index of nothing but the text on kettles."""
    index = PassageIndex()
    done(index.updating(Library(), documents))
    yield index
    index.close()


@pytest.fixture(scope="session")
def guides(library: Library) -> Iterator[PassageIndex]:
    """An index of everything that ships."""
    index = PassageIndex()
    done(index.updating(library))
    yield index
    index.close()


@pytest.fixture(scope="session")
def synonyms() -> Synonyms:
    return Synonyms.load(ASK / "synonyms.txt")


@pytest.fixture(scope="session")
def judges() -> Mapping[str, Judge]:
    return load_judges(ASK / "judges.json")


Rewrite = Callable[[str], None]


@pytest.fixture
def rewrite(documents: Path) -> Rewrite:
    """Change the text on kettles."""
    return lambda text: (documents / "kettles.md").write_text(text, encoding="utf-8") and None
