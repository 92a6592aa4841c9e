"""What speaks for and against a passage."""

from __future__ import annotations

import numpy as np
import pytest

from app.ask.asked import read_question
from app.ask.features import Kind, feature_rows
from app.ask.index import PassageIndex
from app.ask.retrieval import retrieve
from app.ask.synonyms import Synonyms
from tests.app.ask.test_index import Counting

WORDS, ALL = Kind(), Kind("letters", "reader")
Columns = dict[str, list[float]]


def columns(index: PassageIndex, question: str, kind: Kind = WORDS, **given: object) -> Columns:
    vector = None
    if kind.embedder:
        list(index.embedding(Counting()))
        [vector] = Counting().embed([question])
    shortlist = retrieve(index, read_question(question, Synonyms()), vector, kind.embedder)
    gains = given.get("gains")
    rows = feature_rows(kind, shortlist, gains)  # type: ignore[arg-type]
    return dict(zip(kind.features, rows.T.tolist(), strict=True))


def test_a_passage_with_all_the_words_has_them_all(kettles: PassageIndex) -> None:
    found = columns(kettles, "Does vinegar leave a smell?")
    assert found["said"][0] == found["said_exactly"][0] == 1.0
    assert found["heaviest_missing"][0] == found["unknown"][0] == 0.0


def test_what_nothing_mentions_speaks_against_every_passage(kettles: PassageIndex) -> None:
    found = columns(kettles, "Does vinegar dissolve the Krakatoa?")
    assert len(set(found["unknown"])) == 1
    assert 0 < found["unknown"][0] < 1
    assert found["names_missing"] == [1.0] * len(found["said"])
    assert found["heaviest_missing"][0] == 1.0


def test_the_lead_is_over_the_best_of_the_others(kettles: PassageIndex) -> None:
    found = columns(kettles, "vinegar limescale")
    best, other = found["worded"]
    assert found["worded_lead"] == pytest.approx([best - other, other - best])


def test_meaning_and_reading_add_their_own(kettles: PassageIndex) -> None:
    kettles_by_words = columns(kettles, "a lid that opens wide")
    found = columns(kettles, "a lid that opens wide", ALL, gains={2: 3.0, 3: -1.0})
    assert set(found) > set(kettles_by_words)
    assert max(found["likeness"]) == 1.0 or max(found["likeness"]) == 0.0
    # What was not read counts as the least of what was.
    assert sorted(found["gain"]) == [-1.0, -1.0, 3.0]
    assert len(set(found["around"])) == 1


def test_nothing_found_makes_no_rows(kettles: PassageIndex) -> None:
    shortlist = retrieve(kettles, read_question("samovar", Synonyms()))
    assert feature_rows(WORDS, shortlist).shape == (0, len(WORDS.features))


def test_kinds_have_names_of_their_own() -> None:
    assert [kind.label for kind in (WORDS, ALL, Kind(reader="r"))] == [
        "words",
        "words + letters + reader",
        "words + r",
    ]
    assert np.all([set(WORDS.features) < set(kind.features) for kind in (ALL, Kind(reader="r"))])
