"""Feedback speaks of what was lacking, shows early what may be shown, and keeps what is checked."""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace

import pytest

from app.content.library import Library
from app.content.types import KeyPoint
from app.model.errors import Cause, EngineError
from app.paths import PROMPTS
from app.quiz.feedback import checked_speech, expected_prompt, feedback_prompt, write_feedback
from app.quiz.grounding import Material
from app.quiz.lexical import Lexicon
from app.quiz.prompts import load_prompt
from app.quiz.question import Question, short_questions
from app.quiz.remarks import LONGEST
from app.quiz.speech import Speech
from app.study.records import Judgement, PointVerdict
from tests.helpers.scripted_engine import ScriptedEngine

TRANSITION = "machine-learning-engineer"
LEAD = "Not quite. A full answer says that"
TEMPLATE = load_prompt(PROMPTS / "feedback.md")


@pytest.fixture
def point(library: Library) -> KeyPoint:
    """Knowledge that changes often belongs in a retrieval store, of which the claim says why."""
    found = library.key_point(TRANSITION, "retrieve-changing-facts")
    assert found is not None
    return found


@pytest.fixture
def question(point: KeyPoint) -> Question:
    return short_questions(point, TRANSITION)[0]


@pytest.fixture
def several(question: Question, points: Sequence[KeyPoint]) -> Question:
    return replace(question, key_points=tuple(points[:3]))


def verdict(judged: Mapping[str, Judgement]) -> list[PointVerdict]:
    return [PointVerdict(key, judgement, 0.9) for key, judgement in judged.items()]


def feedback(
    engine: ScriptedEngine,
    question: Question,
    said: str = "",
    judgement: Judgement = Judgement.MISSED,
    answer: str = "text",
) -> Generator[Speech, None, None]:
    """Return feedback on an answer to a question of one key point, written in these words."""
    engine.texts.append(said)
    judged = verdict({question.key_points[0].id: judgement})
    return write_feedback(engine, TEMPLATE, question, answer, judged)


class TestWhatIsSpokenOf:
    def test_a_full_answer_needs_no_feedback(
        self, engine: ScriptedEngine, question: Question
    ) -> None:
        assert list(feedback(engine, question, judgement=Judgement.COVERED)) == []
        assert engine.prompts == []

    @pytest.mark.parametrize("answer", ["", " ", "?!", "\u200b"])
    def test_nothing_is_said_about_an_answer_that_was_not_given(
        self, engine: ScriptedEngine, question: Question, answer: str
    ) -> None:
        assert list(feedback(engine, question, answer=answer)) == []
        assert engine.prompts == []

    def test_the_model_is_told_what_was_lacking(
        self, engine: ScriptedEngine, question: Question, point: KeyPoint
    ) -> None:
        list(feedback(engine, question, answer="Weekly."))
        asked = engine.prompts[0].messages[-1].content
        assert point.claim in asked
        assert point.quote in asked
        assert asked.endswith("Weekly.\n\nThis answer does not say what a full answer says.")

    def test_and_that_it_was_contradicted(self, engine: ScriptedEngine, question: Question) -> None:
        list(feedback(engine, question, judgement=Judgement.CONTRADICTED))
        asked = engine.prompts[0].messages[-1].content
        assert asked.endswith("\n\nThis answer contradicts what a full answer says.")

    def test_of_several_key_points_those_that_lack_are_named(self, several: Question) -> None:
        one, two, three = several.key_points
        judged = {
            one.id: Judgement.PARTLY,
            two.id: Judgement.COVERED,
            three.id: Judgement.CONTRADICTED,
        }
        prompt = feedback_prompt(TEMPLATE, several, "Weekly.", verdict(judged))
        assert prompt is not None
        assert prompt.messages[-1].content.endswith(
            f"This answer contradicts what a full answer says of {three.topic}"
            f" and does not say what a full answer says of {one.topic}."
        )

    def test_what_was_judged_of_a_key_point_that_lacks_nothing_is_no_ground(
        self, engine: ScriptedEngine, several: Question
    ) -> None:
        one, two, _ = several.key_points
        engine.texts.append(f" {two.claim}")
        judged = verdict({one.id: Judgement.MISSED, two.id: Judgement.COVERED})
        assert list(write_feedback(engine, TEMPLATE, several, "text", judged))[-1:] in (
            [],
            [Speech()],
        )


