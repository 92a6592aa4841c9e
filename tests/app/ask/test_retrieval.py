"""The shortlist: by words, by meaning, and by both together."""

from __future__ import annotations

import numpy as np

from app.ask.asked import read_question
from app.ask.index import PassageIndex
from app.ask.retrieval import fuse, retrieve
from app.ask.synonyms import Synonyms
from app.ask.terms import terms
from tests.app.ask.test_index import Counting

NONE = Synonyms()


def test_what_is_first_in_one_list_beats_what_is_far_down_in_both() -> None:
    assert fuse([1, 2, 3], [3, 4, 1]) == [1, 3, 2, 4]
    assert fuse([5], []) == [5]
    assert fuse() == []


def test_words_that_stand_together_count_most(kettles: PassageIndex) -> None:
    shortlist = retrieve(kettles, read_question("Does vinegar dissolve limescale?", NONE))
    assert [each.passage.headings for each in shortlist.found] == [("Descaling",), ()]
    first, second = shortlist.found
    assert first.worded > second.worded > 0
    assert first.likeness is None


def test_a_word_that_stands_in_counts_half(kettles: PassageIndex) -> None:
    synonyms = Synonyms({"chalk": frozenset(terms("chalk limescale"))})
    asked = read_question("chalk", synonyms)
    direct = retrieve(kettles, read_question("limescale", NONE)).found[0].worded
    assert 0 < retrieve(kettles, asked).found[0].worded < direct


def test_meaning_brings_up_what_no_word_does(kettles: PassageIndex) -> None:
    embedder = Counting()
    list(kettles.embedding(embedder))
    asked = read_question("bargains", NONE)
    assert retrieve(kettles, asked).found == ()
    [vector] = embedder.embed(["bargains"])
    shortlist = retrieve(kettles, asked, vector, "letters")
    assert shortlist.found[0].passage.headings == ("Buying one",)
    assert shortlist.found[0].likeness is not None
    assert shortlist.found[0].likeness.said == 1.0
    assert len(shortlist.likeness) == 3


def test_nothing_is_found_for_nothing() -> None:
    empty = PassageIndex()
    question = np.ones(3, np.float32)
    assert retrieve(empty, read_question("kettle", NONE), question, "any").found == ()
    assert retrieve(empty, read_question("?", NONE)).found == ()
    empty.close()
