"""A cell is asked for until a candidate passes, and no longer than it makes sense."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import count

import pytest

from app.content.library import Library
from app.model.errors import Cause, EngineError
from app.model.protocol import Prompt
from app.paths import PROMPTS
from app.quiz.asking.asker import TRIES, TURNED, Asker
from app.quiz.asking.plan import Cell
from app.quiz.asking.sketch import FRAMES
from app.quiz.asking.types import Accepted, Angle, Refused
from app.quiz.lexical import Lexicon
from tests.app.quiz.asking.conftest import CAUSED, POINT
from tests.helpers.scripted_engine import ScriptedEngine

WHY = Cell(CAUSED, Angle.WHY)
GOOD = " does a fixed delay bring the load back?"


@pytest.fixture
def engine() -> ScriptedEngine:
    engine = ScriptedEngine()
    engine.can_score = False
    return engine


def asker(engine: ScriptedEngine, library: Library | None = None) -> Asker:
    ticks = count()
    return Asker(
        engine,
        prompts=PROMPTS,
        lexicon=Lexicon.of([POINT.claim]),
        guides=library.guides.values() if library else (),
        rng=random.Random(1),
        timer=lambda: float(next(ticks)),
    )


def test_the_first_candidate_that_passes_is_the_last(engine: ScriptedEngine) -> None:
    engine.texts.extend([" do they fail?", GOOD, "unused"])
    refused, accepted = asker(engine).ask(WHY, ())
    assert isinstance(refused, Refused)
    assert (refused.check, refused.candidate.model) == (TURNED, "scripted")
    assert isinstance(accepted, Accepted)
    assert accepted.candidate.text == f"Why{GOOD}"
    assert accepted.candidate.prompt.startswith("question-why/")
    assert accepted.candidate.seconds == 1.0
    assert list(engine.texts) == ["unused"]


def test_a_model_that_cannot_do_it_is_not_asked_for_ever(engine: ScriptedEngine) -> None:
    engine.texts.extend(f" {number}?" for number in range(TRIES + 5))
    made = list(asker(engine).ask(WHY, ()))
    assert [type(each) for each in made] == [Refused] * TRIES


def test_a_model_that_says_the_same_again_is_asked_no_more(engine: ScriptedEngine) -> None:
    engine.texts.extend([" so?"] * TRIES)
    assert len(list(asker(engine).ask(WHY, ()))) == 2


def test_what_is_turned_well_is_checked_all_the_same(engine: ScriptedEngine) -> None:
    engine.texts.extend([GOOD] * TRIES)
    made = list(asker(engine).ask(WHY, [f"Why{GOOD}"]))
    assert {each.check for each in made if isinstance(each, Refused)} == {"is_new"}


def test_what_code_puts_together_needs_no_words_of_the_model(engine: ScriptedEngine) -> None:
    [accepted] = asker(engine).ask(Cell(POINT, Angle.DEBUG), ())
    assert isinstance(accepted, Accepted)
    assert accepted.candidate.prompt == FRAMES
    assert engine.prompts == []


def test_of_several_wordings_the_model_has_the_one_that_it_finds_likeliest() -> None:
    engine = ScriptedEngine()
    offered: list[str] = []

    def prefer_the_last(_prompt: Prompt, texts: Sequence[str]) -> list[float]:
        offered.extend(texts)
        return [-2.0 + number / 10 for number in range(len(texts))]

    engine.scores.append(prefer_the_last)
    # What the claim gains by the question: nothing, and then something.
    engine.scores.append(lambda _prompt, texts: [-3.0 for _ in texts])
    engine.scores.append(lambda _prompt, texts: [-2.0 for _ in texts])
    [accepted] = asker(engine).ask(Cell(POINT, Angle.DEBUG), ())
    assert isinstance(accepted, Accepted)
    assert len(offered) > 1
    assert accepted.candidate.text == offered[-1]


def test_an_angle_that_does_not_suit_is_not_asked_for(engine: ScriptedEngine) -> None:
    assert list(asker(engine).ask(Cell(POINT, Angle.ESTIMATE), ())) == []
    assert engine.prompts == []


def test_where_a_model_can_score_it_has_to_find_the_question_good() -> None:
    engine = ScriptedEngine()
    # No question makes any claim likelier.
    engine.scores.extend([lambda _prompt, texts: [-99.0 for _ in texts]] * 9)
    made = list(asker(engine).ask(Cell(POINT, Angle.CHOOSE), ()))
    assert {each.check for each in made if isinstance(each, Refused)} == {"asks_for_its_claim"}


def test_a_guide_that_ships_gives_rivals_and_a_bank(
    engine: ScriptedEngine, library: Library
) -> None:
    point = library.key_points("machine-learning-engineer")[0]
    context = asker(engine, library).context(point, ["An earlier one?"])
    assert context.others
    assert "An earlier one?" in context.bank
    assert len(context.passage) > len(point.quote)


def test_trouble_with_the_engine_is_told(engine: ScriptedEngine) -> None:
    engine.texts.append(EngineError(Cause.CRASHED, "x"))
    with pytest.raises(EngineError):
        list(asker(engine).ask(WHY, ()))