class TestReadingAhead:
    @pytest.mark.parametrize("judgement", [Judgement.MISSED, Judgement.CONTRADICTED])
    def test_before_the_verdict_all_is_known_but_a_line(
        self, question: Question, judgement: Judgement
    ) -> None:
        judged = verdict({question.key_points[0].id: judgement})
        prompt = feedback_prompt(TEMPLATE, question, "Every week.", judged)
        expected = expected_prompt(TEMPLATE, question, "Every week.")
        assert prompt is not None
        assert (prompt == expected) == (judgement is Judgement.MISSED), "that is what is guessed"
        told, known = prompt.messages[-1].content, expected.messages[-1].content
        assert told.rsplit("\n", 1)[0] == known.rsplit("\n", 1)[0]
        assert len(told.rsplit("\n", 1)[1].split()) < 12

    def test_before_the_answer_all_is_known_that_stands_before_it(self, several: Question) -> None:
        nothing, half, whole = (
            expected_prompt(TEMPLATE, several, answer).messages[-1].content
            for answer in ("", "Every ", "Every week.\n")
        )
        known = nothing[: nothing.index("This answer")].rstrip()
        assert all(each.claim in known and each.quote in known for each in several.key_points)
        assert half.startswith(f"{known} Every\n\n")
        assert whole.startswith(f"{known} Every week.\n\n")

    def test_what_nobody_sees_is_not_read(self, question: Question) -> None:
        long = "word " * 1000
        content = expected_prompt(TEMPLATE, question, f"a\u200bb {long}").messages[-1].content
        assert "a b word" in content
        assert content.count("word") < 700


class TestDrafts:
    def test_a_draft_grows_clause_by_clause_and_is_kept_when_the_sentence_is_whole(
        self, engine: ScriptedEngine, question: Question
    ) -> None:
        said = (
            " they belong in a retrieval store, so a replaced document changes the next answer."
            " Trained weights would need another run and cite nothing."
        )
        first = f"{LEAD} they belong in a retrieval store,"
        sentence = f"{first} so a replaced document changes the next answer."
        assert list(feedback(engine, question, said)) == [
            Speech(draft=first),
            Speech(sentence),
            Speech(sentence, " Trained weights would need another run"),
            Speech(f"{LEAD}{said}"),
        ]

    def test_a_long_clause_is_shown_up_to_a_phrase(
        self, engine: ScriptedEngine, question: Question
    ) -> None:
        said = " a replaced document changes the next answer of the model and gives a passage."
        shown = [speech.draft for speech in feedback(engine, question, said) if speech.draft]
        assert shown == [
            f"{LEAD} a replaced document changes the next answer",
            f"{LEAD} a replaced document changes the next answer of the model",
        ]

    def test_a_sentence_refused_at_its_end_is_taken_back(
        self, engine: ScriptedEngine, question: Question
    ) -> None:
        said = " they belong in a retrieval store, which Pinecone scales best on Kubernetes."
        assert list(feedback(engine, question, said)) == [
            Speech(draft=f"{LEAD} they belong in a retrieval store,"),
            Speech(),
        ]

    def test_what_was_kept_before_it_stays_and_nothing_follows(
        self, engine: ScriptedEngine, question: Question
    ) -> None:
        first = " they belong in a retrieval store."
        second = " Trained weights would need another run, which you got right. They cite nothing."
        *_, draft, last = feedback(engine, question, first + second)
        assert draft == Speech(LEAD + first, " Trained weights would need another run,")
        assert last == Speech(LEAD + first)

    def test_a_clause_that_fails_a_check_is_never_shown(
        self, engine: ScriptedEngine, question: Question
    ) -> None:
        said = " they belong in a vector database such as Pinecone, which scales best, as you said."
        assert list(feedback(engine, question, said)) == []

    def test_a_clause_that_fails_by_itself_may_be_set_right_by_the_next(
        self, engine: ScriptedEngine, question: Question
    ) -> None:
        said = " a nightly run writes them into the weights, which is wrong."
        assert list(feedback(engine, question, said)) == [Speech(LEAD + said)]

    def test_a_sentence_that_is_broken_off_is_taken_back(
        self, engine: ScriptedEngine, question: Question
    ) -> None:
        said = " they belong in a retrieval store, so a replaced document"
        assert [each.draft != "" for each in feedback(engine, question, said)] == [True, False]

    def test_the_next_digits_of_a_number_are_waited_for(
        self, engine: ScriptedEngine, library: Library
    ) -> None:
        counted = library.key_point(TRANSITION, "lora-rank16-count")
        assert counted is not None
        said = " there are 16 × (4,096 + 14,336) of them, or 294,912."
        drafts = [
            speech.draft
            for speech in feedback(engine, short_questions(counted, TRANSITION)[0], said)
        ]
        assert not any(re.search(r"\d,$", draft) for draft in drafts)


