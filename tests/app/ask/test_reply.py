"""The reply: what is cited, and why nothing is."""

from __future__ import annotations

import numpy as np
import pytest

from app.ask.asked import read_question
from app.ask.features import Kind
from app.ask.index import PassageIndex
from app.ask.judge import Judge
from app.ask.reply import Reply, decide
from app.ask.retrieval import retrieve
from app.ask.synonyms import Synonyms

SIZE = len(Kind().features)
JUDGE = Judge(Kind(), 0.5, np.zeros(SIZE), np.ones(SIZE), np.zeros(SIZE), 0.0)


def reply(index: PassageIndex, question: str, *probabilities: float) -> Reply:
    shortlist = retrieve(index, read_question(question, Synonyms()))
    given = [*probabilities, *[0.0] * len(shortlist.found)][: len(shortlist.found)]
    return decide(shortlist, JUDGE, np.array(given))


def test_the_likeliest_passage_is_cited_first(kettles: PassageIndex) -> None:
    found = reply(kettles, "What dissolves limescale?", 0.6, 0.9)
    assert found.answered
    assert [citation.probability for citation in found.citations] == [0.9, 0.6]
    assert found.citations[1].quote.startswith("Citric acid dissolves limescale")
    assert (found.refusal, found.nearest) == ("", ())


def test_a_passage_far_below_the_first_is_not_cited(kettles: PassageIndex) -> None:
    assert len(reply(kettles, "What dissolves limescale?", 0.99, 0.3).citations) == 1


def test_below_the_threshold_nothing_is_cited(kettles: PassageIndex) -> None:
    found = reply(kettles, "What dissolves limescale?", 0.49, 0.1)
    assert not found.answered
    assert found.refusal == "No passage of your material answers this."
    assert found.nearest[0].headings == ("Descaling",)


@pytest.mark.parametrize("name", ["KRX-7", "Samovarov", "HTTP"])
def test_a_name_that_nothing_mentions_is_refused_however_sure_the_judge_is(
    kettles: PassageIndex, name: str
) -> None:
    found = reply(kettles, f"Does {name} dissolve limescale?", 0.99)
    assert found.refusal == f"Nothing in your material mentions “{name}”."
    assert found.nearest


def test_a_number_that_nothing_mentions_is_no_name(kettles: PassageIndex) -> None:
    assert reply(kettles, "Does acid dissolve limescale in 7 minutes?", 0.9).answered


def test_a_question_without_a_word_is_told_so(kettles: PassageIndex) -> None:
    assert reply(kettles, "???").refusal == "This question has no word to look for."
