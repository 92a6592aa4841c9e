"""The sentences that answer, word for word."""

from __future__ import annotations

from app.ask.asked import read_question
from app.ask.extract import LONGEST, quote_from
from app.ask.index import PassageIndex
from app.ask.passages import Passage
from app.ask.synonyms import Synonyms
from app.quiz.lexical import Lexicon

EVEN = Lexicon()


def quoted(passage: Passage, question: str) -> str:
    return quote_from(passage, read_question(question, Synonyms()), EVEN)


def test_the_sentence_with_the_words_is_quoted() -> None:
    passage = Passage("T", "Cats purr. Dogs bark at the postman. Fish say nothing.")
    assert quoted(passage, "Who barks at the postman?") == "Dogs bark at the postman."


def test_its_neighbor_is_quoted_where_it_answers_too() -> None:
    passage = Passage("T", "Cats purr. Dogs bark. The bark of dogs is loud. Fish say nothing.")
    assert quoted(passage, "How loud is the bark of dogs?") == (
        "Dogs bark. The bark of dogs is loud."
    )


def test_what_is_known_to_answer_helps_to_find_the_words() -> None:
    text = "Pipes rust in time. Zinc gives itself up first, so that iron lasts."
    asked = ("Why are pipes galvanized? Zinc gives itself up before iron does.",)
    assert quoted(Passage("T", text, asked=asked), "Why galvanize pipes?") == text
    assert quoted(Passage("T", text), "Why galvanize pipes?") == "Pipes rust in time."


def test_a_quotation_is_verbatim_and_short(guides: PassageIndex) -> None:
    for passage in guides.passages.values():
        quote = quoted(passage, "What does the model cost in memory and time?")
        assert quote
        assert quote in passage.text
        longest = max(len(sentence) for sentence in passage.sentences)
        assert len(quote) <= max(LONGEST, longest)