class TestItsEnd:
    def test_words_of_ours_do_not_stand_alone(
        self, engine: ScriptedEngine, question: Question
    ) -> None:
        said = " it is trained every night on 300 cats. It is so."
        assert list(feedback(engine, question, said, Judgement.CONTRADICTED)) == []

    def test_closing_it_ends_the_reply_and_takes_nothing_back(
        self, engine: ScriptedEngine, question: Question
    ) -> None:
        speaking = feedback(engine, question, " they belong in a retrieval store, so it is. No.")
        assert next(speaking).draft
        speaking.close()
        assert engine.streams[0].cancelled
        with pytest.raises(StopIteration):
            next(speaking)

    def test_it_need_not_have_begun(self, engine: ScriptedEngine, question: Question) -> None:
        feedback(engine, question, "never said").close()
        assert engine.prompts == []

    def test_when_the_engine_fails_the_draft_is_taken_back_before_the_error(
        self, engine: ScriptedEngine, question: Question
    ) -> None:
        first = " they belong in a retrieval store."
        second = " Trained weights would need another run, so they cite nothing."
        said: list[Speech] = []

        def speak() -> None:
            for speech in feedback(engine, question, first + second):
                said.append(speech)
                if speech.kept and speech.draft:
                    engine.streams[0].cancel()

        with pytest.raises(EngineError) as failed:
            speak()
        assert failed.value.cause is Cause.CANCELLED
        assert said[-2].draft
        assert said[-1] == Speech(LEAD + first)

    def test_a_model_that_talks_on_is_stopped(
        self, engine: ScriptedEngine, question: Question, point: KeyPoint
    ) -> None:
        assert list(feedback(engine, question, "word " * 500)) == []
        talk = f" {point.claim} {point.answer} {point.quote}. " * 9
        *_, last = feedback(engine, question, talk)
        assert 0 < len(last.kept.split()) <= LONGEST
        assert engine.streams[-1].cancelled


def test_whatever_the_model_writes_drafts_lead_to_what_is_kept_and_are_settled_at_the_end(
    engine: ScriptedEngine, library: Library
) -> None:
    """What is kept only grows; a draft only grows until it is kept or taken back."""
    shown = 0
    for point in library.key_points(TRANSITION):
        question = short_questions(point, TRANSITION)[0]
        wrong = point.misconceptions[0].claim
        said = f" {point.claim} {wrong} {point.answer}"
        before = Speech()
        for speech in feedback(engine, question, said, answer=wrong):
            assert speech != before
            assert speech.kept.startswith(before.kept)
            assert len(speech.draft) > len(before.draft) or not speech.draft
            shown += bool(speech.draft)
            before = speech
        assert before.draft == ""
    assert shown > len(library.key_points(TRANSITION))


@pytest.mark.parametrize(
    ("start", "shown"),
    [("", ""), ("A full answer says that", "A full answer says that ")],
)
def test_a_reply_has_no_space_before_its_first_word(
    point: KeyPoint, start: str, shown: str
) -> None:
    material = Material("What?", "", (point,), Lexicon())
    pieces = [" they belong in a retrieval store,", " so they can", " be cited."]
    said = list(checked_speech(pieces, start, material))
    assert said[0].draft.startswith(f"{shown}they belong")
    assert said[-1].kept.startswith(f"{shown}they belong")


def test_what_tells_of_the_learner_is_said_to_the_learner(point: KeyPoint) -> None:
    material = Material("What?", "", (point,), Lexicon())
    pieces = ["The learner's answer does not say that they belong", " in a retrieval store."]
    said = list(checked_speech(pieces, "", material))
    assert said[-1].kept == "Your answer does not say that they belong in a retrieval store."
